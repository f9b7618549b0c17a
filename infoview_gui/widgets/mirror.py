"""Where things stand when the whole program runs from right to left. For what is painted by hand.

Qt mirrors layouts and standard controls by itself. Words need ``painter.setLayoutDirection``: then
"left" means where reading begins.
"""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

_ISOLATED = "\u2066{}\u2069"
"""Unicode's signs around what runs from left to right, whatever is around it."""


def mirrored(widget: QWidget, rect: QRect) -> QRect:
    """Return where ``rect``, thought from the left, stands in a widget."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), rect)


def mirrored_in(direction: Qt.LayoutDirection, bounds: QRect, rect: QRect) -> QRect:
    """Return where ``rect``, thought from the left of ``bounds``, stands; for delegates."""
    return QStyle.visualRect(direction, bounds, rect)


def mirrored_corner(widget: QWidget, corner: QPoint, side: int) -> QPoint:
    """Return the corner of a square of ``side`` pixels, such as an icon."""
    return mirrored(widget, QRect(corner, QSize(side, side))).topLeft()


def mirrored_margins(widget: QWidget, left: int, top: int, right: int, bottom: int) -> QMargins:
    """Return margins thought from the left; Qt mirrors layouts, but not their margins."""
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        left, right = right, left
    return QMargins(left, top, right, bottom)


def keys_as_written(keys: str) -> str:
    """Return the name of a key so that a mirrored program does not say ``,+Ctrl``."""
    mirrored_too = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _ISOLATED.format(keys) if mirrored_too else keys
