"""The verbs of the People pane as actions, for its menu, its context menu and its keys.

Must not know what the verbs do.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.people.people_model import Column
from infoview_gui.panes.people.stage_button import StageMenu

_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PeopleActions(QObject):
    """Actions only; what they do is connected by the pane."""

    sort_chosen = Signal(object)  # Column

    def __init__(self, pane: QWidget, table: QWidget) -> None:
        super().__init__(pane)
        self.edit = self._make(pane, "Edit person", "F2")
        self.delete = self._make(table, "Delete", "Del")
        self.schedule = self._make(pane, "Schedule a conversation", "Ctrl+Shift+S")
        self.notes = self._make(pane, "Open notes", "Ctrl+Shift+O")
        self.find = self._make(pane, "Filter people", "Ctrl+F")
        self.select_all = self._make(table, "Select all", "Ctrl+A")
        self.stages = StageMenu("Set stage", pane)
        self.sorts = [self._sort(pane, column) for column in Column]

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        verbs = [self.edit, self.stages.menuAction(), self.schedule, self.notes, self.delete]
        return [
            *verbs,
            self._line(),
            self.find,
            self.select_all,
            self._line(),
            *self.sorts,
        ]

    def for_rows(self) -> list[QAction]:
        """Return what can be done with the rows that are selected."""
        verbs = [self.edit, self.stages.menuAction(), self.schedule, self.notes]
        return [*verbs, self._line(), self.delete]

    def show_sort(self, present: Column, *, descending: bool) -> None:
        """Check the column that gives the order and say which way."""
        for column, action in zip(Column, self.sorts, strict=True):
            action.setChecked(column is present)
            way = " (turned round)" if column is present and descending else ""
            action.setText(f"Sort by {_sort_words(column)}{way}")

    def enable(self, count: int, *, has_notes: bool) -> None:
        """Allow what makes sense with so many selected people."""
        for action in (self.edit, self.schedule):
            action.setEnabled(count == 1)
        self.notes.setEnabled(count == 1 and has_notes)
        self.delete.setEnabled(count > 0)
        self.stages.setEnabled(count > 0)

    def _make(self, place: QWidget, text: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(_WITHIN)
        place.addAction(action)
        return action

    def _line(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action

    def _sort(self, pane: QWidget, column: Column) -> QAction:
        action = self._make(pane, f"Sort by {_sort_words(column)}", f"Ctrl+Alt+{column + 1}")
        action.setCheckable(True)
        action.setData(int(column))
        action.triggered.connect(self._on_sort)
        return action

    def _on_sort(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.sort_chosen.emit(Column(action.data()))


def _sort_words(column: Column) -> str:
    return ("name", "company", "stage", "way found", "next step")[column]
