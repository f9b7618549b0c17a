"""A large number with a word below, to be pressed. Knows not what is counted."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from infoview_gui.theme import Theme

_FIGURE_PX, _WORD_PX = 22, 13
_HEIGHT = 54


class FigureButton(QPushButton):
    """A tint under the pointer, a ring with the focus; without anything behind it only text."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = name
        self._number = ""
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_number(self, number: int) -> None:
        """Show another number."""
        self._number = f"{number:,}"
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which number and word are whole."""
        figure = QFontMetrics(self._figure_font()).horizontalAdvance(self._number)
        word = QFontMetrics(self._theme.font(_WORD_PX)).horizontalAdvance(self.name)
        return QSize(max(figure, word) + 10, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number and the word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._figure_font())
        painter.drawText(QRect(0, 2, self.width(), 30), centre, self._number)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._theme.font(_WORD_PX))
        painter.drawText(QRect(0, 32, self.width(), 18), centre, self.name)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _figure_font(self) -> QFont:
        return self._theme.font(_FIGURE_PX, QFont.Weight.Bold)
