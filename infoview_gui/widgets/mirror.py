"""Where things stand when the whole program runs from right to left. For what is painted by hand.

Qt mirrors layouts and standard controls by itself. Words need ``painter.setLayoutDirection``: then
"left" means where reading begins.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QWidget


def mirrored(widget: QWidget, rect: QRect) -> QRect:
    """Return where ``rect``, thought from the left, stands in a widget."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), rect)


def mirrored_in(direction: Qt.LayoutDirection, bounds: QRect, rect: QRect) -> QRect:
    """Return where ``rect``, thought from the left of ``bounds``, stands; for delegates."""
    return QStyle.visualRect(direction, bounds, rect)


def mirrored_corner(widget: QWidget, corner: QPoint, side: int) -> QPoint:
    """Return the corner of a square of ``side`` pixels, such as an icon."""
    return mirrored(widget, QRect(corner, QSize(side, side))).topLeft()
