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
from infoview_gui.widgets.elided import Elider, is_latin
from infoview_gui.widgets.entry_bars import bar_parts
from infoview_gui.widgets.week_layout import Box, Entry, Piece, Span

TONES = {
    "acc": ("accent", "accent-soft", "accent"), "grn": ("green", "green-soft", "green"),
    "vio": ("violet", "violet-soft", "violet"), "blu": ("blue", "blue-soft", "blue"),
    "amb": ("amber", "amber-soft", "amber"), "muted": ("border", "sunken", "muted"),
}  # fmt: skip
_AS_THE_VIEW = {False: "\u200e", True: "\u200f"}
"""Signs without width that let a line run as the view does."""
_APART = "\u2068"
"""What follows, to the end of the line, runs its own way and turns nothing before it round."""
STRIPED = frozenset({"hatched", "faded"})
Word = tuple[QStaticText, float, QFont]
Words = tuple[QPointF, str, QFont, float]


@dataclass(frozen=True, slots=True)
class Dye:
    """The colours of a kind of entry: ground, bar at its leading edge, outline, words."""

    ground: QBrush
    bar: QBrush
    edge: QPen
    text: QColor


@dataclass(slots=True)
class Card:
    """One entry, ready to be painted again and again; words stand on their base lines."""

    box: QRectF
    bars: tuple[QRectF, ...]
    dye: Dye
    words: list[Words]
    flat: bool
    struck: bool


