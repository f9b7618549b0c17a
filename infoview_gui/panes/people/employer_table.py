"""The list of employers with their people: columns, and the keys that open and close.

Knows no services; asks to sort, to open and to show.
"""

from collections.abc import Mapping

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from infoview_gui.panes.people.employer_delegate import ASKED_WIDTH, GroupedDelegate
from infoview_gui.panes.people.employer_model import GroupColumn, GroupedModel
from infoview_gui.theme import Theme
from infoview_gui.widgets.mirror import mirrored
from infoview_gui.widgets.row_table import MARGIN, ROW_HEIGHT, RowTable

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    GroupColumn.PEOPLE: 68,
    GroupColumn.PRIORITY: 116,
    GroupColumn.ASKED: ASKED_WIDTH,
    GroupColumn.LAST: 118,
}
_LAST_FROM = 640  # below that width there is no room for the last contact
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROW_ROOM = MARGIN + 18
_MODIFIED = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
_Flag = QItemSelectionModel.SelectionFlag
_Cursor = QAbstractItemView.CursorAction


class _Header(QHeaderView):
    """Titles at the left, as high as those of the people."""

    def sizeHint(self) -> QSize:
        """Return the height of the picture."""
        return QSize(super().sizeHint().width(), 34)


class GroupedTable(RowTable):
    """Rows of employers and people; one tab stop, one row chosen."""

    sort_requested = Signal(object)  # GroupColumn
    opened = Signal()
    chosen = Signal()
    letters_typed = Signal(str)
    left_upwards = Signal()

    def __init__(self, theme: Theme, model: GroupedModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._grouped = model
        self._quiet = False
        self.keys: Mapping[int, QAction] = {}
        """What single keys do here."""
        self.setModel(model)
        self.setItemDelegate(GroupedDelegate(theme, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("Employers")
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self._set_header()
        self.doubleClicked.connect(self._on_double_clicked)

    def _set_header(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = _Header(Qt.Orientation.Horizontal, self)
        header.setAccessibleName("Columns")
        self.setHorizontalHeader(header)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(GroupColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.sectionClicked.connect(self._on_section_clicked)
        self.show_sort()

    def show_sort(self) -> None:
        """Mark the column that gives the order."""
        column = self._grouped.sort_column
        # The style draws the arrow that points up for what Qt calls descending.
        way = Qt.SortOrder.AscendingOrder
        if column is GroupColumn.NAME:
            way = Qt.SortOrder.DescendingOrder
        self.horizontalHeader().setSortIndicator(column, way)

    # -- what is chosen

    def code(self) -> int | None:
        """Return what the keys work on, as the model's ``row_of`` takes it."""
        return self._grouped.code_at(self.currentIndex().row())

    def employer_id(self) -> int | None:
        """Return the employer of the current row, or of the person in it; None for no employer."""
        row = self._grouped.group_row(self.currentIndex().row())
        return (self._grouped.employer_id(row) or None) if row is not None else None

    def choose_row(self, row: int, *, quiet: bool = False) -> None:
        """Choose a row, or the last one if there are fewer."""
        row = min(row, self._grouped.rowCount() - 1)
        index = self._grouped.index(row, 0) if row >= 0 else QModelIndex()
        self._quiet = quiet
        what = _Flag.ClearAndSelect | _Flag.Rows if row >= 0 else _Flag.Clear
        self.selectionModel().setCurrentIndex(index, what)
        self._quiet = False
        if row >= 0:
            self.scrollTo(index)

    def choose_code(self, code: int | None) -> bool:
        """Choose a person or an employer; tell whether it is in the list."""
        row = self._grouped.row_of(code)
        if row is not None:
            self.choose_row(row)
        return row is not None

    # -- what Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the last contact out of a narrow list."""
        super().resizeEvent(event)
        self.setColumnHidden(GroupColumn.LAST, self.viewport().width() < _LAST_FROM)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell it, and draw the focus around the other row."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()
        if not self._quiet:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open and close with the arrow at the left."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        arrows = mirrored(self.viewport(), QRect(0, 0, _ARROW_ROOM, self.viewport().height()))
        on_arrow = arrows.contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and on_arrow:
            self._turn(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close with the arrows and Space; Up in the first row goes to the filter."""
        row = self.currentIndex().row()
        key = event.key()
        action = None if event.modifiers() & _MODIFIED else self.keys.get(key)
        if action is not None and action.isEnabled():
            action.trigger()
            return
        if key in _ENTER and row >= 0:
            self.opened.emit()
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        elif key == Qt.Key.Key_Space and row >= 0:
            self._turn(row)
        elif key == Qt.Key.Key_Right and row >= 0:
            self._go_in(row)
        elif key == Qt.Key.Key_Left and row >= 0:
            self._go_out(row)
        else:
            super().keyPressEvent(event)

    def _turn(self, row: int) -> None:
        group = self._grouped.group_at(row)
        if group is not None:
            self._grouped.set_open(row, is_open=not group.is_open)

    def _go_in(self, row: int) -> None:
        group = self._grouped.group_at(row)
        if group is None:
            return
        if group.is_open:
            self.choose_row(row + 1)
        else:
            self._grouped.set_open(row, is_open=True)

    def _go_out(self, row: int) -> None:
        above = self._grouped.group_row(row)
        if above is None:
            return
        if above == row:
            self._grouped.set_open(row, is_open=False)
        else:
            self.choose_row(above)

    def moveCursor(  # noqa: N802 - overrides Qt
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first and the last row with Home and End: rows are chosen, not cells."""
        ends = {_Cursor.MoveHome: 0, _Cursor.MoveEnd: self._grouped.rowCount() - 1}
        if action in ends:
            return self._grouped.index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - overrides Qt
        """Letters filter; Qt would walk through all rows for one that begins so."""
        if search.strip():
            self.letters_typed.emit(search)

    def _on_section_clicked(self, section: int) -> None:
        self.sort_requested.emit(GroupColumn(section))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self._grouped.person_id(index.row()) is not None:
            self.opened.emit()
        else:
            self._turn(index.row())
