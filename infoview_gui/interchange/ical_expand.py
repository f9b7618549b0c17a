"""What of a calendar lies in a span of time: series come round, exceptions take their places.

Within a budget: a series that spends its own is shown as far as it went, and named. Moments are
seconds since 1970 UTC; days are dates and never shift, whatever zone one is in.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from infoview_gui.interchange.ical_bounds import bounds
from infoview_gui.interchange.ical_events import CalendarEvent, When
from infoview_gui.interchange.ical_values import Length
from infoview_gui.interchange.ical_zones import NamedZone, Zone, seconds_of
from infoview_gui.interchange.recurrence import Budget, TooMuch, occurrences
from infoview_gui.interchange.recurrence_rule import BadRule, Rule, end_of, parse_rule

STEPS_OF_SERIES = 40_000
STEPS = 400_000
SECONDS = 1.5
MOST_OF_SERIES = 1_000
MOST = 20_000
_DAY = timedelta(days=1)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_EARLIEST, _LATEST = datetime(2, 1, 1), datetime(9998, 12, 31)  # noqa: DTZ001 - wall times


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to before another, as seen from a zone."""

    start: int
    end: int
    home: ZoneInfo

    def days(self) -> tuple[date, date]:
        """Return the first day that it touches and the first that it does not."""
        first = datetime.fromtimestamp(self.start, UTC).astimezone(self.home).date()
        last = datetime.fromtimestamp(self.end - 1, UTC).astimezone(self.home).date()
        return first, last + _DAY


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event at one time: ``first`` and ``end`` are moments, or for whole days dates."""

    event: CalendarEvent
    first: int | date
    end: int | date

    @property
    def is_day(self) -> bool:
        """Whether it takes whole days."""
        return isinstance(self.first, date)


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a span; ``unfinished`` are events that come round too often or oddly."""

    occurrences: tuple[Occurrence, ...]
    unfinished: tuple[tuple[CalendarEvent, str], ...] = ()


class _Series(NamedTuple):
    """Events of one UID, and the moments between which they lie."""

    masters: list[CalendarEvent]
    exceptions: list[CalendarEvent]
    first: int
    last: int


class Book:
    """The events of one file, sorted once into single ones and series."""

    def __init__(self, events: Iterable[CalendarEvent]) -> None:
        self._single: list[CalendarEvent] = []
        self._series: list[_Series] = []
        by_uid: dict[str, list[CalendarEvent]] = {}
        for event in events:
            if event.uid:
                by_uid.setdefault(event.uid, []).append(event)
            else:
                self._sort([event])
        for group in by_uid.values():
            self._sort(group)

    def _sort(self, group: list[CalendarEvent]) -> None:
        masters = _newest(one for one in group if one.instead_of is None or one.repeats)
        exceptions = _newest(one for one in group if one.instead_of is not None and not one.repeats)
        if any(one.repeats for one in masters):
            first, last = bounds(masters, exceptions)
            self._series.append(_Series(masters, exceptions, first, last))
        else:
            self._single += [*masters, *exceptions]

    def between(
        self,
        span: Span,
        steps: int = STEPS,
        seconds: float = SECONDS,
        stop: Callable[[], bool] = lambda: False,
    ) -> Found:
        """Return what touches a span, in order. Never raises, and never takes long.

        After so many ``seconds``, or where ``stop`` says so, the series that were not looked at yet
        are left out.
        """
        end = time.monotonic() + seconds
        budget = Budget(steps)
        found = [
            one for event in self._single for one in _at(event, event.start, event.length, span)
        ]
        unfinished: list[tuple[CalendarEvent, str]] = []
        for one in self._series:
            if one.last < span.start or one.first > span.end:
                continue
            found += _series(one.masters, one.exceptions, span, budget, unfinished)
            asked = time.monotonic()
            stopped = stop()
            end += time.monotonic() - asked  # whoever is asked may let the work wait
            if len(found) > MOST or asked > end or stopped:
                break
        shown = (here for here in found if here.event.status != "CANCELLED")
        return Found(tuple(sorted(shown, key=_order)[:MOST]), tuple(unfinished))


def _newest(events: Iterable[CalendarEvent]) -> list[CalendarEvent]:
    """Of events for the same time keep the one with the highest SEQUENCE, the last of equals."""
    found: dict[object, CalendarEvent] = {}
    listed = list(events)
    # A whole event that was moved stands in the file of some programs beside its older self.
    newest = max((one.sequence for one in listed if one.instead_of is None), default=0)
    for event in listed:
        if event.uid and event.instead_of is None and event.sequence < newest:
            continue
        key = event.start.key if event.instead_of is None else (event.instead_of.key,)
        known = found.get(key)
        if known is None or not event.uid or event.sequence >= known.sequence:
            found[key] = event
    return list(found.values())


def _order(one: Occurrence) -> tuple[int, str]:
    first = one.first
    if not isinstance(first, int):
        first = (first.toordinal() - _EPOCH_DAY) * 86_400
    return first, one.event.summary


