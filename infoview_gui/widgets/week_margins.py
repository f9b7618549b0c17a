"""What surrounds the hours of a week: whole days above, labels beside, hours that clocks change.

Draws; must not know mouse, keys, zones or people.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter

from infoview_gui.widgets.day_bars import DayBar, in_lanes
from infoview_gui.widgets.month_cards import MonthInk, at_start
from infoview_gui.widgets.week_cards import Card, stripes
from infoview_gui.widgets.week_layout import Box, Entry, Grid

MOST_LANES = 4
_PAD = 3.0


@dataclass(frozen=True, slots=True)
class Band:
    """Minutes of a day that the clocks skip, or show twice; ``words`` say which."""

    day: date
    first: int
    last: int
    words: str
    skipped: bool

    def holds(self, moment: datetime) -> bool:
        """Say whether a wall time lies in it."""
        minute = moment.hour * 60 + moment.minute
        return moment.date() == self.day and self.first <= minute < self.last


@dataclass(frozen=True, slots=True)
class SecondHours:
    """The hours of another place: its name, and what its clocks show at each hour of ours.

    ``home`` is the name of our place.
    """

    title: str
    labels: tuple[str, ...]
    home: str = ""


class WholeDays:
    """The strip of entries that last whole days, in coordinates of the viewport."""

    def __init__(self, top: float) -> None:
        self._top = top
        self.bars: list[DayBar] = []
        self._grid: Grid | None = None
        self._line = 18.0
        self._strokes: list[Card] = []

    @property
    def height(self) -> float:
        """The height of the strip; 0 where there is nothing in it."""
        lanes = min(MOST_LANES, max((bar.lane + 1 for bar in self.bars), default=0))
        return lanes * self._line + _PAD if lanes else 0.0

    def lay_out(self, entries: Sequence[Entry], grid: Grid, line: float) -> None:
        """Take these entries into lanes over the days of a grid."""
        whole = [entry for entry in entries if entry.is_bar]
        self.bars = in_lanes(whole, grid.first_day, grid.days)
        self._grid, self._line = grid, line
        self._strokes = []

    def box(self, bar: DayBar) -> Box:
        """Return where a bar lies."""
        grid = self._grid
        if grid is None:
            return Box(0, 0, 0, 0)
        ends = [grid.column(bar.first), grid.column(bar.last)]
        left = min(left for left, _ in ends)
        right = max(left + width for left, width in ends)
        top = self._top + bar.lane * self._line
        return Box(left + 4, top, right - left - 7, self._line - 2)

    def at(self, x: float, y: float) -> Entry | None:
        """Return the entry under a point."""
        shown = (bar for bar in self.bars if bar.lane < MOST_LANES)
        return next((bar.entry for bar in shown if self.box(bar).contains(x, y)), None)

    def boxes_of(self, key: object) -> list[Box]:
        """Return where an entry lies."""
        shown = (bar for bar in self.bars if bar.lane < MOST_LANES)
        return [self.box(bar) for bar in shown if bar.entry.key == key]

    def hidden(self, day: int) -> int:
        """Return how many of a day there is no lane for."""
        return sum(bar.lane >= MOST_LANES and bar.first <= day <= bar.last for bar in self.bars)

    def paint(self, painter: QPainter, ink: MonthInk) -> None:
        """Draw the bars."""
        if not self._strokes and self._grid is not None:
            self._strokes = [
                ink.stroke(
                    bar.entry, QRectF(box.left, box.top, box.width, box.height),
                    begins=bar.begins, mirrored=self._grid.mirrored,
                )
                for bar in self.bars if bar.lane < MOST_LANES
                for box in [self.box(bar)]
            ]  # fmt: skip
        way = painter.layoutDirection()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        ink.draw(painter, self._strokes, rounded=False)
        painter.setLayoutDirection(way)


def paint_bands(painter: QPainter, grid: Grid, bands: Sequence[Band], ink: MonthInk) -> None:
    """Draw the hours that are skipped or come twice, with their words."""
    sunken, muted = ink.theme.colour("sunken"), ink.theme.colour("muted")
    for band in bands:
        if not grid.holds(band.day):
            continue
        left, width = grid.column((band.day - grid.first_day).days)
        top, bottom = grid.y_of(band.first), grid.y_of(band.last)
        box = QRectF(left + 1, top, width - 1, bottom - top)
        surface = ink.theme.colour("surface")
        striped = stripes(sunken, surface, QPointF(4, 4))
        painter.fillRect(box, striped if band.skipped else QBrush(sunken))
        painter.setFont(ink.small)
        painter.setPen(muted)
        words = QFontMetricsF(ink.small).elidedText(
            band.words, Qt.TextElideMode.ElideRight, width - 12
        )
        painter.drawText(box.adjusted(6, 0, -6, 0), at_start(grid.mirrored), words)


def paint_second_hours(
    painter: QPainter, room: QRectF, second: SecondHours, ink: MonthInk, place: Sequence[float]
) -> None:
    """Draw the other place's hours in a column; ``place`` is the y of each hour, or less than 0."""
    half = ink.line / 2
    painter.setFont(ink.small)
    painter.setPen(ink.theme.colour("muted"))
    middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
    for label, y in zip(second.labels, place, strict=False):
        if y >= 0:
            painter.drawText(QRectF(room.left(), y - half, room.width(), 2 * half), middle, label)
