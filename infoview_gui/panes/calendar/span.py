"""Which days the calendar shows in which view, and what they are called. Knows no widget."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QLocale

from infoview_gui.panes.local_time import week_start
from infoview_gui.widgets.day_words import day_words, month_words, span_words

WORK_WEEK, WHOLE_WEEK, AGENDA_DAYS = 5, 7, 28
_NIGHT_ENDS, _DAY_BEGINS = 5, 8


class View(StrEnum):
    """The views of the calendar, in the order of their keys."""

    DAY = "day"
    WORK_WEEK = "work week"
    WEEK = "week"
    MONTH = "month"
    AGENDA = "agenda"

    @property
    def has_hours(self) -> bool:
        """Whether it is a grid of hours."""
        return self in {View.DAY, View.WORK_WEEK, View.WEEK}


@dataclass(frozen=True, slots=True)
class WeekSpan:
    """``days`` days from ``first`` on, as a view shows them; ``month`` is that of a month view."""

    first: date
    days: int
    month: date | None = None

    @property
    def end(self) -> date:
        """The first day that is not shown any more."""
        return self.first + timedelta(days=self.days)

    @property
    def anchor(self) -> date:
        """A day in the midst of what is shown: a working day of a week."""
        return self.month or self.first + timedelta(days=self.days // 2)

    def holds(self, day: date) -> bool:
        """Say whether a day is shown."""
        return self.first <= day < self.end


def first_hour(moments: Iterable[datetime]) -> time:
    """Return the hour to begin a day with so that early moments are in sight, if not the night."""
    early = (one.hour for one in moments if _NIGHT_ENDS <= one.hour < _DAY_BEGINS)
    return time(min(early, default=_DAY_BEGINS))


def span_of(day: date, days: int, locale: QLocale) -> WeekSpan:
    """Return the week in which a day lies; of five days it shows Monday to Friday."""
    start = week_start(day, locale)
    if days == WORK_WEEK:
        start += timedelta(days=-start.weekday() % 7)
    return WeekSpan(start, WORK_WEEK if days == WORK_WEEK else WHOLE_WEEK)


def view_span(view: View, day: date, locale: QLocale) -> WeekSpan:
    """Return what a view shows around a day."""
    if view is View.DAY:
        return WeekSpan(day, 1)
    if view is View.MONTH:
        month = day.replace(day=1)
        first = week_start(month, locale)
        weeks = -(-(next_month(month, 1) - first).days // 7)
        return WeekSpan(first, weeks * 7, month)
    if view is View.AGENDA:
        return WeekSpan(day, AGENDA_DAYS)
    return span_of(day, WHOLE_WEEK if view is View.WEEK else WORK_WEEK, locale)


def turned(view: View, span: WeekSpan, by: int, locale: QLocale) -> WeekSpan:
    """Return the span that many days, weeks, months or agendas on."""
    if view is View.MONTH:
        return view_span(view, next_month(span.anchor, by), locale)
    step = {View.DAY: 1, View.AGENDA: AGENDA_DAYS}.get(view, 7)
    return WeekSpan(span.first + timedelta(days=step * by), span.days)


def next_month(month: date, by: int) -> date:
    """Return the first day of the month that many months on."""
    year, number = divmod(month.year * 12 + month.month - 1 + by, 12)
    return date(year, number + 1, 1)


def title_of(span: WeekSpan, locale: QLocale, *, month: str = "MMMM", year: str = " yyyy") -> str:
    """Return "23–27 November 2026", "Tuesday 24 November 2026" or "November 2026".

    With these formats of month and year, in the order of the locale.
    """
    if span.month is not None:
        return month_words(locale, span.month, f"{month}{year}")
    fields = f"d {month}{year}"
    if span.days == 1:
        return day_words(locale, span.first, f"{'dddd' if month == 'MMMM' else 'ddd'} {fields}")
    return span_words(locale, span.first, span.end - timedelta(days=1), fields)
