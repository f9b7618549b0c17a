"""Reads what follow-ups follow from: only the people concerned, in SQL alone.

Today is read after every change and on every minute, also with 10,000 people.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import apsw

from infoview_gui.practice.correspondence import Contact, Message
from infoview_gui.practice.follow_ups import Status, Talk
from infoview_gui.practice.letters import ASKING, LetterKind
from infoview_gui.practice.questions import Category
from infoview_gui.practice.routine.facts import (
    Advice,
    Facts,
    Keep,
    PersonFacts,
    Settled,
    TaskFacts,
)
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services.began import BEGAN_AT
from infoview_gui.services.offered import OFFERED_AT

_HEARD = ",".join(
    f"'{one.value}'"
    for one in (Stage.ANSWERED, Stage.SCHEDULED, Stage.TALKED, Stage.THANKED, Stage.IN_TOUCH)
)
"""Stages that, set by hand, say that somebody was heard of."""
_ASKS = ",".join(f"'{kind.value}'" for kind in sorted(ASKING))
_TAKEN = ",".join(f"'{kind.value}'" for kind in (Category.ADVICE, Category.RESOURCES))
_PEOPLE = f"""
WITH asked (employer_id) AS (
    SELECT DISTINCT employer_id FROM person JOIN letter ON letter.person_id = person.id
    WHERE sent_at IS NOT NULL AND kind IN ({_ASKS}) AND employer_id IS NOT NULL),
concerned (id) AS (
    SELECT person_id FROM participant
    UNION SELECT person_id FROM letter WHERE sent_at IS NOT NULL
    UNION SELECT person_id FROM task WHERE done_at IS NULL AND person_id IS NOT NULL
    UNION SELECT person_id FROM insight WHERE category IN ({_TAKEN}) AND person_id IS NOT NULL
    UNION SELECT id FROM person WHERE keep_in_touch NOT IN ('', 'never')
    UNION SELECT id FROM person WHERE employer_id IN asked
    UNION SELECT id FROM person WHERE id = ?1
    UNION SELECT introduced_by_id FROM person JOIN participant ON person_id = person.id
          WHERE introduced_by_id IS NOT NULL)
SELECT person.id, employer_id, stage, channel, introduced_by_id, keep_in_touch, keep_since
FROM person JOIN concerned USING (id) ORDER BY person.id
"""  # noqa: S608 - constants
_TALKS = f"""
SELECT id, CASE status WHEN 'running' THEN {BEGAN_AT} ELSE starts_at END, minutes, status, ended_at,
    thanked_at, thanks_waived_at, created_at,
    (SELECT max(sent_at) FROM letter
     WHERE conversation_id = conversation.id AND kind = '{LetterKind.CONFIRMATION.value}'),
    {OFFERED_AT}
FROM conversation WHERE status <> 'cancelled'
"""  # noqa: S608 - constants
_SEATS = """
SELECT conversation_id, person_id FROM participant {where} ORDER BY conversation_id, position
"""
_LETTERS = "SELECT id, person_id, kind, sent_at, about_id FROM letter WHERE sent_at IS NOT NULL"
_CONTACTS = f"""
SELECT person_id, at, kind <> 'contact' FROM activity
WHERE (kind IN ('answered', 'contact') OR (kind = 'stage' AND detail IN ({_HEARD})))
"""  # noqa: S608 - constants
# Of whole days it is midday UTC of the first, as ``engagement_records.met_at`` says.
_MEETINGS = """
SELECT person_id, COALESCE(starts_at, (CAST(strftime('%s', first_day) AS INTEGER) + 43200) * 1000)
FROM attendance JOIN engagement ON engagement.id = engagement_id
WHERE (starts_at IS NOT NULL OR date(first_day) IS NOT NULL)
"""
_TASKS = "SELECT id, text, due, person_id FROM task WHERE done_at IS NULL"
_ADVICE = f"""
SELECT insight.id, person_id, coalesce(ended_at, at) FROM insight
LEFT JOIN conversation ON conversation.id = conversation_id
WHERE category IN ({_TAKEN}) AND person_id IS NOT NULL
"""  # noqa: S608 - constants
_SETTLED = "SELECT kind, subject_id, cycle, done_at, until FROM settled"
_THESE = "IN (SELECT value FROM json_each(?1))"
_MINE = f" AND person_id {_THESE}"
# With the plus their other indexes are left alone: of a few people the index by person is better.
_CONTACTS_OF = _CONTACTS.replace("kind =", "+kind =").replace("(kind IN", "(+kind IN") + _MINE
_TASKS_OF = _TASKS.replace("done_at", "+done_at") + _MINE
_TALKS_OF = f"(SELECT conversation_id FROM participant WHERE person_id {_THESE})"  # noqa: S608
_SETTLED_OF = f" WHERE kind = '{DueKind.KEEP.value}' AND subject_id {_THESE}"
_PEOPLE_OF = f"""
SELECT id, employer_id, stage, channel, introduced_by_id, keep_in_touch, keep_since
FROM person WHERE id {_THESE}
"""  # noqa: S608 - constants
# From the letters, which are few: a long import sets the index of people by employer aside.
_ASKED_AT = f"""
SELECT DISTINCT person.id, employer_id
FROM letter CROSS JOIN person ON person.id = letter.person_id
WHERE sent_at IS NOT NULL AND kind IN ({_ASKS}) AND employer_id IN (
    SELECT value FROM json_each(?2) UNION SELECT employer_id FROM person WHERE id {_THESE})
