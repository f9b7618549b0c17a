"""What the merge fields of a letter stand for: read from the database, worded for this user.

Changes nothing. A value that is not known is left out, and then the letter asks for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from infoview_gui.practice import countdown, letters_thanks, marks
from infoview_gui.practice.letters import Budgets, LetterKind
from infoview_gui.practice.letters_connection import Source, connection
from infoview_gui.practice.letters_thanks import Chip
from infoview_gui.practice.letters_times import (
    TimeWords,
    Zones,
    agreed_time,
    in_a_sentence,
    in_lines,
    number_word,
)
from infoview_gui.practice.marks import ALL_MARKS, Mark, MarkKind
from infoview_gui.practice.names import joined
from infoview_gui.practice.questions import Category
from infoview_gui.practice.time_zones import is_zone
from infoview_gui.services import reading
from infoview_gui.services.notes import load_notes
from infoview_gui.services.records import ConversationRecord
from infoview_gui.store.binding import DATABASE
from infoview_gui.store.models import (
    ContactPoint,
    Conversation,
    Insight,
    Letter,
    Participant,
    Person,
)

_NOON, _EVENING = 12, 18
_ASKED = (LetterKind.FIRST.value, LetterKind.NOTE.value)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and how they say days and times: from the settings and the locale."""

    name: str
    signature: str
    minutes: int
    zone: ZoneInfo
    words: TimeWords
    marks: frozenset[MarkKind] = ALL_MARKS
    budgets: Budgets = field(default_factory=Budgets)


@dataclass(frozen=True, slots=True)
class About:
    """What a letter is about: to whom, of which kind, from which talk, about whom."""

    kind: LetterKind
    person_id: int
    conversation_id: int | None = None
    about_id: int | None = None


def values(about: About, writer: Writer, now: int) -> dict[str, str]:
    """Return what is known, by the names of the fields (``practice.letters.FIELDS``)."""
    person = Person.get_or_none(Person.id == about.person_id)
    if person is None:
        return {}
    talk = None if about.conversation_id is None else reading.conversation(about.conversation_id)
    found = {
        "own name": writer.name,
        "signature": writer.signature or writer.name,
        "minutes": number_word(_minutes(about, talk, writer)),
        **_of_person(person),
        **_of_others(about, writer, now),
        **_of_times(person, writer, now),
        "first asked": _first_asked(about, writer),
    }
    if talk is not None:
        found |= _of_talk(talk, person, writer, now)
    if about.kind is LetterKind.NEWS:
        found |= _of_advice(person, writer, now)
    return {name: value for name, value in found.items() if value}


def chips(
    conversation_id: int | None, enabled: frozenset[MarkKind] = ALL_MARKS
) -> tuple[Chip, ...]:
    """Return what the notes of a talk offer to be woven in."""
    if conversation_id is None:
        return ()
    return letters_thanks.chips(_marks(conversation_id, enabled))


def names(about: About) -> tuple[str, ...]:
    """Return words that speak of whom it goes to: their names, their company, who introduced."""
    person = Person.get_or_none(Person.id == about.person_id)
    if person is None:
        return ()
    by = person.introduced_by
    found = (person.first_name, person.last_name, person.company, "" if by is None else by.name)
    return tuple(one for one in found if one)


def talk_for(person_id: int, kind: LetterKind, now: int) -> int | None:
    """Return the talk such a letter is about: thanks for the last, a confirmation of the next."""
    if kind is LetterKind.CONFIRMATION:
        ahead = (Conversation.status == "planned") & (Conversation.starts_at >= now)
        return _first(_talks(person_id).where(ahead).order_by(Conversation.starts_at))
    if kind not in (LetterKind.THANKS, LetterKind.NEWS, LetterKind.INTRODUCTION):
        return None
    done = _talks(person_id).where(Conversation.status == "done")
    newest = done.order_by(Conversation.ended_at.desc(nulls="LAST"))
    if kind is LetterKind.THANKS:
        open_ones = Conversation.thanked_at.is_null() & Conversation.thanks_waived_at.is_null()
        return _first(newest.where(open_ones)) or _first(newest)
    return _first(newest)


