"""Hands headings and rows to the list at the side of a pane, and finds rows by their key."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.side_rows import Section, SideRow

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The SideRow; None for a heading."""
_Index = QModelIndex | QPersistentModelIndex

KeyT = TypeVar("KeyT", bound=Hashable)


class SideModel(QAbstractListModel, Generic[KeyT]):
    """Headings and rows in one column; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SideRow[KeyT] | str] = []

    def show_sections(self, sections: Sequence[Section[SideRow[KeyT]]]) -> None:
        """Show other rows; does nothing when they are the same."""
        rows: list[SideRow[KeyT] | str] = []
        for section in sections:
            rows += [section.title, *section.entries]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_of(self, key: KeyT | None) -> int | None:
        """Return where the row with that key stands, or None."""
        for place, row in enumerate(self._rows):
            if not isinstance(row, str) and row.key == key:
                return place
        return None

    def keys(self) -> list[KeyT]:
        """Return the keys of the rows from top to bottom."""
        return [row.key for row in self._rows if not isinstance(row, str)]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the row itself, and what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row if role in spoken else None
        told = [part for part in row.told if part]
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(told),
            Qt.ItemDataRole.ToolTipRole: plain_tool_tip("\n".join(told)),
            ROW_ROLE: row,
        }
        return values.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that headings are passed over."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
