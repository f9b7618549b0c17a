"""Dresses a QCalendarWidget, whose week-end red and header no style sheet reaches."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit

from infoview_gui.theme.theme import Theme


class CalendarDress(QObject):
    """Keeps one calendar in the colours of the theme, for as long as the calendar lives."""

    def __init__(self, theme: Theme, calendar: QCalendarWidget) -> None:
        super().__init__(calendar)
        self._theme = theme
        self._calendar = calendar
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("text"))
        quiet = QTextCharFormat()
        quiet.setForeground(self._theme.colour("muted"))
        quiet.setBackground(self._theme.colour("surface"))
        self._calendar.setHeaderTextFormat(quiet)
        week_end = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
        for day in Qt.DayOfWeek:
            self._calendar.setWeekdayTextFormat(day, quiet if day in week_end else plain)


def dress_calendar(theme: Theme, target: QCalendarWidget | QDateTimeEdit) -> None:
    """Dress a calendar, or the one that a date field opens (it then has one)."""
    if isinstance(target, QDateTimeEdit):
        target.setCalendarPopup(True)
        target = target.calendarWidget()
    CalendarDress(theme, target)
