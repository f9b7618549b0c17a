"""The countdown in one line: small ring, clock, words, a name. Knows no clock; it is told.

Painted, because labels would tell a screen reader of every second.
"""

from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.cell_text import draw_words
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored, mirrored_corner
from infoview_gui.widgets.ring import Ring

_HEIGHT = 32
_RING = 22
_LEFT, _GAP, _RIGHT = 10, 8, 14
_CLOCK_PX, _WORDS_PX = 14, 12
_WIDEST_CLOCK = "+00:00"
_MOST_NAME = 260
_CLOCK_FONT_FEATURE = QFont.Tag("tnum")


def _without_numbers(text: str) -> str:
    words = (word for word in text.split() if not word.strip(",").isdigit())
    return " ".join(words).replace("minutes", "minute")


class CountdownStrip(QAbstractButton):
    """A button; the owner connects ``clicked`` and shows or hides it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "acc"
        self._clock = ""
        self._words = ""
        self._name = ""
        self._ring = Ring(theme, _RING, self)
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # The strip speaks for itself; its ring would be a second thing without words.
        self._ring.setAccessibleName("")
        self._place_ring()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_state(
        self, fraction: float, tone: str, clock: str, words: str, name: str = ""
    ) -> None:
        """Show a part of the ring (0 to 1) in a tone, the clock ("2:39"), words and a name."""
        self._ring.show_state(fraction, tone, "", "")
        fits = (words, name, len(clock)) == (self._words, self._name, len(self._clock))
        self._tone, self._clock, self._words, self._name = tone, clock, words, name
        if not fits:
            self.updateGeometry()
            self._show_tool_tip()
        self.update()

    def say(self, spoken: str) -> None:
        """Tell a screen reader; call it when the state changes, not each second."""
        if spoken == self.accessibleName():
            return
        begun = bool(self.accessibleName())
        turned = _without_numbers(spoken) != _without_numbers(self.accessibleName())
        self.setAccessibleName(spoken)
        if begun and turned:  # each minute would be a nuisance in a talk
            announce(self, spoken)

    @property
    def shown(self) -> tuple[str, str, str]:
        """Clock, words and name that are shown."""
        return self._clock, self._words, self._name

    def sizeHint(self) -> QSize:
        """Return the width at which nothing is cut but a long name."""
        parts = self._clock_width() + self._width_of(self._words)
        name = min(_MOST_NAME, self._width_of(self._name))
        gaps = 2 * _GAP + (_GAP if self._name else 0)
        return QSize(_LEFT + _RING + parts + name + gaps + _RIGHT, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Allow everything but ring and clock to be cut."""
        return QSize(_LEFT + _RING + _GAP + self._clock_width() + _RIGHT, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text in the tool tip as soon as it is cut."""
        super().resizeEvent(event)
        self._place_ring()
        self._show_tool_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, clock, words, name and focus ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self._draw_ground(painter)
        x = _LEFT + _RING + _GAP
        x = self._draw(painter, x, self._clock, self._clock_font(), self._ink())
        x = _LEFT + _RING + _GAP + self._clock_width() + _GAP
        x = self._draw(painter, x, self._words, self._theme.font(_WORDS_PX), self._ink())
        self._draw(painter, x + _GAP, self._name, self._theme.font(_WORDS_PX), "muted")

    def _place_ring(self) -> None:
        corner = QPoint(_LEFT, (_HEIGHT - _RING) // 2)
        self._ring.move(mirrored_corner(self, corner, _RING))

    def _draw_ground(self, painter: QPainter) -> None:
        _, ground = tone_tokens(self._tone)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "focus" if self.hasFocus() else tone_tokens(self._tone)[0]
        wide = self.hasFocus() or self.underMouse()
        pen = QPen(self._theme.colour(edge), 2 if self.hasFocus() else 1)
        painter.setPen(pen if wide else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(rect, _HEIGHT / 2 - 1, _HEIGHT / 2 - 1)

    def _draw(self, painter: QPainter, x: int, text: str, font: QFont, ink: str) -> int:
        """Draw a text, cut at its end; return where it ends, counted from where reading begins."""
        room = self.width() - _RIGHT - x
        if room <= 0 or not text:
            return x
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        place = mirrored(self, QRect(x, 0, room, self.height()))
        draw_words(painter, place, shown)
        return x + metrics.horizontalAdvance(shown)

    def _ink(self) -> str:
        ink, _ = tone_tokens(self._tone)
        return ink if self._tone else "text"

    def _clock_font(self) -> QFont:
        font = self._theme.font(_CLOCK_PX, QFont.Weight.Bold)
        font.setFeature(_CLOCK_FONT_FEATURE, 1)
        return font

    def _clock_width(self) -> int:
        metrics = QFontMetricsF(self._clock_font())
        least = "0:00" if len(self._clock) <= 4 else _WIDEST_CLOCK[-len(self._clock) :]
        return ceil(max(metrics.horizontalAdvance(text) for text in (self._clock, least)))

    def _width_of(self, text: str) -> int:
        return ceil(QFontMetricsF(self._theme.font(_WORDS_PX)).horizontalAdvance(text)) + 1

    def _show_tool_tip(self) -> None:
        whole = " · ".join(part for part in (self._words, self._name) if part)
        self.setToolTip(plain_tool_tip(whole))
