"""Draws one entry of a calendar: soft ground, bar, elided words; ready-made for repainting.

Must not know where entries lie or what is done with them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import (
    QLineF,
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
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.elided import Elider, is_latin
from infoview_gui.widgets.entry_bars import bar_parts
from infoview_gui.widgets.week_layout import Box, Entry, Piece, Span
from infoview_gui.widgets.week_words import (
    DOT,
    behind,
    letters_for,
    room_of_title,
    says_enough,
)

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
_RADIUS = 4.0
_SHARED = 120.0
"""In less room than that there is none for two times and a word."""
_CLOSE = 5.0
"""From the edge of a card to letters that stand close to its bar."""
Words = tuple[QPointF, str, QFont, float]


@dataclass(frozen=True, slots=True, eq=False)
class Dye:
    """The colours of a kind of entry: ground, bar at its leading edge, outline, words."""

    ground: QBrush
    bar: QBrush
    edge: QBrush | None
    text: QColor
    striped: bool
    struck: bool


@dataclass(slots=True)
class Card:
    """One entry, ready to be painted again and again; words stand on their base lines."""

    box: QRectF
    bars: tuple[QRectF, ...]
    dye: Dye
    words: list[Words]


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

    def card(self, index: int, piece: Piece, mirrored: bool) -> Card:
        """Return how the entry of this number is drawn."""
        card = self.cards.get(index)
        if card is None:
            card = self.cards[index] = self._make(piece, mirrored)
        return card

    def draw(self, painter: QPainter, cards: Iterable[Card], *, rounded: bool) -> None:
        """Draw entries, those of one kind together: no card covers another."""
        kinds: dict[Dye, list[Card]] = {}
        for card in cards:
            kinds.setdefault(card.dye, []).append(card)
        for dye, alike in kinds.items():
            painter.setPen(Qt.PenStyle.NoPen)
            # Stripes in a rounded path take twice the time.
            radius = _RADIUS if rounded and not dye.striped else 0.0
            _draw_grounds(painter, dye, [card.box for card in alike], radius)
            painter.setBrush(dye.bar)
            painter.drawRects([bar for card in alike for bar in card.bars])
            self._draw_words(painter, dye, alike)

    def _draw_words(self, painter: QPainter, dye: Dye, cards: Collection[Card]) -> None:
        painter.setPen(dye.text)
        lines: list[QLineF] = []
        for card in cards:
            for at, text, font, width in card.words:
                painter.setFont(font)
                painter.drawText(at, text)
                if dye.struck:  # a struck-out font draws its line elsewhere at 200 % (tried)
                    middle = at - QPointF(0, self.line / 4)
                    lines.append(QLineF(middle, middle + QPointF(width, 0)))
        painter.drawLines(lines)

    def dye(self, tone: str, look: str) -> Dye:
        """Return the colours of a kind of entry."""
        found = self._dyes.get((tone, look))
        if found is None:
            found = self._dyes[tone, look] = self._dyed(tone, look)
        return found

    def _dyed(self, tone: str, look: str) -> Dye:
        bar, soft, text = (self.theme.colour(name) for name in TONES[tone])
        clear, surface = QColor(Qt.GlobalColor.transparent), self.theme.colour("surface")
        ground, strip, edge = QBrush(soft), QBrush(bar), None
        if look == "hatched":
            ground = stripes(soft, surface, QPointF(5, 5))
            strip = stripes(bar, clear, QPointF(0, 7))
        elif look == "faded":
            ground = stripes(self.theme.colour("sunken"), surface, QPointF(5, 5))
            strip = stripes(bar, clear, QPointF(0, 7))
        elif look == "outline":
            ground, edge = QBrush(surface), QBrush(bar)
        elif look == "pale":
            ground, text = QBrush(self.theme.colour("sunken")), self.theme.colour("muted")
        elif look == "strong":
            ground, text = QBrush(bar), self.theme.colour("on-accent")
        return Dye(ground, strip, edge, text, look in STRIPED, look == "outline")

    def _make(self, piece: Piece, mirrored: bool) -> Card:
        entry, box = piece.entry, rect_of(piece.box)
        dye, bars = self.dye(entry.tone, entry.look), bar_parts(entry.kind, box, mirrored)
        return Card(box, bars, dye, self._fit(entry, box, mirrored))

    def _fit(self, entry: Entry, box: QRectF, mirrored: bool) -> list[Words]:
        """Return the words there is room for: the title, then the detail below or behind it."""
        height, room = box.height(), box.width() - 11 - 4
        title, lead = self.timed(entry) if room > 70 else (entry.title, 0)
        strong = entry.look != "pale"
        bold, plain = self.eliders[strong], self.eliders[False]
        first, used = bold.cut(title, room)
        top = 1.0 if height > self.line + 3 else (height - self.line) / 2
        if not says_enough(first, title):
            return self._letters(entry, box, top, mirrored)
        words = [
            self._placed(box, (0.0, top), self.framed(first, title, lead), used, strong, mirrored)
        ]
        if height < 2 * self.line + 3:
            shared = room >= _SHARED or room - used > 24  # else it need not be worded
            return self._one_line(entry, box, (title, lead, top), mirrored) if shared else words
        rest, width = plain.cut(entry.about, room)
        at = (0.0, top + self.line)
        return words + ([self._placed(box, at, rest, width, False, mirrored)] if rest else [])

    def _one_line(
        self, entry: Entry, box: QRectF, head: tuple[str, int, float], mirrored: bool
    ) -> list[Words]:
        """Return title and detail beside each other; ``head`` is the title, its lead and its y."""
        (title, lead, top), room = head, box.width() - 11 - 4
        strong, (kept, rest) = entry.look != "pale", entry.in_line
        bold, plain = self.eliders[strong], self.eliders[False]
        first, used = bold.cut(title, room_of_title(bold, plain, title, lead, kept, room))
        first = self.framed(first, title, lead)
        words = [self._placed(box, (0.0, top), first, used, strong, mirrored)]
        if room - used > 24:
            told = behind(plain, kept, rest, room - used)
            told, width = self._behind(told, room - used, mirrored)
            words += [self._placed(box, (used, top), told, width, False, mirrored)] if told else []
        return words

    def _letters(self, entry: Entry, box: QRectF, top: float, mirrored: bool) -> list[Words]:
        """Return the initials, close to the bar, where the card is too narrow for a word."""
        strong = entry.look != "pale"
        shown, width = letters_for(self.eliders[strong], entry.title, box.width() - _CLOSE - 1)
        x = box.right() - _CLOSE - width if mirrored else box.left() + _CLOSE
        return [self.on_line(x, box.top() + top, shown, width, strong)] if shown else []

    def _placed(
        self, box: QRectF, at: tuple[float, float], text: str, width: float, bold: bool,
        mirrored: bool,
    ) -> Words:  # fmt: skip
        """Return words on their base line, ``at`` so far from where the card's words begin."""
        x = box.right() - 11 - at[0] - width if mirrored else box.left() + 11 + at[0]
        return self.on_line(x, box.top() + at[1], text, width, bold)

    def on_line(self, left: float, top: float, text: str, width: float, bold: bool) -> Words:
        """Return words that are ``width`` wide, in a line with this corner."""
        elider = self.eliders[bold]
        return QPointF(left, round(top + elider.ascent)), text, elider.font(text), width

    def _behind(self, detail: str, room: float, mirrored: bool) -> tuple[str, float]:
        """Return what stands on the line of the title, with a dot between, and its width."""
        elider = self.eliders[False]
        left = room - elider.cut(DOT, room)[1]
        shown, width = elider.cut(detail, left) if detail else ("", 0.0)
        if not shown:
            return "", 0.0
        return (shown + DOT if mirrored else DOT + shown), width + room - left


