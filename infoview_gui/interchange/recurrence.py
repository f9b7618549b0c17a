"""When a recurrence rule comes round, period by period, within a budget (QUALITY.md, T20).

Works on wall times without a zone; a day is its midnight. Every period and every time that is
looked at costs a step, and where no count forbids it the periods before the span are jumped over:
no rule, however it is made, takes longer than its budget.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, time, timedelta

from infoview_gui.interchange.recurrence_dates import (
    fits,
    month_dates,
    week_dates,
    week_year,
    year_dates,
)
from infoview_gui.interchange.recurrence_rule import Freq, Rule

_DAY_SECONDS = 86_400
_SECONDS = {
    Freq.WEEKLY: 7 * _DAY_SECONDS,
    Freq.DAILY: _DAY_SECONDS,
    Freq.HOURLY: 3600,
    Freq.MINUTELY: 60,
    Freq.SECONDLY: 1,
}
_DAYS_A_STEP = 8


class TooMuch(Exception):
    """The budget is spent."""


class Budget:
    """Steps that may still be taken; shared by the rules of one question."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self, steps: int = 1) -> None:
        """Take steps; raises TooMuch when there are none left."""
        self.left -= steps
        if self.left < 0:
            raise TooMuch


def occurrences(
    rule: Rule, start: datetime, after: datetime, until: datetime, budget: Budget
) -> Iterator[datetime]:
    """Yield the times of a rule that begins at ``start``, from ``after`` to ``until``, in order.

    Raises TooMuch in the middle when the budget is spent.
    """
    left = rule.count
    if left is not None and rule.is_plain:
        start, left = _counted_on(rule, start, after, left)
    jump_to = start if left is not None else max(start, after)
    last: datetime | None = None
    for moment in _moments(rule, start, jump_to, until, budget):
        budget.spend()
        if moment < start or (last is not None and moment <= last):
            continue
        if moment > until or left == 0:
            return
        last = moment
        left = None if left is None else left - 1
        if moment >= after:
            yield moment


def step_of(rule: Rule) -> int:
    """Return how many seconds a rule of weeks or shorter periods goes on at a time."""
    return rule.interval * _SECONDS[rule.freq]


