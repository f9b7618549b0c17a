"""A conversation in a cell of the week: "14:30 Okafor". Knows words, not conversations."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored, mirrored_corner

_HEIGHT = 24


class WeekChip(QAbstractButton):
    """Elided; dashed when the time is only proposed; muted with a check when it is over."""

    def __init__(
        self, theme: Theme, words: str, tip: str, look: str, parent: QWidget | None = None
    ) -> None:
        """``look`` is a status, or "faded" for a proposed time that holds nothing any more."""
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._on_today = False
        self.setText(words.replace("&", "&&"))
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(plain_tool_tip(tip))
        self.setFont(theme.font(12, QFont.Weight.Medium))
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_on_today(self, on_today: bool) -> None:
        """Stand out on the coloured ground of today."""
        self._on_today = on_today
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which nothing is cut."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._words) + 14, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Allow the words to be elided."""
        return QSize(30, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, words and ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        ground = "surface" if self._on_today else "accent-soft"
        if self._look in {"done", "faded"} and not self._on_today:
            ground = "sunken"
        painter.setBrush(self._theme.colour("hover" if self.underMouse() else ground))
        painter.setPen(self._edge())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._draw_words(painter)

    def _edge(self) -> QPen | Qt.PenStyle:
        if self.hasFocus():
            return QPen(self._theme.colour("focus"), 2)
        if self._look in {"proposed", "faded"}:
            return QPen(self._theme.colour("control"), 1, Qt.PenStyle.DashLine)
        return Qt.PenStyle.NoPen

    def _draw_words(self, painter: QPainter) -> None:
        done = self._look == "done"
        token = "muted" if done or self._look == "faded" else "accent"
        room = self.rect().adjusted(7, 0, -6, 0)
        if done:
            icon = self._theme.pixmap("check", token, 12, self.devicePixelRatioF())
            corner = QPoint(room.x(), (self.height() - 12) // 2)
            painter.drawPixmap(mirrored_corner(self, corner, 12), icon)
            room.setLeft(room.left() + 16)
        draw_line(painter, self._theme, mirrored(self, room), Line(self._words, self.font(), token))
