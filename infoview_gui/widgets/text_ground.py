"""The soft ground behind some words of a text that is edited. Paints, never edits."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock

_RADIUS = 4.0


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
    layout = block.layout()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(ground.start, line.textStart())
        after = min(ground.end, line.textStart() + line.textLength())
        if first >= after:
            continue
        left, right = _x(line.cursorToX(first)), _x(line.cursorToX(after))
        left, right = min(left, right) - ground.before, max(left, right) + ground.after
        # Not above the line: what is outside a block is not painted again with it.
        place = QRectF(left, line.y(), right - left, line.height() + 1)
        painter.drawRoundedRect(place.translated(origin), _RADIUS, _RADIUS)


def _x(found: object) -> float:
    """PySide returns the x and the adjusted position together."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
