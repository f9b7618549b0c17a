"""Changes of many people in a few statements, inside a change that is under way.

Row by row 10,000 people take seconds. What is written is what ``derived`` would write for each.
"""

import json
from collections.abc import Sequence

import apsw

from infoview_gui.practice import follow_ups
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services import derived

_TAG = """
INSERT OR IGNORE INTO person_tag (person_id, name)
SELECT value, ?2 FROM json_each(?1) WHERE value IN (SELECT id FROM person)
"""
_UNTAG = """
DELETE FROM person_tag WHERE name = ?2 AND person_id IN (SELECT value FROM json_each(?1))
"""
_REACH = """
UPDATE person SET reach = trim(
    coalesce((SELECT group_concat(value, ' ') FROM contact_point WHERE person_id = person.id), '')
    || ' ' ||
    coalesce((SELECT group_concat(name, ' ') FROM person_tag WHERE person_id = person.id), ''))
WHERE id IN (SELECT value FROM json_each(?1))
"""
_FACT = """
INSERT INTO activity (person_id, kind, at, detail)
SELECT value, ?2, ?3, ?4 FROM json_each(?1) WHERE value IN (SELECT id FROM person)
"""
# Whose next step may follow from more than the stage is computed singly; so is whose stage was set
# later than now, as the clock was wrong.
_NOT_PLAIN = """
SELECT value FROM json_each(?1)
WHERE value IN (SELECT person_id FROM participant)
   OR value IN (SELECT person_id FROM letter WHERE sent_at IS NOT NULL)
   OR value IN (SELECT person_id FROM task WHERE done_at IS NULL AND due <> '')
   OR value IN (SELECT id FROM person WHERE keep_in_touch <> '')
   OR EXISTS (SELECT 1 FROM activity WHERE person_id = value AND kind = ?2 AND at >= ?3)
"""
_STAGE = """
UPDATE person SET stage = ?2, stage_order = ?3, next_kind = ?4, next_at = ?5,
    last_at = max(last_at, ?6)
WHERE id IN (SELECT value FROM json_each(?1))
"""
_BY_HAND = """
UPDATE person SET employer_id = ?2, employer_by_hand = 1
WHERE id IN (SELECT value FROM json_each(?1))
"""
_CAPTURED = """
DELETE FROM capture WHERE kind = ?2 AND target_id IN (SELECT value FROM json_each(?1))
"""
_TALKS = """
SELECT DISTINCT conversation_id FROM participant
WHERE person_id IN (SELECT value FROM json_each(?))
"""
_LETTERS = "SELECT id FROM letter WHERE person_id IN (SELECT value FROM json_each(?))"
_COMPANIES = "SELECT id, company FROM person WHERE id IN (SELECT value FROM json_each(?1))"
_BY_NAME = "UPDATE person SET employer_id = ?1, employer_by_hand = 0 WHERE id = ?2"


def tag(connection: apsw.Connection, person_ids: Sequence[int], word: str) -> None:
    """File people under a word."""
    these = json.dumps(list(person_ids))
    connection.execute(_TAG, (these, word))
    connection.execute(_REACH, (these,))


def talks_of(connection: apsw.Connection, person_ids: Sequence[int]) -> list[int]:
    """Return the conversations that any of these people takes part in."""
    rows = connection.execute(_TALKS, (json.dumps(list(person_ids)),))
    return [int(str(ident)) for (ident,) in rows]


def letters_to(connection: apsw.Connection, person_ids: Sequence[int]) -> set[int]:
    """Return the letters to any of these people."""
    rows = connection.execute(_LETTERS, (json.dumps(list(person_ids)),))
    return {int(str(ident)) for (ident,) in rows}


def forget_captured(connection: apsw.Connection, person_ids: Sequence[int]) -> None:
    """Forget which lines of notes became these people."""
    connection.execute(_CAPTURED, (json.dumps(list(person_ids)), MarkKind.PERSON.value))


def untag(connection: apsw.Connection, person_ids: Sequence[int], word: str) -> None:
    """Take a word away from people."""
    these = json.dumps(list(person_ids))
    connection.execute(_UNTAG, (these, word))
    connection.execute(_REACH, (these,))


def set_stage(
    connection: apsw.Connection, person_ids: Sequence[int], stage: Stage, now: int
) -> None:
    """Write down that the stage was set by hand ``now`` (ms since 1970 UTC), and its effects."""
    these = json.dumps(list(person_ids))
    kind = derived.STAGE_BY_HAND
    singly = {row[0] for row in connection.execute(_NOT_PLAIN, (these, kind, now))}
    connection.execute(_FACT, (these, kind, now, stage.value))
    step = follow_ups.next_step((), stage)
    plain = json.dumps([one for one in person_ids if one not in singly])
    next_kind, next_at = (step.kind.value, step.at) if step else ("", None)
    values = (plain, stage.value, stage.order, next_kind, next_at, now)
    connection.execute(_STAGE, values)
    # Answered by hand is an answer: who else waits there is written anew with those.
    derived.refresh((one for one in person_ids if one in singly), derived.employers_of(person_ids))


def assign(connection: apsw.Connection, person_ids: Sequence[int], employer_id: int | None) -> None:
    """Say to whom people belong; None goes by the name of their company again."""
    before = derived.employers_of(person_ids)
    if employer_id is None:
        _assign_by_name(connection, person_ids)
    else:
        connection.execute(_BY_HAND, (json.dumps(list(person_ids)), employer_id))
    derived.refresh_steps(person_ids, before)


def _assign_by_name(connection: apsw.Connection, person_ids: Sequence[int]) -> None:
    rows = connection.execute(_COMPANIES, (json.dumps(list(person_ids)),)).fetchall()
    found = {name: derived.employer_of(str(name)) for name in {row[1] for row in rows}}
    named = {company: None if one is None else one.id for company, one in found.items()}
    connection.executemany(_BY_NAME, [(named[company], ident) for ident, company in rows])
