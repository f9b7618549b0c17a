"""Places the days of a month in cells, and says what each cell shows and what it leaves out.

Pure arithmetic on days and pixels. Must not know Qt, time zones, people or databases.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from infoview_gui.widgets.day_bars import DayBar, days_of, in_lanes
from infoview_gui.widgets.week_layout import Box, Entry, in_order

WEEK = 7
NUMBER = 26.0
"""The strip of a cell in which the number of the day stands."""


class MonthDays(Protocol):
    """What lies on the days shown; asked for no more than is painted."""

    def bars(self) -> Sequence[Entry]:
        """Return those that last whole days."""

    def count(self, day: date) -> int:
        """Return how many others begin on a day."""

    def entries(self, day: date, most: int | None = None) -> Sequence[Entry]:
        """Return the first ``most`` of them, or all, in order."""

    def due(self, day: date) -> str:
        """Say what is due on a day; empty where nothing is."""

    def due_in_short(self, day: date) -> str:
        """Say it in a few words."""


class PlainDays:
    """Days of entries that are all at hand."""

    def __init__(
        self, entries: Iterable[Entry] = (), due: Mapping[date, str] | None = None
    ) -> None:
        self._bars: list[Entry] = []
        self._days: dict[date, list[Entry]] = {}
        self._due = due or {}
        for entry in sorted(entries, key=in_order):
            if entry.is_bar:
                self._bars.append(entry)
            else:
                self._days.setdefault(entry.start.date(), []).append(entry)

    def bars(self) -> Sequence[Entry]:
        """Return those that last whole days."""
        return self._bars

    def count(self, day: date) -> int:
        """Return how many others begin on a day."""
        return len(self._days.get(day, ()))

    def entries(self, day: date, most: int | None = None) -> Sequence[Entry]:
        """Return the first ``most`` of them, or all, in order."""
        return self._days.get(day, [])[:most]

    def due(self, day: date) -> str:
        """Say what is due on a day."""
        return self._due.get(day, "")

    def due_in_short(self, day: date) -> str:
        """Say it in a few words."""
        return self.due(day)


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One line of a cell; a bar runs from column ``first`` to ``last`` of its row."""

    slot: int
    entry: Entry
    bar: DayBar | None = None


@dataclass(frozen=True, slots=True)
class MonthCell:
    """What a day shows: its lines, how many more there are and in which slot that is said."""

    day: date
    lines: tuple[MonthLine, ...] = ()
    more: int = 0
    more_slot: int = 0
    due: str = ""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """Cells of days from ``first_day`` on; ``left`` is the room of the week numbers."""

    first_day: date
    rows: int = 6
    left: float = 0.0
    top: float = 0.0
    width: float = 700.0
    height: float = 600.0
    line: float = 19.0
    mirrored: bool = False

    @property
    def days(self) -> int:
        """How many days are shown."""
        return self.rows * WEEK

    @property
    def slots(self) -> int:
        """How many lines a cell has room for."""
        return max(0, int((self.height / self.rows - NUMBER - 2) // self.line))

    def holds(self, day: date) -> bool:
        """Say whether a day has a cell."""
        return 0 <= (day - self.first_day).days < self.days

    def index(self, day: date) -> int:
        """Return the place of a day, from 0."""
        return (day - self.first_day).days

    def day(self, index: int) -> date:
        """Return the day at a place."""
        return self.first_day + timedelta(days=index)

    def column(self, place: int) -> tuple[float, float]:
        """Return (left, width) of a column of days; 0 is the first day of the week."""
        at = WEEK - 1 - place if self.mirrored else place
        left, right = (round(self.width * i / WEEK) for i in (at, at + 1))
        return self.left + left, float(right - left)

    def cell(self, index: int) -> Box:
        """Return where a day lies, on whole pixels."""
        row, place = divmod(index, WEEK)
        left, width = self.column(place)
        top, bottom = (round(self.height * i / self.rows) for i in (row, row + 1))
        return Box(left, self.top + top, width, float(bottom - top))

    def index_at(self, x: float, y: float) -> int:
        """Return the place of the day at a point, or the nearest one."""
        row = int((y - self.top) * self.rows // max(1.0, self.height))
        place = int((x - self.left) * WEEK // max(1.0, self.width))
        place = min(max(place, 0), WEEK - 1)
        place = WEEK - 1 - place if self.mirrored else place
        return min(max(row, 0), self.rows - 1) * WEEK + place

    def slot_box(self, index: int, slot: int) -> Box:
        """Return where a line of a day lies."""
        cell = self.cell(index)
        top = cell.top + NUMBER + slot * self.line
        return Box(cell.left + 4, top, cell.width - 7, self.line - 2)

    def line_box(self, index: int, line: MonthLine) -> Box:
        """Return where a line lies; the part of a bar on this day reaches to its neighbours."""
        box = self.slot_box(index, line.slot)
        if line.bar is None:
            return box
        cell, place = self.cell(index), index % WEEK
        begins = line.bar.begins and place == line.bar.first
        ends = line.bar.ends and place == line.bar.last
        if self.mirrored:
            begins, ends = ends, begins
        left = box.left if begins else cell.left
        right = box.right if ends else cell.right
        return Box(left, box.top, right - left, box.height)

    def cells(self, days: MonthDays) -> list[MonthCell]:
        """Say what every day shows."""
        bars = days.bars()
        found = []
        for row in range(self.rows):
            first = self.day(row * WEEK)
            lanes = in_lanes(bars, first, WEEK)
            found += [self._cell(days, lanes, first, place) for place in range(WEEK)]
        return found

    def _cell(self, days: MonthDays, lanes: Sequence[DayBar], first: date, place: int) -> MonthCell:
        day = first + timedelta(days=place)
        over = [bar for bar in lanes if bar.first <= place <= bar.last]
        # The last slot stays free of bars: there a day says how many more it has.
        shown = [bar for bar in over if bar.lane < self.slots - 1]
        taken = {bar.lane for bar in shown}
        free = [slot for slot in range(self.slots) if slot not in taken]
        wanted = days.count(day) + len(over) - len(shown)
        fits = wanted <= len(free) and len(over) == len(shown)
        room = len(free) if fits else max(0, len(free) - 1)
        entries = days.entries(day, room) if room and days.count(day) else ()
        lines = [MonthLine(bar.lane, bar.entry, bar) for bar in shown]
        lines += [MonthLine(slot, one) for slot, one in zip(free, entries, strict=False)]
        more = 0 if fits else wanted - len(entries)
        return MonthCell(day, tuple(lines), more, max(0, self.slots - 1), days.due_in_short(day))


def on_day(days: MonthDays, day: date) -> list[Entry]:
    """Return everything that lies on a day, whole days first."""
    over = [bar for bar in days.bars() if days_of(bar)[0] <= day <= days_of(bar)[1]]
    return [*over, *days.entries(day)]


def moved_to(entry: Entry, grabbed: date, day: date) -> datetime:
    """Return the start after a drag from one day to another: the wall time stays."""
    shifted = entry.start.date() + (day - grabbed)
    return datetime.combine(shifted, entry.start.time())