class Ink:
    """What the cards are drawn with: colours, fonts and the elided words of each piece."""

    def __init__(self, theme: Theme, locale: QLocale, *, mirrored: bool = False) -> None:
        self.theme, self.locale, self.mirrored = theme, locale, mirrored
        self.plain = theme.font(12)
        self.bold = theme.font(12, QFont.Weight.DemiBold)
        self.head = theme.font(13)
        self.head_bold = theme.font(13, QFont.Weight.DemiBold)
        self.line = QFontMetricsF(self.bold).height()
        self.eliders = {
            strong: Elider(self.bold if strong else self.plain) for strong in (True, False)
        }
        self.cards: dict[int, Card] = {}
        self._dyes: dict[tuple[str, str], Dye] = {}
        self._clocks: dict[tuple[int, int], str] = {}

    def forget_colours(self) -> None:
        """Take the colours anew from the theme."""
        self._dyes.clear()
        self.cards.clear()

    def clock(self, moment: datetime) -> str:
        """Return the time of day as the locale writes it."""
        at = moment.hour, moment.minute
        if at not in self._clocks:
            short = QLocale.FormatType.ShortFormat
            # Before AM and PM stands a blank that is of no alphabet.
            self._clocks[at] = self.locale.toString(QTime(*at), short).replace("\u202f", "\u00a0")
        return self._clocks[at]

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

    def timed(self, entry: Entry) -> tuple[str, int]:
        """Return "14:30 Amara Okafor", and how many signs stand before the name."""
        clock = self.clock(entry.start)
        return f"{clock} {entry.title}", len(clock) + 1

    def framed(self, shown: str, title: str, lead: int) -> str:
        """Let the time stand first in whatever script the title is; ``lead`` signs are the time.

        ``shown`` is the title as far as there is room.
        """
        if not lead or (is_latin(title) and not self.mirrored):
            return shown
        return f"{_AS_THE_VIEW[self.mirrored]}{shown[:lead]}{_APART}{shown[lead:]}"

    def card(self, painter: QPainter, index: int, piece: Piece, mirrored: bool) -> None:
        """Draw one entry: ground, bar at its leading edge, words."""
        card = self.cards.get(index)
        if card is None:
            card = self.cards[index] = self._make(piece, mirrored)
        dye = card.dye
        if card.flat:  # stripes in a rounded path take twice the time
            painter.fillRect(card.box, dye.ground)
        else:
            painter.setPen(dye.edge)
            painter.setBrush(dye.ground)
            painter.drawRoundedRect(card.box, 4, 4)
        for bar in card.bars:
            painter.fillRect(bar, dye.bar)
        painter.setPen(dye.text)
        for at, text, font, width in card.words:
            painter.setFont(font)
            painter.drawText(at, text)
            if card.struck:  # a struck-out font draws its line elsewhere at 200 % (tried)
                middle = at - QPointF(0, self.line / 4)
                painter.drawLine(middle, middle + QPointF(width, 0))

    def dye(self, tone: str, look: str) -> Dye:
        """Return the colours of a kind of entry."""
        found = self._dyes.get((tone, look))
        if found is None:
            found = self._dyes[tone, look] = self._dyed(tone, look)
        return found

    def _dyed(self, tone: str, look: str) -> Dye:
        bar, soft, text = (self.theme.colour(name) for name in TONES[tone])
        clear, surface = QColor(Qt.GlobalColor.transparent), self.theme.colour("surface")
        ground, strip, edge = QBrush(soft), QBrush(bar), QPen(Qt.PenStyle.NoPen)
        if look == "hatched":
            ground = stripes(soft, surface, QPointF(5, 5))
            strip = stripes(bar, clear, QPointF(0, 7))
        elif look == "faded":
            ground = stripes(self.theme.colour("sunken"), surface, QPointF(5, 5))
            strip = stripes(bar, clear, QPointF(0, 7))
        elif look == "outline":
            ground, edge = QBrush(surface), QPen(bar, 1)
        elif look == "pale":
            ground, text = QBrush(self.theme.colour("sunken")), self.theme.colour("muted")
        elif look == "strong":
            ground, text = QBrush(bar), self.theme.colour("on-accent")
        return Dye(ground, strip, edge, text)

    def _make(self, piece: Piece, mirrored: bool) -> Card:
        box, look = rect_of(piece.box), piece.entry.look
        bars = bar_parts(piece.entry.kind, box, mirrored)
        if look == "outline":
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        words = self._fit(piece.entry, box, mirrored)
        dye = self.dye(piece.entry.tone, look)
        return Card(box, bars, dye, words, look in STRIPED, look == "outline")

    def _fit(self, entry: Entry, box: QRectF, mirrored: bool) -> list[Words]:
        """Return the words there is room for: the title, then the detail below or behind it."""
        height, room = box.height(), box.width() - 11 - 4
        title, lead = self.timed(entry) if room > 70 else (entry.title, 0)
        strong = entry.look != "pale"
        first, used = self.eliders[strong].cut(title, room)
        if not first:
            return []
        top = 1.0 if height > self.line + 3 else (height - self.line) / 2
        first = self.framed(first, title, lead)
        words = [self._placed(box, (0.0, top), first, used, strong, mirrored)]
        if height >= 2 * self.line + 3:
            below, width = self.eliders[False].cut(entry.about, room)
            at = (0.0, top + self.line)
            words += [self._placed(box, at, below, width, False, mirrored)] if below else []
        elif room - used > 24:
            rest, width = self._behind(entry.about, room - used, mirrored)
            words += [self._placed(box, (used, top), rest, width, False, mirrored)] if rest else []
        return words

    def _placed(
        self, box: QRectF, at: tuple[float, float], text: str, width: float, bold: bool,
        mirrored: bool,
    ) -> Words:  # fmt: skip
        """Return words on their base line, ``at`` so far from where the card's words begin."""
        x = box.right() - 11 - at[0] - width if mirrored else box.left() + 11 + at[0]
        y = round(box.top() + at[1] + self.eliders[bold].ascent)
        return QPointF(x, y), text, self.bold if bold else self.plain, width

    def _behind(self, detail: str, room: float, mirrored: bool) -> tuple[str, float]:
        """Return what stands on the line of the title, with a dot between, and its width."""
        dot = " · "
        elider = self.eliders[False]
        left = room - elider.cut(dot, room)[1]
        shown, width = elider.cut(detail, left) if detail else ("", 0.0)
        if not shown:
            return "", 0.0
        return (shown + dot if mirrored else dot + shown), width + room - left


def rect_of(box: Box) -> QRectF:
    """Return the whole pixels that a box covers, below the line it begins on."""
    top, bottom = round(box.top) + 1, round(box.bottom) + 1
    return QRectF(box.left, top, box.width, max(1, bottom - top))


def kept_word(text: str, font: QFont, width: float) -> Word:
    """Return words that are painted many times: shaped once."""
    word = QStaticText(text)
    word.setTextFormat(Qt.TextFormat.PlainText)
    word.prepare(font=font)
    return word, width, font


def stripes(one: QColor, other: QColor, period: QPointF) -> QBrush:
    """Return a brush of two colours by turns, each half a period."""
    ramp = QLinearGradient(QPointF(), period)
    ramp.setSpread(QGradient.Spread.RepeatSpread)
    for at, colour in ((0.0, one), (0.5, one), (0.51, other), (1.0, other)):
        ramp.setColorAt(at, colour)
    return QBrush(ramp)
