"""What stands in the head of a week beside the names of its days: what is due, and whose hours.

Draws; must not know mouse, keys, zones or what there is to do.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from infoview_gui.widgets.month_cards import MonthInk
from infoview_gui.widgets.week_layout import Grid
from infoview_gui.widgets.week_margins import SecondHours

DUE_TOP, DUE_HEIGHT = 27.0, 15.0
_DOT, _AFTER_DOT, _PAD = 2.5, 5.0, 6.0
_NAME_HEIGHT = 38.0
_WIDEST = 90
_MOST_LINES = 2


class DueDay(NamedTuple):
    """A day on which something is due: how much in two words, and all of it in a sentence."""

    day: date
    short: str
    sentence: str


class _Mark(NamedTuple):
    """A dot and its words, as they are drawn."""

    due: DueDay
    box: QRectF
    words: str


class DueMarks:
    """The line below the names of the days; words as far as there is room, else the dot alone."""

    def __init__(self) -> None:
        self.days: Mapping[date, DueDay] = {}
        self._marks: list[_Mark] = []
        self._grid: Grid | None = None

    def show(self, days: Iterable[DueDay]) -> bool:
        """Take other days; say whether they are other ones."""
        found = {due.day: due for due in days}
        if found == self.days:
            return False
        self.days, self._grid = found, None
        return True

    def forget(self) -> None:
        """Lay out anew: the letters or the direction are other ones."""
        self._grid = None

    def at(self, point: QPointF, grid: Grid, ink: MonthInk) -> DueDay | None:
        """Return what is due on the day whose mark lies at a point."""
        return next((due for due, box in self.lay_out(grid, ink) if box.contains(point)), None)

    def lay_out(self, grid: Grid, ink: MonthInk) -> list[tuple[DueDay, QRectF]]:
        """Return where the mark of each day lies."""
        if self._grid != grid:
            shown = (due for day, due in self.days.items() if grid.holds(day))
            self._marks = [_mark(due, grid, ink) for due in shown]
            self._grid = grid
        return [(one.due, one.box) for one in self._marks]

    def paint(self, painter: QPainter, grid: Grid, ink: MonthInk) -> None:
        """Draw the marks."""
        if not self.lay_out(grid, ink):
            return
        muted, amber = ink.theme.colour("muted"), ink.theme.colour("amber")
        painter.setFont(ink.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in self._marks:
            x = one.box.right() - _PAD if grid.mirrored else one.box.left() + _PAD
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(amber)
            dot = QPointF(x - _DOT if grid.mirrored else x + _DOT, one.box.center().y())
            painter.drawEllipse(dot, _DOT, _DOT)
            painter.setPen(muted)
            beside = 2 * _DOT + _AFTER_DOT + _PAD
            words = one.box.adjusted(*((0, 0, -beside, 0) if grid.mirrored else (beside, 0, 0, 0)))
            painter.drawText(words, _line(grid.mirrored), one.words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _mark(due: DueDay, grid: Grid, ink: MonthInk) -> _Mark:
    left, width = grid.column((due.day - grid.first_day).days)
    lead = 2 * _DOT + _AFTER_DOT
    room = width - lead - 2 * _PAD - 2
    words = next((one for one in (due.sentence, due.short) if ink.room_for(one) <= room), "")
    long = lead + ink.room_for(words) if words else 2 * _DOT
    start = round(left + (width - long) / 2 - _PAD)
    return _Mark(due, QRectF(start, DUE_TOP, long + 2 * _PAD, DUE_HEIGHT), words)


def _line(mirrored: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return int(side | upright) | int(Qt.TextFlag.TextSingleLine)


def hours_width(second: SecondHours, ink: MonthInk, least: int) -> int:
    """Return how wide each of two columns of hours is: for every hour, and each word above it."""
    words = [*second.title.split(), *second.home.split()]
    wide = (min(_WIDEST, round(ink.room_for(word)) + 10) for word in words)
    return max([least, *wide, *(round(ink.room_for(one)) + 12 for one in second.labels)])


def paint_name(
    painter: QPainter, room: QRectF, name: str, ink: MonthInk, side: Qt.AlignmentFlag
) -> None:
    """Draw the name of a place over its hours, on one line or two."""
    metrics = QFontMetricsF(ink.small)
    lines = _broken(name, metrics, room.width())
    top = room.top() + (_NAME_HEIGHT - len(lines) * metrics.height()) / 2
    painter.setFont(ink.small)
    for number, line in enumerate(lines):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        place = QRectF(room.left(), top + number * metrics.height(), room.width(), metrics.height())
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _broken(name: str, metrics: QFontMetricsF, width: float) -> list[str]:
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == _MOST_LINES or metrics.horizontalAdvance(longer) <= width):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
