"""The two tables of *Find duplicates*: who may be one, and the comparison. Know no services."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from infoview_gui.panes.people.duplicates_model import ComparisonModel, SuspectsModel
from infoview_gui.panes.people.duplicates_rows import ComparedRow, shown_lines
from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import LINE_PX, Line, broken, draw_lines, is_cut
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.row_table import MARGIN, ROW_HEIGHT, RowDelegate, RowTable

_Index = QModelIndex | QPersistentModelIndex
_SINGLE = QAbstractItemView.SelectionMode.SingleSelection
_ITEMS = QAbstractItemView.SelectionBehavior.SelectItems
_ASIDE = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_ICON = 16
_NARROWEST = 170
_TITLES = 118
_PADDING = 16
BESIDE_WORDS = 2 * MARGIN + _ICON + 8
"""The width of a cell that is not for its words."""


class SuspectsDelegate(RowDelegate):
    """Names, and below them the reason."""

    def __init__(self, theme: Theme, model: SuspectsModel, view: RowTable) -> None:
        super().__init__(theme, view)
        self._model = model
        self._strong = theme.font(13, QFont.Weight.DemiBold)
        self._small = theme.font(12)

    def draw_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw both lines."""
        room = rect.adjusted(MARGIN, 0, -MARGIN, -1)
        draw_lines(painter, self._theme, room, self._lines(index))

    def cut_words(self, index: _Index, rect: QRect) -> str:
        """Return both lines where one is cut."""
        lines, room = self._lines(index), rect.width() - 2 * MARGIN
        cut = any(is_cut(line, room) for line in lines)
        return "\n".join(line.text for line in lines) if cut else ""

    def _lines(self, index: _Index) -> list[Line]:
        one = self._model.suspects[index.row()]
        names = Line("  ·  ".join(one.names), self._strong)
        return [names, Line(one.reason, self._small, "muted")]


