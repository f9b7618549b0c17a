"""Puts entries that last whole days into lanes across the days of a row.

Pure arithmetic on days. Must not know Qt, pixels, people or databases.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from infoview_gui.widgets.week_layout import Entry


@dataclass(frozen=True, slots=True)
class DayBar:
    """An entry from the ``first`` to the ``last`` column of a row of days, in a lane from 0 on."""

    entry: Entry
    first: int
    last: int
    lane: int
    begins: bool
    ends: bool


def days_of(entry: Entry) -> tuple[date, date]:
    """Return the first and the last day of an entry; one that ends at midnight ends before it."""
    last = (entry.end - timedelta(microseconds=1)).date()
    return entry.start.date(), max(entry.start.date(), last)


def in_lanes(entries: Iterable[Entry], first_day: date, days: int) -> list[DayBar]:
    """Give each entry that touches the row the first lane that is free on all its days."""
    ends: list[int] = []
    bars = []
    for entry in sorted(entries, key=_longest_first):
        begin, end = ((day - first_day).days for day in days_of(entry))
        first, last = max(begin, 0), min(end, days - 1)
        if first > last:
            continue
        lane = next((i for i, until in enumerate(ends) if until < first), len(ends))
        ends[lane : lane + 1] = [last]
        bars.append(DayBar(entry, first, last, lane, begin >= 0, end < days))
    return bars


def _longest_first(entry: Entry) -> tuple[date, int, str]:
    first, last = days_of(entry)
    return first, (first - last).days, entry.title
