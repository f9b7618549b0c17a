"""A ring that shows which part of something is left, with words inside. Knows no clock."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens

LARGE = 96
SMALL = 56
_WORDS_FROM = 80  # a smaller ring has no room for words
_STROKE = {LARGE: 8.0, SMALL: 6.0}
_TOP = 90 * 16
_WHOLE = 360 * 16


class Ring(QWidget):
    """Track and arc, the arc clockwise from the top; small rings leave the words to others."""

    def __init__(self, theme: Theme, diameter: int = LARGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fraction = 0.0
        self._tone = "acc"
        self._text = ""
        self._caption = ""
        self.setFixedSize(diameter, diameter)
        self.setAccessibleName("Countdown")
        theme.changed.connect(self.update)

    @property
    def fraction(self) -> float:
        """The part of the ring that is drawn, 0 to 1."""
        return self._fraction

    def show_state(
        self, fraction: float, tone: str, text: str, caption: str, spoken: str = ""
    ) -> None:
        """Show ``fraction`` (cut to 0…1) in a tone, ``text`` large and ``caption`` small in it.

        ``spoken`` is for screen readers, which hear of it whenever it is another one: say the state
        in whole minutes, not the seconds of ``text``.
        """
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        state = (min(1.0, max(0.0, fraction)), tone, text, caption)
        if state == (self._fraction, self._tone, self._text, self._caption):
            return
        self._fraction, self._tone, self._text, self._caption = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, arc and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_arcs(painter)
        if self.width() >= _WORDS_FROM:
            self._draw_words(painter)

    def _draw_arcs(self, painter: QPainter) -> None:
        width = _STROKE.get(self.width(), self.width() / 12)
        inset = width / 2 + 1
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(self._theme.colour("sunken"), width))
        painter.drawEllipse(rect)
        if self._fraction <= 0:
            return
        ink, _ = tone_tokens(self._tone)
        pen = QPen(self._theme.colour(ink), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(rect, _TOP, -round(self._fraction * _WHOLE))

    def _draw_words(self, painter: QPainter) -> None:
        side = self.width()
        # A mirrored program would say 1:24+.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        ink = tone_tokens(self._tone)[0] if self._tone == "red" else "text"
        painter.setPen(self._theme.colour(ink))
        painter.setFont(self._theme.font(self._text_px(), QFont.Weight.Bold))
        centre = Qt.AlignmentFlag.AlignCenter
        shift = side * 0.07 if self._caption else 0.0
        painter.drawText(QRectF(0, -shift, side, side), centre, self._text)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._theme.font(side * 0.11))
        painter.drawText(QRectF(0, side * 0.14, side, side), centre, self._caption)

    def _text_px(self) -> float:
        """Return the size of the large text; ``1:02:45`` and ``+12:40`` get smaller letters."""
        return self.width() * (0.25 if len(self._text) <= 5 else 0.19)
