"""The lines of an import as a table, and the choices made in it. Knows no widgets."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from infoview_gui.panes.dialogs.import_wizard_rows import Outcome, PlanRow, tally
from infoview_gui.panes.phrases import listed

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Column(IntEnum):
    """The columns from the left."""

    MARK = 0
    NAME = 1
    COMPANY = 2
    WHAT = 3
    LINE = 4

    @property
    def title(self) -> str:
        """Return the words of the header."""
        return ("", "Name", "Company and position", "What will happen", "Line")[self]


class Choice(IntEnum):
    """What the user says of a line that looks like someone."""

    NONE = 0
    SAME = 1
    OTHER = 2


class PlanModel(QAbstractTableModel):
    """All lines; rows keep their place when a choice is made, so that the eye keeps its own."""

    counted = Signal()
    """The counts are others, after a choice."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[PlanRow] = ()
        self._several = False
        self._asked = 0
        self.counts = tally(())

    def show_rows(self, rows: Sequence[PlanRow], *, several_files: bool) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = rows
        self._several = several_files
        self._asked = next((place for place, row in enumerate(rows) if not row.asked), len(rows))
        self.counts = tally(rows)
        self.endResetModel()

    def row_at(self, row: int) -> PlanRow:
        """Return a line."""
        return self._rows[row]

    @property
    def asked_count(self) -> int:
        """How many lines ask for a choice, chosen or not; they come first."""
        return self._asked

    def next_undecided(self, after: int) -> int | None:
        """Return the next line without a choice, from the top again after the last; or None."""
        asked = self._asked
        places = [*range(after + 1, asked), *range(min(after + 1, asked))]
        return next((row for row in places if self.choice(row) is Choice.NONE), None)

    def choice(self, row: int) -> Choice:
        """Return what the user chose for a line."""
        outcome = self._rows[row].outcome
        if not self._rows[row].asked or outcome is Outcome.CHOOSE:
            return Choice.NONE
        return Choice.OTHER if outcome is Outcome.NEW else Choice.SAME

    def choose(self, rows: Sequence[int], choice: Choice) -> None:
        """Make a choice for lines that ask for one; others are passed over."""
        for row in rows:
            decision = self._rows[row].decision
            if decision is None or not self._rows[row].asked:
                continue
            before = self._rows[row].outcome
            if choice is Choice.SAME:
                decision.same_person()
            elif choice is Choice.OTHER:
                decision.someone_else()
            else:
                decision.undecided()
            self.counts[before] -= 1
            self.counts[self._rows[row].outcome] += 1
        if rows:
            last = self.index(max(rows), len(Column) - 1)
            self.dataChanged.emit(self.index(min(rows), 0), last)
        self.counted.emit()

    # -- what Qt asks

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; everything else is painted by the delegate."""
        if role not in _WORDS or not index.isValid():
            return None
        return self.cell_words(self._rows[index.row()], Column(index.column()))

    def cell_words(self, row: PlanRow, column: Column) -> str:
        """Return what a cell says."""
        if column is Column.MARK:
            return row.outcome.value
        if column is Column.NAME:
            return row.name
        if column is Column.COMPANY:
            return listed(row.company, row.role)
        if column is Column.WHAT:
            return row.what
        line = f"{row.line:,}" if row.line else ""
        return f"{row.plan.path.name} {line}".strip() if self._several else line

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role in _WORDS:
            return Column(section).title
        return None
