"""Paints a list at the side of a pane: headings, and rows of a mark and two lines."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.cell_text import Line, draw_empty_item, draw_line, draw_lines
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.side_model import ROW_ROLE
from infoview_gui.widgets.side_rows import SideRow

EDGE = 14
_ROW_PX, _HEADING_PX, _AVATAR_PX = 50, 34, 32
_Index = QModelIndex | QPersistentModelIndex


class SideDelegate(QStyledItemDelegate):
    """A heading, or an avatar with a title and a line below."""

    def __init__(self, theme: Theme, width: int, parent: QWidget) -> None:
        """``width``: pixels that a row asks for; it takes what it gets."""
        super().__init__(parent)
        self._theme = theme
        self._width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a heading or of a row."""
        del option
        is_row = index.flags() & Qt.ItemFlag.ItemIsSelectable
        return QSize(self._width, _ROW_PX if is_row else _HEADING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: SideRow[Hashable] | None = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        if row is not None:
            draw_empty_item(self, painter, option, index)
            self._draw_row(painter, rect, row)
        else:
            inner = rect.adjusted(EDGE, 8, -EDGE, 0)
            font = self._theme.font(12, QFont.Weight.DemiBold)
            draw_line(painter, self._theme, inner, Line(str(index.data()), font, "muted"))
        painter.restore()

    def _draw_row(self, painter: QPainter, rect: QRect, row: SideRow[Hashable]) -> None:
        theme = self._theme
        place = QRect(EDGE, rect.y() + (_ROW_PX - _AVATAR_PX) // 2, _AVATAR_PX, _AVATAR_PX)
        way = painter.layoutDirection()
        draw_avatar(painter, theme, mirrored_in(way, rect, place), *row.mark)
        room = mirrored_in(way, rect, rect.adjusted(place.right() + 11 - rect.x(), 0, -8, 0))
        title = Line(row.title, theme.font(13, QFont.Weight.DemiBold))
        words = Line(row.words, theme.font(12), row.tone or "muted")
        draw_lines(painter, theme, room, (title, words))