def _at(event: CalendarEvent, start: When, length: Length, span: Span) -> Iterator[Occurrence]:
    """Yield the event at a time if that touches the span."""
    try:
        if start.is_day:
            first = start.wall.date()
            end = min(first, date(9900, 1, 1)) + timedelta(days=max(1, length.days))
            begin, until = span.days()
            if first < until and end > begin:
                yield Occurrence(event, first, end)
            return
        zone: Zone = start.zone or NamedZone(span.home)
        moment = zone.seconds(start.wall)
        last = zone.seconds(start.wall + timedelta(days=length.days)) if length.days else moment
        last += length.seconds
        if moment < span.end and (last > span.start or moment >= span.start):
            yield Occurrence(event, moment, last)
    except (OverflowError, ValueError):
        return  # before the year 1 or after 9999: nobody will look there


def _series(
    masters: Sequence[CalendarEvent],
    exceptions: Sequence[CalendarEvent],
    span: Span,
    budget: Budget,
    unfinished: list[tuple[CalendarEvent, str]],
) -> list[Occurrence]:
    gone = {one.instead_of.key for one in exceptions if one.instead_of is not None}
    later = sorted(
        (one for one in exceptions if one.and_after), key=lambda one: _wall_key(one.instead_of)
    )
    found: list[Occurrence] = []
    for master in masters:
        own = Budget(min(STEPS_OF_SERIES, budget.left))
        before = own.left
        try:
            for start, length in _times(master, span, own, gone):
                event, at = _replaced(master, start, later)
                found += _at(event, at, length if event is master else event.length, span)
                if len(found) >= MOST_OF_SERIES:
                    raise TooMuch
        except TooMuch:
            unfinished.append((master, "it comes round too often to be shown in full"))
        except BadRule as why:
            unfinished.append((master, f"{why}: shown once"))
            found += _at(master, master.start, master.length, span)
        budget.left -= before - max(own.left, 0)
    for one in exceptions:
        found += _at(one, one.start, one.length, span)
    return found


def _replaced(
    master: CalendarEvent, start: When, later: Sequence[CalendarEvent]
) -> tuple[CalendarEvent, When]:
    """Return what stands at a time after "this and all following" were changed."""
    for one in reversed(later):
        if one.instead_of is not None and _wall_key(start) > _wall_key(one.instead_of):
            shift = one.start.wall - one.instead_of.wall
            return one, start._replace(wall=start.wall + shift)
    return master, start


def _wall_key(when: When | None) -> int:
    if when is None:
        return 0
    return seconds_of(when.wall) if when.zone is None else when.zone.seconds(when.wall)


def _times(
    master: CalendarEvent, span: Span, budget: Budget, gone: set[date | int]
) -> Iterator[tuple[When, Length]]:
    """Yield the times of a series near a span, those that are excepted left out."""
    rules = [_bounded(text, master.start) for text in master.rules]
    after, until = _near(master, span)
    excluded = gone | {one.key for one in master.but_dates}
    for text in master.but_rules:
        rule, last = _bounded(text, master.start)
        walls = occurrences(rule, master.start.wall, after, min(until, last), budget)
        excluded |= {master.start._replace(wall=wall).key for wall in walls}
    seen: set[date | int] = set()
    for start, length in _all_times(master, rules, after, until, budget):
        key = start.key
        if key not in seen and not (excluded and _is_excluded(start, key, excluded)):
            seen.add(key)
            yield start, length


def _is_excluded(start: When, key: date | int, excluded: set[date | int]) -> bool:
    if key in excluded:
        return True
    # A day excepts what begins on it; a time excepts the day it lies on: both are written.
    if not start.is_day:
        return start.wall.date() in excluded
    return seconds_of(start.wall) in excluded


def _all_times(
    master: CalendarEvent,
    rules: Sequence[tuple[Rule, datetime]],
    after: datetime,
    until: datetime,
    budget: Budget,
) -> Iterator[tuple[When, Length]]:
    start = master.start
    if after <= start.wall <= until:
        yield start, master.length
    for when, length in master.dates:
        if after <= when.wall <= until:
            yield when, length or master.length
    for rule, last in rules:
        for wall in occurrences(rule, start.wall, after, min(until, last), budget):
            yield start._replace(wall=wall), master.length


def _bounded(text: str, start: When) -> tuple[Rule, datetime]:
    """Return a rule and its last wall time. Raises BadRule."""
    rule = parse_rule(text)
    if not rule.until:
        return rule, _LATEST
    found = end_of(rule.until)
    if found is None:
        raise BadRule("its UNTIL makes no sense")
    wall, utc, _ = found
    if utc and start.zone is not None:
        wall = start.zone.wall(seconds_of(wall))
    return rule, wall


def _near(master: CalendarEvent, span: Span) -> tuple[datetime, datetime]:
    """Return the span in the wall time of a series, wider by its length and by a day."""
    zone: Zone = master.start.zone or NamedZone(span.home)
    length = timedelta(days=master.length.days, seconds=master.length.seconds)
    try:
        after = zone.wall(span.start) - length - _DAY
        until = zone.wall(span.end) + _DAY
    except (OverflowError, ValueError):
        return _EARLIEST, _LATEST
    return max(after, _EARLIEST), min(until, _LATEST)
