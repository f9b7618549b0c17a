"""How something that was kept is drawn: icon of its kind, words, and below who and when."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from infoview_gui.panes.dialogs.learned_model import CAPTION_ROLE, LearnedModel
from infoview_gui.panes.mark_looks import MARK_LOOKS
from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.cell_text import Line, draw_empty_item, draw_lines
from infoview_gui.widgets.mirror import mirrored_in

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _ICON_PX, _SMALL_PX = 48, 16, 12


class LearnedDelegate(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of one row."""
        return QSize(super().sizeHint(option, index).width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        model = index.model()
        if not isinstance(model, LearnedModel):
            return
        draw_empty_item(self, painter, option, index)
        item, rect, way = model.item(index.row()), option.rect, option.direction
        tone, icon = MARK_LOOKS[item.kind]
        ratio = option.widget.devicePixelRatioF()
        drawn = self._theme.pixmap(icon, tone_tokens(tone)[0], _ICON_PX, ratio)
        place = QRect(rect.x() + 10, rect.y() + 8, _ICON_PX, _ICON_PX)
        painter.drawPixmap(mirrored_in(way, rect, place).topLeft(), drawn)
        painter.setLayoutDirection(way)
        font = self._theme.font()
        done = item.done_at is not None
        font.setStrikeOut(done)
        below = Line(str(index.data(CAPTION_ROLE)), self._theme.font(_SMALL_PX), "muted")
        words = Line(str(index.data()), font, "muted" if done else "text")
        room = mirrored_in(way, rect, rect.adjusted(36, 0, -10, 0))
        draw_lines(painter, self._theme, room, [words, below])
