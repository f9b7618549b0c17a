"""What can be done to a conversation from the calendar, each with the sentence that says it.

Calls services; knows no widget. Moments are ms since 1970 UTC.
"""

from collections.abc import Callable
from datetime import datetime

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.actions import fitting
from infoview_gui.panes.calendar.clock_changes import change_words
from infoview_gui.panes.calendar.entries import stays
from infoview_gui.panes.calendar.keys import Layer, Told
from infoview_gui.panes.clashes import clash_words
from infoview_gui.panes.deleted import deleted_words
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, sentences
from infoview_gui.panes.taking import take
from infoview_gui.practice.follow_ups import Status
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft
from infoview_gui.services.records import ConversationRecord


class CalendarVerbs:
    """Moves, stretches, settles and deletes conversations."""

    menu = "entry"

    def __init__(
        self,
        services: Services,
        times: LocalTime,
        say: Callable[[str], object],
        edit: Callable[[int], object],
    ) -> None:
        self._services, self._times, self._say, self._edit = services, times, say, edit

    def owns(self, key: object) -> bool:
        """Say whether an entry is a conversation."""
        return isinstance(key, int)

    def tell(self, key: object) -> Told | None:
        """Return with whom, when and for how long; None when it is gone."""
        record = _record(key)
        if record is None:
            return None
        at, zones = record.began_at, planning.zones_of(record.people)
        when = planning.when(self._times, at, zones) if at is not None else ""
        way = planning.way_words(record.way, record.link, record.place)
        line = dotted(record.title, when, f"{record.minutes} min", record.link or way)
        start = None if at is None else self._times.local(at)
        proposed = record.status == Status.PROPOSED
        layer = Layer.PROPOSED if proposed else Layer.CONVERSATIONS
        return Told(record.title, record.uid, line, record.minutes, start, layer, tuple(zones))

    def fitting(self, key: object) -> frozenset[str]:
        """Fit what its status allows."""
        record = _record(key)
        if record is None:
            return frozenset()
        begun = record.began_at is not None and record.began_at <= self._times.clock()
        return fitting(Status(record.status), begun=begun)

    def open(self, key: object) -> None:
        """Ask for it to be changed."""
        if isinstance(key, int):
            self._edit(key)

    def move(self, key: object, start: datetime) -> bool:
        """Move to a wall time and say the new one; False when it stays where it was."""
        record = _record(key)
        if record is None or self._refuses(record):
            return False
        starts_at = self._times.moment(start)
        self._services.conversations.change(record.id, starts_at=starts_at)
        zones = planning.zones_of(record.people)
        verb = "Planned for" if record.starts_at is None else "Moved to"
        moved = f"{verb} {planning.when(self._times, starts_at, zones)}"
        said = sentences(moved, change_words(self._times, start))
        self._say_with_warnings(said, record, starts_at, record.minutes)
        return True

    def warnings(self, key: object, start: datetime) -> str:
        """Say what else is on then, and where it would be early or late."""
        record = _record(key)
        if record is None:
            return ""
        return self._against(record, self._times.moment(start), record.minutes)

    def plan_again(self, key: object, start: datetime) -> object:
        """Plan another conversation like it; return its key and say when it is."""
        record = _record(key)
        if record is None:
            return key
        starts_at = self._times.moment(start)
        made = self._services.conversations.schedule(_draft(record, starts_at))
        zones = planning.zones_of(record.people)
        planned = f"Planned again for {planning.when(self._times, starts_at, zones)}"
        planned = sentences(planned, change_words(self._times, start))
        copy = reading.conversation(made) or record
        self._say_with_warnings(planned, copy, starts_at, copy.minutes)
        return made

    def stretch(self, key: object, minutes: int) -> bool:
        """Agree on other minutes and say them; False when they stay."""
        record = _record(key)
        if record is None or record.starts_at is None or self._refuses(record):
            return False
        self._services.conversations.change(record.id, minutes=minutes)
        span = self._times.span_text(record.starts_at, minutes)
        self._say_with_warnings(f"Now {minutes} minutes, {span}", record, record.starts_at, minutes)
        return True

    def refuse(self, key: object) -> None:
        """Say why the time of this one stays."""
        record = _record(key)
        if record is not None:
            self._refuses(record)

    def delete(self, key: object) -> None:
        """Delete and say what went with it."""
        if not isinstance(key, int):
            return
        told = deleted_words(self._services.conversations, key)
        self._services.conversations.delete(key)
        self._say(told)

    def cancel(self, conversation_id: int) -> None:
        """It will not take place."""
        title = self._services.conversations.title(conversation_id)
        self._services.conversations.cancel(conversation_id)
        self._say(f"Cancelled {title}.")

    def missed(self, conversation_id: int) -> None:
        """They did not come."""
        title = self._services.conversations.title(conversation_id)
        self._services.conversations.missed(conversation_id)
        self._say(f"They did not come: {title}.")

    def take_time(self, conversation_id: int) -> None:
        """Make a proposed time the conversation; the others go."""
        self._say(take(self._services, self._times, conversation_id))

    def take_up(self, conversation_id: int) -> None:
        """Plan a cancelled or missed one again."""
        title = self._services.conversations.title(conversation_id)
        self._services.conversations.replan(conversation_id)
        self._say(f"Taken up again: {title}.")

    def start(self, conversation_id: int) -> None:
        """Start the countdown; raises NotNow when another one runs."""
        self._services.talking.start(conversation_id)

    def _refuses(self, record: ConversationRecord) -> bool:
        why = stays(record.status)
        if why:
            self._say(why)
        return bool(why)

    def _say_with_warnings(
        self, said: str, record: ConversationRecord, starts_at: int, minutes: int
    ) -> None:
        self._say(sentences(said, self._against(record, starts_at, minutes)))

    def _against(self, record: ConversationRecord, starts_at: int, minutes: int) -> str:
        zones = planning.zones_of(record.people)
        clash = clash_words(self._services, self._times, starts_at, minutes, conversation=record.id)
        return sentences(clash, planning.odd_hours(self._times, starts_at, minutes, zones))


def _record(key: object) -> ConversationRecord | None:
    return reading.conversation(key) if isinstance(key, int) else None


def _draft(record: ConversationRecord, starts_at: int) -> ConversationDraft:
    return ConversationDraft(
        people=tuple(person.id for person in record.people),
        starts_at=starts_at,
        zone=record.zone,
        minutes=record.minutes,
        way=record.way,
        link=record.link,
        place=record.place,
        goal=record.goal,
    )
