"""Small marks that many rows have in common: painted once, then stamped. Knows none of them."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache


def draw_stamp(
    painter: QPainter, rect: QRect, name: str, draw: Callable[[QPainter, QRect], None]
) -> None:
    """Draw what ``draw`` would draw into ``rect``; ``name`` tells apart all that looks different.

    The size, the scale of the screen and the direction need not be in the name.
    """
    if rect.isEmpty():
        return
    ratio = painter.device().devicePixelRatioF()
    way = painter.layoutDirection()
    key = f"{name}|{rect.width()}|{rect.height()}|{ratio}|{way.value}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = QPixmap(ceil(rect.width() * ratio), ceil(rect.height() * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        inner = QPainter(found)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.setLayoutDirection(way)
        draw(inner, QRect(0, 0, rect.width(), rect.height()))
        inner.end()
        QPixmapCache.insert(key, found)
    painter.drawPixmap(rect.topLeft(), found)