def proposed(person_id: int, now: int) -> list[Conversation]:
    """Return the talks that are proposed to a person and have not faded, by time."""
    ahead = (Conversation.status == "proposed") & (Conversation.starts_at > now)
    rows = list(_talks(person_id).where(ahead).order_by(Conversation.starts_at))
    fresh = {row.id for row in reading.conversation_rows([row.id for row in rows])
             if not row.has_faded(now)}  # fmt: skip
    return [row for row in rows if row.id in fresh]


def _talks(person_id: int) -> Any:  # noqa: ANN401 - a query, which Peewee does not type
    return Conversation.select().join(Participant).where(Participant.person == person_id)


def _first(query: Any) -> int | None:  # noqa: ANN401 - as above
    row = query.first()
    return None if row is None else int(row.id)


def _of_person(person: Person) -> dict[str, str]:
    by = person.introduced_by
    introducer = "" if by is None else by.name
    source = Source(person.channel, introducer, person.company, person.channel_detail)
    return {
        "first name": person.first_name,
        "name": person.name,
        "company": person.company,
        "role": person.role,
        "introducer": introducer,
        "connection": connection(source),
    }


def _minutes(about: About, talk: ConversationRecord | None, writer: Writer) -> int:
    """Return those of the talk it is about; what asks for another talk asks for the usual ones."""
    past = talk is not None and talk.status == "done" and about.kind is not LetterKind.THANKS
    return writer.minutes if talk is None or past else talk.minutes


def _of_others(about: About, writer: Writer, now: int) -> dict[str, str]:
    """Return whom it is about; a report that names nobody is about all who are still untold of."""
    ids = (about.about_id,) if about.about_id is not None else _untold(about, now)
    found = [one for one in (Person.get_or_none(Person.id == ident) for ident in ids) if one]
    if not found:
        return {}
    company = found[0].company if len(found) == 1 else ""
    known = {"other name": joined([one.name for one in found]), "other company": company}
    if about.kind is LetterKind.INTRODUCER:
        return known | _of_their_talks(found, writer, now)
    return known | {"day named": _day_named(about, found[0], writer, now)}


def _of_their_talks(others: list[Person], writer: Writer, now: int) -> dict[str, str]:
    """Return that one talked with those introduced, if with all of them, and what one learned."""
    held = [_held(one.id) for one in others]
    if not all(held):
        return {}
    if len(held) > 1:
        return {"talked": f"I have talked to {'both' if len(held) == 2 else 'each of them'}"}
    talk = held[0][0]
    day = _day(talk.starts_at or talk.ended_at, writer, now)
    return {"talked": f"we talked {day}".rstrip(), "learned": str(talk.learned).strip()}


def _day_named(about: About, other: Person, writer: Writer, now: int) -> str:
    """Return when they named somebody whom the notes of a talk with them hold."""
    for talk in _held(about.person_id):
        named = (one for one in chips(talk.id, writer.marks) if one.kind is MarkKind.PERSON)
        if any(one.words.casefold() == str(other.name).casefold() for one in named):
            return _day(talk.starts_at or talk.ended_at, writer, now)
    return ""


def _of_advice(person: Person, writer: Writer, now: int) -> dict[str, str]:
    """Return the newest advice they gave, and the day of that talk instead of the last one's."""
    theirs = (Insight.person == person) & (Insight.category == Category.ADVICE.value)
    row = Insight.select().where(theirs).order_by(Insight.at.desc(), Insight.id.desc()).first()
    if row is None:
        return {}
    talk = row.conversation
    at = None if talk is None else talk.starts_at or talk.ended_at
    return {"advice": str(row.text).strip(), "day": _day(at, writer, now)}


def _held(person_id: int) -> list[Conversation]:
    """Return the talks that were held with a person, the newest first."""
    done = _talks(person_id).where(Conversation.status == "done")
    return list(done.order_by(Conversation.ended_at.desc(nulls="LAST")))


def _untold(about: About, now: int) -> tuple[int, ...]:
    if about.kind is not LetterKind.INTRODUCER:
        return ()
    # ruff: noqa: PLC0415 - only reports want the engine
    from infoview_gui.practice.routine.telling import untold_of
    from infoview_gui.services.routine_facts import read_facts

    facts = read_facts(DATABASE.connection(), about.person_id)
    return untold_of(facts, about.person_id, now)


