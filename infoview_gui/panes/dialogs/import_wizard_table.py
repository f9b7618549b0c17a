"""The table of an import: keys and clicks that choose. Knows no services."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from infoview_gui.panes.dialogs.import_wizard_delegate import ASKED_HEIGHT, PlanDelegate
from infoview_gui.panes.dialogs.import_wizard_model import Choice, Column, PlanModel
from infoview_gui.theme import Theme
from infoview_gui.widgets.row_table import ROW_HEIGHT, RowTable

_Index = QModelIndex | QPersistentModelIndex
_KEYS = {
    Qt.Key.Key_S: Choice.SAME,
    Qt.Key.Key_E: Choice.OTHER,
    Qt.Key.Key_Backspace: Choice.NONE,
    Qt.Key.Key_Delete: Choice.NONE,
}
_MARK_WIDTH = 44
_LINE_WIDTH = 76
_FILE_WIDTH = 150
_SHARES = {Column.NAME: 0.21, Column.COMPANY: 0.29}
"""Of what mark and line leave; what will happen gets the rest."""


class PlanTable(RowTable):
    """S says the selected lines are who they look like, E that they are not, Backspace neither."""

    current_changed = Signal()

    def __init__(self, theme: Theme, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._plan = model
        self._line_width = _LINE_WIDTH
        self.setModel(model)
        self._delegate = PlanDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("What will happen")
        self._set_headers()

    def lay_out(self, *, several_files: bool) -> None:
        """Give the doubtful lines their height and begin with the first line."""
        header = self.verticalHeader()
        for row in range(self._plan.asked_count):
            header.resizeSection(row, ASKED_HEIGHT)
        self._line_width = _FILE_WIDTH if several_files else _LINE_WIDTH
        self._share_width()
        if self._plan.rowCount():
            self.setCurrentIndex(self._plan.index(0, Column.NAME))
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        across = self.horizontalHeader()
        across.resizeSection(Column.LINE, self._line_width)
        room = self.viewport().width() - _MARK_WIDTH - self._line_width
        for column, share in _SHARES.items():
            across.resizeSection(column, round(room * share))

    def asked_rows(self) -> list[int]:
        """Return the selected lines that ask for a choice; else the current one if it does."""
        asked = (
            self._plan.asked_count
        )  # they come first; of many thousand selected only these count
        rows: set[int] = set()
        selection = self.selectionModel().selection()
        for span in (selection.at(number) for number in range(selection.count())):
            rows.update(range(span.top(), min(span.bottom() + 1, asked)))
        current = self.currentIndex().row()
        if not self.selectionModel().hasSelection() and 0 <= current < asked:
            rows = {current}
        return sorted(rows)

    def choose(self, choice: Choice) -> None:
        """Make a choice for the selected lines and go on to the next that has none."""
        rows = self.asked_rows()
        if not rows:
            return
        self._plan.choose(rows, choice)
        following = self._plan.next_undecided(rows[-1])
        if choice is not Choice.NONE and following is not None:
            self.setCurrentIndex(self._plan.index(following, Column.NAME))
        self.current_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a single letter."""
        choice = _KEYS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if choice is not None and plain and self.asked_rows():
            self.choose(choice)
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._plan.rowCount() - 1}
        target = ends.get(Qt.Key(event.key()), -1)
        if plain and target >= 0:
            self.select_row(target)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a click on a choice; a click on the one chosen takes it back."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        clicked = self._delegate.choice_at(index, event.position().toPoint())
        if clicked is not Choice.NONE:
            before = self._plan.choice(index.row())
            self._plan.choose([index.row()], Choice.NONE if before is clicked else clicked)
            self.current_changed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a choice."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and self._delegate.choice_at(index, event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell whose choice the buttons make now."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit()

    def select_row(self, row: int) -> None:
        """Make a line the only selected one."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._plan.index(row, Column.NAME)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _set_headers(self) -> None:
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setMinimumSectionSize(36)
        across.resizeSection(Column.MARK, _MARK_WIDTH)
        across.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        down = self.verticalHeader()
        down.setVisible(False)
        down.setMinimumSectionSize(ROW_HEIGHT)
        down.setDefaultSectionSize(ROW_HEIGHT)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
