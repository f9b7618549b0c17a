"""Makes the lines of a month: entries and bars, as cards without round corners.

Must not know where lines lie or what is done with them.
"""

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QStaticText

from infoview_gui.theme import Theme
from infoview_gui.widgets.entry_bars import bar_parts
from infoview_gui.widgets.week_cards import Card, Ink
from infoview_gui.widgets.week_layout import Entry

_BAR, _AFTER_BAR, _END = 3.0, 6.0, 3.0


class MonthInk(Ink):
    """What the lines are drawn with."""

    def __init__(self, theme: Theme, locale: QLocale, *, mirrored: bool = False) -> None:
        super().__init__(theme, locale, mirrored=mirrored)
        self.small = theme.font(11.5)
        self.number = theme.font(12)
        self.number_line = QFontMetricsF(self.number).height()
        self._numbers: dict[str, QStaticText] = {}

    def stroke(self, entry: Entry, box: QRectF, *, begins: bool, mirrored: bool) -> Card:
        """Make one line; without ``begins`` it comes from the day before."""
        dye = self.dye(entry.tone, entry.look)
        bars = bar_parts(entry.kind, box, mirrored) if begins else ()
        lead = _AFTER_BAR + (_BAR if begins else 0)
        timed = begins and not entry.all_day
        title, first = self.timed(entry) if timed else (entry.title, 0)
        strong = entry.is_bar and entry.look != "pale"
        shown, width = self.eliders[strong].cut(title, box.width() - lead - _END)
        text = self.framed(shown, title, first)
        x = box.right() - lead - width if mirrored else box.left() + lead
        top = box.top() + (box.height() - self.line) / 2
        words = [self.on_line(x, top, text, width, strong)] if shown else []
        return Card(box, bars, dye, words)

    def day_number(self, words: str) -> QStaticText:
        """Return the number of a day, shaped once."""
        if words not in self._numbers:
            number = self._numbers[words] = QStaticText(words)
            number.setTextFormat(Qt.TextFormat.PlainText)
            number.prepare(font=self.number)
        return self._numbers[words]

    def room_for(self, text: str) -> float:
        """Return the width of small words."""
        return QFontMetricsF(self.small).horizontalAdvance(text)


def at_start(mirrored: bool) -> Qt.AlignmentFlag:
    """Return the side where reading begins, in the middle of the height."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
