"""The sample data as they stand in resources/sample: read, typed, nothing computed.

Must not know the database or what day it is.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from infoview_gui.interchange.cards import ContactPoint as Reach

_LINE: Final = re.compile(r"(?P<stamp>prep|after|\d+:\d\d)(?:\s+(?P<text>\S.*))?")
_CLOCK: Final = re.compile(r"(?P<minutes>\d+):(?P<seconds>\d\d)")
PREP, AFTER = "prep", "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time of day so many working days from the day of opening."""

    day: int
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(When):
    """How somebody came into the list: by hand, or imported from a file."""

    how: str = "added"
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSet(When):
    """A stage that was set by hand."""

    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(When):
    """How often to be in touch, as ``practice.routine.facts.Keep`` names it, and since when."""

    often: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(When):
    """A note about a person."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePerson:
    """Somebody in the sample; ``by`` is the name of who introduced them."""

    first: str
    last: str
    company: str
    role: str
    channel: str
    added: Added
    detail: str = ""
    by: str = ""
    zone: str = ""
    guessed: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    emails: tuple[Reach, ...] = ()
    phones: tuple[Reach, ...] = ()
    links: tuple[Reach, ...] = ()
    stages: tuple[StageSet, ...] = ()
    notes: tuple[Remark, ...] = ()
    keep: Kept | None = None

    @property
    def name(self) -> str:
        """The name by which conversations and introductions mean them."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleQuestion:
    """A prepared question; ``asked`` counts from the start ("4:10"), empty while it is not."""

    text: str
    category: str
    must: bool = False
    asked: str = ""


@dataclass(frozen=True, slots=True)
class SampleEvent:
    """What happened to the clock, so many ms after the start."""

    after_ms: int
    kind: str
    minutes: int | None
    by: str


@dataclass(frozen=True, slots=True)
class SampleLine:
    """A line of notes; ``after_ms`` counts from the start and is None for *prep* and *after*."""

    stamp: str
    text: str
    after_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTalk:
    """A conversation of the sample; ``thanked`` and ``waived`` are hours after its end."""

    people: tuple[str, ...]
    agreed: When
    goal: str
    questions: tuple[SampleQuestion, ...]
    lines: tuple[SampleLine, ...]
    minutes: int = 15
    status: str = "planned"
    day: int | None = None
    time: str = ""
    soon: bool = False
    prepared: When | None = None
    way: str = ""
    link: str = ""
    place: str = ""
    late: int = 0
    events: tuple[SampleEvent, ...] = ()
    always_asked: str = ""
    thanked: float | None = None
    waived: float | None = None

    @property
    def length_ms(self) -> int:
        """How long it took, pauses included; 0 when it did not take place."""
        return self.events[-1].after_ms if self.events else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEmployer:
    """An employer with its place in the LAMP list."""

    name: str
    motivation: int
    advocacy: bool
    posting: int


@dataclass(frozen=True, slots=True)
class SampleBook:
    """Everything that is in the sample."""

    employers: tuple[SampleEmployer, ...]
    people: tuple[SamplePerson, ...]
    talks: tuple[SampleTalk, ...]


def read_book(folder: Path) -> SampleBook:
    """Read employers.toml, people.toml and conversations.toml.

    Raises OSError, TOMLDecodeError, TypeError for an unknown key, ValueError for a line or an event
    that says nothing: the files travel with the program, so each of these is a bug.
    """
    employers = _rows(folder / "employers.toml", "employer")
    people = _rows(folder / "people.toml", "person")
    talks = _rows(folder / "conversations.toml", "conversation")
    return SampleBook(
        tuple(SampleEmployer(**row) for row in employers),
        tuple(_person(row) for row in people),
        tuple(_talk(row) for row in talks),
    )


def clock_ms(text: str) -> int:
    """Return "4:10", minutes and seconds, in ms; raises ValueError for anything else."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        message = f"“{text}” is not minutes and seconds."
        raise ValueError(message)
    return (int(found["minutes"]) * 60 + int(found["seconds"])) * 1000


def _rows(path: Path, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))[key]
    return rows


def _person(row: dict[str, Any]) -> SamplePerson:
    keep = row.pop("keep", None)
    return SamplePerson(
        keep=None if keep is None else Kept(**keep),
        emails=_reaches(row.pop("emails", [])),
        phones=_reaches(row.pop("phones", [])),
        links=_reaches(row.pop("links", [])),
        added=Added(**row.pop("added")),
        tags=tuple(row.pop("tags", ())),
        stages=tuple(StageSet(**one) for one in row.pop("stages", ())),
        notes=tuple(Remark(**one) for one in row.pop("notes", ())),
        **row,
    )


def _reaches(rows: list[dict[str, Any]]) -> tuple[Reach, ...]:
    return tuple(
        Reach(row["value"], row.get("label", ""), row.get("preferred", False)) for row in rows
    )


def _talk(row: dict[str, Any]) -> SampleTalk:
    prepared = row.pop("prepared", None)
    return SampleTalk(
        people=tuple(row.pop("people")),
        agreed=When(**row.pop("agreed")),
        prepared=None if prepared is None else When(**prepared),
        questions=tuple(SampleQuestion(**one) for one in row.pop("questions")),
        events=tuple(_event(one) for one in row.pop("events", ())),
        lines=tuple(_line(one) for one in row.pop("notes").strip().splitlines()),
        **row,
    )


def _event(text: str) -> SampleEvent:
    """Read "12:50 extended 5 by them", "8:10 paused", "29:40 closed by user"."""
    words = text.split()
    by = words[words.index("by") + 1] if "by" in words else "user"
    minutes = next((int(word) for word in words[2:] if word.isdigit()), None)
    return SampleEvent(clock_ms(words[0]), words[1], minutes, by)


def _line(text: str) -> SampleLine:
    found = _LINE.fullmatch(text)
    if found is None:
        message = f"“{text}” does not begin with prep, after or minutes."
        raise ValueError(message)
    stamp = found["stamp"]
    after_ms = None if stamp in {PREP, AFTER} else clock_ms(stamp)
    return SampleLine(stamp, found["text"] or "", after_ms)
