"""The table of people: its header, its columns' widths, and the keys that work in it.

Knows no services; asks to sort and to open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QWidget

from infoview_gui.panes.people.columns import USUAL, Arrangement, Column, fitted
from infoview_gui.panes.people.people_model import PeopleModel
from infoview_gui.panes.people.row_delegate import PeopleDelegate
from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.row_table import MARGIN, ROW_HEIGHT, RowTable

_Index = QModelIndex | QPersistentModelIndex
_HEADER_HEIGHT = 34
_ALL_FROM = 600  # below that width there is no room for the way people were found
_ARROW = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Flag = QItemSelectionModel.SelectionFlag
_Cursor = QAbstractItemView.CursorAction


class _Header(QHeaderView):
    """Titles at the left with the sort arrow right behind them."""

    def __init__(self, theme: Theme, model: PeopleModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._people = model
        self._font = theme.font(12, QFont.Weight.DemiBold)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(56)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setAccessibleName("Columns")
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Return the height of the picture."""
        return QSize(super().sizeHint().width(), _HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        column = Column(section)
        painter.save()
        painter.fillRect(rect, self._theme.colour("surface"))
        line = rect.adjusted(0, rect.height() - 1, 0, 0)
        painter.fillRect(line, self._theme.colour("border"))
        sorts = column is self._people.sort_column
        way = self.layoutDirection()
        painter.setLayoutDirection(way)
        room = rect.adjusted(MARGIN, 0, -(8 + _ARROW if sorts else 6), -1)
        place = mirrored_in(way, rect, room)
        draw_line(painter, self._theme, place, Line(column.title, self._font, "muted"))
        if sorts:
            icon = "chevron-down" if self._people.descending else "chevron-up"
            width = QFontMetrics(self._font).horizontalAdvance(column.title)
            left = room.x() + min(width, room.width()) + 4
            arrow = QRect(left, rect.y() + (rect.height() - _ARROW) // 2, _ARROW, _ARROW)
            corner = mirrored_in(way, rect, arrow).topLeft()
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(corner, self._theme.pixmap(icon, "muted", _ARROW, ratio))
        painter.restore()


class PeopleTable(RowTable):
    """Rows of people; one tab stop."""

    sort_requested = Signal(object)  # Column
    opened = Signal()
    current_changed = Signal()
    selection_changed = Signal()
    letters_typed = Signal(str)
    left_upwards = Signal()
    columns_requested = Signal(object)  # QPoint of the screen, from the header
    dragged_out = Signal()
    """The selected people are being dragged to another program."""

    def __init__(self, theme: Theme, model: PeopleModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._people = model
        self._arrangement = Arrangement()
        self._fitting = False
        self._quiet = False
        self.setModel(model)
        self._rows = PeopleDelegate(theme, model, self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName("People")
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self.doubleClicked.connect(self._on_double_clicked)
        self._held: QPoint | None = None
        self._set_header(theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a selected row is held, as it may be dragged out."""
        at = event.position().toPoint()
        row = self.indexAt(at).row()
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        selected = self.selectionModel().isRowSelected(row, QModelIndex())
        self._held = at if plain and selected else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag out what is selected when it is held; from any other row on, select."""
        at, held = event.position().toPoint(), self._held
        if held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (at - held).manhattanLength() >= QApplication.startDragDistance():
            self._held = None
            self.dragged_out.emit()

    def _set_header(self, theme: Theme) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = _Header(theme, self._people, self)
        self.setHorizontalHeader(header)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionClicked.connect(self._on_section_clicked)
        header.sectionResized.connect(self._on_section_resized)
        header.sectionMoved.connect(self._on_section_moved)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self._arrange()

    # -- columns

    @property
    def arrangement(self) -> Arrangement:
        """Which columns are shown, in which order and how wide."""
        return self._arrangement

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the columns so."""
        self._arrangement = arrangement
        self._arrange()
        self._fit()
        self.viewport().update()

    def seen(self) -> list[Column]:
        """Return the columns that are to be seen, from the left."""
        return [column for column in self._arrangement.shown if not self.isColumnHidden(column)]

    def _arrange(self) -> None:
        self._fitting = True
        header, shown = self.horizontalHeader(), self._arrangement.shown
        rest = [column for column in Column if column not in shown]
        for place, column in enumerate((*shown, *rest)):
            header.moveSection(header.visualIndex(column), place)
            self.setColumnHidden(column, column in rest)
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._fitting = True
        room, chosen = self.viewport().width(), self._arrangement.shown
        # The usual columns fold; who has chosen others gets them, and scrolls where it is narrow.
        folds = set(chosen) == set(USUAL) and room < _ALL_FROM
        if Column.CHANNEL in chosen and folds != self.isColumnHidden(Column.CHANNEL):
            self.setColumnHidden(Column.CHANNEL, folds)
        shown = self.seen()
        needed = sum(column.least for column in shown)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bar if needed > room else never)
        widths = fitted(shown, self._arrangement.shares, max(room, needed))
        for column, width in zip(shown, widths, strict=True):
            self.setColumnWidth(column, width)
        self._fitting = False

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        """Keep what the user did; the last column has what the others leave, and never nothing."""
        shown = self.seen()
        last = shown[-1]
        if self._fitting or section == last or section not in shown:
            return
        room = max(self.viewport().width(), sum(one.least for one in shown)) - last.least
        over = sum(self.columnWidth(column) for column in shown[:-1]) - room
        if over > 0:
            self._fitting = True
            self.setColumnWidth(section, max(Column(section).least, new - over))
            self._fitting = False
        shares = list(self._arrangement.shares)
        for column in shown[:-1]:
            shares[column] = float(self.columnWidth(column))
        taken = sum(shares[column] for column in shown[:-1])
        shares[last] = max(float(last.least), self.viewport().width() - taken)
        self._arrangement = replace(self._arrangement, shares=tuple(shares))

    def _on_section_moved(self, _section: int, _old: int, _new: int) -> None:
        """Keep the order that was dragged."""
        if self._fitting:
            return
        header = self.horizontalHeader()
        places = (Column(header.logicalIndex(place)) for place in range(header.count()))
        shown = tuple(column for column in places if column in self._arrangement.shown)
        self.arrange(replace(self._arrangement, shown=shown))

    def _on_header_menu(self, at: QPoint) -> None:
        self.columns_requested.emit(self.horizontalHeader().viewport().mapToGlobal(at))

    def _on_section_clicked(self, section: int) -> None:
        self.sort_requested.emit(Column(section))

    # -- who is chosen

    def current_id(self) -> int | None:
        """Return the person the keys work on."""
        return self._people.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """Return who is selected, in the order shown; many cost no more than their ids."""
        found: list[int] = []
        for top, bottom in self._selected_rows():
            found.extend(self._people.ids[top : bottom + 1])
        return found

    def selected_count(self) -> int:
        """Return how many are selected."""
        return sum(bottom - top + 1 for top, bottom in self._selected_rows())

    def _selected_rows(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        # The stubs do not know that a selection is a list of ranges.
        ranges = cast("Iterable[QItemSelectionRange]", selection)
        spans = {(one.top(), one.bottom()) for one in ranges}
        return sorted(spans)

    def choose(self, ids: Sequence[int], current: int | None) -> None:
        """Select these people as far as they are shown; ``current`` is brought into sight."""
        places = _places(self._people, ids)
        selection = QItemSelection()
        last = len(Column) - 1
        for top, bottom in _runs(places):
            selection.select(self._people.index(top, 0), self._people.index(bottom, last))
        row = self._people.row_of(current)
        index = self._people.index(row, 0) if row is not None else QModelIndex()
        model = self.selectionModel()
        self._quiet = True
        model.setCurrentIndex(index, _Flag.NoUpdate)
        model.select(selection, _Flag.ClearAndSelect)
        self._quiet = False
        if row is not None:
            self.scrollTo(index)
        self.current_changed.emit()
        self.selection_changed.emit()

    def choose_row(self, row: int) -> None:
        """Select the person in a row, or the last one if there are fewer."""
        person_id = self._people.id_at(min(row, len(self._people.ids) - 1))
        self.choose([] if person_id is None else [person_id], person_id)

    # -- what Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint row by row; by Qt it is cell by cell and takes three times as long."""
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(self.layoutDirection())
        self.fill_rest(painter)
        part = event.rect()
        first, last = self.rowAt(part.top()), self.rowAt(part.bottom())
        if first >= 0:
            self._paint_rows(painter, first, last if last >= 0 else self._people.rowCount() - 1)
        painter.end()

    def _paint_rows(self, painter: QPainter, first: int, last: int) -> None:
        at, wide = self.columnViewportPosition, self.columnWidth
        cells = [(column, at(column), wide(column)) for column in self.seen()]
        left, width = min(x for _, x, _ in cells), sum(one for _, _, one in cells)
        for row in range(first, last + 1):
            place = QRect(left, self.rowViewportPosition(row), width, ROW_HEIGHT)
            self._rows.draw_row(painter, place, row, cells)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell it, and draw the focus around the other row."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()
            if not self._quiet:
                self.current_changed.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell it."""
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.selection_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; Up in the first row goes back to the filter."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - overrides Qt
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first and the last row with Home and End: rows are chosen, not cells."""
        ends = {_Cursor.MoveHome: 0, _Cursor.MoveEnd: self._people.rowCount() - 1}
        if action in ends:
            return self._people.index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - overrides Qt
        """Letters filter; Qt would walk through all rows for one that begins so."""
        if search.strip():
            self.letters_typed.emit(search)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()


def _places(people: PeopleModel, ids: Sequence[int]) -> list[int]:
    """Return the rows of people, in order; one pass when they are many."""
    if len(ids) <= 3:
        found = (people.row_of(person_id) for person_id in ids)
        return sorted(row for row in found if row is not None)
    wanted = set(ids)
    return [row for row, person_id in enumerate(people.ids) if person_id in wanted]


def _runs(rows: Sequence[int]) -> Iterable[tuple[int, int]]:
    start = last = -2
    for row in rows:
        if row != last + 1:
            if start >= 0:
                yield start, last
            start = row
        last = row
    if start >= 0:
        yield start, last
