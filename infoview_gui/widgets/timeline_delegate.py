"""Paints the rows of a timeline and knows their heights. Changes nothing, opens nothing."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.cell_text import Line, draw_line, is_cut
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.timeline_rows import ENTRY_ROLE, TimelineEntry

_Index = QModelIndex | QPersistentModelIndex
_ICON = 16
_ICON_LEFT = 4
_TEXT_LEFT = 32
_TOP = 8
_LINE = 19
_ROW = 54
_SHORT_ROW = 36
_GAP = _ROW - _TOP - 2 * _LINE


class TimelineDelegate(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.held: tuple[object, int] | None = None
        """The key of the row that an editor covers, and the editor's height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row; the width is the view's."""
        del option
        return QSize(_TEXT_LEFT, self.height(index.data(ENTRY_ROLE)))

    def height(self, entry: TimelineEntry) -> int:
        """Return the height of a row at the present width."""
        if self.held is not None and entry.key == self.held[0]:
            return self.held[1] + _TOP
        lines = sum(1 for line in (entry.title, entry.detail) if line)
        if not entry.body:
            return _ROW if lines > 1 else _SHORT_ROW
        return _TOP + lines * _LINE + self._body_height(entry) + _GAP

    def editor_room(self, row: QRect) -> QRect:
        """Return where in the rectangle of the held row its editor stands."""
        height = self.held[1] if self.held is not None else 0
        return QRect(_TEXT_LEFT - 6, row.y() + 3, row.width() - _TEXT_LEFT + 6, height)

    def _body(self, entry: TimelineEntry) -> QTextLayout:
        """Break the body into lines: between words, or within one that is too long."""
        text = entry.shown_body.replace("\n", "\u2028")
        layout = QTextLayout(text, self._theme.font(13))
        option = QTextOption()
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, _room(self._view.viewport().rect())))
            line.setPosition(QPointF(0, number * _LINE))
            number += 1
        layout.endLayout()
        return layout

    def _body_height(self, entry: TimelineEntry) -> int:
        return self._body(entry).lineCount() * _LINE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, line, icon and words."""
        entry: TimelineEntry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._draw_ground(painter, option, rect)
        self._draw_icon(painter, rect, entry)
        if self.held is not None and entry.key == self.held[0]:
            painter.restore()
            return  # an editor stands there
        room = QRect(rect.x() + _TEXT_LEFT, rect.y() + _TOP, _room(rect), _LINE)
        room = mirrored_in(option.direction, rect, room)
        title, detail = self._styled(entry)
        if title.text:
            draw_line(painter, self._theme, room, title)
            room.translate(0, _LINE)
        if entry.body:
            room.translate(0, self._draw_body(painter, room, entry))
        if detail.text:
            draw_line(painter, self._theme, room, detail)
        painter.restore()

    def _draw_body(self, painter: QPainter, room: QRect, entry: TimelineEntry) -> int:
        layout = self._body(entry)
        painter.setPen(self._theme.colour("text"))
        layout.draw(painter, QPointF(room.topLeft()))
        return layout.lineCount() * _LINE

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show the whole text of a row that is cut."""
        entry = index.data(ENTRY_ROLE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(entry, TimelineEntry):
            return super().helpEvent(event, view, option, index)
        room = _room(view.viewport().rect())
        cut = any(is_cut(line, room) for line in self._styled(entry) if line.text)
        QToolTip.showText(event.globalPos(), plain_tool_tip("\n".join(entry.lines)) if cut else "")
        return True

    def _styled(self, entry: TimelineEntry) -> list[Line]:
        title = Line(entry.title, self._theme.font(13, QFont.Weight.DemiBold))
        detail = Line(entry.detail, self._theme.font(13), "muted")
        return [title, detail]

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state: QStyle.StateFlag = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        inner = rect.adjusted(_TEXT_LEFT - 8, 1, -1, -3)
        ground = QRectF(mirrored_in(option.direction, rect, inner))
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)

    def _draw_icon(self, painter: QPainter, rect: QRect, entry: TimelineEntry) -> None:
        place = QRect(rect.x() + _ICON_LEFT, rect.y() + _TOP + 1, _ICON, _ICON)
        corner = mirrored_in(painter.layoutDirection(), rect, place).topLeft()
        token, _ = tone_tokens(entry.tone)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(corner, self._theme.pixmap(entry.icon, token, _ICON, ratio))
        middle = corner.x() + _ICON // 2
        painter.fillRect(
            QRect(middle, corner.y() + _ICON + 3, 1, rect.height() - _ICON - 5),
            self._theme.colour("border"),
        )


def _room(rect: QRect) -> int:
    return rect.width() - _TEXT_LEFT - 6
