"""Business days of the user: which days count, and counting them, in the user's zone.

Rule (PRODUCT.md): weekends and the user's holidays do not count. Which days are holidays is a
function handed in; this module knows no country, no settings and no clock. Moments are ms since
1970 UTC.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

SATURDAY_SUNDAY: Final = frozenset({5, 6})
_DAY: Final = timedelta(days=1)
_DAY_MS: Final = 24 * 3_600_000
_LONGEST_REST: Final = 800
"""Days without one business day after which every day counts: some day must be the next one."""


def no_holiday(_day: date) -> bool:
    """Say of no day that it is a holiday."""
    return False


@dataclass(frozen=True, slots=True)
class Workdays:
    """The days that count: not in ``weekend`` (0 is Monday), no ``is_holiday``; and the zone."""

    zone: tzinfo = UTC
    is_holiday: Callable[[date], bool] = no_holiday
    weekend: frozenset[int] = SATURDAY_SUNDAY

    def counts(self, day: date) -> bool:
        """Say whether it is a business day."""
        return day.weekday() not in self.weekend and not self.is_holiday(day)

    def after(self, day: date, count: int) -> date:
        """Return the business day that is the ``count``-th after a day; 0 is the day itself."""
        for _ in range(count):
            day = self._beside(day, _DAY)
        return day

    def before(self, day: date) -> date:
        """Return the last business day before a day."""
        return self._beside(day, -_DAY)

    def between(self, first: date, last: date) -> int:
        """Return how many business days lie after ``first`` up to and with ``last``, at least 0.

        So ``between(day, after(day, n))`` is n.
        """
        days = (first + n * _DAY for n in range(1, (last - first).days + 1))
        return sum(self.counts(day) for day in days)

    def later(self, moment: int, count: int) -> int:
        """Return the moment so many business days later, at the same time of day in the zone.

        A time that the clock leaves out on that day is the one an hour on; of two the first.
        """
        local = datetime.fromtimestamp(moment / 1000, self.zone)
        return self._moment(self.after(local.date(), count), local.time())

    def day(self, moment: int) -> date:
        """Return the day of a moment in the zone."""
        return datetime.fromtimestamp(moment / 1000, self.zone).date()

    def begin(self, day: date) -> int:
        """Return the first moment of a day in the zone."""
        return self._moment(day, time())

    def _beside(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_REST):
            day += step
            if self.counts(day):
                break
        return day

    def _moment(self, day: date, at: time) -> int:
        local = datetime.combine(day, at.replace(tzinfo=None, fold=0), self.zone)
        return round(local.timestamp() * 1000)


def midday(day: date) -> int:
    """Return the moment that stands for a day in no zone: its midday UTC."""
    return round(datetime.combine(day, time(12), UTC).timestamp() * 1000)


def moment_months_on(moment: int, months: int) -> int:
    """Return the moment so many months on, at the same time of day, both in UTC.

    It depends on no zone, so that it can be kept. ValueError beyond the last year of the calendar.
    """
    day = datetime.fromtimestamp(moment / 1000, UTC).date()
    return moment + (months_on(day, months) - day).days * _DAY_MS


def months_on(day: date, months: int) -> date:
    """Return the same day of the month so many months on, or the last of a shorter month.

    ValueError beyond the last year of the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
