"""Words in the cells of tables and lists: one line each, cut with … where they do not fit.

For delegates and painted widgets. Knows nothing of what the words say.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infoview_gui.theme import Theme

LINE_PX = 18
"""From one line of a cell to the next, in logical pixels."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LONGEST = 400
_KEPT = 8192
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_FROM_LEFT = int((_MIDDLE | Qt.AlignmentFlag.AlignLeft).value)
_FROM_RIGHT = int((_MIDDLE | Qt.AlignmentFlag.AlignRight).value)
_MOST_SEEN = 64
_fonts: list[QFont] = []
_metrics: list[QFontMetrics] = []
_numbers: dict[str, int] = {}
_seen: dict[int, tuple[QFont, int]] = {}
"""Fonts by their ``id``, kept so that no other one gets it: asking Qt for a name takes longer."""


class Line(NamedTuple):
    """What one line says, in which font and in which colour (a token)."""

    text: str
    font: QFont
    ink: str = "text"


def one_line(text: str) -> str:
    """Return a text without line breaks, and no longer than any column could show."""
    return " ".join(text[:_LONGEST].split())


def draw_line(painter: QPainter, theme: Theme, room: QRect, line: Line) -> None:
    """Draw words where reading begins in ``room``, in the middle of its height."""
    if not line.text:
        return
    painter.setFont(line.font)
    painter.setPen(theme.colour(line.ink))
    number = _measured(line.font)
    shown = _elided(line.text, number, room.width())
    # Through words that were laid out before, Qt draws the line elsewhere on fine screens (tried).
    early = shown.isascii() and not line.font.strikeOut()
    if early and painter.layoutDirection() == _LEFT_TO_RIGHT:
        top = room.y() + (room.height() - _metrics[number].height()) / 2
        painter.drawStaticText(QPointF(room.x(), top), _laid_out(shown, number))
    else:
        draw_words(painter, room, shown)


def _measured(font: QFont) -> int:
    """Return the number under which a font and its metrics are kept; equal fonts have the same."""
    seen = _seen.get(id(font))
    if seen is None:
        if len(_seen) >= _MOST_SEEN:
            _seen.clear()
        number = _numbers.setdefault(font.key(), len(_fonts))
        if number == len(_fonts):
            _fonts.append(QFont(font))
            _metrics.append(QFontMetrics(font))
        seen = _seen[id(font)] = (font, number)
    return seen[1]


@lru_cache(maxsize=_KEPT // 4)
def _laid_out(text: str, font: int) -> QStaticText:
    """Return words ready to be drawn: what stands in many rows is shaped once."""
    words = QStaticText(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.prepare(QTransform(), _fonts[font])
    return words


@lru_cache(maxsize=_KEPT)
def _elided(text: str, font: int, width: int) -> str:
    text = one_line(text)
    if _advance(text, font) <= width:
        return text
    return _metrics[font].elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=_KEPT)
def _advance(text: str, font: int) -> int:
    return _metrics[font].horizontalAdvance(text)


def draw_words(painter: QPainter, room: QRect, words: str) -> None:
    """Draw words where reading begins in ``room``; from right to left only if they are so written.

    Qt would put the question mark of an English question before it, in a mirrored program.
    """
    way = painter.layoutDirection()
    if way == _LEFT_TO_RIGHT and words.isascii():
        painter.drawText(room, _FROM_LEFT, words)
        return
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(room, _FROM_LEFT if way == _LEFT_TO_RIGHT else _FROM_RIGHT, words)
    painter.setLayoutDirection(way)


def draw_lines(painter: QPainter, theme: Theme, room: QRect, lines: Sequence[Line]) -> None:
    """Draw lines below each other, in the middle of the height of ``room``."""
    top = room.y() + (room.height() - len(lines) * LINE_PX) // 2
    for number, line in enumerate(lines):
        place = QRect(room.x(), top + number * LINE_PX, room.width(), LINE_PX)
        draw_line(painter, theme, place, line)


def broken(line: Line, width: int) -> list[Line]:
    """Return one line, or two broken between words where one is too long."""
    parts = _parts(line.text, _measured(line.font), width)
    return [line._replace(text=part) for part in parts] if parts else [line]


@lru_cache(maxsize=_KEPT)
def _parts(text: str, font: int, width: int) -> tuple[str, ...]:
    """Return the two halves of a text that is too long; nothing if it stays on one line."""
    metrics, text = _metrics[font], one_line(text)
    words = text.split(" ")
    if _advance(text, font) <= width:
        return ()
    taken = 0
    while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
        taken += 1
    if not 0 < taken < len(words):
        return ()
    return " ".join(words[:taken]), " ".join(words[taken:])


def is_cut(line: Line, width: int) -> bool:
    """Tell whether a part of the line cannot be seen."""
    return QFontMetrics(line.font).horizontalAdvance(one_line(line.text)) > width


def draw_empty_item(
    delegate: QStyledItemDelegate,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """Let the style draw an item as it is chosen, hovered or focused, but without its words."""
    empty = QStyleOptionViewItem(option)
    delegate.initStyleOption(empty, index)
    empty.text = ""
    style = option.widget.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, option.widget)
