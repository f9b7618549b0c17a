"""Components become events: when they are, what they are called, how they come round.

Whatever a line says wrongly costs that line; an event without a time is left out with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from infoview_gui.interchange.ical_components import Component, Line, split
from infoview_gui.interchange.ical_values import Length, length, stamp, words
from infoview_gui.interchange.ical_zones import UTC_ZONE, Zone, Zones, seconds_of

_READ = frozenset({
    "UID", "SUMMARY", "LOCATION", "DTSTART", "DTEND", "DURATION", "STATUS", "TRANSP", "SEQUENCE",
    "RECURRENCE-ID", "X-MICROSOFT-CDO-BUSYSTATUS",
})  # fmt: skip
_REPEATED = frozenset({"RRULE", "EXRULE", "RDATE", "EXDATE"})
_LONGEST = 400
_MOST_DATES = 5_000


class When(NamedTuple):
    """A day, a time in a zone, or (without either) a time wherever one is."""

    wall: datetime
    zone: Zone | None = None
    is_day: bool = False

    @property
    def key(self) -> date | int:
        """What tells times apart however they are written: a day or a moment."""
        if self.is_day:
            return self.wall.date()
        return seconds_of(self.wall) if self.zone is None else self.zone.seconds(self.wall)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event as the file has it; ``line`` is where it begins, from 1 on."""

    line: int
    uid: str
    summary: str
    place: str
    start: When
    length: Length
    status: str = ""
    busy: bool = True
    sequence: int = 0
    rules: tuple[str, ...] = ()
    but_rules: tuple[str, ...] = ()
    dates: tuple[tuple[When, Length | None], ...] = ()
    but_dates: tuple[When, ...] = ()
    instead_of: When | None = None
    """The time of the series in whose place it stands (RECURRENCE-ID)."""
    and_after: bool = False
    """It stands for all later times of the series as well."""

    @property
    def repeats(self) -> bool:
        """Whether it comes more than once."""
        return bool(self.rules or self.dates)


class LeftOut(Exception):
    """The event cannot be shown; its text is a reason in a few words."""


