"""The soft ground behind some words of a text, or dots below them. Paints, never edits."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine

_RADIUS = 4.0
_DOT, _DOT_BELOW = 2.0, 4.0
"""Pixels: how wide a dot and the gap behind it are, and from the baseline down to its middle."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Words of a block, as UTF-16 units from its start, and how far the ground goes beyond them."""

    start: int
    end: int
    before: float = 2.0
    after: float = 2.0


def paint_ground(
    painter: QPainter, colour: QColor, block: QTextBlock, ground: Ground, origin: QPointF
) -> None:
    """Paint it, line by line; ``origin`` is the top left corner of the block."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for line, first, last in _lines(block, ground.start, ground.end):
        left, right = first - ground.before, last + ground.after
        # Not above the line: what is outside a block is not painted again with it.
        place = QRectF(left, line.y(), right - left, line.height() + 1)
        painter.drawRoundedRect(place.translated(origin), _RADIUS, _RADIUS)


def paint_dots(
    painter: QPainter, colour: QColor, block: QTextBlock, words: Ground, origin: QPointF
) -> None:
    """Paint a line of dots below words of a block."""
    for line, left, right in _lines(block, words.start, words.end):
        baseline = line.y() + line.ascent() + origin.y()
        draw_dots(painter, colour, left + origin.x(), right + origin.x(), baseline)


def draw_dots(
    painter: QPainter, colour: QColor, left: float, right: float, baseline: float
) -> None:
    """Paint dots below a word; Qt's own are a pixel wide, which nobody sees."""
    pen = QPen(colour, _DOT)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 1])  # in widths of the pen
    painter.setPen(pen)
    y = round(baseline + _DOT_BELOW)  # on whole pixels dots are crisp
    painter.drawLine(QPointF(round(left), y), QPointF(right, y))


def _lines(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QTextLine, float, float]]:
    """Yield the lines that hold some of these words, and from where to where they stand in them."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        after = min(end, line.textStart() + line.textLength())
        if first < after:
            found = _x(line.cursorToX(first)), _x(line.cursorToX(after))
            yield line, min(found), max(found)


def _x(found: object) -> float:
    """PySide returns the x and the adjusted position together."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
