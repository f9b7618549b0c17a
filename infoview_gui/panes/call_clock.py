"""The conversation that runs, for whoever shows it: pane, strip of the window, mini window.

Keeps no count of its own: the clock is computed from the stored events and the time now, so a
restart finds it as it stands (PRODUCT.md, "The conversation"). Must not know any widget.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.ticker import Ticker
from infoview_gui.practice import countdown, questions
from infoview_gui.practice.countdown import Event, Phase, State
from infoview_gui.services.bundle import Services
from infoview_gui.services.running import NotNow, running
from infoview_gui.store.changes import Changes

if TYPE_CHECKING:
    from infoview_gui.services.records import ConversationRecord, QuestionRecord

TABLES = ("conversation", "event", "question", "participant", "person")


@dataclass(frozen=True, slots=True)
class CallView:
    """The running conversation at one moment."""

    conversation_id: int
    title: str
    clock: State
    events: tuple[Event, ...]
    asked: int
    total: int
    next_question: str
    offers_minutes: int | None
    """What F9 gives now: 5, 10, or None for an open end."""
    may_repeat: bool
    """F9 was pressed within the last three seconds and gives more when pressed again."""


@dataclass(frozen=True, slots=True)
class _Open:
    """What ``practice.questions`` must know of a question."""

    question: "QuestionRecord"

    @property
    def must(self) -> bool:
        return self.question.must

    @property
    def ticked(self) -> bool:
        return self.question.asked_at is not None


def next_question(record: "ConversationRecord") -> "QuestionRecord | None":
    """Return the question to ask next: the first must not ticked, else the first unticked."""
    found = questions.next_question([_Open(question) for question in record.questions])
    return None if found is None else found.question


def view_of(record: "ConversationRecord", now: int) -> CallView:
    """Return a conversation as it stands at that moment."""
    clock = countdown.state(record.events, record.minutes, now)
    following = next_question(record)
    return CallView(
        conversation_id=record.id,
        title=record.title,
        clock=clock,
        events=record.events,
        asked=sum(question.asked_at is not None for question in record.questions),
        total=len(record.questions),
        next_question="" if following is None else following.text,
        offers_minutes=countdown.next_extension(record.events, now),
        may_repeat=clock.may_extend and countdown.replaces_last(record.events, now),
    )


class CallClock(QObject):
    """State and verbs of the conversation that runs; there is at most one."""

    ticked = Signal(object)
    """A CallView each second while the clock moves, and whenever something about it changed."""
    changed = Signal()
    """Another conversation runs, or none; something happened to it, or its phase changed."""

    def __init__(self, services: Services, feed: ChangeFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._record: ConversationRecord | None = None
        self._view: CallView | None = None
        self._ticker = Ticker(services.clock, parent=self)
        self._ticker.ticked.connect(self.refresh)
        feed.changed.connect(self._on_feed_changed)
        self._read()

    # -- what runs

    @property
    def view(self) -> CallView | None:
        """The running conversation as last computed, or None."""
        return self._view

    @property
    def running_id(self) -> int | None:
        """The id of the running conversation, or None."""
        return None if self._record is None else self._record.id

    @property
    def is_ticking(self) -> bool:
        """Whether the clock moves, so that a tick will come."""
        return self._ticker.is_running

    def refresh(self) -> None:
        """Compute the clock anew and tell; aim at the next second that changes it."""
        record, before = self._record, self._view
        if record is None:
            self._view = None
            self._ticker.aim(None)
            if before is not None:
                self.changed.emit()
            return
        now = self._services.clock()
        self._view = view = view_of(record, now)
        self._ticker.aim(self._next_moment(record, view, now))
        if before is None or _standing(before) != _standing(view):
            self.changed.emit()
        self.ticked.emit(view)

    # -- verbs; each raises NotNow with a sentence when the clock does not allow it

    def start(self, conversation_id: int) -> None:
        """Start a conversation; NotNow while another one runs."""
        self._services.talking.start(conversation_id)
        self._read()

    def pause_or_resume(self) -> None:
        """Stop the clock, or let it go on."""
        running, view = self._needed(), self._view
        if view is not None and view.clock.paused:
            self._services.talking.resume(running)
        else:
            self._services.talking.pause(running)
        self._read()

    def they_closed(self) -> None:
        """They took the opportunity to close; NotNow before “begin to close”."""
        running = self._needed()
        if not self._clock_now().may_close:
            message = "“They closed” is offered from “begin to close” on. End works at any time."
            raise NotNow(message)
        self._services.talking.they_closed(running)
        self._read()

    def they_went_on(self) -> None:
        """They chose to go on: 5 minutes, again within three seconds 10, again open end.

        NotNow before “begin to close”, and when they have set no end.
        """
        running, clock = self._needed(), self._clock_now()
        if not clock.may_extend:
            message = "“They chose to go on” is offered from “begin to close” on."
            if clock.open_ended:
                message = "They set no end: there is nothing to add."
            raise NotNow(message)
        self._services.talking.they_went_on(running)
        self._read()

    def end(self) -> None:
        """The user ends the conversation."""
        self._services.talking.end(self._needed())
        self._read()

    def tick_next(self) -> None:
        """Tick the question that is next; nothing when all are ticked."""
        self._needed()
        following = None if self._record is None else next_question(self._record)
        if following is not None:
            self._services.conversations.tick(following.id, asked=True)
            self._read()

    # -- following

    def _on_feed_changed(self, changes: Changes) -> None:
        if changes.touch(*TABLES):
            self._read()

    def _read(self) -> None:
        found = running(self._services.store)
        self._services.follow_talk(found)
        self._record = None if found is None else self._fetch(found)
        self.refresh()

    def _fetch(self, conversation_id: int) -> "ConversationRecord | None":
        from infoview_gui.services import reading  # noqa: PLC0415 - mostly no conversation runs

        return reading.conversation(conversation_id)

    def _needed(self) -> int:
        if self._record is None:
            message = "No conversation is running."
            raise NotNow(message)
        return self._record.id

    def _clock_now(self) -> State:
        """Return the clock at this moment: between two ticks it may have moved on."""
        record = self._record
        events, minutes = ((), 0) if record is None else (record.events, record.minutes)
        return countdown.state(events, minutes, self._services.clock())

    def _next_moment(self, record: "ConversationRecord", view: CallView, now: int) -> int | None:
        wait = countdown.ms_to_next_second(record.events, record.minutes, now)
        moments = [] if wait is None else [now + wait]
        last = countdown.last_extension(record.events)
        if view.may_repeat and last is not None:
            moments.append(last.at + countdown.AGAIN_MS + 1)
        return min(moments, default=None)


def _standing(view: CallView) -> CallView:
    """Return the view without what moves by itself each second."""
    clock = replace(view.clock, elapsed_ms=0, left_ms=None)
    return replace(view, clock=clock)


def is_live(clock: State) -> bool:
    """Whether the conversation runs: started, not ended, paused or not."""
    return clock.phase not in {Phase.NOT_STARTED, Phase.ENDED}
