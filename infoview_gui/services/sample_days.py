"""The days of the sample, counted from the day it is opened. Knows nothing of what happens on them.

All days are working days, Monday to Friday. Moments are ms since 1970 UTC.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE_MS = 60_000
_SATURDAY = 5
_SOON = timedelta(minutes=40)
_STEP = timedelta(minutes=5)
_FIRST, _LAST = time(7), time(19)
"""Between these a conversation can be had in 40 minutes; else it is the next morning."""
_MORNING = time(8, 30)


class SampleDays:
    """Turns "3 working days ago, 14:30" into a moment in the zone of the user."""

    def __init__(self, today: date, zone: str, now: int) -> None:
        self._today = today
        self._zone = ZoneInfo(zone)
        self._now = now

    def past(self, day: int, at: str) -> int:
        """Return a moment ``day`` (0 or less) working days ago; 0 on a weekend is Friday."""
        return self._moment(_moved(_nearest(self._today, -1), day), time.fromisoformat(at))

    def done(self, day: int, at: str, length_ms: int) -> int:
        """Return when a conversation began that is over by now: as ``past``, or a day before."""
        start = self.past(day, at)
        while start + length_ms > self._now:
            day -= 1
            start = self.past(day, at)
        return start

    def ahead(self, day: int, at: str) -> int:
        """Return a moment ``day`` (0 or more) working days ahead; 0 on a weekend is Monday."""
        return self._moment(_moved(_nearest(self._today, 1), day), time.fromisoformat(at))

    def soon(self) -> int:
        """Return a moment in about 40 minutes, at a full five; at night the next morning."""
        now = datetime.fromtimestamp(self._now / 1000, self._zone)
        if _nearest(self._today, 1) != self._today or now.time() > _LAST:
            day = _nearest(self._today + timedelta(days=1), 1)
            return self._moment(day, _MORNING)
        if now.time() < _FIRST:
            return self._moment(self._today, _MORNING)
        at = (now + _SOON).replace(second=0, microsecond=0)
        wait = -at.minute % (_STEP.seconds // 60)
        return round((at + timedelta(minutes=wait)).timestamp() * 1000)

    def _moment(self, day: date, at: time) -> int:
        local = datetime.combine(day, at, self._zone)
        return round(local.astimezone(UTC).timestamp() * 1000)


def _nearest(day: date, step: int) -> date:
    """Return the day itself, or from a weekend the working day in the direction of ``step``."""
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=step)
    return day


def _moved(day: date, by: int) -> date:
    step = 1 if by > 0 else -1
    for _ in range(abs(by)):
        day = _nearest(day + timedelta(days=step), step)
    return day
