"""The user's own days off: rows of first and last day with words. Knows no calendar of others."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from infoview_gui.panes.dialogs.settings_dialog_rows import RowsField, SettingRow
from infoview_gui.panes.dialogs.when_field import DayField
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.settings import Holiday
from infoview_gui.theme import Theme
from infoview_gui.theme.calendar import dress_calendar
from infoview_gui.widgets.day_words import day_pattern
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.undo_keys import UndoPassing

_DAY = 140
_ROW = 500
"""Logical pixels that days and words need in one line."""


class _Day(DayField):
    """The wheel scrolls the page, not the day."""

    def __init__(self, theme: Theme, locale: QLocale, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLocale(locale)
        self.setDisplayFormat(day_pattern(locale, "ddd d MMM yyyy"))
        self.setAccessibleName(name)
        self.setMinimumWidth(_DAY)
        dress_calendar(theme, self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def day(self) -> date:
        """Return the day that is shown."""
        found = self.date()
        return date(found.year(), found.month(), found.day())

    def show_day(self, day: date) -> None:
        """Show a day without telling of it."""
        blocked = QSignalBlocker(self)
        self.setDate(QDate(day.year, day.month, day.day))
        blocked.unblock()


class DaysOffRow(SettingRow):
    """One holiday; the last day never comes before the first."""

    def __init__(
        self, theme: Theme, locale: QLocale, holiday: Holiday, number: int, parent: QWidget
    ) -> None:
        super().__init__(theme, f"Remove the days off {number}", parent)
        self.first = _Day(theme, locale, f"First day off, {number}", self)
        self.last = _Day(theme, locale, f"Last day off, {number}", self)
        self.words = UndoPassing(holiday.words, self)
        self.words.setAccessibleName(f"What for, {number}")
        self.words.setPlaceholderText("What for")
        self.words.setCursorPosition(0)
        self.first.show_day(holiday.first)
        self.last.show_day(holiday.last)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for column, part in enumerate((self.first, label("to", "muted", self), self.last)):
            self._grid.addWidget(part, 0, column)
        self._grid.addWidget(self.words, 0, 3)
        self._grid.addWidget(self.remove, 0, 4)
        for column in (0, 2, 3):
            self._grid.setColumnStretch(column, 3)
        self.first.dateChanged.connect(self._on_first)
        self.last.dateChanged.connect(self._on_last)
        self.words.textEdited.connect(self._on_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words below the days where there is no room beside them."""
        super().resizeEvent(event)
        below = event.size().width() < _ROW
        if below != (self._grid.columnStretch(3) == 0):
            self._grid.removeWidget(self.words)
            self._grid.addWidget(self.words, *((1, 0, 1, 3) if below else (0, 3, 1, 1)))
            self._grid.setColumnStretch(3, 0 if below else 3)

    def value(self) -> Holiday:
        """Return what stands in the row."""
        return Holiday(self.first.day(), self.last.day(), self.words.text())

    def _on_first(self, _day: QDate) -> None:
        if self.last.day() < self.first.day():
            self.last.show_day(self.first.day())
        self.changed.emit()

    def _on_last(self, _day: QDate) -> None:
        if self.last.day() < self.first.day():
            self.first.show_day(self.last.day())
        self.changed.emit()

    def _on_words(self, _text: str) -> None:
        self.changed.emit()


class DaysOffField(RowsField[Holiday, DaysOffRow]):
    """All holidays of the user; another one begins after the last of them."""

    def __init__(
        self, theme: Theme, preferences: Preferences, times: LocalTime, parent: QWidget
    ) -> None:
        note = "Days besides weekends on which you do not work, such as a holiday or a journey."
        super().__init__(
            theme, preferences, "holidays", parent, note=note, add="&Add days off", gap=6
        )
        self._times = times
        self.show_value()

    def _made(self, value: Holiday) -> DaysOffRow:
        return DaysOffRow(self._theme, self._times.locale, value, len(self.rows) + 1, self)

    def _on_add(self) -> None:
        ends = [row.last.day() for row in self.rows]
        day = max([self._times.today(), *(end + timedelta(days=1) for end in ends)])
        row = self._append(Holiday(day, day))
        self._on_changed()
        self.rows_changed.emit()
        row.first.setFocus(Qt.FocusReason.TabFocusReason)
