"""Where the keyboard is in the calendar, and that nothing is lost by it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.theme import Theme
from tests.panes.conftest import START

Plan = Callable[[str, int | None], int]


@pytest.fixture
def plan(services: Services) -> Plan:
    def made(name: str, starts_at: int | None) -> int:
        person = services.people.add(PersonDraft(name=name))
        return services.conversations.schedule(
            ConversationDraft(people=(person,), starts_at=starts_at)
        )

    return made


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, plan: Plan
) -> Iterator[CalendarPane]:
    plan("Cleo Waits", None)
    pane = CalendarPane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    yield pane
    pane.hide()


def test_giving_up_a_typed_time_keeps_the_choice_while_somebody_waits(
    pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Amara Okafor", START)
    pane.show_item(key)
    week = pane._page.week
    QTest.keyClick(week, Qt.Key.Key_F2)
    field = pane._page.move_field
    assert field.line.hasFocus()

    QTest.keyClick(field.line, Qt.Key.Key_Escape)

    assert not field.isVisible()
    assert week.hasFocus()
    assert week.chosen_key() == key
