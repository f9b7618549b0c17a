"""Draws one entry of a calendar: soft ground, bar, elided words; ready-made for repainting.

Must not know where entries lie or what is done with them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import (
    QLocale,
    QPointF,
    QRectF,
    Qt,
    QTime,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGradient,
    QLinearGradient,
    QPainter,
    QPen,
    QStaticText,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.week_layout import Box, Piece, Span

TONES = {
    "acc": ("accent", "accent-soft", "accent"), "grn": ("green", "green-soft", "green"),
    "vio": ("violet", "violet-soft", "violet"), "blu": ("blue", "blue-soft", "blue"),
    "amb": ("amber", "amber-soft", "amber"), "muted": ("border", "sunken", "muted"),
}  # fmt: skip
Word = tuple[QStaticText, float, QFont]


@dataclass(slots=True)
class Card:
    """One entry, ready to be painted again and again."""

    box: QRectF
    ground: QBrush
    edge: QPen
    bar: QRectF
    bar_brush: QBrush
    text: QColor
    words: list[tuple[QPointF, Word]]
    struck: bool


class Ink:
    """What the cards are drawn with: colours, fonts and the elided words of each piece."""

    def __init__(self, theme: Theme, locale: QLocale) -> None:
        self.theme, self.locale = theme, locale
        self.plain = theme.font(12)
        self.bold = theme.font(12, QFont.Weight.DemiBold)
        self.head = theme.font(13)
        self.head_bold = theme.font(13, QFont.Weight.DemiBold)
        self.line = QFontMetricsF(self.bold).height()
        self.cards: dict[int, Card] = {}

    def clock(self, moment: datetime) -> str:
        """Return the time of day as the locale writes it."""
        short = QLocale.FormatType.ShortFormat
        return self.locale.toString(QTime(moment.hour, moment.minute), short)

    def hour(self, hour: int) -> str:
        """Return the label of an hour line."""
        if "a" in self.locale.timeFormat(QLocale.FormatType.ShortFormat).lower():
            return self.locale.toString(QTime(hour, 0), "h AP")
        return self.locale.toString(QTime(hour, 0), QLocale.FormatType.ShortFormat)

    def span(self, span: Span) -> str:
        """Return a span as “14:30–14:45”."""
        return self.clocks(span.start, span.start + timedelta(minutes=span.minutes))

    def clocks(self, start: datetime, end: datetime) -> str:
        """Return two times of day as “14:30–14:45”."""
        return f"{self.clock(start)}–{self.clock(end)}"

    def card(self, painter: QPainter, index: int, piece: Piece, mirrored: bool) -> None:
        """Draw one entry: ground, bar at its leading edge, words."""
        card = self.cards.get(index)
        if card is None:
            card = self.cards[index] = self._make(piece, mirrored)
        if piece.entry.look == "hatched":  # stripes in a rounded path take twice the time
            painter.fillRect(card.box, card.ground)
        else:
            painter.setPen(card.edge)
            painter.setBrush(card.ground)
            painter.drawRoundedRect(card.box, 4, 4)
        painter.fillRect(card.bar, card.bar_brush)
        painter.setPen(card.text)
        for at, (text, width, font) in card.words:
            painter.setFont(font)
            painter.drawStaticText(at, text)
            if card.struck:  # a struck-out font draws its line elsewhere at 200 % (tried)
                painter.drawLine(at + QPointF(0, self.line / 2), at + QPointF(width, self.line / 2))

    def _make(self, piece: Piece, mirrored: bool) -> Card:
        box, look = rect_of(piece.box), piece.entry.look
        bar, soft, text = (self.theme.colour(name) for name in TONES[piece.entry.tone])
        clear, surface = QColor(Qt.GlobalColor.transparent), self.theme.colour("surface")
        width = min(3.0, box.width())
        left = box.right() - width if mirrored else box.left()
        strip = QRectF(left, box.top(), width, box.height())
        ground, bar_brush, edge = QBrush(soft), QBrush(bar), QPen(Qt.PenStyle.NoPen)
        if look == "hatched":
            ground = stripes(soft, surface, QPointF(5, 5))
            bar_brush = stripes(bar, clear, QPointF(0, 7))
        elif look == "outline":
            ground, edge = QBrush(surface), QPen(bar, 1)
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        elif look == "pale":
            ground, text = QBrush(self.theme.colour("sunken")), self.theme.colour("muted")
        elif look == "strong":
            ground, text = QBrush(bar), self.theme.colour("on-accent")
        words = self._fit(piece, box, mirrored)
        return Card(box, ground, edge, strip, bar_brush, text, words, look == "outline")

    def _fit(self, piece: Piece, box: QRectF, mirrored: bool) -> list[tuple[QPointF, Word]]:
        entry, room = piece.entry, box.width() - 11 - 4
        title = f"{self.clock(entry.start)} {entry.title}" if room > 70 else entry.title
        top = 1.0 if box.height() > self.line + 3 else (box.height() - self.line) / 2
        rows: list[tuple[float, float, Word]] = []
        used = 0.0
        if first := elided_word(title, self.bold, room):
            used = first[1]
            rows.append((0.0, top, first))
        if box.height() >= 2 * self.line + 3:
            second = elided_word(entry.detail, self.plain, room)
            rows += [(0.0, top + self.line, second)] if second else []
        elif entry.detail and room - used > 24:
            rest = self._behind(entry.detail, room - used, mirrored)
            rows += [(used, top, rest)] if rest else []
        places = (_flip(mirrored, box.width(), 11 + x, word[1]) for x, _, word in rows)
        return [
            (box.topLeft() + QPointF(x, y), w) for x, (_, y, w) in zip(places, rows, strict=True)
        ]

    def _behind(self, detail: str, room: float, mirrored: bool) -> Word | None:
        """Return what stands on the line of the title, with a dot between."""
        if not mirrored:
            return elided_word(f" · {detail}", self.plain, room)
        metrics, dot = QFontMetricsF(self.plain), " · "
        left = room - metrics.horizontalAdvance(dot)
        shown = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, left)
        return elided_word(shown + dot, self.plain, room) if shown.strip(" …") else None


def rect_of(box: Box) -> QRectF:
    """Return the whole pixels that a box covers, below the line it begins on."""
    top, bottom = round(box.top) + 1, round(box.bottom) + 1
    return QRectF(box.left, top, box.width, max(1, bottom - top))


def elided_word(text: str, font: QFont, room: float) -> Word | None:
    """Return the text as far as there is room, its width and its font; None if nothing fits."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(" ".join(text.split("\n")), Qt.TextElideMode.ElideRight, room)
    if not shown.strip(" …·"):
        return None
    word = QStaticText(shown)
    word.setTextFormat(Qt.TextFormat.PlainText)
    word.prepare(font=font)
    return word, metrics.horizontalAdvance(shown), font


def _flip(mirrored: bool, room: float, x: float, width: float) -> float:
    """Return x, counted from the right where the view is mirrored."""
    return room - x - width if mirrored else x


def stripes(one: QColor, other: QColor, period: QPointF) -> QBrush:
    """Return a brush of two colours by turns, each half a period."""
    ramp = QLinearGradient(QPointF(), period)
    ramp.setSpread(QGradient.Spread.RepeatSpread)
    for at, colour in ((0.0, one), (0.5, one), (0.51, other), (1.0, other)):
        ramp.setColorAt(at, colour)
    return QBrush(ramp)
