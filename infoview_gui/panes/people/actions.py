"""The verbs of the People pane as actions, for its menu, its context menu and its keys.

Must not know what the verbs do.
"""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.filter_bar import TOGGLES
from infoview_gui.panes.people.filter_words import TITLES
from infoview_gui.panes.people.stage_button import StageMenu
from infoview_gui.services.people_filter import PeopleFilter

MOST_MERGED = 8
"""More people beside each other are not compared: they can be merged in two steps."""
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class PeopleActions(QObject):
    """Actions only; what they do is connected by the pane."""

    sort_chosen = Signal(object)  # Column

    filter_chosen = Signal(str)
    """The menu of a kind of conditions is wanted."""
    toggle_chosen = Signal(str, bool)

    def __init__(self, pane: QWidget, table: QWidget) -> None:
        super().__init__(pane)
        self.edit = self._make(pane, "Edit person", "Shift+F2")
        self.in_place = self._make(table, "Edit in the list", "F2")
        self.delete = self._make(table, "Delete", "Del")
        self.erase = self._make(pane, "Erase for good…", "")
        self.schedule = self._make(pane, "Schedule a conversation", "Ctrl+Shift+S")
        self.notes = self._make(pane, "Open notes", "Ctrl+Shift+O")
        self.letter = self._make(pane, "Write a letter…", "Ctrl+L")
        self.answered = self._make(pane, "Log an answer…", "Ctrl+Shift+A")
        self.writing = self._menu(pane, "Write", [self.letter, self.answered])
        self.tags = self._make(pane, "Tags…", "Ctrl+Shift+T")
        self.employer = self._make(pane, "File under an employer…", "")
        self.export = self._make(pane, "Export these people…", "")
        self.copy = self._make(table, "Copy", QKeySequence.StandardKey.Copy)
        self.merge = self._make(pane, "Merge…", "")
        self.duplicates = self._make(pane, "Find duplicates…", "")
        self.find = self._make(pane, "Filter people", "Ctrl+F")
        self.select_all = self._make(table, "Select all", "Ctrl+A")
        self.stages = StageMenu("Set stage", pane)
        self.sorts = [self._sort(pane, column) for column in Column]
        self.sort_menu = self._menu(pane, "Sort by", self.sorts)
        self.toggles: dict[str, QAction] = {}
        self.clear_filter = self._make(pane, "Clear the filter", "Ctrl+Shift+F")
        self.saved = self._make(pane, "Saved filters…", "Ctrl+Shift+L")
        self.filter_menu = self._menu(pane, "Filter by", self._filters(pane))
        self.columns: QAction | None = None
        self._rows = self._of_rows()

    def _filters(self, pane: QWidget) -> list[QAction]:
        kinds = [self._make(pane, f"{title}…", "") for title in TITLES.values()]
        for kind, action in zip(TITLES, kinds, strict=True):
            action.triggered.connect(partial(self._on_kind, kind))
        for name, title in TOGGLES.items():
            action = self.toggles[name] = self._make(pane, title, "")
            action.setCheckable(True)
            action.toggled.connect(partial(self._on_toggle, name))
        ends = [self.saved, self.clear_filter]
        return [*kinds, self._line(), *self.toggles.values(), self._line(), *ends]

    def _on_kind(self, kind: str) -> None:
        self.filter_chosen.emit(kind)

    def _on_toggle(self, name: str, holds: bool) -> None:
        self.toggle_chosen.emit(name, holds)

    def _menu(self, pane: QWidget, title: str, actions: list[QAction]) -> QMenu:
        menu = QMenu(title, pane)
        menu.addActions(actions)
        return menu

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        shown = [
            self.duplicates,
            self.find,
            self.filter_menu.menuAction(),
            self.sort_menu.menuAction(),
        ]
        if self.columns is not None:
            shown.append(self.columns)
        return [*self.for_rows(), self._line(), self.select_all, self._line(), *shown]

    def for_rows(self) -> list[QAction]:
        """Return what can be done with the rows that are selected."""
        return list(self._rows)

    def _of_rows(self) -> list[QAction]:
        one = [self.edit, self.in_place, self.schedule, self.notes, self.writing.menuAction()]
        filed = [self.tags, self.stages.menuAction(), self.employer]
        many = [*filed, self.merge, self.copy, self.export]
        return [*one, self._line(), *many, self._line(), self.delete, self.erase]

    def show_filter(self, only: PeopleFilter) -> None:
        """Check what is filtered by."""
        for name, action in self.toggles.items():
            blocked = action.blockSignals(True)
            action.setChecked(bool(getattr(only, name)))
            action.blockSignals(blocked)

    def show_sort(self, present: Column, *, descending: bool) -> None:
        """Check the column that gives the order and say which way."""
        for column, action in zip(Column, self.sorts, strict=True):
            action.setChecked(column is present)
            way = " (turned round)" if column is present and descending else ""
            action.setText(f"Sort by {column.sort_words}{way}")

    def enable(self, count: int, *, has_notes: bool) -> None:
        """Allow what makes sense with so many selected people."""
        for action in (self.edit, self.in_place, self.schedule, self.letter, self.answered):
            action.setEnabled(count == 1)
        self.notes.setEnabled(count == 1 and has_notes)
        for action in (self.delete, self.erase, self.tags, self.employer, self.export, self.copy):
            action.setEnabled(count > 0)
        self.merge.setEnabled(2 <= count <= MOST_MERGED)
        self.stages.setEnabled(count > 0)

    def allow_table(self, *, allowed: bool, count: int) -> None:
        """Allow what is done in the table of people only where it is shown."""
        self.in_place.setEnabled(allowed and count == 1)
        if self.columns is not None:
            self.columns.setEnabled(allowed)

    def _make(self, place: QWidget, text: str, keys: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(_WITHIN)
        place.addAction(action)
        return action

    def _line(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action

    def _sort(self, pane: QWidget, column: Column) -> QAction:
        action = self._make(pane, f"Sort by {column.sort_words}", f"Ctrl+Alt+{(column + 1) % 10}")
        action.setCheckable(True)
        action.setData(int(column))
        action.triggered.connect(self._on_sort)
        return action

    def _on_sort(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.sort_chosen.emit(Column(action.data()))
