"""How a question of the bank is drawn: words, what is known of it below, a pill at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from infoview_gui.panes.dialogs.bank_model import CAPTION_ROLE, PILL_ROLE, BankModel
from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_empty_item, draw_lines
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.mirror import mirrored_in

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 48
_SMALL_PX = 12
_LONGEST_PILL = 250


class BankDelegate(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of one row."""
        return QSize(super().sizeHint(option, index).width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        rect: QRect = option.rect
        draw_empty_item(self, painter, option, index)
        pill = str(index.data(PILL_ROLE))
        size = chip_size(self._theme, pill) if pill else QSize(0, 0)
        size.setWidth(min(size.width(), _LONGEST_PILL))
        model = index.model()
        taken = isinstance(model, BankModel) and model.is_taken(index.row())
        way = option.direction
        painter.setLayoutDirection(way)
        room = mirrored_in(way, rect, rect.adjusted(10, 0, -size.width() - 20, 0))
        below = Line(str(index.data(CAPTION_ROLE)), self._theme.font(_SMALL_PX), "muted")
        ink = "disabled" if taken else "text"
        draw_lines(painter, self._theme, room, [Line(str(index.data()), option.font, ink), below])
        if pill:
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(rect.center())
            place.moveRight(rect.right() - 8)
            draw_chip(painter, self._theme, mirrored_in(way, rect, place), pill, "")
