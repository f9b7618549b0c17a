"""The margin beside the notes: when each line was begun, and the icon of its mark.

Paints visible lines only. Must not know what a moment or a mark means.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.line_marks import MarkReader, token
from infoview_gui.widgets.line_moments import moment_of
from infoview_gui.widgets.mirror import mirrored

MarginText = Callable[[int | None], str]
_WIDEST = ("000:00", "after", "prep")
_BEFORE, _GAP, _AFTER = 10, 3, 12
_TIME_SHARE = 12 / 14
_TABULAR_FIGURES = QFont.Tag("tnum")


def visible_blocks(editor: QTextEdit, area: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
    """Yield the blocks that touch ``area`` of the viewport, each with its top left corner there."""
    layout = editor.document().documentLayout()
    shift = QPointF(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())
    block = editor.cursorForPosition(QPoint(0, area.top())).block()
    while block.isValid():
        corner = layout.blockBoundingRect(block).topLeft() - shift
        if corner.y() > area.bottom():
            return
        yield block, corner
        block = block.next()


class LineMargin(QWidget):
    """A strip where reading begins; the editor places it and tells it what to repaint."""

    clicked = Signal(object, QPoint)
    """The moment of a line was clicked, at this point of the screen."""
    hovered = Signal(object, QPoint)
    """The pointer rests at the moment of a line."""

    def __init__(
        self, editor: QTextEdit, theme: Theme, margin_text: MarginText, mark: MarkReader
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._margin_text = margin_text
        self._mark = mark
        self._font = QFont()
        self._metrics = QFontMetricsF(self._font)
        self._icon_size = 14
        # So that scrolling moves what is painted instead of painting it again.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.follow_font(editor.font())

    def follow_font(self, font: QFont) -> None:
        """Fit the margin to the editor's font."""
        size = font.pixelSize()
        self._font = self._theme.font(size * _TIME_SHARE)
        # Figures of one width stand below each other.
        self._font.setFeature(_TABULAR_FIGURES, 1)
        self._icon_size = size
        self._metrics = QFontMetricsF(self._font)
        times = max(self._metrics.horizontalAdvance(text) for text in _WIDEST)
        self.setFixedWidth(round(_BEFORE + times + _GAP + self._icon_size + _AFTER) + 1)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say which moment was clicked; nothing below the last line or at an empty one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        moment = self._moment_at(event.position().toPoint().y())
        if moment is not None:
            self.clicked.emit(moment, event.globalPosition().toPoint())

    def event(self, event: QEvent) -> bool:
        """Say at which moment the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            moment = self._moment_at(event.pos().y())
            if moment is not None:
                self.hovered.emit(moment, event.globalPos())
            return moment is not None
        return super().event(event)

    def _moment_at(self, y: int) -> int | None:
        layout = self._editor.document().documentLayout()
        for block, corner in visible_blocks(self._editor, QRect(0, y, 1, 1)):
            if corner.y() <= y < corner.y() + layout.blockBoundingRect(block).height():
                return moment_of(block)
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines whose beginning is to be seen, and the rule beside all lines."""
        painter = QPainter(self)
        painter.setFont(self._font)
        area = event.rect()
        painter.fillRect(area, self._theme.colour("surface"))
        end = area.top()
        for block, corner in visible_blocks(self._editor, area):
            self._paint_line(painter, block, corner)
            end = self._end_of_rule(block, corner, area)
        if end > area.top():
            colour = self._theme.colour("border")
            rule = QRect(self.width() - 1, area.top(), 1, end - area.top())
            painter.fillRect(mirrored(self, rule), colour)

    def _end_of_rule(self, block: QTextBlock, corner: QPointF, area: QRect) -> int:
        after_area = area.bottom() + 1
        if block.next().isValid():
            return after_area
        height = self._editor.document().documentLayout().blockBoundingRect(block).height()
        return min(round(corner.y() + height), after_area)

    def _paint_line(self, painter: QPainter, block: QTextBlock, corner: QPointF) -> None:
        moment = moment_of(block)
        if moment is None or not block.layout().lineCount():
            return
        line = block.layout().lineAt(0)
        right = float(self.width() - 1 - _AFTER)
        span = self._mark(block.text())
        if span is not None:
            right -= self._icon_size
            top = corner.y() + line.y() + (line.height() - self._icon_size) / 2
            place = QPointF(self._from_left(right, self._icon_size), top)
            self._paint_icon(painter, span.icon, token(span.tone), place)
            right -= _GAP
        text = self._margin_text(moment)
        width = self._metrics.horizontalAdvance(text)
        left = self._from_left(right - width, width)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QPointF(left, corner.y() + line.y() + line.ascent()), text)

    def _from_left(self, left: float, width: float) -> float:
        """Return where something begins that was thought from the left."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if is_mirrored else left

    def _paint_icon(self, painter: QPainter, name: str, tone: str, corner: QPointF) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = self._theme.pixmap(name, tone, self._icon_size, ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(corner.toPoint(), pixmap)
