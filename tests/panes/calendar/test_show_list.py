"""The list *Show*: what is switched off is neither painted nor read, and it is remembered."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.habits import Habits
from infoview_gui.panes.calendar.keys import EngagementKey, Layer
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.calendar.show_list import ShowList
from infoview_gui.panes.calendar.span import View
from infoview_gui.panes.calendar.waiting import WaitingCard
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_records import APPOINTMENT, NETWORKING, EngagementDraft
from infoview_gui.settings import CalendarShown
from infoview_gui.widgets.mini_month import MiniMonth
from tests.panes.calendar.desk import at, box, entries, week

_NAMES = {
    Layer.CONVERSATIONS: "Show conversations",
    Layer.PROPOSED: "Show proposed times",
    Layer.NETWORKING: "Show networking events",
    Layer.APPOINTMENTS: "Show appointments",
}


@pytest.fixture
def house(services: Services) -> dict[Layer, object]:
    """One of each on Wednesday to Saturday of the week; the keys by layer."""
    person = services.people.add(PersonDraft(name="Ana Lopes"))

    def talk(start: int, status: str) -> int:
        draft = ConversationDraft(people=(person,), starts_at=start, status=status)
        return services.conversations.schedule(draft)

    def engaged(title: str, start: int, kind: str) -> EngagementKey:
        draft = EngagementDraft(title=title, starts_at=start, kind=kind)
        return EngagementKey(services.engagements.add(draft))

    return {
        Layer.CONVERSATIONS: talk(at(25, 9), "planned"),
        Layer.PROPOSED: talk(at(26, 9), "proposed"),
        Layer.NETWORKING: engaged("Lunch", at(27, 12), NETWORKING),
        Layer.APPOINTMENTS: engaged("Dentist", at(23, 12), APPOINTMENT),
    }


_DAYS = {
    Layer.CONVERSATIONS: 25,
    Layer.PROPOSED: 26,
    Layer.NETWORKING: 27,
    Layer.APPOINTMENTS: 23,
}


def marks(pane: CalendarPane) -> set[int]:
    return {day.day for day in pane.findChildren(MiniMonth)[0]._days.marks}


@pytest.mark.parametrize("layer", list(_NAMES))
def test_each_is_hidden_alone_and_the_small_month_follows(
    qtbot: QtBot, pane: CalendarPane, house: dict[Layer, object], layer: Layer
) -> None:
    every, days = set(house.values()), set(_DAYS.values())
    qtbot.waitUntil(lambda: entries(pane).keys() == every)
    assert marks(pane) == days
    qtbot.keyClick(box(pane, _NAMES[layer]), Qt.Key.Key_Space)
    assert entries(pane).keys() == every - {house[layer]}
    assert marks(pane) == days - {_DAYS[layer]}
    for view in (View.MONTH, View.AGENDA):
        pane._page.use_view(view)
        pane._views.choose(house[layer])
        assert pane._views.chosen_key() is None
        pane._page.use_view(View.WORK_WEEK)
    qtbot.keyClick(box(pane, _NAMES[layer]), Qt.Key.Key_Space)
    assert entries(pane).keys() == every


def test_what_is_hidden_is_not_read(
    services: Services, times: LocalTime, house: dict[Layer, object], pane: CalendarPane
) -> None:
    layers = Layers(times, pane)
    asked: list[str] = []
    connection = services.store.connection()
    connection.trace_v2(1, lambda event: asked.append(event["sql"]))
    layers.engagements(date(2026, 11, 23), date(2026, 11, 30))
    layers.stamps(at(23, 0), at(30, 0))
    assert len(asked) >= 2
    asked.clear()
    layers.hide(Layer)
    assert layers.conversations(at(23, 0), at(30, 0)) == []
    assert layers.stamps(at(23, 0), at(30, 0)) == []
    assert layers.engagements(date(2026, 11, 23), date(2026, 11, 30)) == []
    assert layers.days_taken(date(2026, 11, 23), date(2026, 11, 30)) == set()
    connection.trace_v2(0, None)
    assert asked == []
    assert house


def test_it_is_there_after_a_restart_and_garbage_is_ignored() -> None:
    kept = Habits(hidden=frozenset({Layer.DUE, Layer.NETWORKING}))
    assert Habits.from_json(kept.as_json()) == kept
    for garbage in (None, 3, "Conversations", ["nothing", 4, None]):
        assert Habits.from_json({"hidden": garbage}).hidden == frozenset()


def test_a_pane_that_is_opened_again_hides_the_same(
    qtbot: QtBot, pane: CalendarPane, house: dict[Layer, object]
) -> None:
    box(pane, "Show networking events").click()
    state = pane.save_state()
    box(pane, "Show networking events").click()
    pane.restore_state(state)
    assert not box(pane, "Show networking events").isChecked()
    qtbot.waitUntil(lambda: house[Layer.CONVERSATIONS] in entries(pane))
    assert house[Layer.NETWORKING] not in entries(pane)


def test_an_empty_week_says_that_all_of_it_is_hidden(
    qtbot: QtBot, pane: CalendarPane, house: dict[Layer, object]
) -> None:
    def everything() -> list[QPushButton]:
        buttons = pane.findChildren(QPushButton)
        return [b for b in buttons if b.isVisible() and b.text() == "Show everything"]

    qtbot.waitUntil(lambda: len(entries(pane)) == len(house))
    for name in _NAMES.values():
        assert everything() == []
        box(pane, name).click()
    (button,) = everything()
    pane._page.turn(1)
    assert everything() == []  # there is nothing on those days anyway
    pane._page.turn(-1)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entries(pane).keys() == set(house.values())
    assert box(pane, "Show appointments").isChecked()


def test_what_is_asked_for_from_elsewhere_is_shown_again(
    qtbot: QtBot, pane: CalendarPane, house: dict[Layer, object]
) -> None:
    for name in _NAMES.values():
        box(pane, name).click()
    lunch = house[Layer.NETWORKING]
    assert isinstance(lunch, EngagementKey)
    pane.show_engagement(lunch.id)
    assert entries(pane).keys() == {lunch}
    assert week(pane).chosen_key() == lunch
    checked = {layer for layer, name in _NAMES.items() if box(pane, name).isChecked()}
    assert checked == {Layer.NETWORKING}


def test_what_is_due_can_be_hidden(qtbot: QtBot, pane: CalendarPane, services: Services) -> None:
    services.learned.add_task("Send the notebook", date(2026, 11, 26))
    pane._page.use_view(View.AGENDA)

    def told() -> bool:
        return any("notebook" in row.title for row in pane._views.agenda._model.rows)

    qtbot.waitUntil(told)
    box(pane, "Show letters and follow-ups due").click()
    assert not told()
    box(pane, "Show letters and follow-ups due").click()
    assert told()


def test_other_calendars_are_listed_and_switched_by_their_names(
    qtbot: QtBot, pane: CalendarPane, preferences: Preferences, tmp_path: Path
) -> None:
    home = tmp_path / "Home & garden.ics"
    home.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
    preferences.change(calendars=(CalendarShown(str(home)),))
    found = box(pane, "Show Home & garden (read only)")
    assert found.isChecked()
    qtbot.keyClick(found, Qt.Key.Key_Space)
    assert [one.on for one in preferences.current.calendars] == [False]
    pane._calendars.switch(str(home), True)
    assert found.isChecked()
    preferences.change(calendars=())
    assert "Home" not in " ".join(
        one.accessibleName()
        for one in pane.findChildren(ShowList)[0].children()
        if hasattr(one, "accessibleName") and not one.isHidden()
    )


def test_the_column_scrolls_where_many_wait(
    qtbot: QtBot, pane: CalendarPane, services: Services, make: Callable[[str], int]
) -> None:
    ids = [make(f"Person {number}") for number in range(12)]
    pane.resize(1184, 560)
    qtbot.waitUntil(lambda: sum(card.isVisible() for card in pane.findChildren(WaitingCard)) == 12)
    pane.show_item(ids[-1])
    card = next(one for one in pane.findChildren(WaitingCard) if one.row.id == ids[-1])
    assert card.hasFocus()
    bottom = card.mapTo(pane, card.rect().bottomLeft()).y()
    assert 0 < bottom <= pane.height()
    assert week(pane).isVisible()


@pytest.fixture
def make(services: Services) -> Callable[[str], int]:
    """Agree on a conversation that waits for a time."""

    def made(name: str) -> int:
        person = services.people.add(PersonDraft(name=name))
        return services.conversations.schedule(ConversationDraft(people=(person,)))

    return made
