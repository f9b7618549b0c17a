"""Calendar files at the window: dropped, imported, saved, sent as an invitation."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.ical_read import read_calendar
from infoview_gui.panes import places
from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.dialogs.export_conversations import ExportConversationsDialog
from infoview_gui.panes.places import Place
from infoview_gui.services.bundle import Services
from infoview_gui.window import MainWindow
from infoview_gui.window.mnemonics import plain_words
from tests.window.conftest import Open
from tests.window.house import House

CALENDAR = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Dentist\nDTSTART;TZID=Atlantis:20261125T120000\n"
    "this is no line\nEND:VEVENT\n"
    "BEGIN:VEVENT\nSUMMARY:No time\nEND:VEVENT\nEND:VCALENDAR\n"
)


@pytest.fixture
def window(open_window: Open) -> tuple[MainWindow, House]:
    return open_window()


def press(window: MainWindow, words: str) -> None:
    found = [
        action
        for action in window.findChildren(QAction)
        if plain_words(action.text()) == words and action.isEnabled()
    ]
    assert found, words
    found[0].trigger()


def save_as(window: MainWindow, path: Path) -> None:
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def heard(window: MainWindow) -> list[str]:
    said: list[str] = []
    window._dialogs.said.connect(said.append)
    return said


def test_a_calendar_that_is_imported_is_shown_and_changes_no_conversation(
    qtbot: QtBot, window: tuple[MainWindow, House], services: Services, tmp_path: Path
) -> None:
    main, _house = window
    said = heard(main)
    path = tmp_path / "Home.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    before = services.store.history.undo_label

    main.import_files([path])

    qtbot.waitUntil(lambda: bool(main._preferences.current.calendars))
    assert [one.path for one in main._preferences.current.calendars] == [str(path)]
    pane = main._panes.shown
    assert isinstance(pane, CalendarPane)
    assert "“Home” is shown in the calendar, to be read only: 1 event." in said[-1]
    assert "1 of 2 entries of Home.ics could not be read; the other is shown." in said[-1]
    assert "nobody knows the time zone “Atlantis”" in said[-1]
    assert "1 other doubt" in said[-1]
    assert services.store.history.undo_label == before
    qtbot.waitUntil(lambda: any(one.title == "Dentist" for one in pane._page.week._entries))


def test_a_calendar_that_cannot_be_read_is_said_and_not_added(
    qtbot: QtBot, window: tuple[MainWindow, House], tmp_path: Path
) -> None:
    main, _house = window
    path = tmp_path / "broken.ics"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))

    main.import_files([path])

    qtbot.waitUntil(lambda: bool(main.findChildren(QMessageBox)))
    (box,) = main.findChildren(QMessageBox)
    assert "broken.ics" in box.informativeText()
    assert main._preferences.current.calendars == ()
    box.close()


@pytest.mark.parametrize("pane", [places.CALENDAR, places.INTERVIEWS])
def test_a_conversation_becomes_a_calendar_file(
    window: tuple[MainWindow, House], tmp_path: Path, pane: str
) -> None:
    main, house = window
    said = heard(main)
    main.show_place(Place(pane, house.ahead))

    press(main, "Save as calendar file…")
    save_as(main, tmp_path / "talk.ics")

    (event,) = read_calendar(tmp_path / "talk.ics").events
    assert event.summary.startswith("Conversation with ")
    assert "talk.ics" in said[-1]


@pytest.mark.parametrize("pane", [places.CALENDAR, places.INTERVIEWS])
def test_an_invitation_is_from_the_user_and_says_when_nobody_can_answer(
    window: tuple[MainWindow, House], tmp_path: Path, pane: str
) -> None:
    main, house = window
    said = heard(main)
    main.show_place(Place(pane, house.ahead))

    press(main, "Save an invitation…")
    save_as(main, tmp_path / "one.ics")
    assert "METHOD:PUBLISH" in (tmp_path / "one.ics").read_text(encoding="utf-8")
    assert "your own e-mail address is not in the settings" in said[-1]

    main._preferences.change(name="Jo Doe", email="jo@example.org")
    press(main, "Save an invitation…")
    save_as(main, tmp_path / "two.ics")
    text = (tmp_path / "two.ics").read_text(encoding="utf-8")
    assert "METHOD:REQUEST" in text
    assert 'ORGANIZER;CN="Jo Doe":mailto:jo@example.org' in text


def test_export_is_of_what_is_chosen_or_shown_in_the_pane(
    window: tuple[MainWindow, House],
) -> None:
    main, house = window
    main.show_place(Place(places.CALENDAR, house.ahead))

    press(main, "Export conversations…")

    (dialog,) = main.findChildren(ExportConversationsDialog)
    assert dialog.one.isChecked()
    assert dialog.one.text().startswith("This one: ")
    assert dialog.shown.isVisible()
    dialog.reject()


def test_elsewhere_all_of_them_are_offered(window: tuple[MainWindow, House]) -> None:
    main, _house = window
    main.show_place(Place(places.PEOPLE))

    press(main, "Export conversations…")

    (dialog,) = main.findChildren(ExportConversationsDialog)
    assert dialog.every.isChecked()
    assert not dialog.one.isVisible()
    dialog.reject()
