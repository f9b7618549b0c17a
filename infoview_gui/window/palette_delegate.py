"""Draws the rows of the palette: mark or icon, words with what was typed lifted out, keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from infoview_gui.panes.phrases import listed
from infoview_gui.services.finding_words import spans
from infoview_gui.services.found import FoundKind
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.hint import draw_key_cap, key_cap_size
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.marked_text import draw_marked
from infoview_gui.window.palette_model import PaletteModel
from infoview_gui.window.palette_rows import PaletteRow, RowKind

_Index = QModelIndex | QPersistentModelIndex
_HEIGHTS = {
    RowKind.HEADING: 26,
    RowKind.FOUND: 44,
    RowKind.COMMAND: 32,
    RowKind.MORE: 30,
    RowKind.ADD: 38,
    RowKind.NOTHING: 34,
}
_SIDE, _MARK, _ICON, _TEXT = 10, 26, 16, 46
_LINE = 18
_GAP = 8


def row_height(row: PaletteRow) -> int:
    """Return the height of a row in logical pixels."""
    return _HEIGHTS[row.kind]


class PaletteDelegate(QStyledItemDelegate):
    """Paints; the words that were typed are told by ``show_typed``."""

    def __init__(self, theme: Theme, model: PaletteModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._typed: Sequence[str] = ()

    def show_typed(self, words: Sequence[str]) -> None:
        """Lift these words out from now on; folded, see ``finding_words``."""
        self._typed = words

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row; the width is that of the list."""
        del option
        row = self._model.row(index.row())
        return QSize(100, row_height(row) if row else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = self._model.row(index.row())
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        painter.setClipRect(rect)
        self._draw_ground(painter, option)
        if row.kind in {RowKind.HEADING, RowKind.NOTHING}:
            self._draw_muted(painter, option, row)
        else:
            self._draw_sign(painter, option, row)
            self._draw_words(painter, option, row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver & ~QStyle.StateFlag.State_None)
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        if not chosen and not (hovered and enabled):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("selection" if chosen else "hover"))
        painter.drawRoundedRect(QRectF(rect).adjusted(4, 0, -4, 0), 6, 6)
        if chosen:
            bar = QRect(rect.x() + 4, rect.y() + 6, 3, rect.height() - 12)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(_placed(option, bar)), 1.5, 1.5)

    def _draw_muted(self, painter: QPainter, option: QStyleOptionViewItem, row: PaletteRow) -> None:
        is_heading = row.kind is RowKind.HEADING
        weight = QFont.Weight.DemiBold if is_heading else QFont.Weight.Normal
        font = self._theme.font(12 if is_heading else 13, weight)
        rect: QRect = option.rect
        room = rect.adjusted(_SIDE + 4, 4 if is_heading else 0, -_SIDE, 0)
        draw_marked(
            painter, self._theme, _placed(option, room), row.title, (), font, "muted",
            option.direction,
        )  # fmt: skip

    def _draw_sign(self, painter: QPainter, option: QStyleOptionViewItem, row: PaletteRow) -> None:
        rect: QRect = option.rect
        found = row.found
        size = _MARK if found is not None and found.kind is FoundKind.PERSON else _ICON
        left = _SIDE + 4 + (_MARK - size) // 2
        square = QRect(rect.x() + left, rect.y() + (rect.height() - size) // 2, size, size)
        place = _placed(option, square)
        if found is not None and found.kind is FoundKind.PERSON:
            named = bool(found.first_name or found.last_name)
            names = (found.first_name, found.last_name) if named else (found.title, "")
            draw_avatar(painter, self._theme, place, *names)
        elif row.icon:
            ratio = painter.device().devicePixelRatioF()
            token = "accent" if row.kind is RowKind.ADD else "muted"
            painter.drawPixmap(place.topLeft(), self._theme.pixmap(row.icon, token, size, ratio))

    def _draw_words(self, painter: QPainter, option: QStyleOptionViewItem, row: PaletteRow) -> None:
        rect: QRect = option.rect
        room = rect.adjusted(_TEXT, 0, -_SIDE - 4, 0)
        if row.keys:
            room.setRight(room.right() - self._draw_keys(painter, option, row) - _GAP)
        if row.where:
            room.setRight(room.right() - self._draw_where(painter, option, row, room) - _GAP)
        lines = [(row.title, 13, "text")] + ([(row.caption, 12, "muted")] if row.caption else [])
        if row.kind in {RowKind.ADD, RowKind.MORE}:
            lines = [(row.title, 13, "accent")]
        top = room.y() + (room.height() - len(lines) * _LINE) // 2
        for number, (text, size, ink) in enumerate(lines):
            place = QRect(room.x(), top + number * _LINE, room.width(), _LINE)
            held = spans(text, self._typed) if row.found or row.action else []
            draw_marked(
                painter, self._theme, _placed(option, place), text, held,
                self._theme.font(size), ink, option.direction,
            )  # fmt: skip

    def _draw_keys(self, painter: QPainter, option: QStyleOptionViewItem, row: PaletteRow) -> int:
        rect: QRect = option.rect
        size = key_cap_size(self._theme, row.keys)
        left = rect.right() - _SIDE - 3 - size.width()
        cap = QRect(left, rect.y() + (rect.height() - size.height()) // 2, 0, 0)
        cap.setSize(size)
        ink, edge = self._theme.colour("muted"), self._theme.colour("control")
        draw_key_cap(painter, self._theme, _placed(option, cap), row.keys, ink, edge)
        return size.width()

    def _draw_where(
        self, painter: QPainter, option: QStyleOptionViewItem, row: PaletteRow, room: QRect
    ) -> int:
        font = self._theme.font(12)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(row.where) + 2
        place = QRect(room.right() + 1 - width, room.y(), width, room.height())
        draw_marked(
            painter, self._theme, _placed(option, place), row.where, (), font, "muted",
            option.direction,
        )  # fmt: skip
        return width

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show the whole words of a row, some of which may be cut."""
        del option
        row = self._model.row(index.row())
        whole = listed(row.title, row.caption) if row and row.can_be_chosen else ""
        QToolTip.showText(event.globalPos(), plain_tool_tip(whole), view)
        return True


def _placed(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Return where a part of a row is when the language runs from right to left."""
    return QStyle.visualRect(option.direction, option.rect, rect)
