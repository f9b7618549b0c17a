"""What lies on the days of a month: counted for all of them, named where it is painted.

Reads; knows no widget. Moments are ms since 1970 UTC.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from infoview_gui.panes.calendar.due_days import DueDays
from infoview_gui.panes.calendar.entries import entry_of_stamp
from infoview_gui.panes.calendar.hours import Details
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.calendar_reading import Row, Stamp, titles_of
from infoview_gui.widgets.month_layout import PlainDays
from infoview_gui.widgets.week_layout import Entry, in_order


class ReadDays:
    """The conversations of some days, and the entries of others between them."""

    def __init__(
        self,
        times: LocalTime,
        layers: Layers,
        due: DueDays,
        first: date,
        days: int,
        others: Sequence[Entry] = (),
    ) -> None:
        self._times, self._due = times, due
        self._first = first
        self._others = PlainDays(others)
        self._made: dict[date, list[Entry]] = {}
        edges = [times.midnight(first + timedelta(days=n)) for n in range(days + 1)]
        self.stamps = layers.stamps(edges[0], edges[-1])
        moments = [row[1] for row in self.stamps]
        self._cuts = [bisect_left(moments, edge) for edge in edges]
        self._titles: dict[int, str | None] = {}
        self._details = Details(times, layers)

    def name_first(self, each: int) -> None:
        """Read the names of the first ``each`` of every day at once."""
        wanted = [
            row[0]
            for begin, end in zip(self._cuts, self._cuts[1:], strict=False)
            for row in self.stamps[begin : min(end, begin + each)]
        ]
        self._name(wanted)

    def _name(self, ids: Sequence[int]) -> None:
        unknown = [ident for ident in ids if ident not in self._titles]
        if unknown:
            self._titles.update(dict.fromkeys(unknown))
            self._titles.update(titles_of(unknown))

    def _stamps(self, day: date) -> list[Row]:
        place = (day - self._first).days
        if not 0 <= place < len(self._cuts) - 1:
            return []
        return self.stamps[self._cuts[place] : self._cuts[place + 1]]

    def bars(self) -> Sequence[Entry]:
        """Return those that last whole days."""
        return self._others.bars()

    def count(self, day: date) -> int:
        """Return how many others begin on a day."""
        return len(self._stamps(day)) + self._others.count(day)

    def entries(self, day: date, most: int | None = None) -> Sequence[Entry]:
        """Return the first ``most`` of them, or all, in order; without their details."""
        made = self._made.setdefault(day, [])
        stamps = self._stamps(day)
        wanted = stamps[len(made) : most]
        if wanted:
            self._name([row[0] for row in wanted])
            made += [
                entry_of_stamp(stamp, self._titles.get(stamp.id), self._details.of, self._times)
                for stamp in map(Stamp._make, wanted)
            ]
        others = self._others.entries(day)
        return (sorted([*made, *others], key=in_order) if others else made)[:most]

    def due(self, day: date) -> str:
        """Say what is due on a day."""
        return self._due.sentence(day)

    def due_in_short(self, day: date) -> str:
        """Say it in a few words."""
        return self._due.words(day)
