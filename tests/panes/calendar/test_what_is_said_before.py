"""What is typed with F2 is warned of before it is taken; what waited is planned, not moved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.move_field import MoveField
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_records import EngagementDraft
from tests.panes.calendar.desk import at, wall
from tests.panes.settable_clock import SettableClock


def talk(services: Services, name: str, starts_at: int | None, zone: str = "") -> int:
    person = services.people.add(PersonDraft(name=name, zone=zone))
    draft = ConversationDraft(people=(person,), starts_at=starts_at)
    return services.conversations.schedule(draft)


def typed(pane: CalendarPane, words: str) -> MoveField:
    QTest.keyClick(pane._views.shown(), Qt.Key.Key_F2)
    field = pane._page.move_field
    QTest.keyClicks(field.line, words)
    return field


def test_a_clash_is_said_before_enter(pane: CalendarPane, services: Services) -> None:
    talk(services, "Ben Ito", at(26, 9))
    pane.show_item(talk(services, "Amara Okafor", at(25, 15)))
    field = typed(pane, "thu 9:00")
    assert "At the same time: Ben Ito" in field.warning.text()
    assert field.warning.isVisible()
    assert "Ben Ito" in field.line.accessibleDescription()

    QTest.keyClicks(field.line, " ")
    field.line.setText("thu 11:00")
    assert not field.warning.isVisible()


def test_so_is_an_hour_that_is_early_there(pane: CalendarPane, services: Services) -> None:
    pane.show_item(talk(services, "Amara Okafor", at(25, 15), "America/New_York"))
    field = typed(pane, "thu 9:00")
    assert "New York" in field.warning.text()


def test_an_appointment_is_warned_of_too(pane: CalendarPane, services: Services) -> None:
    talk(services, "Ben Ito", at(26, 9))
    made = services.engagements.add(EngagementDraft(title="Dentist", starts_at=at(25, 15)))
    pane.show_engagement(made)
    assert "Ben Ito" in typed(pane, "thu 9:00").warning.text()


@pytest.mark.parametrize("words", ["at 9", "noon", "yesterday 9"])
def test_what_is_past_is_said(
    pane: CalendarPane, services: Services, clock: SettableClock, words: str
) -> None:
    clock.now = at(24, 13, 50)
    pane.show_item(talk(services, "Amara Okafor", at(24, 15)))
    assert "already past" in typed(pane, words).reading.text()


def test_what_is_still_to_come_is_not_past(
    pane: CalendarPane, services: Services, clock: SettableClock
) -> None:
    clock.now = at(24, 13, 50)
    pane.show_item(talk(services, "Amara Okafor", at(24, 15)))
    assert "past" not in typed(pane, "at 5").reading.text()


def test_somebody_who_waited_is_planned_and_not_moved(
    qtbot: QtBot, pane: CalendarPane, services: Services
) -> None:
    key = talk(services, "Amara Okafor", None)
    with qtbot.waitSignal(pane.said) as said:
        pane._timing.move(key, wall(26, 9))
    assert said.args[0].startswith("Planned for Thu 26 Nov")
    assert services.store.history.undo_label == "Plan the conversation with Amara Okafor"

    with qtbot.waitSignal(pane.said) as said:
        pane._timing.move(key, wall(26, 11))
    assert said.args[0].startswith("Moved to Thu 26 Nov")
    assert services.store.history.undo_label == "Move the conversation with Amara Okafor"
