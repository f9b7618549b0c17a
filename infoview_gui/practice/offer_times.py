"""Which times to propose: free, at working hours of both, spread over the next days. Pure.

Rule (PRODUCT.md): a first message offers specific times. Moments are ms since 1970 UTC.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from infoview_gui.practice.letters_times import Zones
from infoview_gui.practice.workdays import Workdays

MOST: Final = 5
"""So many times are offered at most: more is a calendar, not a question."""
USUAL: Final = 3
_MINUTE_MS: Final = 60_000
_STEP: Final = timedelta(minutes=30)
_DAYS: Final = 4
_WORKING: Final = (time(9), time(17))
_WIDE: Final = (time(8), time(20))
"""Where there is no working hour that both have: when people may be expected to talk."""
Hours = tuple[time, time]


def suggested(
    days: Workdays, zones: Zones, now: int, minutes: int, is_free: Callable[[int], bool]
) -> list[int]:
    """Return times to propose on the next business days, two a day where there are two.

    They lie between 9 and 17 at both places, or, where no such time is free, between 8 and 20.
    """
    for hours in (_WORKING, _WIDE):
        found = [
            [at for at in _begins(day, hours, days, zones, minutes) if at > now and is_free(at)]
            for day in _next_days(days, zones.here, now)
        ]
        if any(found):
            return [at for place, times in enumerate(found) for at in _two_of(times, place)]
    return []


def spread(moments: Sequence[int], zone: ZoneInfo, count: int = USUAL) -> list[int]:
    """Return ``count`` of them on days of their own, the early and the late by turns."""
    by_day: dict[date, list[int]] = {}
    for at in moments:
        by_day.setdefault(_local(at, zone).date(), []).append(at)
    chosen = [times[-1 - place % 2] if len(times) > 1 else times[0]
              for place, times in enumerate(by_day.values())]  # fmt: skip
    rest = [at for at in moments if at not in chosen]
    return sorted([*chosen, *rest][:count])


def taken(spans: Iterable[tuple[int, int]], at: int, minutes: int) -> bool:
    """Say whether a time shares any of its minutes with one of the spans (start, end)."""
    end = at + minutes * _MINUTE_MS
    return any(start < end and at < stop for start, stop in spans)


def _next_days(days: Workdays, zone: ZoneInfo, now: int) -> Iterator[date]:
    today = _local(now, zone).date()
    return (days.after(today, count) for count in range(1, _DAYS + 1))


def _begins(day: date, hours: Hours, days: Workdays, zones: Zones, minutes: int) -> Iterator[int]:
    """Return the half hours of a day at which a talk fits into the hours of both."""
    wall, last = datetime.combine(day, hours[0]), datetime.combine(day, hours[1])
    while wall + timedelta(minutes=minutes) <= last:
        at = round(wall.replace(tzinfo=zones.here).timestamp() * 1000)
        real = _local(at, zones.here).replace(tzinfo=None) == wall  # not left out by the clocks
        if real and (zones.there is None or _fits(at, minutes, zones.there, hours, days)):
            yield at
        wall += _STEP


def _fits(at: int, minutes: int, zone: ZoneInfo, hours: Hours, days: Workdays) -> bool:
    begin, end = _local(at, zone), _local(at + minutes * _MINUTE_MS, zone)
    working = begin.weekday() not in days.weekend  # their holidays are not known
    same_day = begin.date() == end.date()
    return working and same_day and hours[0] <= begin.time() and end.time() <= hours[1]


def _two_of(times: Sequence[int], place: int) -> list[int]:
    """Return an early and a late one of a day, on each day a little later than on the last."""
    if len(times) < 3:
        return list(times)
    half = len(times) // 2
    return [times[(1 + place) % half], times[half + (1 + place) % (len(times) - half)]]


def _local(at: int, zone: ZoneInfo) -> datetime:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at)).astimezone(zone)
