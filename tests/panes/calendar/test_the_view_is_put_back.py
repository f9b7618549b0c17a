"""What is shown besides for the sake of an entry goes again with it; Ctrl+T goes to now."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.span import View
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from tests.panes.calendar.desk import action, at, wall, week


def talk(services: Services, day: int, hour: int) -> int:
    person = services.people.add(PersonDraft(name=f"Amara {day}"))
    return services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=at(day, hour))
    )


def move(pane: CalendarPane, words: str) -> None:
    QTest.keyClick(pane._views.shown(), Qt.Key.Key_F2)
    QTest.keyClicks(pane._page.move_field.line, words)
    QTest.keyClick(pane._page.move_field.line, Qt.Key.Key_Return)


def test_the_weekend_goes_when_the_move_to_it_is_undone(
    qtbot: QtBot, pane: CalendarPane, services: Services
) -> None:
    key = talk(services, 25, 15)
    pane.show_item(key)
    move(pane, "28 nov 10:00")
    assert pane._page.span.days == 7

    services.store.undo()

    qtbot.waitUntil(lambda: pane._page.span.days == 5)
    assert pane._page.span.first == date(2026, 11, 23)
    assert pane._views.chosen_key() == key


def test_so_it_does_where_the_saturday_is_of_another_week(
    qtbot: QtBot, pane: CalendarPane, services: Services
) -> None:
    pane.show_item(talk(services, 25, 15))
    move(pane, "5 dec 10:00")
    assert (pane._page.span.first, pane._page.span.days) == (date(2026, 11, 30), 7)

    services.store.undo()

    qtbot.waitUntil(lambda: pane._page.span.days == 5)
    assert pane._page.span.first == date(2026, 11, 23)


def test_seven_days_that_were_asked_for_stay(
    qtbot: QtBot, pane: CalendarPane, services: Services
) -> None:
    pane.show_item(talk(services, 25, 15))
    pane._page.show_weekend()
    move(pane, "28 nov 10:00")
    with qtbot.waitSignal(pane._choice.changed, raising=False, timeout=500):
        services.store.undo()
    assert pane._page.span.days == 7


def test_today_goes_to_now_where_today_is_in_view(pane: CalendarPane, services: Services) -> None:
    pane.show_item(talk(services, 27, 15))

    action(pane, "Today").trigger()

    assert pane._views.chosen_key() is None
    assert week(pane).cursor_slot() == wall(24, 10)


def test_today_chooses_what_is_now(pane: CalendarPane, services: Services) -> None:
    now = talk(services, 24, 10)
    pane.show_item(talk(services, 27, 15))

    action(pane, "Today").trigger()

    assert pane._views.chosen_key() == now


def test_today_goes_to_today_in_month_and_agenda(pane: CalendarPane, services: Services) -> None:
    later = talk(services, 27, 15)
    today = talk(services, 24, 16)
    for view in (View.MONTH, View.AGENDA):
        pane._page.use_view(view)
        pane._views.choose(later)
        action(pane, "Today").trigger()
        assert pane._views.cursor_slot().date() == date(2026, 11, 24)
    assert pane._views.chosen_key() == today
