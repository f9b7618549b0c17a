"""Asks until which day a row is to be left alone. Knows no services."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.asking_dialog import AskingDialog
from infoview_gui.panes.dialogs.day_line import DayLine
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.due_title import due_title
from infoview_gui.theme import Theme


class LaterDialog(AskingDialog):
    """A day is typed as people say it."""

    settled = Signal(object, object)
    """The row, and the day (date) on which it comes back."""

    def __init__(self, theme: Theme, times: LocalTime, row: DueRow, parent: QWidget) -> None:
        super().__init__(theme, "Not now", "Put off", parent)
        self._row = row
        self.say(due_title(row), "h2")
        self.day = DayLine(times, "Until which day", self)
        self.ask("Until which day", self.day)
        self.day.changed.connect(self._check)
        self._check()
        self.day.setFocus()

    def keep(self) -> None:
        """Hand on the day."""
        self.settled.emit(self._row, self.day.day())
        super().keep()

    def _check(self) -> None:
        self.save_button.setEnabled(self.day.day() is not None and not self.day.trouble())
