"""What a calendar's TZID means: a zone by its name, by a name of Windows, or the file's own rules.

A name that is listed wins over what the file says of it (the file's rules are often wrong or end);
only for names such as EST, which mean many things, the file goes first. Nothing is looked up by
path: ``zoneinfo`` is asked for listed names only (QUALITY.md, Security).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from infoview_gui.interchange.ical_components import Component, Line, split
from infoview_gui.interchange.ical_values import offset, stamp
from infoview_gui.interchange.recurrence import Budget, TooMuch, occurrences
from infoview_gui.interchange.recurrence_rule import BadRule, end_of, parse_rule
from infoview_gui.interchange.zones import known_zone, zone_in_any_case

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - wall time in UTC
_FIRST, _LAST = datetime(1950, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - wall times
_STEPS = 5_000
_NOTHING = timedelta()
_OFFSET = re.compile(r"\(?(?:GMT|UTC)\s*([+-]\d{1,2}[:.]?(?:\d\d)?)\)?.*", re.IGNORECASE)
_UTC = frozenset({"UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "ZULU", "COORDINATED UNIVERSAL TIME"})


class Zone(Protocol):
    """Turns wall times into moments (seconds since 1970 UTC) and back."""

    def seconds(self, wall: datetime) -> int:
        """Return the moment of a wall time; one in a gap of the clock is taken as before it."""

    def wall(self, seconds: int) -> datetime:
        """Return the wall time of a moment."""


class NamedZone:
    """A zone of the time-zone database."""

    def __init__(self, info: ZoneInfo) -> None:
        self.info = info

    def seconds(self, wall: datetime) -> int:
        """See ``Zone``."""
        ahead = self.info.utcoffset(wall.replace(tzinfo=self.info)) or _NOTHING
        gone = wall - _EPOCH
        return gone.days * 86_400 + gone.seconds - (ahead.days * 86_400 + ahead.seconds)

    def wall(self, seconds: int) -> datetime:
        """See ``Zone``."""
        aware = datetime.fromtimestamp(seconds, UTC).astimezone(self.info)
        return aware.replace(tzinfo=None, fold=0)


class FixedZone:
    """A zone that is always so many seconds ahead of UTC."""

    def __init__(self, ahead: int) -> None:
        self._ahead = ahead

    def seconds(self, wall: datetime) -> int:
        """See ``Zone``."""
        return seconds_of(wall) - self._ahead

    def wall(self, seconds: int) -> datetime:
        """See ``Zone``."""
        return _EPOCH + timedelta(seconds=seconds + self._ahead)


class Onset(NamedTuple):
    """A change of the clock: the wall time before it, and the offsets before and after."""

    wall: datetime
    before: int
    after: int


class RuledZone:
    """A zone by the rules of a VTIMEZONE."""

    def __init__(self, onsets: list[Onset]) -> None:
        self._onsets = sorted(onsets)
        self._walls = [one.wall for one in self._onsets]
        self._moments = [seconds_of(one.wall) - one.before for one in self._onsets]

    def seconds(self, wall: datetime) -> int:
        """See ``Zone``."""
        place = bisect_right(self._walls, wall) - 1
        onset = self._onsets[max(place, 0)]
        in_gap = wall < onset.wall + timedelta(seconds=onset.after - onset.before)
        return seconds_of(wall) - (onset.before if place < 0 or in_gap else onset.after)

    def wall(self, seconds: int) -> datetime:
        """See ``Zone``."""
        place = bisect_right(self._moments, seconds) - 1
        onset = self._onsets[max(place, 0)]
        ahead = onset.before if place < 0 else onset.after
        return _EPOCH + timedelta(seconds=seconds + ahead)


UTC_ZONE = FixedZone(0)


def seconds_of(wall: datetime) -> int:
    """Return the moment of a wall time in UTC."""
    gone = wall - _EPOCH
    return gone.days * 86_400 + gone.seconds


class Zones:
    """The zones of one file, each made when it is first named."""

    def __init__(self, definitions: Iterable[Component]) -> None:
        self._definitions: dict[str, Component] = {}
        self._found: dict[str, Zone | None] = {}
        for one in definitions:
            name = next((line.value for line in _lines(one) if line.name == "TZID"), "")
            self._definitions.setdefault(_plain(name), one)

    def find(self, name: str) -> Zone | None:
        """Return what a TZID means; None where nobody knows."""
        if name not in self._found:
            self._found[name] = self._make(_plain(name))
        return self._found[name]

    def _make(self, name: str) -> Zone | None:
        own = self._definitions.get(name)
        listed = _listed(name)
        if listed and ("/" in name or own is None):
            return _named(listed)
        if own is not None:
            place = next((one.value for one in _lines(own) if one.name == "X-LIC-LOCATION"), "")
            if located := _listed(place):
                return _named(located)
        return self._by_rules(own) or (_named(listed) if listed else _fixed(name))

    def _by_rules(self, own: Component | None) -> Zone | None:
        if own is None:
            return None
        onsets = [onset for part in own.parts for onset in _onsets(part)]
        return RuledZone(onsets) if onsets else None


def _plain(name: str) -> str:
    return name.strip().strip('"').replace("\\", "").strip()


@cache
def _named(name: str) -> Zone:
    return NamedZone(ZoneInfo(name))


def _fixed(name: str) -> Zone | None:
    if name.upper() in _UTC:
        return UTC_ZONE
    found = _OFFSET.fullmatch(name)
    ahead = offset(found[1].replace(".", ":")) if found else None
    return None if ahead is None else FixedZone(ahead)


@cache
def _listed(name: str) -> str:
    """Return the IANA name that a name stands for, also one of Windows or with a path before it."""
    if not name or len(name) > 200:
        return ""
    name = name.removeprefix("TZID=")
    spelled = (name, name.replace(" ", "_"), name.replace("-", "/", 1))
    if found := next((one for text in spelled if (one := zone_in_any_case(text))), ""):
        return found
    tail = name.split("/")
    for count in (3, 2):
        if len(tail) > count and (found := known_zone("/".join(tail[-count:]))):
            return found
    return _of_windows(name)


def _of_windows(name: str) -> str:
    from icalendar.timezone.windows_to_olson import (  # noqa: PLC0415 - late: few files need it
        WINDOWS_TO_OLSON,
    )

    names: Mapping[str, str] = WINDOWS_TO_OLSON
    return known_zone(names.get(name, names.get(name.replace("Daylight", "Standard"), "")))


def _lines(component: Component) -> list[Line]:
    return [line for text in component.lines if (line := split(text)) is not None]


def _onsets(part: Component) -> list[Onset]:
    """Return the changes of STANDARD or DAYLIGHT; none where it does not say enough."""
    values: dict[str, str] = {}
    extra: list[str] = []
    for line in _lines(part):
        values.setdefault(line.name, line.value)
        extra += line.value.split(",") if line.name == "RDATE" else []
    after = offset(values.get("TZOFFSETTO", ""))
    before = offset(values.get("TZOFFSETFROM", ""))
    start = stamp(values.get("DTSTART", ""))
    if after is None or start is None:
        return []
    before = after if before is None else before
    walls = [start.wall, *(one.wall for text in extra if (one := stamp(text)) is not None)]
    walls += _repeated(values.get("RRULE", ""), start.wall, before)
    return [Onset(wall, before, after) for wall in dict.fromkeys(walls)]


def _repeated(text: str, start: datetime, before: int) -> list[datetime]:
    if not text:
        return []
    found: list[datetime] = []
    try:
        rule = parse_rule(text)
        end = end_of(rule.until) if rule.until else None
        last = min(_LAST, end[0] + timedelta(seconds=before if end[1] else 0)) if end else _LAST
        found.extend(occurrences(rule, start, max(start, _FIRST), last, Budget(_STEPS)))
    except (BadRule, TooMuch, OverflowError):
        pass
    return found
