"""The rows of the palette for Qt: words, what is spoken, and which of them can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_gui.window.palette_rows import PaletteRow

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_Role = Qt.ItemDataRole


class PaletteModel(QAbstractListModel):
    """A list that is replaced as a whole."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[PaletteRow, ...] = ()

    @property
    def rows(self) -> tuple[PaletteRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> PaletteRow | None:
        """Return a row; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def next_choice(self, number: int, step: int) -> int:
        """Return the row to go to by so many steps, over headings; at an end the last there is."""
        choices = [place for place, row in enumerate(self._rows) if row.can_be_chosen]
        if not choices:
            return -1
        if number not in choices:
            return choices[0]
        wanted = choices.index(number) + step
        if abs(step) == 1:
            return choices[wanted % len(choices)]
        return choices[max(0, min(wanted, len(choices) - 1))]

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return the words of a row."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == _Role.AccessibleTextRole:
            return row.spoken
        return row.title if role == _Role.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        row = self.row(index.row())
        if row is None or not row.can_be_chosen:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
