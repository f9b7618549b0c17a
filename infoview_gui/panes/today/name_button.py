"""A name that leads somewhere: bold words, elided, underlined under the mouse. Knows no people."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import draw_words
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored

_EDGE = 4


class NameButton(QAbstractButton):
    """Reads like a heading and behaves like a link; the ring shows when it has the focus."""

    def __init__(self, theme: Theme, size_px: float = 13, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setFont(theme.font(size_px, QFont.Weight.Bold))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_words(self, words: str, leads_to: str) -> None:
        """Show a name; ``leads_to`` says what a click does."""
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(leads_to)
        self.updateGeometry()
        self._show_tool_tip()
        self.update()

    def words(self) -> str:
        """Return what is shown, not elided."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the size at which nothing is cut."""
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._words) + 1 + 2 * _EDGE, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Allow the words to be elided."""
        whole = self.sizeHint()
        least = self._metrics().horizontalAdvance("MMMM…")
        return QSize(min(least, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and the ring around them."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        hovered = self.underMouse() and self.isEnabled()
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("accent" if hovered else "text"))
        inner = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
        shown = self._elided(inner.width())
        draw_words(painter, inner, shown)
        if hovered:
            self._underline(painter, inner, shown)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole name in the tool tip as soon as it is cut."""
        super().resizeEvent(event)
        self._show_tool_tip()

    def _underline(self, painter: QPainter, room: QRect, shown: str) -> None:
        metrics = self._metrics()
        base = (room.height() + metrics.ascent() - metrics.descent()) // 2 + 2
        line = mirrored(self, QRect(room.x(), base, metrics.horizontalAdvance(shown), 1))
        painter.drawLine(line.topLeft(), line.topRight())

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _elided(self, width: int) -> str:
        return self._metrics().elidedText(self._words, Qt.TextElideMode.ElideRight, width)

    def _show_tool_tip(self) -> None:
        cut = self.width() < self.sizeHint().width()
        tip = self._words if cut else self.accessibleDescription()
        self.setToolTip(plain_tool_tip(tip))
