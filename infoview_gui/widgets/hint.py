"""A key cap such as ``Ctrl K``: tells of a key, does not listen to it."""

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from infoview_gui.theme import Theme

_FONT_PX = 11
_PADDING = 6
_HEIGHT = 18
_RADIUS = 4


def key_cap_size(theme: Theme, text: str) -> QSize:
    """Return the size of a key cap, in logical pixels."""
    width = ceil(QFontMetricsF(theme.font(_FONT_PX)).horizontalAdvance(text)) + 2 * _PADDING
    return QSize(max(width, _HEIGHT), _HEIGHT)


def draw_key_cap(
    painter: QPainter, theme: Theme, rect: QRect, text: str, ink: QColor, edge: QColor
) -> None:
    """Draw a key cap that fills ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setPen(ink)
    painter.setFont(theme.font(_FONT_PX))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Hint(QLabel):
    """A key cap that stands beside words."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(keys)
        self.setAccessibleName(f"Key {keys}")
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        return key_cap_size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the cap: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap in the middle."""
        del event
        rect = QRect(0, 0, self.sizeHint().width(), _HEIGHT)
        rect.moveCenter(self.rect().center())
        painter = QPainter(self)
        theme = self._theme
        draw_key_cap(
            painter, theme, rect, self.text(), theme.colour("muted"), theme.colour("border")
        )
