"""A setting of several values: a row for each of them, and a button for another one.

Must not know what a value says: a field of one kind makes the rows and reads them.
"""

from typing import Generic, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.settings_dialog_fields import SettingField
from infoview_gui.panes.preferences import Preferences
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, tool_button
from infoview_gui.widgets.labels import wrapped_label


class SettingRow(QWidget):
    """One value, and the button that takes it out of the setting."""

    changed = Signal()
    remove_requested = Signal(object)
    """This row."""

    def __init__(self, theme: Theme, remove_words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.remove = tool_button(theme, remove_words, icon="x", parent=self)
        self.remove.clicked.connect(self._on_remove)

    def value(self) -> object:
        """Return what stands in the row."""
        raise NotImplementedError

    def _on_remove(self) -> None:
        self.remove_requested.emit(self)


ValueT = TypeVar("ValueT")
RowT = TypeVar("RowT", bound=SettingRow)


class RowsField(SettingField, Generic[ValueT, RowT]):
    """All rows, with words above and the button below. Derive from it, and make and read them."""

    rows_changed = Signal()
    """There are other fields than before: the order of Tab is out of date."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        setting: str,
        parent: QWidget,
        *,
        note: str,
        add: str,
        gap: int,
    ) -> None:
        """``note`` stands above the rows, ``add`` on the button, ``gap`` pixels between rows."""
        super().__init__(preferences, setting, parent)
        self._theme = theme
        self.rows: list[RowT] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(gap)
        self.add = push_button(theme, add, icon="plus", small=True, parent=self)
        self.column.addWidget(wrapped_label(note, "small", self))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.problem)
        self.column.addSpacing(3)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)

    def show_value(self) -> None:
        """Show what is set."""
        for row in self.rows:
            self._let_go(row)
        self.rows.clear()
        for value in cast("tuple[ValueT, ...]", self.value):
            self._append(value)
        self.say("")
        self.rows_changed.emit()

    def _made(self, value: ValueT) -> RowT:
        """Return a row that shows this value, not yet among ``rows``."""
        raise NotImplementedError

    def _on_add(self) -> None:
        """The button was pressed."""
        raise NotImplementedError

    def _append(self, value: ValueT) -> RowT:
        row = self._made(value)
        row.changed.connect(self._on_changed)
        row.remove_requested.connect(self._on_remove)
        self.rows.append(row)
        self._rows.addWidget(row)
        row.show()
        return row

    def _let_go(self, row: RowT) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _on_changed(self) -> None:
        self.offer(tuple(row.value() for row in self.rows))

    def _on_remove(self, row: RowT) -> None:
        """Take a row out; the keyboard goes to its neighbour, or to the button."""
        place = self.rows.index(row)
        self.rows.remove(row)
        near = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add
        near.setFocus(Qt.FocusReason.TabFocusReason)
        self._let_go(row)
        self._on_changed()
        self.rows_changed.emit()
