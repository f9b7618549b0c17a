"""The menu of a row of *To do*: until when it is left alone, and what else can be done about it.

Changes nothing itself.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.today import due_verbs
from infoview_gui.services.due_row import DueRow


class LaterMenu(QMenu):
    """Made for one row; goes when it is closed."""

    day_chosen = Signal(object, object)
    other_day_wanted = Signal(object)
    verb_chosen = Signal(str, object)

    def __init__(
        self, row: DueRow, days: Mapping[str, date], times: LocalTime, parent: QWidget
    ) -> None:
        super().__init__("Not now", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row = row
        for words, day in days.items():
            self.addAction(f"&{words}\t{times.day_words(day)}").setData(day)
        self.addAction("Another &day…").triggered.connect(self._on_other_day)
        verbs = due_verbs.menu(row)
        if verbs:
            self.addSeparator()
        for verb in verbs:
            self.addAction(verb.words).setData(verb.name)
        self.triggered.connect(self._on_triggered)
        self.setActiveAction(self.actions()[0])

    def _on_other_day(self) -> None:
        self.other_day_wanted.emit(self._row)

    def _on_triggered(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, date):
            self.day_chosen.emit(self._row, chosen)
        elif isinstance(chosen, str):
            self.verb_chosen.emit(chosen, self._row)
