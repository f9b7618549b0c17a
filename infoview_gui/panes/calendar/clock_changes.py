"""Hours that a change of the clocks skips or repeats, and the hours of another place.

Knows no widget. Moments are ms since 1970 UTC; local times are naive.
"""

from datetime import date, datetime, timedelta

from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.widgets.week_margins import Band, SecondHours

_DAY_MS, _MINUTE_MS = 86_400_000, 60_000
_STEP = 15


def bands_of(times: LocalTime, first: date, days: int) -> list[Band]:
    """Return what the clocks skip or repeat on these days; most weeks have nothing of it."""
    found = []
    for number in range(days):
        day = first + timedelta(days=number)
        begin, end = times.midnight(day), times.midnight(day + timedelta(days=1))
        if end - begin != _DAY_MS:
            found += _of_day(times, day, begin, end)
    return found


def _of_day(times: LocalTime, day: date, begin: int, end: int) -> list[Band]:
    """Walk through the day: where the wall clock jumps is the change."""
    bands = []
    before = times.local(begin)
    step = _STEP * _MINUTE_MS
    for at in range(begin + step, end + 1, step):
        now = times.local(at)
        jump = round((now - before).total_seconds() / 60) - _STEP
        if jump > 0:
            bands.append(_band(day, before + timedelta(minutes=_STEP), now, skipped=True))
        elif jump < 0:
            bands.append(_band(day, now, now - timedelta(minutes=jump), skipped=False))
        before = now
    return bands


def _band(day: date, first: datetime, last: datetime, *, skipped: bool) -> Band:
    midnight = datetime.combine(day, datetime.min.time())
    minutes = [round((moment - midnight).total_seconds() / 60) for moment in (first, last)]
    words = "skipped: the clocks go forward" if skipped else "comes twice: the clocks go back"
    return Band(day, max(0, minutes[0]), min(24 * 60, minutes[1]), words, skipped)


def change_words(times: LocalTime, start: datetime) -> str:
    """Say what becomes of a wall time that a change of the clocks skips or repeats; else empty."""
    moment = times.moment(start)
    if times.local(moment) != start:
        asked, meant = times.clock_text(start.time()), times.time_text(moment)
        return f"{asked} is skipped on that day, the clocks go forward: it is at {meant}"
    asked = times.clock_text(start.time())
    if times.comes_twice(start):
        which = "second" if start.fold else "first"
        return f"{asked} comes twice on that day: the {which} one is meant"
    return f"{asked} comes only once on that day" if start.fold else ""


def second_hours(times: LocalTime, zone: str, day: date) -> SecondHours | None:
    """Return what the clocks of a zone show at each of our hours of a day; None for no zone."""
    if not zone or zone == times.zone_name:
        return None
    there = LocalTime(times.clock, zone, times.locale)
    midnight = datetime.combine(day, datetime.min.time())
    hours = (times.moment(midnight + timedelta(hours=hour)) for hour in range(24))
    labels = tuple(there.time_text(at) for at in hours)
    return SecondHours(city(zone), labels, city(times.zone_name))