def _draw_grounds(painter: QPainter, dye: Dye, boxes: Sequence[QRectF], radius: float) -> None:
    if dye.edge is not None:  # one in the other: a line around each takes seven times as long
        _fill(painter, dye.edge, boxes, radius)
        boxes = [box.adjusted(1, 1, -1, -1) for box in boxes]
    _fill(painter, dye.ground, boxes, radius)


def _fill(painter: QPainter, brush: QBrush, boxes: Sequence[QRectF], radius: float) -> None:
    painter.setBrush(brush)
    if not radius:
        painter.drawRects(boxes)
        return
    for box in boxes:
        painter.drawRoundedRect(box, radius, radius)


def rect_of(box: Box) -> QRectF:
    """Return the whole pixels that a box covers, below the line it begins on."""
    top, bottom = round(box.top) + 1, round(box.bottom) + 1
    return QRectF(box.left, top, box.width, max(1, bottom - top))


def stripes(one: QColor, other: QColor, period: QPointF) -> QBrush:
    """Return a brush of two colours by turns, each half a period."""
    ramp = QLinearGradient(QPointF(), period)
    ramp.setSpread(QGradient.Spread.RepeatSpread)
    for at, colour in ((0.0, one), (0.5, one), (0.51, other), (1.0, other)):
        ramp.setColorAt(at, colour)
    return QBrush(ramp)
