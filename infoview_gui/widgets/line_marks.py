"""Colours the heads of marked lines and mutes lines of no weight; paints, never edits.

Colours are layout formats, so neither the document nor its undo history knows of them. What a mark
is comes in as a callable.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QFont,
    QPainter,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.line_moments import moment_of
from infoview_gui.widgets.line_text import utf16_offset
from infoview_gui.widgets.text_ground import Ground, paint_ground

_TONES = {"amb": "amber", "blu": "blue", "vio": "violet", "grn": "green", "acc": "accent"}
_PAD_LEFT, _PAD_RIGHT = 4.0, 2.0


@dataclass(frozen=True, slots=True)
class MarkSpan:
    """The head of a marked line, to be painted in its tone."""

    start: int
    """First code point of the head in the line."""
    end: int
    """After its last code point."""
    tone: str
    """amb blu vio grn or acc."""
    icon: str
    """Name of the icon in the margin."""


MarkReader = Callable[[str], MarkSpan | None]
Muted = Callable[[int | None], bool]


def token(tone: str) -> str:
    """Return the colour token of a tone; KeyError for an unknown tone."""
    return _TONES[tone]


def never_muted(moment: int | None) -> bool:
    """Return False: every line has its full weight."""
    del moment
    return False


class MarkColours(QSyntaxHighlighter):
    """Makes heads bold in their tone; remembers in each block's state whether it is muted."""

    def __init__(
        self, document: QTextDocument, theme: Theme, mark: MarkReader, muted: Muted
    ) -> None:
        super().__init__(document)
        self._theme = theme
        self._mark = mark
        self._muted = muted
        self._formats: dict[str, QTextCharFormat] = {}
        theme.changed.connect(self._on_theme_changed)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt calls it
        """Colour one line."""
        muted = self._is_muted(self.currentBlock())
        # Qt looks at the next block too when the state changes: few blocks do.
        self.setCurrentBlockState(int(muted))
        if muted and text:
            self.setFormat(0, utf16_offset(text, len(text)), self._format("muted", False))
        span = self._mark(text) if text else None
        if span is not None:
            start, end = utf16_offset(text, span.start), utf16_offset(text, span.end)
            self.setFormat(start, end - start, self._format(token(span.tone), True))

    def refresh_muted(self) -> None:
        """Look again which lines are muted; only those that changed cost anything."""
        block = self.document().begin()
        while block.isValid():
            if block.userState() != int(self._is_muted(block)):
                self.rehighlightBlock(block)
            block = block.next()

    def _is_muted(self, block: QTextBlock) -> bool:
        moment = moment_of(block)
        return moment is not None and self._muted(moment)

    def _format(self, name: str, bold: bool) -> QTextCharFormat:
        found = self._formats.get(name)
        if found is None:
            found = self._formats[name] = QTextCharFormat()
            found.setForeground(self._theme.colour(name))
            if bold:
                found.setFontWeight(QFont.Weight.Bold)
        return found

    def _on_theme_changed(self) -> None:
        self._formats.clear()
        self.rehighlight()


def paint_head(
    painter: QPainter, theme: Theme, block: QTextBlock, span: MarkSpan, origin: QPointF
) -> None:
    """Paint the soft ground under a head; ``origin`` is the top left corner of the block."""
    text = block.text()
    start, end = utf16_offset(text, span.start), utf16_offset(text, span.end)
    ground = Ground(start, end, _PAD_LEFT, _PAD_RIGHT)
    paint_ground(painter, theme.colour(f"{token(span.tone)}-soft"), block, ground, origin)
