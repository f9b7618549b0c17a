"""A menu whose rows come and go with what is shown. Knows not what they mean.

Rows are hidden and used again, never deleted: menus, search and screen readers may hold them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class Row(NamedTuple):
    """Words, what is handed back, and whether it is the one in use (None: such rows have none)."""

    words: str
    value: object
    checked: bool | None = None


class RowsMenu(QMenu):
    """Shows rows below those that were put into it before."""

    picked = Signal(object)
    """The value of the row."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._rows: list[QAction] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, in their order."""
        while len(self._rows) < len(rows):
            action = self.addAction("")
            action.triggered.connect(self._on_triggered)
            self._rows.append(action)
        for action, row in zip(self._rows, rows, strict=False):
            action.setText(row.words.replace("&", "&&"))
            action.setData(row.value)
            action.setCheckable(row.checked is not None)
            action.setChecked(bool(row.checked))
        for number, action in enumerate(self._rows):
            action.setVisible(number < len(rows))

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.picked.emit(action.data())
