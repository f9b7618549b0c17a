"""What of the calendar is shown: conversations, proposed times, events, appointments, what is due.

Reads for each span what is shown of it, and nothing of what is hidden. Knows no widget. Calendars
of other programs are shown or not by the preferences.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from infoview_gui.panes.calendar.entries import entry_of_engagement
from infoview_gui.panes.calendar.keys import Layer
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import calendar_reading, reading
from infoview_gui.services.calendar_reading import ANY, PROPOSED, SETTLED, Row, Wanted
from infoview_gui.services.engagement_reading import Stretch, days_engaged, engagements_between
from infoview_gui.services.engagement_records import APPOINTMENT, NETWORKING
from infoview_gui.services.records import ConversationRow
from infoview_gui.widgets.week_layout import Entry

_KINDS = {Layer.NETWORKING: NETWORKING, Layer.APPOINTMENTS: APPOINTMENT}


class Layers(QObject):
    """Hands out what lies in a span, as far as it is shown."""

    changed = Signal()
    """Something else is shown than before."""

    def __init__(self, times: LocalTime, parent: QObject) -> None:
        super().__init__(parent)
        self._times = times
        self._hidden: frozenset[Layer] = frozenset()

    @property
    def hidden(self) -> frozenset[Layer]:
        """What is not shown."""
        return self._hidden

    def hide(self, layers: Iterable[Layer]) -> None:
        """Show everything but these."""
        hidden = frozenset(layers)
        if hidden != self._hidden:
            self._hidden = hidden
            self.changed.emit()

    def switch(self, layer: Layer, *, on: bool) -> None:
        """Show one of them, or do not."""
        self.hide(self._hidden - {layer} if on else self._hidden | {layer})

    # -- what is read

    def conversations(self, start: int, end: int) -> list[ConversationRow]:
        """Return those that begin from ``start`` to before ``end`` (ms since 1970 UTC)."""
        wanted = _wanted(self._hidden)
        return [] if wanted is None else reading.conversations_between(start, end, wanted)

    def stamps(self, start: int, end: int) -> list[Row]:
        """Return the bare facts of these."""
        wanted = _wanted(self._hidden)
        return [] if wanted is None else calendar_reading.stamps_between(start, end, wanted)

    def engagements(self, first: date, end: date) -> list[Entry]:
        """Return the appointments and events that touch some days."""
        stretch = Stretch(self._times.midnight(first), self._times.midnight(end), first, end)
        rows = engagements_between(stretch, _kinds(self._hidden))
        return [entry_of_engagement(row, self._times) for row in rows]

    def days_taken(self, first: date, last: date) -> set[date]:
        """Return the days from ``first`` to ``last`` on which something that is shown lies."""
        return self._taken(self._hidden, first, last)

    def hides_something(self, first: date, end: date) -> bool:
        """Say whether something lies on these days that is not shown."""
        shown = frozenset(Layer) - self._hidden
        return bool(self._taken(shown, first, end - timedelta(days=1)))

    def _taken(self, hidden: frozenset[Layer], first: date, last: date) -> set[date]:
        days = [first + timedelta(days=n) for n in range((last - first).days + 2)]
        edges = [self._times.midnight(day) for day in days]
        wanted, kinds = _wanted(hidden), _kinds(hidden)
        taken = set() if wanted is None else calendar_reading.days_taken(edges, wanted)
        if kinds:
            taken |= days_engaged(edges, first, kinds)
        return {days[place] for place in taken}


def _wanted(hidden: frozenset[Layer]) -> Wanted | None:
    """Return which conversations are read; None for none."""
    talks, proposed = (one not in hidden for one in (Layer.CONVERSATIONS, Layer.PROPOSED))
    if not talks and not proposed:
        return None
    return ANY if talks and proposed else SETTLED if talks else PROPOSED


def _kinds(hidden: frozenset[Layer]) -> Sequence[str]:
    return [kind for layer, kind in _KINDS.items() if layer not in hidden]