def _of_times(person: Person, writer: Writer, now: int) -> dict[str, str]:
    # Also those of an earlier letter: they are still held for them.
    offers = [row.starts_at or 0 for row in proposed(person.id, now)]
    zones = Zones(writer.zone, _zone(person))
    return {
        "times": in_a_sentence(offers, zones, writer.words),
        "times in lines": in_lines(offers, zones, writer.words),
    }


def _zone(person: Person) -> ZoneInfo | None:
    return ZoneInfo(person.zone) if is_zone(person.zone) else None


def _first_asked(about: About, writer: Writer) -> str:
    mine = (Letter.person == about.person_id) & Letter.sent_at.is_null(False)
    row = Letter.select().where(mine & (Letter.kind << _ASKED)).order_by(Letter.sent_at).first()
    return "" if row is None else writer.words.day(_local(row.sent_at, writer).date())


def _of_talk(talk: ConversationRecord, person: Person, writer: Writer, now: int) -> dict[str, str]:
    found = _where(talk, person)
    if talk.status == "done":
        found |= letters_thanks.seed(chips(talk.id, writer.marks)).values()
        found["day"] = _day(talk.began_at or talk.ended_at, writer, now)
        found["extra minutes"] = _extra(talk)
        found["learned"] = _learned(talk.id)
        return found
    found["goal"] = talk.goal  # what was wanted of a past talk is not what is wanted now
    if talk.starts_at is not None:
        found["when"] = _when(talk.starts_at, person, writer, now)
    return found


def _where(talk: ConversationRecord, person: Person) -> dict[str, str]:
    """Return the place or the link; of a call by phone the number, which is no place."""
    if talk.link or talk.way != "phone":
        return {"place": talk.link or talk.place}
    phones = (ContactPoint.person == person) & (ContactPoint.kind == "phone")
    order = (ContactPoint.preferred.desc(), ContactPoint.position, ContactPoint.id)
    known = ContactPoint.select().where(phones).order_by(*order).first()
    number = talk.place or ("" if known is None else str(known.value))
    return {"phone": number} if number else {"place": "by phone"}


def _learned(conversation_id: int) -> str:
    return str(Conversation.get_by_id(conversation_id).learned).strip()


def _extra(talk: ConversationRecord) -> str:
    if talk.ended_at is None or not talk.events:
        return ""
    clock = countdown.state(talk.events, talk.minutes, talk.ended_at)
    if not clock.extended:
        return ""  # nobody gave more: it only took longer
    return letters_thanks.extra_minutes(talk.minutes, round(clock.elapsed_ms / 60_000))


def _marks(conversation_id: int, enabled: frozenset[MarkKind]) -> Iterator[Mark]:
    lines: Iterable[str] = load_notes(conversation_id).text.split("\n")
    for line in lines:
        mark = marks.parse(line.rstrip(), enabled)
        if mark is not None:
            yield mark


def _local(at: int, writer: Writer) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(writer.zone)


def _day(at: int | None, writer: Writer, now: int) -> str:
    """Return "this morning", "yesterday" or "on Tuesday 24 November"."""
    if at is None:
        return ""
    then, today = _local(at, writer), _local(now, writer).date()
    if then.date() == today:
        return "this " + _part_of_day(then.hour)
    if then.date() == today - timedelta(days=1):
        return "yesterday"
    return f"on {writer.words.day(then.date())}"


def _part_of_day(hour: int) -> str:
    if hour < _NOON:
        return "morning"
    return "afternoon" if hour < _EVENING else "evening"


def _when(at: int, person: Person, writer: Writer, now: int) -> str:
    """Return "tomorrow, Tuesday 24 November, at 15:00 in Berlin (09:00 in New York)"."""
    said = agreed_time(at, Zones(writer.zone, _zone(person)), writer.words)
    days = (_local(at, writer).date() - _local(now, writer).date()).days
    near = {0: "today, ", 1: "tomorrow, "}.get(days, "on ")
    return f"{near}{said}"
