"""Words in the cells of tables and lists: one line each, cut with … where they do not fit.

For delegates and painted widgets. Knows nothing of what the words say.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infoview_gui.theme import Theme

LINE_PX = 18
"""From one line of a cell to the next, in logical pixels."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LONGEST = 400


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
    painter.setFont(line.font)
    painter.setPen(theme.colour(line.ink))
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(one_line(line.text), mode, room.width())
    draw_words(painter, room, shown)


def draw_words(painter: QPainter, room: QRect, words: str) -> None:
    """Draw words where reading begins in ``room``; from right to left only if they are so written.

    Qt would put the question mark of an English question before it, in a mirrored program.
    """
    way = painter.layoutDirection()
    mirrored = way == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(room, side | middle, words)
    painter.setLayoutDirection(way)


def draw_lines(painter: QPainter, theme: Theme, room: QRect, lines: Sequence[Line]) -> None:
    """Draw lines below each other, in the middle of the height of ``room``."""
    top = room.y() + (room.height() - len(lines) * LINE_PX) // 2
    for number, line in enumerate(lines):
        place = QRect(room.x(), top + number * LINE_PX, room.width(), LINE_PX)
        draw_line(painter, theme, place, line)


def broken(line: Line, width: int) -> list[Line]:
    """Return one line, or two broken between words where one is too long."""
    metrics = QFontMetrics(line.font)
    text = one_line(line.text)
    words = text.split(" ")
    if metrics.horizontalAdvance(text) <= width:
        return [line]
    taken = 0
    while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
        taken += 1
    if not 0 < taken < len(words):
        return [line]
    halves = (words[:taken], words[taken:])
    return [line._replace(text=" ".join(half)) for half in halves]


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
