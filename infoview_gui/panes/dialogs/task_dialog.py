"""Asks for a task: what is to be done, and by which day. Knows no services."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.asking_dialog import AskingDialog
from infoview_gui.panes.dialogs.day_line import DayLine
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.theme import Theme
from infoview_gui.widgets.undo_keys import UndoPassing


class TaskDialog(AskingDialog):
    """For a new task, or for one that is there already."""

    settled = Signal(str, object)
    """The words, and the day (date) or None."""

    def __init__(
        self,
        theme: Theme,
        times: LocalTime,
        parent: QWidget,
        text: str = "",
        due: date | None = None,
    ) -> None:
        title = "Edit the task" if text else "New task"
        super().__init__(theme, title, "Save", parent)
        self.text = UndoPassing(text, self)
        self.text.setAccessibleName("What is to be done")
        self.day = DayLine(times, "By which day", self, ahead=False)
        self.ask("What is to be done", self.text)
        self.ask("By which day (a task without a day does not come up on Today)", self.day)
        self.text.textChanged.connect(self._check)
        self.day.changed.connect(self._check)
        self.day.show_day(due or (None if text else times.today()))
        self.text.setFocus()
        self._check()

    def keep(self) -> None:
        """Hand on what is typed."""
        self.settled.emit(self.text.text().strip(), self.day.day())
        super().keep()

    def _check(self) -> None:
        well = bool(self.text.text().strip()) and not self.day.trouble()
        self.save_button.setEnabled(well)
