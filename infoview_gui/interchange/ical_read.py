"""A calendar file becomes events, with a reason for everything that is left out.

Decoding, broken lines, unclosed components and unknown zones are dealt with on the way. Knows
nothing of spans: what of it lies in a week is asked of ``ical_expand``.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.decoding import decode, looks_binary
from infoview_gui.interchange.ical_components import Component, components, split
from infoview_gui.interchange.ical_events import CalendarEvent, EventReader, LeftOut
from infoview_gui.interchange.ical_values import words
from infoview_gui.interchange.ical_zones import Zones

LARGEST = 40_000_000
"""Bytes; the calendar of a life is smaller."""
MOST_EVENTS = 100_000
_MOST_PROBLEMS = 200
_LONGEST_NAME = 200
_FOLD = re.compile(r"\r?\n[ \t]")
_FIRST_PART = re.compile(r"^BEGIN:(?!VCALENDAR)", re.IGNORECASE | re.MULTILINE)
_REST = r"(?:;[^:\n]*)?:.*(?:\r?\n[ \t].*)*"
_NAME = re.compile(rf"^NAME{_REST}", re.IGNORECASE | re.MULTILINE)
_CALNAME = re.compile(rf"^X-WR-CALNAME{_REST}", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not as it should be; ``line`` from 1 on, 0 for the whole file."""

    line: int
    reason: str

    @property
    def where(self) -> str:
        """Return "line 12: ", or nothing for the whole file."""
        return f"line {self.line}: " if self.line else ""


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What a file holds; ``left_out`` is not shown, ``doubts`` is shown as well as can be."""

    events: tuple[CalendarEvent, ...]
    left_out: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    unreadable: int = 0
    """How many events are left out; of ``left_out`` there are no more than some hundred."""
    name: str = ""
    """What the calendar calls itself, on one line; empty where it does not say."""


def read_calendar(path: Path) -> CalendarReading:
    """Read a file. Raises UnreadableFile with a sentence; no content raises anything else."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFile(f"“{path.name}” is not a file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        why = (error.strerror or "the system gave no reason").lower()
        raise UnreadableFile(f"“{path.name}” cannot be opened ({why}).") from error
    if len(data) > LARGEST:
        raise UnreadableFile(f"“{path.name}” is too large to be a calendar.")
    if not data.strip():
        raise UnreadableFile(f"“{path.name}” is empty.")
    if looks_binary(data):
        raise UnreadableFile(f"“{path.name}” is not a calendar file.")
    found = parse_calendar(decode(data))
    if found is None:
        raise UnreadableFile(f"“{path.name}” is not a calendar file: no calendar begins in it.")
    return found


def parse_calendar(text: str) -> CalendarReading | None:
    """Read a text; None where there is no calendar and no event in it."""
    parts = list(components(text))
    if not parts and "BEGIN:VCALENDAR" not in text.upper():
        return None
    zones = Zones(part for part in parts if part.name == "VTIMEZONE")
    reader = EventReader(zones)
    events: list[CalendarEvent] = []
    left_out: list[Problem] = []
    doubts: list[Problem] = []
    for part in parts:
        if part.name == "VEVENT":
            _take(part, reader, events, left_out, doubts)
    unreadable = len(left_out)
    if len(events) > MOST_EVENTS:
        left_out.append(Problem(0, f"only the first {MOST_EVENTS:,} events are shown"))
    doubts += [Problem(line, reason) for line, reason in reader.bad_lines]
    doubts += [
        Problem(line, f"nobody knows the time zone “{name[:60]}”: shown at the time as written")
        for name, line in reader.unknown_zones.items()
    ]
    if _is_cut_off(text):
        doubts.insert(0, Problem(0, "the file is cut off: something may be missing"))
    return CalendarReading(
        tuple(events[:MOST_EVENTS]),
        tuple(left_out[:_MOST_PROBLEMS]),
        tuple(doubts[:_MOST_PROBLEMS]),
        unreadable,
        _name(text),
    )


def _is_cut_off(text: str) -> bool:
    """Say whether a calendar begins in a text and none ends after it."""
    whole = text.upper()
    return whole.rfind("BEGIN:VCALENDAR") > whole.rfind("END:VCALENDAR")


def name_at_head(data: bytes) -> str:
    """Return what a calendar calls itself at the beginning of its file; else nothing."""
    return _name(decode(data))


def _name(text: str) -> str:
    """Return the name by RFC 7986 or, as most write it, by X-WR-CALNAME."""
    first = _FIRST_PART.search(text)
    found = _NAME.search(text, 0, first.start() if first else len(text)) or _CALNAME.search(text)
    line = split(_FOLD.sub("", found[0]).strip()) if found else None
    return " ".join(words(line).split())[:_LONGEST_NAME] if line is not None else ""


def _take(
    part: Component,
    reader: EventReader,
    events: list[CalendarEvent],
    left_out: list[Problem],
    doubts: list[Problem],
) -> None:
    try:
        events.append(reader.read(part))
    except LeftOut as why:
        left_out.append(Problem(part.number, str(why)))
    else:
        if not part.closed:
            doubts.append(Problem(part.number, "the event is cut off before its end"))
