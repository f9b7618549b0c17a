"""A verb of the menu bar acts on what is chosen in the pane that is shown, and on nobody else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.places import Place
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.window.main_window import MainWindow
from infoview_gui.window.menus import submenu
from tests.window.conftest import Open

PERSON = ("Edit person", "Delete", "Erase for good…", "Schedule a conversation", "Tags…", "Copy")
LETTER = ("Mark as sent", "Delete draft", "Copy letter", "Log an answer…", "Use again")
ENTRY = ("Open", "Cancel conversation", "Delete", "Start", "Cut", "Copy", "Move to…")


def rows(menu: QMenu) -> list[QAction]:
    """The rows of a menu and of the menus in it."""
    found = []
    for row in menu.actions():
        inner = submenu(row)
        found += [row] if inner is None else rows(inner)
    return found


def plain(words: str) -> str:
    return words.replace("&", "").partition("\t")[0]


def row(window: MainWindow, title: str, words: str) -> QAction:
    menu = window.commands.menus.menu(title)
    return next(one for one in rows(menu) if plain(one.text()) == words)


def able(window: MainWindow, title: str, names: tuple[str, ...]) -> set[str]:
    menu = window.commands.menus.menu(title)
    return {plain(one.text()) for one in rows(menu) if one.isEnabled()} & set(names)


def status(conversation_id: int) -> str:
    record = reading.conversation(conversation_id)
    return "" if record is None else record.status


def test_cancel_acts_on_the_choice_of_the_calendar(qtbot: QtBot, open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.proposed))
    window.show_place(Place(places.CALENDAR, house.ahead))

    row(window, "&Conversation", "Cancel conversation").trigger()

    qtbot.waitUntil(lambda: status(house.ahead) == "cancelled")
    assert status(house.proposed) == "proposed"


def test_delete_acts_on_it_too(qtbot: QtBot, open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.proposed))
    window.show_place(Place(places.CALENDAR, house.ahead))
    pane = window.findChildren(CalendarPane)[0]

    row(window, "&Conversation", "Delete conversation").trigger()

    qtbot.waitUntil(lambda: status(house.ahead) == "")
    assert status(house.proposed) == "proposed"
    qtbot.waitUntil(lambda: pane.chosen_conversation() is None)
    assert not row(window, "&Conversation", "Delete conversation").isEnabled()


def test_f5_starts_what_is_chosen_in_the_calendar(qtbot: QtBot, open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.late))
    window.show_place(Place(places.CALENDAR, house.ahead))

    qtbot.keyClick(window, Qt.Key.Key_F5)

    qtbot.waitUntil(lambda: status(house.ahead) == "running")
    assert status(house.late) == "planned"


def test_with_nothing_chosen_nothing_can_be_done(open_window: Open, services: Services) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.proposed))
    window.show_place(Place(places.CALENDAR, house.ahead))
    window.findChildren(CalendarPane)[0]._views.choose(None)
    names = ("Start", "Cancel conversation", "Delete conversation", "Edit details…", "Prep sheet…")
    assert not able(window, "&Conversation", names)

    row(window, "&Conversation", "Cancel conversation").trigger()
    assert status(house.proposed) == "proposed"


@pytest.mark.parametrize("pane", [places.PEOPLE, places.LETTERS])
def test_where_no_conversation_is_chosen_none_is_acted_on(open_window: Open, pane: str) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.ahead))
    window.show_place(Place(pane))
    assert not able(
        window, "&Conversation", ("Start", "Cancel conversation", "Delete conversation")
    )
    assert not able(window, "&Conversation", ("Add question", "Edit question", "Add point"))


def test_on_today_it_is_the_one_on_the_card(qtbot: QtBot, open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.proposed))
    window.show_place(Place(places.TODAY))

    qtbot.keyClick(window, Qt.Key.Key_F5)

    qtbot.waitUntil(lambda: status(house.ahead) == "running")


def test_back_in_the_interviews_its_own_is_meant_again(open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.proposed))
    window.show_place(Place(places.CALENDAR, house.ahead))
    window.show_place(Place(places.INTERVIEWS))
    row(window, "&Conversation", "Cancel conversation").trigger()
    assert (status(house.ahead), status(house.proposed)) == ("planned", "cancelled")


def test_the_verbs_of_people_letters_and_calendar_need_their_pane(open_window: Open) -> None:
    window, house = open_window()
    shown = {
        places.PEOPLE: (house.people[0], "&Person", PERSON),
        places.LETTERS: (house.letter, "&Letter", LETTER[:3]),
        places.CALENDAR: (house.ahead, "C&alendar", ENTRY),
    }
    for pane, (item, _, _) in shown.items():
        window.show_place(Place(pane, item))
    for pane, (item, title, names) in shown.items():
        window.show_place(Place(pane, item))
        assert able(window, title, names) == set(names)
        for _, (_, other, theirs) in ((p, v) for p, v in shown.items() if p != pane):
            assert not able(window, other, theirs)


def test_what_runs_is_ended_from_anywhere(open_window: Open) -> None:
    window, _ = open_window(running=True)
    for pane in (places.TODAY, places.PEOPLE, places.CALENDAR, places.LETTERS):
        window.show_place(Place(pane))
        assert row(window, "&Conversation", "End").isEnabled()
