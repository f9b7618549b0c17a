"""The conversations of some days by their hours: names read in one go, details when one is wanted.

Reads; knows no widget. Moments are ms since 1970 UTC.
"""

from datetime import date, timedelta

from infoview_gui.panes.calendar.entries import brief_of, detail_of, entry_of_stamp
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.calendar_reading import Stamp, titles_of
from infoview_gui.services.records import ConversationRow
from infoview_gui.widgets.week_layout import Entry

_DAY_MS = 24 * 3_600_000
_MINUTE_MS = 60_000


class Details:
    """How far each is, its place and the time there; read by the day when one of it is wanted."""

    def __init__(self, times: LocalTime, layers: Layers) -> None:
        self._times, self._layers = times, layers
        self._rows: dict[date, dict[int, ConversationRow]] = {}

    def of(self, stamp: Stamp) -> str:
        """Return the detail of a conversation."""
        row = self._row(stamp)
        return "" if row is None else detail_of(row, self._times)

    def brief(self, stamp: Stamp) -> tuple[str, str]:
        """Return what a single line tells of it, and what of that to keep first."""
        row = self._row(stamp)
        return ("", "") if row is None else brief_of(row, self._times)

    def _row(self, stamp: Stamp) -> ConversationRow | None:
        return self.row(self._times.local(stamp.at).date(), stamp.id)

    def row(self, day: date, conversation_id: object) -> ConversationRow | None:
        """Return a conversation that begins on a day; None for what is none."""
        if day not in self._rows:
            start, end = (self._times.midnight(day + timedelta(days=n)) for n in (0, 1))
            self._rows[day] = {row.id: row for row in self._layers.conversations(start, end)}
        return self._rows[day].get(conversation_id) if isinstance(conversation_id, int) else None


class ReadHours:
    """The conversations that begin on some days, and those of the day before that reach into them.

    ``stamps`` are the bare facts of those that begin on them, in order.
    """

    def __init__(self, times: LocalTime, layers: Layers, first: date, days: int) -> None:
        self._times = times
        start = times.midnight(first)
        rows = layers.stamps(start - _DAY_MS, times.midnight(first + timedelta(days=days)))
        self._every = list(map(Stamp._make, rows))
        self.stamps = [one for one in self._every if one.at >= start]
        self.details = Details(times, layers)

    def between(self, first: date, end: date) -> list[Entry]:
        """Return what lies on the days from ``first`` to before ``end``."""
        begin, until = self._times.midnight(first), self._times.midnight(end)
        found = [
            one for one in self._every
            if one.at < until and (one.at >= begin or one.at + one.lasts * _MINUTE_MS > begin)
        ]  # fmt: skip
        names, times = titles_of([one.id for one in found]), self._times
        details, brief = self.details.of, self.details.brief
        return [entry_of_stamp(one, names.get(one.id), details, times, brief) for one in found]

    def ids(self, first: date, end: date) -> list[int]:
        """Return those that begin on these days, in order."""
        begin, until = self._times.midnight(first), self._times.midnight(end)
        return [one.id for one in self.stamps if begin <= one.at < until]