class EventReader:
    """Reads the events of one file; ``unknown_zones`` are the names nobody knows."""

    def __init__(self, zones: Zones) -> None:
        self._zones = zones
        self.unknown_zones: dict[str, int] = {}
        """With the line of the first event that names it."""
        self.bad_lines: list[tuple[int, str]] = []
        self._number = 0

    def read(self, component: Component) -> CalendarEvent:
        """Return the event of a component. Raises LeftOut."""
        self._number = component.number
        single: dict[str, Line] = {}
        repeated: dict[str, list[Line]] = {}
        for text in component.lines:
            line = split(text)
            if line is None:
                self._complain(f"“{text[:40].strip()}” is no property")
            elif line.name in _READ:
                single.setdefault(line.name, _mended(line) if ":" in line.value else line)
            elif line.name in _REPEATED:
                repeated.setdefault(line.name, []).append(line)
        start = self._start(single)
        return self._event(component, single, repeated, start)

    def _event(
        self,
        component: Component,
        single: dict[str, Line],
        repeated: dict[str, list[Line]],
        start: When,
    ) -> CalendarEvent:
        instead = single.get("RECURRENCE-ID")
        event = CalendarEvent(
            component.number,
            _text(single, "UID"),
            _text(single, "SUMMARY"),
            _text(single, "LOCATION"),
            start,
            self._length(single, start),
            _text(single, "STATUS").upper(),
            _text(single, "TRANSP").upper() != "TRANSPARENT"
            and _text(single, "X-MICROSOFT-CDO-BUSYSTATUS").upper() != "FREE",
            _count(_text(single, "SEQUENCE")),
        )
        if not repeated and instead is None:
            return event
        return self._with_repeats(event, repeated, instead)

    def _with_repeats(
        self, event: CalendarEvent, repeated: dict[str, list[Line]], instead: Line | None
    ) -> CalendarEvent:
        return CalendarEvent(
            event.line, event.uid, event.summary, event.place, event.start, event.length,
            event.status, event.busy, event.sequence,
            rules=tuple(line.value.strip() for line in repeated.get("RRULE", ())),
            but_rules=tuple(line.value.strip() for line in repeated.get("EXRULE", ())),
            dates=tuple(one for line in repeated.get("RDATE", ()) for one in self._dates(line)),
            but_dates=tuple(
                when for line in repeated.get("EXDATE", ()) for when, _ in self._dates(line)
            ),
            instead_of=None if instead is None else self._when(instead, instead.value),
            and_after=instead is not None and instead.parameter("RANGE") == "THISANDFUTURE",
        )  # fmt: skip

    # -- times

    def _start(self, single: dict[str, Line]) -> When:
        line = single.get("DTSTART") or single.get("RECURRENCE-ID")
        if line is None:
            raise LeftOut("it has no time")
        start = self._when(line, line.value)
        if start is None:
            raise LeftOut(f"its time “{line.value[:40]}” makes no sense")
        return start

    def _when(self, line: Line, text: str) -> When | None:
        found = stamp(text)
        if found is None:
            return None
        if found.is_day:
            return When(found.wall, is_day=True)
        if found.utc:
            return When(found.wall, UTC_ZONE)
        name = line.parameter("TZID")
        zone = self._zones.find(name) if name else None
        if name and zone is None:
            self.unknown_zones.setdefault(name, self._number)
        return When(found.wall, zone)

    def _length(self, single: dict[str, Line], start: When) -> Length:
        if (line := single.get("DTEND")) is not None:
            end = self._when(line, line.value)
            if end is not None:
                return between(start, end)
            self._complain(f"the end “{line.value[:40]}” makes no sense")
        if (line := single.get("DURATION")) is not None:
            found = length(line.value)
            if found is not None:
                return Length(max(1, found.days), 0) if start.is_day else found
            self._complain(f"the length “{line.value[:40]}” makes no sense")
        return Length(1 if start.is_day else 0)

    def _dates(self, line: Line) -> list[tuple[When, Length | None]]:
        found: list[tuple[When, Length | None]] = []
        for text in line.value.split(",")[:_MOST_DATES]:
            first, _, last = text.partition("/")
            when = self._when(line, first)
            if when is None:
                self._complain(f"the date “{first[:40]}” makes no sense")
                continue
            end = self._when(line, last) if last else None
            found.append((when, length(last) if end is None else between(when, end)))
        return found

    def _complain(self, words: str) -> None:
        self.bad_lines.append((self._number, words))


def _mended(line: Line) -> Line:
    """Part a time from a name such as (UTC+01:00) that should have been in quotes."""
    if "TZID" not in line.params.upper() or stamp(line.value) is not None:
        return line
    head, _, last = line.value.rpartition(":")
    name, _, zone = line.params.rpartition("=")
    return Line(line.name, f'{name}="{zone}:{head}"', last)


def between(start: When, end: When) -> Length:
    """Return how long it is from one time to another; nothing where the end comes first."""
    if start.is_day:
        days = (end.wall.date() - start.wall.date()).days
        return Length(max(1, days + (not end.is_day and end.wall.time() > datetime.min.time())))
    if end.is_day:
        # An end without a time for a start with one: the whole of that day.
        return Length(0, max(0, seconds_of(end.wall + timedelta(days=1)) - seconds_of(start.wall)))
    same = start.zone is end.zone or start.zone is None or end.zone is None
    if same and start.wall.date() == end.wall.date():
        return Length(0, max(0, seconds_of(end.wall) - seconds_of(start.wall)))
    return Length(0, max(0, _seconds(end) - _seconds(start)))


def _seconds(when: When) -> int:
    return seconds_of(when.wall) if when.zone is None else when.zone.seconds(when.wall)


def _text(single: dict[str, Line], name: str) -> str:
    line = single.get(name)
    return "" if line is None else words(line)[:_LONGEST]


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
