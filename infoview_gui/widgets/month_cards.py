"""Draws the lines of a month: entries, bars, "+3 more"; words elided once and kept.

Must not know where lines lie or what is done with them.
"""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText

from infoview_gui.theme import Theme
from infoview_gui.widgets.entry_bars import bar_parts
from infoview_gui.widgets.week_cards import Dye, Ink, Word, kept_word
from infoview_gui.widgets.week_layout import Entry

_MOST_KEPT = 4000
_BAR, _AFTER_BAR, _END = 3.0, 6.0, 3.0


@dataclass(slots=True)
class Stroke:
    """One line, ready to be painted again and again."""

    box: QRectF
    bars: tuple[QRectF, ...]
    dye: Dye
    at: QPointF
    word: Word | None
    struck: bool


class MonthInk(Ink):
    """What the lines are drawn with."""

    def __init__(self, theme: Theme, locale: QLocale, *, mirrored: bool = False) -> None:
        super().__init__(theme, locale, mirrored=mirrored)
        self.small = theme.font(11.5)
        self.number = theme.font(12)
        self.number_line = QFontMetricsF(self.number).height()
        self._numbers: dict[str, QStaticText] = {}
        self._words: dict[tuple[str, int, bool, int], Word | None] = {}

    def stroke(self, entry: Entry, box: QRectF, *, begins: bool, mirrored: bool) -> Stroke:
        """Make one line; without ``begins`` it comes from the day before."""
        dye = self.dye(entry.tone, entry.look)
        bars = bar_parts(entry.kind, box, mirrored) if begins else ()
        lead = _AFTER_BAR + (_BAR if begins else 0)
        timed = begins and not entry.all_day
        title, first = self.timed(entry) if timed else (entry.title, 0)
        word = self._kept(
            title, first, entry.is_bar and entry.look != "pale", box.width() - lead - _END
        )
        used = word[1] if word else 0.0
        x = box.right() - lead - used if mirrored else box.left() + lead
        at = QPointF(x, box.top() + (box.height() - self.line) / 2)
        return Stroke(box, bars, dye, at, word, entry.look == "outline")

    def draw(self, painter: QPainter, stroke: Stroke) -> None:
        """Paint one line."""
        painter.fillRect(stroke.box, stroke.dye.ground)
        if stroke.struck:
            painter.setPen(stroke.dye.edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(stroke.box.adjusted(0, 0, -1, -1))
        for bar in stroke.bars:
            painter.fillRect(bar, stroke.dye.bar)
        if stroke.word is None:
            return
        text, width, font = stroke.word
        painter.setFont(font)
        painter.setPen(stroke.dye.text)
        painter.drawStaticText(stroke.at, text)
        if stroke.struck:
            middle = stroke.at + QPointF(0, self.line / 2)
            painter.drawLine(middle, middle + QPointF(width, 0))

    def _kept(self, title: str, lead: int, strong: bool, room: float) -> Word | None:
        key = (title, lead, strong, int(room))
        if key not in self._words:
            if len(self._words) > _MOST_KEPT:
                self._words.clear()
            shown, width = self.eliders[strong].cut(title, float(int(room)))
            font = self.bold if strong else self.plain
            self._words[key] = (
                kept_word(self.framed(shown, title, lead), font, width) if shown else None
            )
        return self._words[key]

    def day_number(self, words: str) -> QStaticText:
        """Return the number of a day, shaped once."""
        if words not in self._numbers:
            self._numbers[words] = kept_word(words, self.number, 0)[0]
        return self._numbers[words]

    def room_for(self, text: str) -> float:
        """Return the width of small words."""
        return QFontMetricsF(self.small).horizontalAdvance(text)


def at_start(mirrored: bool) -> Qt.AlignmentFlag:
    """Return the side where reading begins, in the middle of the height."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
