"""Words that wrap, with a pill right behind the last of them and a line below. Painted.

Labels cannot put a pill behind the end of a wrapped text. Knows nothing of what it shows.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.mirror import mirrored

_FONT_PX = 13
_LINE_PX = 19
_GAP = 6


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says and how."""

    text: str = ""
    strong: bool = False
    struck: bool = False
    tone: str = "text"
    """A colour token."""
    chip: str = ""
    chip_tone: str = ""
    caption: str = ""
    caption_tone: str = "muted"
    """A colour token."""


class RowText(QWidget):
    """As wide as it may be, as high as its words need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = RowWords()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @property
    def words(self) -> RowWords:
        """What is shown."""
        return self._words

    def show_words(self, words: RowWords) -> None:
        """Show something else."""
        if words != self._words:
            self._words = words
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all words at ``width``."""
        return self._lay_out(width)[2]

    def sizeHint(self) -> QSize:
        """Return a width for few words; the height follows from the width given."""
        return QSize(160, _LINE_PX)

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow row."""
        return QSize(80, _LINE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, pill and caption."""
        del event
        words = self._words
        layout, chip, height = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self._theme.colour("muted" if words.struck else words.tone))
        layout.draw(painter, QPointF(0, 0))
        if words.chip:
            draw_chip(painter, self._theme, mirrored(self, chip), words.chip, words.chip_tone)
        if words.caption:
            below = QRect(0, height - _LINE_PX, self.width(), _LINE_PX)
            caption = Line(words.caption, self._theme.font(_FONT_PX), words.caption_tone)
            draw_line(painter, self._theme, below, caption)

    def _font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self._words.strong else QFont.Weight.Normal
        font = self._theme.font(_FONT_PX, weight)
        font.setStrikeOut(self._words.struck)
        return font

    def _lay_out(self, width: int) -> tuple[QTextLayout, QRect, int]:
        """Return the laid out text, the place of the pill and the whole height."""
        font = self._font()
        layout = QTextLayout(self._words.text, font)
        option = QTextOption()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        drop = (_LINE_PX - QFontMetrics(font).height()) / 2
        lines, end = 0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, lines * _LINE_PX + drop))
            end = line.naturalTextWidth()
            lines += 1
        layout.endLayout()
        lines = max(1, lines)
        chip, lines = self._place_chip(width, lines, end)
        return layout, chip, (lines + (1 if self._words.caption else 0)) * _LINE_PX

    def _place_chip(self, width: int, lines: int, end: float) -> tuple[QRect, int]:
        if not self._words.chip:
            return QRect(), lines
        size = chip_size(self._theme, self._words.chip)
        size.setHeight(_LINE_PX)
        x = round(end) + _GAP
        if x + size.width() > width:
            x, lines = 0, lines + 1
        return QRect(x, (lines - 1) * _LINE_PX, min(size.width(), width), _LINE_PX), lines
