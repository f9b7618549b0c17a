"""A desk with people and conversations, an Interviews pane and the clock that is shared."""

from dataclasses import dataclass, field

from pytestqt.qtbot import QtBot

from infoview_gui.panes.call_clock import CallClock
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from tests.panes.settable_clock import SettableClock

HOUR_MS = 3_600_000
LEAST_SIZES = "This plugin does not support propagateSizeHints"
"""Said by the offscreen platform whenever a window with a least size is shown."""


@dataclass
class Desk:
    """Everything around the pane; ``show`` opens one and makes the test wait until it is there."""

    theme: Theme
    services: Services
    feed: ChangeFeed
    times: LocalTime
    clock: SettableClock
    qtbot: QtBot
    calls: list[CallClock] = field(default_factory=list)

    def person(self, name: str, zone: str = "") -> int:
        return self.services.people.add(PersonDraft(name=name, company="Northwind", zone=zone))

    def conversation(
        self, name: str = "Amara Okafor", *, hours: float | None = 0, **details: object
    ) -> int:
        """Plan one, so many hours from now (None: without a time)."""
        starts_at = None if hours is None else self.clock.now + round(hours * HOUR_MS)
        people = (self.person(name),)
        draft = ConversationDraft(people=people, starts_at=starts_at, **details)  # type: ignore[arg-type]
        return self.services.conversations.schedule(draft)

    def call(self) -> CallClock:
        """A new clock, as after a start of the program."""
        call = CallClock(self.services, self.feed)
        self.calls.append(call)
        return call

    def pane(self, width: int = 1184, height: int = 790) -> InterviewsPane:
        """Open a pane."""
        pane = InterviewsPane(self.theme, self.services, self.feed, self.times, self.call())
        self.qtbot.addWidget(pane)
        pane.resize(width, height)
        with self.qtbot.waitExposed(pane):
            pane.show()
        pane.activateWindow()
        return pane

    def talking(self, **details: object) -> tuple[InterviewsPane, int]:
        """Open a pane in which a conversation was just started."""
        talk = self.conversation(**details)  # type: ignore[arg-type]
        pane = self.pane()
        pane.show_item(talk)
        pane.actions_of_pane["start"].trigger()
        return pane, talk

    def record(self, talk: int) -> ConversationRecord:
        found = reading.conversation(talk)
        assert found is not None
        return found

    def settle(self) -> None:
        """Wait until all notices of the store were heard."""
        heard: list[bool] = []
        self.services.store.flush()
        self.feed.deliver(lambda: heard.append(True))
        self.qtbot.waitUntil(lambda: bool(heard))

    def release(self) -> None:
        """Let go of the clocks and their timers."""
        for call in self.calls:
            call.deleteLater()
