"""Facts for the tests of the routine, said shortly: three employers in Vienna, autumn 2026.

Northgate Power: Inês (asked first), Kenji, Lena (introduced), Rui (a friend), Nadia (wants no
contact). Helio Labs: Ben. Farah belongs nowhere.
"""

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from infoview_gui.practice.correspondence import Contact, Message
from infoview_gui.practice.follow_ups import Status, Talk
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.due import due
from infoview_gui.practice.routine.facts import Facts, PersonFacts
from infoview_gui.practice.routine.rows import Due
from infoview_gui.practice.stages import Stage
from infoview_gui.practice.workdays import Workdays

VIENNA = ZoneInfo("Europe/Vienna")
NORTHGATE, HELIO = 1, 2
INES, KENJI, LENA, RUI, NADIA, BEN, FARAH = 11, 12, 13, 14, 15, 21, 31
NAMES = {
    INES: "Inês", KENJI: "Kenji", LENA: "Lena", RUI: "Rui", NADIA: "Nadia", BEN: "Ben",
    FARAH: "Farah",
}  # fmt: skip
PEOPLE = (
    PersonFacts(INES, NORTHGATE, Stage.ASKED),
    PersonFacts(KENJI, NORTHGATE, channel="website"),
    PersonFacts(LENA, NORTHGATE, introduced_by=BEN, channel="introduction"),
    PersonFacts(RUI, NORTHGATE, channel="friends"),
    PersonFacts(NADIA, NORTHGATE, Stage.DO_NOT_CONTACT, channel="friends"),
    PersonFacts(BEN, HELIO),
    PersonFacts(FARAH),
)
HOLIDAYS = {date(2026, 12, 8), date(2026, 12, 25), date(2027, 1, 1)}
DAYS = Workdays(VIENNA, HOLIDAYS.__contains__)
_KINDS = {
    "first": LetterKind.FIRST,
    "note": LetterKind.NOTE,
    "second": LetterKind.SECOND,
    "confirmation": LetterKind.CONFIRMATION,
    "thanks": LetterKind.THANKS,
    "news": LetterKind.NEWS,
    "introduction": LetterKind.INTRODUCTION,
    "report": LetterKind.INTRODUCER,
}


def at(text: str, zone: ZoneInfo = VIENNA) -> int:
    """Turn "2026-11-23 14:30" into a moment; a day alone is its noon."""
    words = text if ":" in text else f"{text} 12:00"
    local = datetime.strptime(words, "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    return round(local.timestamp() * 1000)


def sent(kind: str, person_id: int, when: str, ident: int = 0) -> Message:
    """A message; without a number of its own it has one made of the person and the moment."""
    moment = at(when)
    return Message(
        ident or person_id * 10**9 + moment // 60_000 % 10**9, person_id, _KINDS[kind], moment
    )


def answered(person_id: int, when: str) -> Contact:
    return Contact(person_id, at(when), is_answer=True)


def spoke(person_id: int, when: str) -> Contact:
    return Contact(person_id, at(when))


def held(ident: int, person_id: int, when: str, *, thanked: str = "") -> Talk:
    begin = at(when)
    thanked_at = at(thanked) if thanked else None
    return Talk(ident, (person_id,), begin, 15, Status.DONE, begin + 900_000, thanked_at)


def planned(ident: int, person_id: int, when: str, agreed: str = "2026-11-01") -> Talk:
    return Talk(ident, (person_id,), at(when), 15, Status.PLANNED, agreed_at=at(agreed))


def replace(one: Any, **changes: object) -> Any:  # noqa: ANN401
    """Return a fact with some fields changed."""
    if isinstance(one, Talk):
        return dataclasses.replace(one, **changes)
    return one._replace(**changes)


def with_person(person_id: int, **changes: object) -> tuple[PersonFacts, ...]:
    """Return the people, one of them changed."""
    changed = (replace(one, **changes) if one.id == person_id else one for one in PEOPLE)  # type: ignore[arg-type]
    return tuple(changed)


def on(day: str, facts: Facts, days: Workdays = DAYS) -> list[Due]:
    """Return what is due on a day, at noon if it says no time."""
    return due(facts, at(day), days)


def said(rows: Iterable[Due]) -> list[str]:
    """Return the rows as words: "next person: Inês → Lena, Rui, Kenji (soon)"."""
    return [_said(row) for row in rows]


def _said(row: Due) -> str:
    about = ", ".join(NAMES[one] for one in row.person_ids)
    to = ", ".join(NAMES[one] for one in row.write_to) or "nobody"
    arrow = "" if row.write_to == row.person_ids else f" → {to}"
    return f"{row.kind}: {about}{arrow} ({row.level})"
