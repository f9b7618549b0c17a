"""The clock of a conversation: start, pause, resume, what they gave, end. Each an event at once."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from infoview_gui.practice import countdown
from infoview_gui.practice.countdown import By, EventKind
from infoview_gui.practice.time_zones import is_zone
from infoview_gui.services import derived
from infoview_gui.services.conversations import Conversations
from infoview_gui.services.reading import events_of
from infoview_gui.services.running import NotNow, running
from infoview_gui.store.models import Conversation, Event
from infoview_gui.store.store import Store

Clock = Callable[[], int]
__all__ = ["NotNow", "Talking"]


class Talking:
    """The verbs while a conversation runs."""

    def __init__(self, store: Store, clock: Clock, conversations: Conversations) -> None:
        self._store = store
        self._clock = clock
        self._title = conversations.title

    def running(self) -> int | None:
        """Return the conversation that is running, if any."""
        return running(self._store)

    def start(self, conversation_id: int) -> None:
        """Start the countdown. Raises NotNow while another conversation runs or if it is over."""
        running = self.running()
        if running not in {None, conversation_id}:
            message = f"End {self._title(running or 0)} first."
            raise NotNow(message)
        if events_of(conversation_id):
            message = "This conversation has been started already."
            raise NotNow(message)
        at = self._clock()
        values: dict[str, object] = {"status": "running", "ended_at": None}
        if not _is_on_its_day(Conversation.get_by_id(conversation_id), at):
            values["starts_at"] = at
        self._happen(conversation_id, "Start", EventKind.STARTED, at, values)

    def pause(self, conversation_id: int) -> None:
        """Stop the clock for a while."""
        if self._running_clock(conversation_id).paused:
            message = "The clock is paused already."
            raise NotNow(message)
        self._happen(conversation_id, "Pause", EventKind.PAUSED, self._next(conversation_id))

    def resume(self, conversation_id: int) -> None:
        """Let the clock go on."""
        if not self._running_clock(conversation_id).paused:
            message = "The clock is running."
            raise NotNow(message)
        self._happen(conversation_id, "Resume", EventKind.RESUMED, self._next(conversation_id))

    def they_went_on(self, conversation_id: int) -> None:
        """They chose to go on: 5 minutes, pressed again within 3 seconds 10, then open end."""
        events, now = events_of(conversation_id), self._clock()
        clock = self._running_clock(conversation_id)
        replaces = countdown.replaces_last(events, now)
        if not (clock.may_extend or replaces):
            message = "Offer to close first; going on is their choice."
            raise NotNow(message)
        minutes = countdown.next_extension(events, now)
        at = countdown.moment_of_next(events, now)

        def work() -> None:
            if replaces:
                mine = (Event.conversation == conversation_id) & (Event.kind == "extended")
                last = Event.select().where(mine).order_by(Event.at.desc(), Event.id.desc()).first()
                Event.update(minutes=minutes, at=at).where(Event.id == last.id).execute()
            else:
                Event.create(
                    conversation=conversation_id, kind="extended", at=at, minutes=minutes, by="them"
                )

        given = sum(event.kind is EventKind.EXTENDED for event in events) - replaces
        self._store.change(
            f"Going on: {self._title(conversation_id)}",
            work,
            merge=f"extended:{conversation_id}:{given}",
        )

    def they_closed(self, conversation_id: int) -> None:
        """They took the opportunity to close."""
        if not self._running_clock(conversation_id).may_close:
            message = "It is not yet time to close."
            raise NotNow(message)
        self._end(conversation_id, By.THEM)

    def end(self, conversation_id: int) -> None:
        """The user ends the conversation; possible at any time."""
        self._running_clock(conversation_id)
        self._end(conversation_id, By.USER)

    def _end(self, conversation_id: int, by: By) -> None:
        at = self._next(conversation_id)
        values: dict[str, object] = {"status": "done", "ended_at": at}
        self._happen(conversation_id, "End", EventKind.CLOSED, at, values, by)

    def _next(self, conversation_id: int) -> int:
        return countdown.moment_of_next(events_of(conversation_id), self._clock())

    def _running_clock(self, conversation_id: int) -> countdown.State:
        row = Conversation.get_by_id(conversation_id)
        clock = countdown.state(events_of(conversation_id), row.minutes, self._clock())
        if clock.phase in {countdown.Phase.NOT_STARTED, countdown.Phase.ENDED}:
            message = "This conversation is not running."
            raise NotNow(message)
        return clock

    def _happen(
        self,
        conversation_id: int,
        verb: str,
        kind: EventKind,
        at: int,
        values: dict[str, object] | None = None,
        by: By = By.USER,
    ) -> None:
        def work() -> None:
            Event.create(conversation=conversation_id, kind=kind.value, at=at, by=by.value)
            if values:
                mine = Conversation.id == conversation_id
                Conversation.update(**values).where(mine).execute()
                derived.refresh(derived.people_of(conversation_id))

        self._store.change(f"{verb} {self._title(conversation_id)}", work)


def _is_on_its_day(row: Conversation, at: int) -> bool:
    """Whether it is planned for that day there where it was agreed; one without a time is not."""
    if row.starts_at is None:
        return False
    zone = ZoneInfo(row.zone) if is_zone(row.zone) else UTC
    planned, begun = (
        datetime.fromtimestamp(moment / 1000, zone).date() for moment in (row.starts_at, at)
    )
    return planned == begun