def _counted_on(rule: Rule, start: datetime, after: datetime, left: int) -> tuple[datetime, int]:
    """Jump over times that can be counted without looking at them: all are equally far apart."""
    step = step_of(rule)
    skipped = min(left, max(0, int((after - start).total_seconds()) // step - 1))
    return start + timedelta(seconds=skipped * step), left - skipped


def _moments(
    rule: Rule, start: datetime, jump_to: datetime, until: datetime, budget: Budget
) -> Iterator[datetime]:
    """Yield all times of the periods from that of ``jump_to`` on, none skipped within one."""
    if rule.freq >= Freq.HOURLY:
        yield from _short_periods(rule, start, jump_to, until, budget)
        return
    clock = _clock_times(rule, start)
    for days in _day_sets(rule, start.date(), jump_to.date(), until.date(), budget):
        budget.spend(len(days) // _DAYS_A_STEP)
        yield from _product(rule, days, clock, budget)


def _product(rule: Rule, days: list[date], clock: list[time], budget: Budget) -> Iterator[datetime]:
    """Yield each day at each time, or of these the ones that BYSETPOS names."""
    if not rule.places:
        for day in days:
            for at in clock:
                yield datetime.combine(day, at)
        return
    total = len(days) * len(clock)
    budget.spend(len(rule.places) // _DAYS_A_STEP)
    places = {place - 1 if place > 0 else total + place for place in rule.places}
    for place in sorted(one for one in places if 0 <= one < total):
        number, of_day = divmod(place, len(clock))
        yield datetime.combine(days[number], clock[of_day])


def _clock_times(rule: Rule, start: datetime, hour: int | None = None) -> list[time]:
    """Return the times of day, in order; with ``hour`` those of that hour."""
    hours = (hour,) if hour is not None else rule.hours or (start.hour,)
    minutes, seconds = rule.minutes or (start.minute,), rule.seconds or (start.second,)
    return [time(h, m, s) for h in hours for m in minutes for s in dict.fromkeys(seconds)]


# -- periods of a day or longer


def _day_sets(
    rule: Rule, start: date, jump_to: date, until: date, budget: Budget
) -> Iterator[list[date]]:
    """Yield the days of each period; jumps to the one before that of ``jump_to``."""
    walk = {
        Freq.YEARLY: _years,
        Freq.MONTHLY: _months,
        Freq.WEEKLY: _weeks,
        Freq.DAILY: _days,
    }[rule.freq]
    try:
        for days in walk(rule, start, jump_to, until):
            budget.spend()
            yield days
    except OverflowError:
        return  # the calendar ends with the year 9999


def _behind(distance: int, interval: int) -> int:
    """Return the multiple of the interval to begin with: at least one period too early."""
    return max(0, (distance - 1) // interval - 1) * interval


def _years(rule: Rule, start: date, jump_to: date, until: date) -> Iterator[list[date]]:
    first = _first_year(rule, start)
    year = first + _behind(jump_to.year - first, rule.interval)
    while year <= min(until.year + 1, MAXYEAR):
        yield year_dates(rule, year, start)
        year += rule.interval


def _first_year(rule: Rule, start: date) -> int:
    """Return the year to count from: where weeks count, the one that the week belongs to."""
    if not rule.weeks:
        return start.year
    of_week = week_year(start, rule.week_start)
    # A start that the rule itself does not name counts as what it is (so does libical).
    counts = rule.interval == 1 or start in year_dates(rule, of_week, start)
    return of_week if counts else start.year


def _months(rule: Rule, start: date, jump_to: date, until: date) -> Iterator[list[date]]:
    first = start.year * 12 + start.month - 1
    at = first + _behind(jump_to.year * 12 + jump_to.month - 1 - first, rule.interval)
    while at <= until.year * 12 + until.month and at // 12 <= MAXYEAR:
        yield month_dates(rule, at // 12, at % 12 + 1, start)
        at += rule.interval


def _weeks(rule: Rule, start: date, jump_to: date, until: date) -> Iterator[list[date]]:
    back = (start.weekday() - rule.week_start) % 7
    if start.toordinal() <= back:
        return
    first = start - timedelta(days=back)
    at = first + timedelta(weeks=_behind((jump_to - first).days // 7, rule.interval))
    while at <= until:
        yield week_dates(rule, at, start)
        at += timedelta(weeks=rule.interval)


def _days(rule: Rule, start: date, jump_to: date, until: date) -> Iterator[list[date]]:
    at = start + timedelta(days=_behind((jump_to - start).days, rule.interval))
    while at <= until:
        yield [at] if fits(rule, at) else []
        at += timedelta(days=rule.interval)


# -- periods of an hour or shorter


def _short_periods(
    rule: Rule, start: datetime, jump_to: datetime, until: datetime, budget: Budget
) -> Iterator[datetime]:
    """Yield the times of hours, minutes or seconds; what a longer part excludes is jumped over."""
    unit = _SECONDS[rule.freq]
    first = _floor(start, unit)
    step = rule.interval * unit
    at = _behind(round((jump_to - first).total_seconds()) // unit, rule.interval) * unit
    end = (until - first).total_seconds()
    while at <= end:
        budget.spend()
        moment = first + timedelta(seconds=at)
        ahead = _excluded_for(rule, moment)
        if ahead:
            at += -(-ahead // step) * step
            continue
        yield from _within(rule, moment, start)
        at += step


def _floor(moment: datetime, unit: int) -> datetime:
    if unit == 1:
        return moment
    moment = moment.replace(second=0, microsecond=0)
    return moment.replace(minute=0) if unit == 3600 else moment


def _excluded_for(rule: Rule, moment: datetime) -> int:
    """Return for how many seconds from here on no time can fit; 0 where one may."""
    if not fits(rule, moment.date()):
        past = moment.hour * 3600 + moment.minute * 60 + moment.second
        return _DAY_SECONDS - past
    if rule.hours and moment.hour not in rule.hours:
        return 3600 - moment.minute * 60 - moment.second
    if rule.freq >= Freq.MINUTELY and rule.minutes and moment.minute not in rule.minutes:
        return 60 - moment.second
    return int(
        rule.freq is Freq.SECONDLY and bool(rule.seconds) and moment.second not in rule.seconds
    )


def _within(rule: Rule, moment: datetime, start: datetime) -> Iterator[datetime]:
    """Yield the times of one short period."""
    minutes: tuple[int, ...] = (moment.minute,)
    seconds: tuple[int, ...] = (moment.second,)
    if rule.freq is Freq.HOURLY:
        minutes = rule.minutes or (start.minute,)
    if rule.freq <= Freq.MINUTELY:
        seconds = rule.seconds or (start.second,)
    times = [moment.replace(minute=m, second=s) for m in minutes for s in seconds]
    if rule.places:
        chosen = {place - 1 if place > 0 else len(times) + place for place in rule.places}
        times = [times[place] for place in sorted(chosen) if 0 <= place < len(times)]
    yield from times


__all__ = ["Budget", "TooMuch", "occurrences", "step_of"]
