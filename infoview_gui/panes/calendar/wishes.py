"""What the user wants done with the chosen entry, or in an empty time, beside moving it.

Asks its sort to do it, or the window through a signal for what needs a dialog or another pane.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from infoview_gui.panes import places
from infoview_gui.panes.calendar.keys import EngagementKey, Sorts
from infoview_gui.panes.calendar.verbs import CalendarVerbs
from infoview_gui.panes.calendar.views import Views
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.services import reading
from infoview_gui.services.engagement_reading import all_engagement_ids
from infoview_gui.services.engagement_records import APPOINTMENT, NETWORKING
from infoview_gui.store.changes import Changes, Origin

_KEYS: dict[str, Callable[[int], object]] = {"conversation": int, "engagement": EngagementKey}


class Wishes(QObject):
    """Acts on the entry whose key ``current`` returns."""

    place_requested = Signal(object)
    new_conversation_at_requested = Signal(object, object)
    """Start (ms since 1970 UTC) or None, and minutes."""
    new_engagement_requested = Signal(object, object)
    """Kind, and start (ms since 1970 UTC)."""
    people_met_requested = Signal(object)
    """Id of the event at which people were met."""
    calendar_file_requested = Signal(object)
    invitation_requested = Signal(object)
    changed = Signal()
    """Something is gone: read anew."""
    added = Signal(object)
    """Key of what was added because this pane asked for it."""

    def __init__(
        self,
        views: Views,
        sorts: Sorts,
        verbs: CalendarVerbs,
        times: LocalTime,
        current: Callable[[], object],
    ) -> None:
        super().__init__(views)
        self._views, self._sorts, self._verbs = views, sorts, verbs
        self._times, self._current = times, current
        self._minutes = 15
        self._awaited: tuple[str, int] | None = None

    def set_default_minutes(self, minutes: int) -> None:
        """Propose so many minutes for a new conversation."""
        self._minutes = minutes

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of these names do."""
        return {
            "new": self.new,
            "new_appointment": self.new_appointment,
            "new_event": self.new_event,
            "open": self._on_open,
            "met": self._on_met,
            "notes": self._on_notes,
            "start": self._on_start,
            "cancel": self._on_cancel,
            "missed": self._on_missed,
            "take_time": self._on_take_time,
            "take_up": self._on_take_up,
            "delete": self.delete,
            "save_file": self._on_save_file,
            "invite": self._on_invite,
        }

    # -- something new

    def create(self, start: datetime, minutes: int) -> None:
        """Plan a conversation at a wall time."""
        self._ask_for_new(self._times.moment(start), minutes)

    def new(self) -> None:
        """Plan one in the slot under the cursor, unless that is past."""
        slot = self._times.moment(self._views.cursor_slot())
        self._ask_for_new(slot if slot > self._times.clock() else None, self._minutes)

    def _ask_for_new(self, start: int | None, minutes: int) -> None:
        self._awaited = "conversation", max(reading.all_conversation_ids(), default=0)
        self.new_conversation_at_requested.emit(start, minutes)

    def new_appointment(self) -> None:
        """Write an appointment down in the slot under the cursor."""
        self.new_engagement(APPOINTMENT)

    def new_event(self) -> None:
        """Write a networking event down there; it may be past."""
        self.new_engagement(NETWORKING)

    def new_engagement(self, kind: str) -> None:
        """Write one of that kind down there."""
        self._awaited = "engagement", max(all_engagement_ids(), default=0)
        start = self._times.moment(self._views.cursor_slot())
        self.new_engagement_requested.emit(kind, start)

    def notice(self, changes: Changes) -> None:
        """Tell of what was added because it was asked for here."""
        if self._awaited is None or changes.origin is not Origin.COMMAND:
            return
        table, newest = self._awaited
        added = [one for one in changes.ids(table) or () if one > newest]
        if added and self._views.isVisible():
            self._awaited = None
            self.added.emit(_KEYS[table](added[0]))

    # -- the chosen entry

    def open(self, key: object) -> None:
        """Ask for an entry to be changed, or say why that cannot be."""
        if (sort := self._sorts.of(key)) is not None:
            sort.open(key)

    def refuse(self, key: object) -> None:
        """Say why an entry stays as it is."""
        if (sort := self._sorts.of(key)) is not None:
            sort.refuse(key)

    def delete(self) -> None:
        """Delete what is chosen."""
        key = self._current()
        if (sort := self._sorts.of(key)) is not None:
            sort.delete(key)
            self.changed.emit()

    def _on_open(self) -> None:
        self.open(self._current())

    def _on_met(self) -> None:
        if isinstance(key := self._current(), EngagementKey):
            self.people_met_requested.emit(key.id)

    def _talk(self) -> int | None:
        key = self._current()
        return key if isinstance(key, int) else None

    def _on_notes(self) -> None:
        if (talk := self._talk()) is not None:
            self.place_requested.emit(Place(places.INTERVIEWS, talk))

    def _on_start(self) -> None:
        if (talk := self._talk()) is not None:
            self._verbs.start(talk)
            self.place_requested.emit(Place(places.INTERVIEWS, talk))

    def _on_cancel(self) -> None:
        if (talk := self._talk()) is not None:
            self._verbs.cancel(talk)

    def _on_missed(self) -> None:
        if (talk := self._talk()) is not None:
            self._verbs.missed(talk)

    def _on_take_time(self) -> None:
        if (talk := self._talk()) is not None:
            self._verbs.take_time(talk)
            self.changed.emit()

    def _on_take_up(self) -> None:
        if (talk := self._talk()) is not None:
            self._verbs.take_up(talk)

    def _on_save_file(self) -> None:
        if (talk := self._talk()) is not None:
            self.calendar_file_requested.emit(talk)

    def _on_invite(self) -> None:
        if (talk := self._talk()) is not None:
            self.invitation_requested.emit(talk)
