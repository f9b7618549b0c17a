"""People who may be one, side by side, and what was chosen of each. Knows no services."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from infoview_gui.panes.people.duplicates_rows import ComparedRow, first_choice
from infoview_gui.panes.phrases import listed
from infoview_gui.services.similar_people import Suspects
from infoview_gui.widgets.labels import plain_tool_tip

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class SuspectsModel(QAbstractTableModel):
    """Who may be there twice, in one column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.suspects: list[Suspects] = []

    def show_suspects(self, suspects: Sequence[Suspects]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.suspects = list(suspects)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many are left."""
        return 0 if parent.isValid() else len(self.suspects)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names and the reason."""
        if role not in _WORDS or not index.isValid():
            return None
        one = self.suspects[index.row()]
        return f"{listed(*one.names)}: {one.reason}"


class ComparisonModel(QAbstractTableModel):
    """Fields below each other, people beside each other."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[ComparedRow] = ()
        self._names: Sequence[str] = ()
        self._ids: Sequence[int] = ()
        self._chosen: dict[int, int] = {}
        self._left_out: set[int] = set()

    def compare(
        self, ids: Sequence[int], names: Sequence[str], rows: Sequence[ComparedRow]
    ) -> None:
        """Show other people, with what seems best chosen."""
        self.beginResetModel()
        self._ids, self._names, self._rows = ids, names, rows
        self._left_out = set()
        self._chosen = {at: first_choice(row) for at, row in enumerate(rows) if row.is_choice}
        self.endResetModel()
        self.chosen_changed.emit()

    @property
    def included(self) -> list[int]:
        """The ids of those who are one person, whoever should stay first."""
        return [one for at, one in enumerate(self._ids) if at not in self._left_out]

    @property
    def chosen(self) -> dict[str, int]:
        """For each field of which one value stays, the id of whose it is."""
        return {self._rows[row].field: self._ids[at] for row, at in self._chosen.items()}

    def row_at(self, row: int) -> ComparedRow:
        """Return a field."""
        return self._rows[row]

    def chosen_column(self, row: int) -> int | None:
        """Return whose value of a field stays; None where there is no choice."""
        return self._chosen.get(row)

    def is_left_out(self, column: int) -> bool:
        """Tell whether a person is said to be somebody else."""
        return column in self._left_out

    def choose(self, row: int, column: int) -> None:
        """Let the value of one person stay, as long as they are one of them and have one."""
        free = column not in self._left_out and self._rows[row].cells[column]
        if self._rows[row].is_choice and free and self._chosen.get(row) != column:
            self._chosen[row] = column
            self._tell()

    def toggle(self, column: int) -> None:
        """Say that a person is somebody else, or one of them again; two at least stay."""
        left_out = self._left_out ^ {column}
        if len(self._ids) - len(left_out) >= 2:
            self._left_out = left_out
            for row, chosen in self._chosen.items():
                if chosen in left_out:
                    self._chosen[row] = self._other_choice(row)
            self._tell()

    def _other_choice(self, row: int) -> int:
        left = [at for at in range(len(self._ids)) if at not in self._left_out]
        return next((at for at in left if self._rows[row].cells[at]), left[0])

    def _tell(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.chosen_changed.emit()

    # -- what Qt asks

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many fields are compared."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many people are compared."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; for a screen reader also the field and what is chosen."""
        if role not in _WORDS or not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        words = listed(*row.cells[column])
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return f"{row.title}: {words or 'nothing'}{self._state(index.row(), column)}"

    def _state(self, row: int, column: int) -> str:
        if self._rows[row].asks_who:
            return ", no" if column in self._left_out else ", yes"
        if column in self._left_out:
            return ", somebody else"
        return ", chosen" if self._chosen.get(row) == column else ""

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of a person or of a field."""
        if orientation == Qt.Orientation.Vertical:
            return self._rows[section].title if role in _WORDS else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._names[section])
        return " ".join(self._names[section].split()) if role in _WORDS else None
