"""Draws the lines of a month: entries, bars, "+3 more"; words elided once and kept.

Must not know where lines lie or what is done with them.
"""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from infoview_gui.theme import Theme
from infoview_gui.widgets.week_cards import TONES, Ink, Word, elided_word, stripes
from infoview_gui.widgets.week_layout import Entry

_MOST_KEPT = 4000
_BAR, _AFTER_BAR, _END = 3.0, 6.0, 3.0


@dataclass(slots=True)
class Stroke:
    """One line, ready to be painted again and again."""

    box: QRectF
    ground: QBrush
    strip: QRectF
    strip_brush: QBrush
    edge: QPen | None
    text: QColor
    at: QPointF
    word: Word | None
    struck: bool


class MonthInk(Ink):
    """What the lines are drawn with."""

    def __init__(self, theme: Theme, locale: QLocale) -> None:
        super().__init__(theme, locale)
        self.small = theme.font(11.5)
        self.number = theme.font(12)
        self.number_line = QFontMetricsF(self.number).height()
        self._words: dict[tuple[str, bool, int], Word | None] = {}
        self._brushes: dict[tuple[str, str], tuple[QBrush, QBrush, QColor]] = {}

    def forget_colours(self) -> None:
        """Take the colours anew from the theme."""
        self._brushes.clear()

    def stroke(self, entry: Entry, box: QRectF, *, begins: bool, mirrored: bool) -> Stroke:
        """Make one line; without ``begins`` it comes from the day before."""
        ground, strip_brush, text = self._dyed(entry.tone, entry.look)
        width = _BAR if begins else 0.0
        left = box.right() - width if mirrored else box.left()
        strip = QRectF(left, box.top(), width, box.height())
        lead = _AFTER_BAR + (_BAR if begins else 0)
        timed = begins and not entry.all_day
        title = f"{self.clock(entry.start)} {entry.title}" if timed else entry.title
        word = self._kept(title, entry.is_bar, box.width() - lead - _END)
        used = word[1] if word else 0.0
        x = box.right() - lead - used if mirrored else box.left() + lead
        at = QPointF(x, box.top() + (box.height() - self.line) / 2)
        edge = QPen(strip_brush.color(), 1) if entry.look == "outline" else None
        return Stroke(
            box, ground, strip, strip_brush, edge, text, at, word, entry.look == "outline"
        )

    def draw(self, painter: QPainter, stroke: Stroke) -> None:
        """Paint one line."""
        painter.fillRect(stroke.box, stroke.ground)
        if stroke.edge is not None:
            painter.setPen(stroke.edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(stroke.box.adjusted(0, 0, -1, -1))
        painter.fillRect(stroke.strip, stroke.strip_brush)
        if stroke.word is None:
            return
        text, width, font = stroke.word
        painter.setFont(font)
        painter.setPen(stroke.text)
        painter.drawStaticText(stroke.at, text)
        if stroke.struck:
            middle = stroke.at + QPointF(0, self.line / 2)
            painter.drawLine(middle, middle + QPointF(width, 0))

    def _kept(self, title: str, strong: bool, room: float) -> Word | None:
        key = (title, strong, int(room))
        if key not in self._words:
            if len(self._words) > _MOST_KEPT:
                self._words.clear()
            font = self.bold if strong else self.plain
            self._words[key] = elided_word(title, font, float(int(room)))
        return self._words[key]

    def _dyed(self, tone: str, look: str) -> tuple[QBrush, QBrush, QColor]:
        found = self._brushes.get((tone, look))
        if found is None:
            found = self._brushes[tone, look] = self._dye(tone, look)
        return found

    def _dye(self, tone: str, look: str) -> tuple[QBrush, QBrush, QColor]:
        bar, soft, text = (self.theme.colour(name) for name in TONES[tone])
        surface = self.theme.colour("surface")
        if look == "hatched":
            return stripes(soft, surface, QPointF(5, 5)), QBrush(bar), text
        if look == "outline":
            return QBrush(surface), QBrush(bar), text
        if look == "pale":
            return QBrush(self.theme.colour("sunken")), QBrush(bar), self.theme.colour("muted")
        if look == "strong":
            return QBrush(bar), QBrush(bar), self.theme.colour("on-accent")
        return QBrush(soft), QBrush(bar), text

    def room_for(self, text: str) -> float:
        """Return the width of small words."""
        return QFontMetricsF(self.small).horizontalAdvance(text)


def at_start(mirrored: bool) -> Qt.AlignmentFlag:
    """Return the side where reading begins, in the middle of the height."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
