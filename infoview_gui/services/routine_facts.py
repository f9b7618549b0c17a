"""Reads what follow-ups follow from: only the people concerned, in SQL alone.

Today is read after every change and on every minute, also with 10,000 people.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import apsw

from infoview_gui.practice.correspondence import ASKS_TO_TALK, Contact, Message
from infoview_gui.practice.follow_ups import Status, Talk
from infoview_gui.practice.letters import LetterKind
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

_ANSWERED, _CONTACT = "answered", "contact"
"""Kinds of the activities that say what somebody answered, and that there was other contact."""
_WAITING = ",".join(f"'{kind.value}'" for kind in ASKS_TO_TALK)
_TAKEN = ",".join(f"'{kind.value}'" for kind in (Category.ADVICE, Category.RESOURCES))
_PEOPLE = f"""
WITH asked (employer_id) AS (
    SELECT DISTINCT employer_id FROM person JOIN letter ON letter.person_id = person.id
    WHERE sent_at IS NOT NULL AND kind IN ({_WAITING}) AND employer_id IS NOT NULL),
concerned (id) AS (
    SELECT person_id FROM participant
    UNION SELECT person_id FROM letter WHERE sent_at IS NOT NULL
    UNION SELECT person_id FROM task WHERE done_at IS NULL AND due <> '' AND person_id IS NOT NULL
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
     WHERE conversation_id = conversation.id AND kind = '{LetterKind.CONFIRMATION.value}')
FROM conversation WHERE status <> 'cancelled'
"""  # noqa: S608 - constants
_SEATS = "SELECT conversation_id, person_id FROM participant ORDER BY conversation_id, position"
_LETTERS = "SELECT id, person_id, kind, sent_at, about_id FROM letter WHERE sent_at IS NOT NULL"
_CONTACTS = "SELECT person_id, at, kind FROM activity WHERE kind IN (?, ?)"
_TASKS = "SELECT id, text, due, person_id FROM task WHERE done_at IS NULL AND due <> ''"
_ADVICE = f"""
SELECT insight.id, person_id, coalesce(ended_at, at) FROM insight
LEFT JOIN conversation ON conversation.id = conversation_id
WHERE category IN ({_TAKEN}) AND person_id IS NOT NULL
"""  # noqa: S608 - constants
_SETTLED = "SELECT kind, subject_id, cycle, done_at, until FROM settled"
_STAGES = {one.value: one for one in Stage}
_KEEPS = {one.value: one for one in Keep}
Rows = Iterable[tuple[Any, ...]]


def read_facts(connection: apsw.Connection, person_id: int = 0) -> Facts:
    """Return the facts; with those of one person, whoever it is."""

    def rows(query: str, *values: object) -> Rows:
        return connection.execute(query, values)

    return Facts(
        people=tuple(_person(*row) for row in rows(_PEOPLE, person_id)),
        talks=tuple(_talks(rows(_TALKS), _seats(rows(_SEATS)))),
        messages=tuple(_messages(rows(_LETTERS))),
        contacts=tuple(
            Contact(person, at, kind == _ANSWERED)
            for person, at, kind in rows(_CONTACTS, _ANSWERED, _CONTACT)
        ),
        tasks=tuple(TaskFacts(one, text, _day(due), who) for one, text, due, who in rows(_TASKS)),
        advice=tuple(Advice(*row) for row in rows(_ADVICE)),
        settled=tuple(_settled(rows(_SETTLED))),
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
    for ident, at, minutes, status, ended, thanked, waived, agreed, confirmed in rows:
        people = tuple(seats.get(ident, ()))
        yield Talk(
            ident, people, at, minutes, Status(status), ended, thanked, waived, agreed, confirmed
        )


def _messages(rows: Rows) -> Iterable[Message]:
    known = {kind.value: kind for kind in LetterKind}
    for ident, person_id, kind, at, about in rows:
        if kind in known:
            yield Message(ident, person_id, known[kind], at, about)


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
