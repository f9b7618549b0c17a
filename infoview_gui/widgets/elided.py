"""Cuts words to a width, many at a time.

Where all letters are Latin their widths are added up, which takes a fifth of what shaping the words
takes; anything else is left to Qt. Knows no widget.
"""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

_LAST_LATIN = "\u024f"  # what follows may join, stack or run from right to left
_DOTS = "…"


def is_latin(text: str) -> bool:
    """Say whether every letter stands by itself, from left to right."""
    return text.isascii() or max(text) <= _LAST_LATIN


class _Widths(dict[str, float]):
    """The width of each letter, measured when it is first met."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width


class Elider:
    """Cuts words that are drawn in one font."""

    def __init__(self, font: QFont) -> None:
        self._font, self._by_letter = font, QFont(font)
        self._by_letter.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        self._metrics = QFontMetricsF(font)
        self._widths = _Widths(self._metrics)
        self.ascent = self._metrics.ascent()

    def font(self, shown: str) -> QFont:
        """Return what to draw words with that were cut.

        Latin ones letter by letter, as they were measured: in two thirds of the time. Others would
        come apart.
        """
        return self._by_letter if is_latin(shown.removesuffix(_DOTS)) else self._font

    def cut(self, text: str, room: float) -> tuple[str, float]:
        """Return the text as far as ``room`` (pixels) reaches, on one line, and its width.

        Empty where not even a letter fits.
        """
        line = text.replace("\n", " ")
        if not is_latin(line):
            return self._cut_by_qt(line, room)
        if not line:
            return "", 0.0
        ends = list(accumulate(map(self._widths.__getitem__, line)))
        if ends[-1] <= room:
            return line, ends[-1]
        dots = self._widths[_DOTS]
        fit = bisect_right(ends, room - dots)
        shown = line[:fit].rstrip()
        return (shown + _DOTS, ends[len(shown) - 1] + dots) if shown else ("", 0.0)

    def _cut_by_qt(self, line: str, room: float) -> tuple[str, float]:
        shown = self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
        return (shown, self._metrics.horizontalAdvance(shown)) if shown.strip(" …") else ("", 0.0)
