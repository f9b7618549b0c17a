"""Reminders: in time, once, together after a pause, never into a conversation, never unwanted."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.window.reminders import Reminder, Reminders
from tests.panes.conftest import START
from tests.panes.settable_clock import SettableClock

MINUTE = 60_000


@pytest.fixture
def preferences(qapp: QApplication) -> Preferences:
    return Preferences()


@pytest.fixture
def reminders(
    services: Services, times: LocalTime, preferences: Preferences
) -> Iterator[tuple[Reminders, list[tuple[str, str]]]]:
    owner = QObject()
    made = Reminders(services, times, preferences, owner)
    told: list[tuple[str, str]] = []

    def hear(found: Reminder) -> None:
        title, *others = found.lines(times)
        told.append((title, "\n".join(others)))

    made.due.connect(hear)
    yield made, told
    made.stop()


Made = tuple[Reminders, list[tuple[str, str]]]


def talk(services: Services, name: str, minutes: int) -> int:
    person = services.people.add(PersonDraft(name=name))
    draft = ConversationDraft(
        people=(person,), starts_at=START + minutes * MINUTE, link="https://zoom.us/j/1"
    )
    return services.conversations.schedule(draft)


def test_a_conversation_is_told_of_15_minutes_before_and_once(
    reminders: Made, services: Services, clock: SettableClock
) -> None:
    look, told = reminders[0].look, reminders[1]
    talk(services, "Amara Okafor", 42)
    look()
    clock.advance(minutes=26)
    look()
    assert told == []
    clock.advance(minutes=1)
    look()
    look()
    clock.advance(minutes=5)
    look()
    assert told == [("Amara Okafor in 15 min, 10:42 (Zoom)", "")]


def test_one_that_begins_soon_after_the_start_is_told_at_once(
    reminders: Made, services: Services
) -> None:
    talk(services, "Amara Okafor", 7)
    reminders[0].look()
    assert reminders[1] == [("Amara Okafor in 7 min, 10:07 (Zoom)", "")]


def test_what_was_slept_through_comes_as_one(
    reminders: Made, services: Services, clock: SettableClock
) -> None:
    reminders[0].look()
    talk(services, "Amara Okafor", 42)
    talk(services, "Kenji Mori", 100)
    clock.advance(minutes=90)
    reminders[0].look()
    (told,) = reminders[1]
    assert told[0] == "Amara Okafor was planned for today 10:42 (Zoom)"
    assert told[1] == "Kenji Mori in 10 min, 11:40 (Zoom)"


def test_nothing_is_told_into_a_conversation_but_after_it(
    reminders: Made, services: Services, clock: SettableClock
) -> None:
    reminders[0].look()
    first = talk(services, "Amara Okafor", 60)
    talk(services, "Kenji Mori", 20)
    services.talking.start(first)
    clock.advance(minutes=8)
    reminders[0].look()
    assert reminders[1] == []
    clock.advance(minutes=4)
    services.talking.end(first)
    reminders[0].look()
    assert next(title for title, _text in reminders[1]).startswith("Kenji Mori in 8 min")


def test_what_is_due_is_told_in_the_morning_once(
    reminders: Made, services: Services, clock: SettableClock
) -> None:
    services.learned.add_task("Buy stamps", date(2026, 11, 24))
    reminders[0].look()
    assert reminders[1] == []  # whoever opens the program in the morning sees it
    clock.advance(hours=22, minutes=59)
    reminders[0].look()
    assert reminders[1] == []
    clock.advance(minutes=1)  # 9 in the morning of the next day
    reminders[0].look()
    reminders[0].look()
    assert reminders[1] == [("1 thing is due", "Buy stamps")]


def test_switched_off_it_is_silent(
    reminders: Made, services: Services, preferences: Preferences, clock: SettableClock
) -> None:
    preferences.change(reminders=False)
    preferences.flush()
    services.learned.add_task("Buy stamps", date(2026, 11, 24))
    talk(services, "Amara Okafor", 10)
    reminders[0].look()
    clock.advance(hours=24)
    reminders[0].look()
    assert reminders[1] == []
