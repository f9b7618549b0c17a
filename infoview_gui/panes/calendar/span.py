"""Which days the calendar shows, and what they are called. Pure dates; knows no widget."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from infoview_gui.panes.local_time import week_start

WORK_WEEK, WHOLE_WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class WeekSpan:
    """``days`` days from ``first`` on: Monday to Friday, or a week as the locale begins it."""

    first: date
    days: int

    @property
    def end(self) -> date:
        """The first day that is not shown any more."""
        return self.first + timedelta(days=self.days)

    def holds(self, day: date) -> bool:
        """Say whether a day is shown."""
        return self.first <= day < self.end


def span_of(day: date, days: int, locale: QLocale) -> WeekSpan:
    """Return the week in which a day lies; of five days it shows Monday to Friday."""
    start = week_start(day, locale)
    if days == WORK_WEEK:
        start += timedelta(days=-start.weekday() % 7)
    return WeekSpan(start, WORK_WEEK if days == WORK_WEEK else WHOLE_WEEK)


def title_of(span: WeekSpan, locale: QLocale, *, month: str = "MMMM", year: str = " yyyy") -> str:
    """Return "23–27 November 2026" or "30 November – 4 December 2026", in these formats."""
    last = span.end - timedelta(days=1)
    whole = f"d {month}{year}"
    if (span.first.year, span.first.month) == (last.year, last.month):
        return f"{_text(locale, span.first, 'd')}–{_text(locale, last, whole)}"
    begin = whole if span.first.year != last.year else f"d {month}"
    return f"{_text(locale, span.first, begin)} – {_text(locale, last, whole)}"


def _text(locale: QLocale, day: date, pattern: str) -> str:
    return locale.toString(QDate(day.year, day.month, day.day), pattern)
