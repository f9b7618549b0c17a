"""Which days of one period a recurrence rule names (RFC 5545, 3.3.10, the table of BY… parts).

Each function takes one period and returns its days in order, each once.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from infoview_gui.interchange.recurrence_rule import Rule

_WEEK = 7


def year_dates(rule: Rule, year: int, start: date) -> list[date]:
    """Return the days of a year; with week numbers, of the year that its weeks belong to."""
    if rule.weeks:
        found = _of_weeks(rule, year, start)
    elif rule.year_days:
        found = _of_year_days(rule, year)
    elif rule.month_days or not rule.days:
        months = rule.months or (start.month,)
        found = [day for month in months for day in _of_month_days(rule, year, month, start)]
    elif rule.months:
        found = [day for month in rule.months for day in _weekdays_of_month(rule, year, month)]
    else:
        found = list(_nth(rule, date(year, 1, 1), 366 if isleap(year) else 365))
    return sorted(set(found))


def month_dates(rule: Rule, year: int, month: int, start: date) -> list[date]:
    """Return the days of a month."""
    if rule.months and month not in rule.months:
        return []
    if rule.month_days or not rule.days:
        found: Iterable[date] = _of_month_days(rule, year, month, start)
    else:
        found = _weekdays_of_month(rule, year, month)
    return sorted({day for day in found if not rule.year_days or _is_year_day(rule, day)})


def week_dates(rule: Rule, first: date, start: date) -> list[date]:
    """Return the days of the week that begins on ``first``."""
    wanted = {weekday for _, weekday in rule.days} or {start.weekday()}
    begin, last = first.weekday(), min(_WEEK - 1, (MAXYEAR_DAY - first).days)
    days = [first + timedelta(days=n) for n in range(last + 1) if (begin + n) % _WEEK in wanted]
    if rule.months or rule.month_days or rule.year_days:
        return [day for day in days if fits(rule, day, weekdays=False)]
    return days


def fits(rule: Rule, day: date, *, weekdays: bool = True) -> bool:
    """Say whether a day is not excluded by the parts that only limit."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not _is_month_day(rule, day):
        return False
    if rule.year_days and not _is_year_day(rule, day):
        return False
    return not (weekdays and rule.days) or any(day.weekday() == one for _, one in rule.days)


def week_year(day: date, week_start: int) -> int:
    """Return the year to which the week of a day belongs: the one with four of its days."""
    first = day - timedelta(days=(day.weekday() - week_start) % _WEEK)
    return (first + timedelta(days=3)).year


def first_week(year: int, week_start: int) -> date:
    """Return the day on which week 1 of a year begins."""
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - week_start) % _WEEK)


MAXYEAR_DAY = date(MAXYEAR, 12, 31)


def _of_weeks(rule: Rule, year: int, start: date) -> list[date]:
    if not MINYEAR < year < MAXYEAR:
        return []
    first, following = (first_week(one, rule.week_start) for one in (year, year + 1))
    count = (following - first).days // _WEEK
    numbers = {week if week > 0 else count + 1 + week for week in rule.weeks}
    wanted = {weekday for _, weekday in rule.days}
    if not wanted:
        wanted = set(range(_WEEK)) if rule.month_days or rule.year_days else {start.weekday()}
    return [
        day
        for number in numbers
        if 1 <= number <= count
        for offset in range(_WEEK)
        if (day := first + timedelta(days=(number - 1) * _WEEK + offset)).weekday() in wanted
        and fits(rule, day, weekdays=False)
    ]


def _of_year_days(rule: Rule, year: int) -> list[date]:
    length = 366 if isleap(year) else 365
    first = date(year, 1, 1)
    found = []
    for number in rule.year_days:
        day = _placed(rule, first, length, number)
        if day is not None and (rule.skip != "OMIT" or _fits_beside(rule, day)):
            found.append(day)
    return found


def _fits_beside(rule: Rule, day: date) -> bool:
    """Say whether month, day of the month and weekday let a day of the year be."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not _is_month_day(rule, day):
        return False
    return not rule.days or any(day.weekday() == one for _, one in rule.days)


def _of_month_days(rule: Rule, year: int, month: int, start: date) -> Iterator[date]:
    first, length = date(year, month, 1), monthrange(year, month)[1]
    wanted = {weekday for _, weekday in rule.days}
    for number in rule.month_days or (start.day,):
        day = _placed(rule, first, length, number)
        if day is not None and (not wanted or day.weekday() in wanted):
            yield day


def _placed(rule: Rule, first: date, length: int, number: int) -> date | None:
    """Return the day of a number (from the end if negative); one that is not there as SKIP says."""
    place = number if number > 0 else length + 1 + number
    if 1 <= place <= length:
        return first + timedelta(days=place - 1)
    try:
        if rule.skip == "FORWARD":
            return first + timedelta(days=length) if number > 0 else first
        if rule.skip == "BACKWARD":
            return first + timedelta(days=length - 1 if number > 0 else -1)
    except OverflowError:
        return None
    return None


def _weekdays_of_month(rule: Rule, year: int, month: int) -> Iterator[date]:
    return _nth(rule, date(year, month, 1), monthrange(year, month)[1])


def _nth(rule: Rule, first: date, length: int) -> Iterator[date]:
    """Return the weekdays among ``length`` days from ``first`` on: each, or the nth of them."""
    for number, weekday in rule.days:
        lead = (weekday - first.weekday()) % _WEEK
        count = (length - 1 - lead) // _WEEK + 1
        place = number - 1 if number > 0 else count + number
        for at in range(count) if number == 0 else [place]:
            if 0 <= at < count:
                yield first + timedelta(days=lead + at * _WEEK)


def _is_month_day(rule: Rule, day: date) -> bool:
    length = monthrange(day.year, day.month)[1]
    return day.day in rule.month_days or day.day - length - 1 in rule.month_days


def _is_year_day(rule: Rule, day: date) -> bool:
    place = day.timetuple().tm_yday
    length = 366 if isleap(day.year) else 365
    return place in rule.year_days or place - length - 1 in rule.year_days
