"""A table that is read by rows: chosen, hovered and focused whole. Knows nothing of the rows.

The style draws hover and focus around single cells; so the delegate draws the ground itself.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import plain_tool_tip

_Index = QModelIndex | QPersistentModelIndex
_SELECTED = QStyle.StateFlag.State_Selected
ROW_HEIGHT = 46
MARGIN = 12


class RowTable(QTableView):
    """Chooses rows, one or several; edits nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        # Scrolling then moves what stays, and only the rows that come in are painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_nothing_entered)
        self._theme = theme
        theme.changed.connect(self.viewport().update)

    @property
    def hovered_row(self) -> int:
        """The row under the mouse; -1 when there is none."""
        return self._hovered

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the hovered row when the mouse leaves the rows."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground where there are no rows, then the rows."""
        painter = QPainter(self.viewport())
        self.fill_rest(painter)
        painter.end()
        super().paintEvent(event)

    def fill_rest(self, painter: QPainter) -> None:
        """Paint the ground where there are no rows."""
        ground = self.viewport().rect()
        if self.horizontalHeader().length() >= ground.width():
            rows = self.verticalHeader()
            ground.setTop(max(0, rows.length() - rows.offset()))
        if not ground.isEmpty():
            painter.fillRect(ground, self._theme.colour("surface"))

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _on_nothing_entered(self) -> None:
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        for changed in (self._hovered, row):
            top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
            self.viewport().update(0, top, self.viewport().width(), height)
        self._hovered = row


class RowDelegate(QStyledItemDelegate):
    """Draws the ground of a row and offers the whole of what is cut; cells are for who extends."""

    def __init__(self, theme: Theme, view: RowTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def draw_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw what stands in a cell; the painter is restored afterwards."""
        raise NotImplementedError

    def cut_words(self, index: _Index, rect: QRect) -> str:
        """Return the whole words of a cell if they do not fit into ``rect``, else nothing."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the usual height of a row."""
        del option, index
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setClipRect(rect)
        self._draw_ground(painter, option, index)
        self.draw_cell(painter, rect, index)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row, border = index.row(), self._theme.colour("border")
        ground = "hover" if row == self._view.hovered_row else "surface"
        if _SELECTED in state:
            ground = "selection"
        painter.fillRect(rect, self._theme.colour(ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, border)
        if self._view.hasFocus() and row == self._view.currentIndex().row():
            self._draw_focus(painter, rect, index.column())

    def _draw_focus(self, painter: QPainter, rect: QRect, column: int) -> None:
        colour = self._theme.colour("focus")
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 2), colour)
        painter.fillRect(QRect(rect.x(), rect.bottom() - 1, rect.width(), 2), colour)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        starts, ends = QRect(rect.x(), rect.y(), 2, rect.height()), QRect(rect)
        ends.setLeft(rect.right() - 1)
        if mirrored:
            starts, ends = ends, starts
        if column == 0:
            painter.fillRect(starts, colour)
        header = self._view.horizontalHeader()
        places = range(header.visualIndex(column) + 1, header.count())
        if all(header.isSectionHidden(header.logicalIndex(place)) for place in places):
            painter.fillRect(ends, colour)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show the whole of a cell that is cut."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = self.cut_words(index, view.visualRect(index)) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), plain_tool_tip(text), view)
        return True