class SuspectsTable(RowTable):
    """One column of people who may be one."""

    def __init__(self, theme: Theme, model: SuspectsModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setModel(model)
        self.setItemDelegate(SuspectsDelegate(theme, model, self))
        self.setSelectionMode(_SINGLE)
        self.setAccessibleName("People who may be there twice")
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down = self.verticalHeader()
        down.setVisible(False)
        down.setDefaultSectionSize(ROW_HEIGHT + 4)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class ComparisonDelegate(RowDelegate):
    """Cells one by one: what is chosen has a check mark, not only another ground."""

    def __init__(self, theme: Theme, model: ComparisonModel, view: RowTable) -> None:
        super().__init__(theme, view)
        self._model = model
        self._font = theme.font(13)
        self._strong = theme.font(13, QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell with a ground and a focus of its own."""
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setClipRect(rect)
        chosen = self._model.chosen_column(index.row()) == index.column()
        painter.fillRect(rect, self._theme.colour("selection" if chosen else "surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._theme.colour("border"))
        self.draw_cell(painter, rect, index)
        if self._view.hasFocus() and index == self._view.currentIndex():
            self._draw_ring(painter, rect)
        painter.restore()

    def draw_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw the mark of the choice and the lines."""
        row = self._model.row_at(index.row())
        mark = self._mark(row, index)
        if mark is not None:
            ratio = painter.device().devicePixelRatioF()
            top = rect.y() + (rect.height() - 1 - _ICON) // 2
            place = QRect(rect.x() + MARGIN, top, _ICON, _ICON)
            corner = mirrored_in(painter.layoutDirection(), rect, place).topLeft()
            painter.drawPixmap(corner, self._theme.pixmap(*mark, _ICON, ratio))
        room = self._room(painter, rect)
        draw_lines(painter, self._theme, room, self.lines(row, index, room.width()))

    def cut_words(self, index: _Index, rect: QRect) -> str:
        """Return everything that stands there where not all is to be seen."""
        row = self._model.row_at(index.row())
        cell = row.cells[index.column()]
        room = rect.width() - BESIDE_WORDS
        cut = len(shown_lines(cell)) < len(cell)
        cut = cut or any(is_cut(line, room) for line in self.lines(row, index, room))
        return "\n".join(cell) if cut else ""

    def _room(self, painter: QPainter, rect: QRect) -> QRect:
        room = rect.adjusted(MARGIN + _ICON + 8, 0, -MARGIN, -1)
        return mirrored_in(painter.layoutDirection(), rect, room)

    def _mark(self, row: ComparedRow, index: _Index) -> tuple[str, str] | None:
        left_out = self._model.is_left_out(index.column())
        if row.asks_who:
            return ("square", "muted") if left_out else ("square-check", "accent")
        if left_out or not row.is_choice or not row.cells[index.column()]:
            return None
        chosen = self._model.chosen_column(index.row()) == index.column()
        return ("circle-check", "accent") if chosen else ("circle", "control")

    def lines(self, row: ComparedRow, index: _Index, width: int) -> list[Line]:
        """Return what a cell says; a single line that is too long for the width is broken."""
        chosen = self._model.chosen_column(index.row()) == index.column()
        faint = self._model.is_left_out(index.column()) or (row.is_choice and not chosen)
        font = self._strong if chosen else self._font
        words = shown_lines(row.cells[index.column()]) or ["–"]
        ink = "muted" if faint or words == ["–"] else "text"
        lines = [Line(line, font, ink) for line in words]
        return broken(lines[0], width) if len(lines) == 1 else lines

    def _draw_ring(self, painter: QPainter, rect: QRect) -> None:
        colour, edge = self._theme.colour("focus"), rect.adjusted(0, 0, 0, -1)
        for side in (
            QRect(edge.x(), edge.y(), edge.width(), 2),
            QRect(edge.x(), edge.bottom() - 1, edge.width(), 2),
            QRect(edge.x(), edge.y(), 2, edge.height()),
            QRect(edge.right() - 1, edge.y(), 2, edge.height()),
        ):
            painter.fillRect(side, colour)


class ComparisonTable(RowTable):
    """Left and right choose the side, Space chooses or says who is meant; a click does too."""

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._compared = model
        self.setModel(model)
        self._cells = ComparisonDelegate(theme, model, self)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(_SINGLE)
        self.setSelectionBehavior(_ITEMS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("What is known of each")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionsClickable(False)
        down.setHighlightSections(False)
        down.setFixedWidth(_TITLES)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self._on_reset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the people."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys; going up and down goes from choice to choice."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            self._take(self.currentIndex())
            return
        super().keyPressEvent(event)
        now = self.currentIndex()
        if not now.isValid():
            return
        if event.key() in _ASIDE:
            self._compared.choose(now.row(), now.column())
        elif (column := self._compared.chosen_column(now.row())) is not None:
            self.setCurrentIndex(self._compared.index(now.row(), column))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._take(index)

    def _take(self, index: _Index) -> None:
        if not index.isValid():
            return
        if self._compared.row_at(index.row()).asks_who:
            self._compared.toggle(index.column())
        else:
            self._compared.choose(index.row(), index.column())

    def _on_reset(self) -> None:
        self._share_width()
        first = next(iter(self._choices()), 0)
        column = self._compared.chosen_column(first) or 0
        self.setCurrentIndex(self._compared.index(first, column))
        self.scrollToTop()

    def _choices(self) -> Sequence[int]:
        rows = range(self._compared.rowCount())
        return [row for row in rows if self._compared.chosen_column(row) is not None]

    def _share_width(self) -> None:
        people = self._compared.columnCount()
        for column in range(people):
            width = max(_NARROWEST, self.viewport().width() // people)
            self.horizontalHeader().resizeSection(column, width)
        for row in range(self._compared.rowCount() if people else 0):
            self.verticalHeader().resizeSection(row, self._lines_in(row) * LINE_PX + _PADDING)

    def _lines_in(self, row: int) -> int:
        """Return how many lines the highest cell of a row has at the present width."""
        room = self.columnWidth(0) - BESIDE_WORDS
        cells = (self._compared.index(row, at) for at in range(self._compared.columnCount()))
        found = self._compared.row_at(row)
        return max(len(self._cells.lines(found, cell, room)) for cell in cells)
