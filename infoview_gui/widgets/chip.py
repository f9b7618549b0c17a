"""A pill with a word or two, 22 pixels high. Knows tones, not what they stand for."""

from functools import cache, lru_cache
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from infoview_gui.theme import Theme, fonts
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.cell_text import Line, draw_line
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.stamp import draw_stamp

HEIGHT = 22
_FONT_PX = 12
_PADDING = 9
_ICON = 14
_GAP = 5


@cache
def _font() -> QFont:
    return fonts.font(_FONT_PX, QFont.Weight.Medium)


@lru_cache(maxsize=1024)
def _width(text: str) -> int:
    return ceil(QFontMetricsF(_font()).horizontalAdvance(text)) + 1


def chip_size(theme: Theme, text: str, icon: str = "") -> QSize:
    """Return the size in logical pixels at which nothing is cut; for delegates too."""
    del theme
    return QSize(_width(text) + 2 * _PADDING + (_ICON + _GAP if icon else 0), HEIGHT)


def draw_chip(
    painter: QPainter, theme: Theme, rect: QRect, text: str, tone: str = "", icon: str = ""
) -> None:
    """Draw a chip that fills ``rect``; text too long for it is elided. For delegates too."""
    colours = "|".join(str(theme.colour(token).rgba()) for token in tone_tokens(tone))

    def draw(inner: QPainter, place: QRect) -> None:
        _paint(inner, theme, place, (text, tone, icon))

    draw_stamp(painter, rect, f"chip|{text}|{icon}|{colours}", draw)


def _paint(painter: QPainter, theme: Theme, rect: QRect, words: tuple[str, str, str]) -> None:
    text, tone, icon = words
    ink, ground = tone_tokens(tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    way = painter.layoutDirection()
    if icon:
        place = QRect(inner.x(), rect.y() + (rect.height() - _ICON) // 2, _ICON, _ICON)
        ratio = painter.device().devicePixelRatioF()
        corner = mirrored_in(way, rect, place).topLeft()
        painter.drawPixmap(corner, theme.pixmap(icon, ink, _ICON, ratio))
        inner.setLeft(inner.left() + _ICON + _GAP)
    draw_line(painter, theme, mirrored_in(way, rect, inner), Line(text, _font(), ink))


class Chip(QLabel):
    """A pill; ``tone`` is acc amb red blu vio grn or empty."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self.update)

    @property
    def tone(self) -> str:
        """The tone that is shown."""
        return self._tone

    def show_chip(self, text: str, tone: str = "", icon: str = "") -> None:
        """Show other words, another tone and icon."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self._show_tool_tip()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which nothing is cut."""
        return chip_size(self._theme, self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        """Allow the words to be elided."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), 3 * HEIGHT), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text in the tool tip as soon as it is cut."""
        super().resizeEvent(event)
        self._show_tool_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        draw_chip(painter, self._theme, self.rect(), self.text(), self._tone, self._icon)

    def _show_tool_tip(self) -> None:
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(plain_tool_tip(self.text()) if cut else "")
