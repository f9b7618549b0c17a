"""The user's own days off: rows of first and last day with words. Knows no calendar of others."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.settings_dialog_fields import SettingField
from infoview_gui.panes.dialogs.when_field import DayField
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.settings import Holiday
from infoview_gui.theme import Theme
from infoview_gui.theme.calendar import dress_calendar
from infoview_gui.widgets.buttons import push_button, tool_button
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing

_DAY = 140
_ROW = 500
"""Logical pixels that days and words need in one line."""


class _Day(DayField):
    """The wheel scrolls the page, not the day."""

    def __init__(self, theme: Theme, locale: QLocale, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLocale(locale)
        self.setDisplayFormat("ddd d MMM yyyy")
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


class DaysOffRow(QWidget):
    """One holiday; the last day never comes before the first."""

    changed = Signal()
    remove_requested = Signal(object)
    """This row."""

    def __init__(
        self, theme: Theme, locale: QLocale, holiday: Holiday, number: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.first = _Day(theme, locale, f"First day off, {number}", self)
        self.last = _Day(theme, locale, f"Last day off, {number}", self)
        self.words = UndoPassing(holiday.words, self)
        self.words.setAccessibleName(f"What for, {number}")
        self.words.setPlaceholderText("What for")
        self.words.setCursorPosition(0)
        self.remove = tool_button(theme, f"Remove the days off {number}", icon="x", parent=self)
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
        self.remove.clicked.connect(self._on_remove)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words below the days where there is no room beside them."""
        super().resizeEvent(event)
        below = event.size().width() < _ROW
        if below != (self._grid.columnStretch(3) == 0):
            self._grid.removeWidget(self.words)
            self._grid.addWidget(self.words, *((1, 0, 1, 3) if below else (0, 3, 1, 1)))
            self._grid.setColumnStretch(3, 0 if below else 3)

    def holiday(self) -> Holiday:
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

    def _on_remove(self) -> None:
        self.remove_requested.emit(self)


class DaysOffField(SettingField):
    """All holidays of the user, and a button for another one."""

    rows_changed = Signal()
    """There are other fields than before: the order of Tab is out of date."""

    def __init__(
        self, theme: Theme, preferences: Preferences, times: LocalTime, parent: QWidget
    ) -> None:
        super().__init__(preferences, "holidays", parent)
        self._theme, self._times = theme, times
        self.rows: list[DaysOffRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add = push_button(theme, "&Add days off", icon="plus", small=True, parent=self)
        note = "Days besides weekends on which you do not work, such as a holiday or a journey."
        self.column.addWidget(wrapped_label(note, "small", self))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.problem)
        self.column.addSpacing(3)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)
        self.show_value()

    def show_value(self) -> None:
        """Show what is set."""
        for row in self.rows:
            self._take(row)
        self.rows.clear()
        found = self.value if isinstance(self.value, tuple) else ()
        for holiday in found:
            self._append(holiday)
        self.say("")
        self.rows_changed.emit()

    def _append(self, holiday: Holiday) -> DaysOffRow:
        number = len(self.rows) + 1
        row = DaysOffRow(self._theme, self._times.locale, holiday, number, self)
        row.changed.connect(self._on_changed)
        row.remove_requested.connect(self._on_remove)
        self.rows.append(row)
        self._rows.addWidget(row)
        return row

    def _take(self, row: DaysOffRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _on_changed(self) -> None:
        self.offer(tuple(row.holiday() for row in self.rows))

    def _on_add(self) -> None:
        ends = [row.last.day() for row in self.rows]
        day = max([self._times.today(), *(end + timedelta(days=1) for end in ends)])
        row = self._append(Holiday(day, day))
        row.show()
        self._on_changed()
        self.rows_changed.emit()
        row.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_remove(self, row: DaysOffRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        near = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add
        near.setFocus(Qt.FocusReason.TabFocusReason)
        self._take(row)
        self._on_changed()
        self.rows_changed.emit()