"""  # noqa: S608 - constants
_HEARD_OF = f"""
SELECT id FROM person WHERE employer_id {_THESE} AND (
    EXISTS (SELECT 1 FROM participant WHERE person_id = person.id)
    OR EXISTS (SELECT 1 FROM activity
               WHERE person_id = person.id AND kind IN ('answered', 'stage')))
"""  # noqa: S608 - constants
_STAGES = {one.value: one for one in Stage}
_KEEPS = {one.value: one for one in Keep}
Rows = Iterable[tuple[Any, ...]]


def read_facts(connection: apsw.Connection, person_id: int = 0) -> Facts:
    """Return the facts; with those of one person, whoever it is."""

    def rows(query: str, *values: object) -> Rows:
        return connection.execute(query, values)

    return Facts(
        people=tuple(_person(*row) for row in rows(_PEOPLE, person_id)),
        talks=tuple(_talks(rows(_TALKS), _seats(rows(_SEATS.format(where=""))))),
        messages=tuple(_messages(rows(_LETTERS))),
        contacts=_heard(rows(_CONTACTS), rows(_MEETINGS)),
        tasks=tuple(_tasks(rows(_TASKS))),
        advice=tuple(Advice(*row) for row in rows(_ADVICE)),
        settled=tuple(_settled(rows(_SETTLED))),
    )


def asked_at(
    connection: apsw.Connection, ids: Iterable[int], employers: Iterable[int]
) -> dict[int, int]:
    """Return who was asked for something at the employers, those of these people too.

    By the person their employer.
    """
    values = (json.dumps(list(ids)), json.dumps(list(employers)))
    return {int(str(one)): int(str(at)) for one, at in connection.execute(_ASKED_AT, values)}


def facts_about(connection: apsw.Connection, ids: Iterable[int], employers: Iterable[int]) -> Facts:
    """Return the facts that the next step with these people follows from.

    With them come those who were heard of at the employers, as that ends the waiting there.
    """
    heard = connection.execute(_HEARD_OF, (json.dumps(list(employers)),))
    everyone = json.dumps(sorted({*ids, *(int(str(row[0])) for row in heard)}))

    def rows(query: str) -> Rows:
        return connection.execute(query, (everyone,))

    return Facts(
        people=tuple(_person(*row) for row in rows(_PEOPLE_OF)),
        talks=tuple(
            _talks(
                rows(f"{_TALKS} AND id IN {_TALKS_OF}"),
                _seats(rows(_SEATS.format(where=f"WHERE conversation_id IN {_TALKS_OF}"))),
            )
        ),
        messages=tuple(_messages(rows(_LETTERS + _MINE))),
        contacts=_heard(rows(_CONTACTS_OF), rows(_MEETINGS + _MINE)),
        tasks=tuple(_tasks(rows(_TASKS_OF))),
        settled=tuple(_settled(rows(_SETTLED + _SETTLED_OF))),
    )


def _person(
    ident: int,
    employer_id: int | None,
    stage: str,
    channel: str,
    introduced_by: int | None,
    keep: str,
    keep_since: int | None,
) -> PersonFacts:
    return PersonFacts(
        ident,
        employer_id,
        _STAGES.get(stage, Stage.KNOWN),
        channel,
        introduced_by,
        keep=_KEEPS.get(keep, Keep.NEVER),
        keep_since=keep_since,
    )


def _seats(rows: Rows) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for conversation_id, person_id in rows:
        found.setdefault(conversation_id, []).append(person_id)
    return found


def _talks(rows: Rows, seats: dict[int, list[int]]) -> Iterable[Talk]:
    for ident, at, minutes, status, *moments in rows:
        yield Talk(ident, tuple(seats.get(ident, ())), at, minutes, Status(status), *moments)


def _messages(rows: Rows) -> Iterable[Message]:
    known = {kind.value: kind for kind in LetterKind}
    for ident, person_id, kind, at, about in rows:
        if kind in known:
            yield Message(ident, person_id, known[kind], at, about)


def _heard(contacts: Rows, meetings: Rows) -> tuple[Contact, ...]:
    return (
        *(Contact(person, at, bool(is_answer)) for person, at, is_answer in contacts),
        *(Contact(person, at) for person, at in meetings),
    )


def _tasks(rows: Rows) -> Iterable[TaskFacts]:
    for ident, text, due, person_id in rows:
        yield TaskFacts(ident, text, _day(due), person_id)


def _settled(rows: Rows) -> Iterable[Settled]:
    known = {kind.value: kind for kind in DueKind}
    for kind, subject_id, cycle, done_at, until in rows:
        if kind in known:
            yield Settled(known[kind], subject_id, cycle, done_at, _day(until or ""))


def _day(text: str) -> date | None:
    """Return a stored day; what a file from elsewhere has made of it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
