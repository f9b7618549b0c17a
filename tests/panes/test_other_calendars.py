"""Calendars of other programs beside the conversations: shown, fresh, switched, never changed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_files import Foreign
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.settings import CalendarShown
from infoview_gui.theme import Theme
from infoview_gui.widgets.week_layout import Entry
from infoview_gui.widgets.week_view import WeekView

HEAD, TAIL = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n"
DENTIST = (
    "BEGIN:VEVENT\r\nUID:d@x\r\nDTSTART;TZID=Europe/Berlin:20261125T130000\r\n"
    "DTEND;TZID=Europe/Berlin:20261125T143000\r\nSUMMARY:Dentist <b>\r\n"
    "LOCATION:Hauptstr. 5\r\nEND:VEVENT\r\n"
)
FAIR = "BEGIN:VEVENT\r\nUID:f@x\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Fair\r\nEND:VEVENT\r\n"
WEDNESDAY_1PM = 1_795_608_000_000  # 25 November 2026, 13:00 in Berlin


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Home.ics"
    path.write_text(HEAD + DENTIST + FAIR + TAIL, encoding="utf-8", newline="")
    return path


@pytest.fixture
def preferences(qapp: QApplication, file: Path) -> Iterator[Preferences]:
    made = Preferences(parent=qapp)
    made.change(calendars=(CalendarShown(str(file)),))
    yield made
    made.setParent(None)
    made.deleteLater()


@pytest.fixture
def pane(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    preferences: Preferences,
) -> Iterator[CalendarPane]:
    pane = CalendarPane(theme, services, feed, times, preferences=preferences)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    yield pane
    pane.hide()


def others(pane: CalendarPane) -> list[Entry]:
    return [entry for entry in pane._page.week._entries if entry.kind == "foreign"]


def titles(pane: CalendarPane) -> list[str]:
    return sorted(entry.title for entry in others(pane))


def wait_for(qtbot: QtBot, pane: CalendarPane, *expected: str) -> None:
    qtbot.waitUntil(lambda: titles(pane) == sorted(expected), timeout=5000)


def test_they_are_shown_with_place_and_whose_they_are(qtbot: QtBot, pane: CalendarPane) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")

    dentist = next(entry for entry in others(pane) if entry.title.startswith("Dentist"))
    assert dentist.detail == "Hauptstr. 5 · from Home"
    assert (dentist.start.hour, dentist.end.hour, dentist.end.minute) == (13, 14, 30)
    assert not dentist.movable
    fair = next(entry for entry in others(pane) if entry.title == "Fair")
    assert (fair.start.day, fair.all_day) == (26, True)


def test_another_week_shows_what_lies_in_it(qtbot: QtBot, pane: CalendarPane) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")

    pane._page.turn(1)
    wait_for(qtbot, pane)
    pane._page.turn(-1)
    wait_for(qtbot, pane, "Dentist <b>", "Fair")


def test_a_file_that_changes_is_read_again(qtbot: QtBot, pane: CalendarPane, file: Path) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")

    file.write_text(HEAD + FAIR + TAIL, encoding="utf-8", newline="")
    os.utime(file, (1, 1))
    pane._others.look_again()

    wait_for(qtbot, pane, "Fair")


def test_a_file_is_looked_at_when_the_program_comes_to_the_front(
    qtbot: QtBot, pane: CalendarPane, file: Path, qapp: QApplication
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")

    file.write_text(HEAD + FAIR + TAIL, encoding="utf-8", newline="")
    os.utime(file, (1, 1))
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    wait_for(qtbot, pane, "Fair")


def test_a_file_is_looked_at_while_the_calendar_is_on_the_screen(
    qtbot: QtBot, pane: CalendarPane, file: Path
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    pane._others._timer.setInterval(10)  # instead of once a minute

    file.write_text(HEAD + FAIR + TAIL, encoding="utf-8", newline="")
    os.utime(file, (1, 1))

    wait_for(qtbot, pane, "Fair")


def test_a_file_that_is_replaced_is_followed_within_moments(
    qtbot: QtBot, pane: CalendarPane, file: Path
) -> None:
    """As programs write: beside it, then renamed onto it; again and again."""
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    for number, (events, shown) in enumerate(
        [(FAIR, ["Fair"]), (FAIR.replace("Fair", "Market"), ["Market"]), (FAIR, ["Fair"])]
    ):
        fresh = file.with_name(f"new-{number}.ics")
        fresh.write_text(HEAD + events + TAIL, encoding="utf-8", newline="")
        fresh.replace(file)
        qtbot.waitUntil(lambda shown=shown: titles(pane) == shown, timeout=3000)


def test_a_file_that_goes_and_comes_back_is_followed(
    qtbot: QtBot, pane: CalendarPane, file: Path
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    away = file.with_suffix(".away")
    file.rename(away)
    qtbot.waitUntil(lambda: not titles(pane), timeout=3000)
    away.rename(file)
    qtbot.waitUntil(lambda: "Fair" in titles(pane), timeout=3000)


def test_a_file_that_goes_is_said_in_plain_words_once(
    qtbot: QtBot, pane: CalendarPane, file: Path
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    said: list[str] = []
    pane.said.connect(said.append)

    file.unlink()
    for _ in range(2):
        pane._others.look_again()
        wait_for(qtbot, pane)
        qtbot.waitUntil(lambda: not pane._others._reader.runs)

    assert len(said) == 1
    assert "Home.ics" in said[0]


RUBBISH = "BEGIN:VEVENT\r\nDTSTART:rubbish\r\nSUMMARY:x\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        (
            HEAD + DENTIST + RUBBISH + FAIR + RUBBISH + TAIL,
            "2 of 4 entries of Half.ics could not be read; the others are shown.",
            "read only",
        ),
        (
            HEAD + RUBBISH + "BEGIN:VEV",
            "Nothing readable in Half.ics: its only entry could not be read.",
            "nothing readable",
        ),
        (HEAD + "BEGIN:VEV", "Nothing readable in Half.ics: it is cut off.", "nothing readable"),
        (HEAD + DENTIST, "Half.ics is cut off: something may be missing.", "read only"),
    ],
)
def test_how_much_of_a_broken_file_is_shown_is_said_and_stays_to_be_read(
    qtbot: QtBot, pane: CalendarPane, preferences: Preferences, tmp_path: Path, text: str,
    words: str, state: str,
) -> None:  # fmt: skip
    said: list[str] = []
    pane.said.connect(said.append)
    half = tmp_path / "Half.ics"
    half.write_text(text, encoding="utf-8", newline="")
    wait_for(qtbot, pane, "Dentist <b>", "Fair")

    preferences.change(calendars=(*preferences.current.calendars, CalendarShown(str(half))))

    qtbot.waitUntil(lambda: said == [words])
    box = next(
        one for one in pane.findChildren(QCheckBox)
        if one.accessibleName() == f"Show Half ({state})"
    )  # fmt: skip
    assert words in box.toolTip()
    assert box.accessibleDescription() == words
    pane._others.look()
    qtbot.waitUntil(lambda: not pane._others._reader.runs)
    assert said == [words]


def test_a_file_that_was_broken_all_along_is_not_said_at_every_start(
    qtbot: QtBot, pane: CalendarPane, file: Path
) -> None:
    said: list[str] = []
    pane.said.connect(said.append)
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    assert said == []

    file.write_text(HEAD + RUBBISH + FAIR + TAIL, encoding="utf-8", newline="")
    pane._others.look()

    words = "1 of 2 entries of Home.ics could not be read; the other is shown."
    qtbot.waitUntil(lambda: said == [words])


def test_each_can_be_switched_off_and_on_in_the_menu(
    qtbot: QtBot, pane: CalendarPane, preferences: Preferences
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    pane._calendars._fill()
    row = next(one for one in pane._calendars.menu.actions() if one.text() == "Home")
    assert row.isChecked()

    row.trigger()
    assert preferences.current.calendars[0].on is False
    wait_for(qtbot, pane)

    pane._calendars._fill()
    next(one for one in pane._calendars.menu.actions() if one.text() == "Home").trigger()
    wait_for(qtbot, pane, "Dentist <b>", "Fair")


def test_they_cannot_be_opened_moved_or_deleted(
    qtbot: QtBot, pane: CalendarPane, services: Services
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    said: list[str] = []
    edited: list[object] = []
    pane.said.connect(said.append)
    pane.edit_requested.connect(edited.append)
    dentist = next(entry for entry in others(pane) if entry.title.startswith("Dentist"))

    pane._page.week.choose(dentist.key)
    week = pane._page.week
    qtbot.keyClick(week, Qt.Key.Key_Return)
    qtbot.keyClick(week, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(week, Qt.Key.Key_Delete)

    assert edited == []
    assert all("“Home”" in words for words in said)
    assert said
    assert titles(pane) == ["Dentist <b>", "Fair"]
    assert services.store.history.undo_label == ""


def test_own_conversations_that_come_back_are_not_shown_twice(
    qtbot: QtBot, pane: CalendarPane, services: Services, file: Path
) -> None:
    person = services.people.add(PersonDraft(name="Amara Okafor"))
    talk = services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=WEDNESDAY_1PM)
    )
    text = services.conversation_export.text([talk], "Europe/Berlin")
    file.write_text(text.replace(TAIL, FAIR + TAIL), encoding="utf-8", newline="")
    os.utime(file, (2, 2))

    pane._others.look_again()

    wait_for(qtbot, pane, "Fair")


def test_busy_times_count_for_the_clash_warning(
    qtbot: QtBot, pane: CalendarPane, services: Services
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    person = services.people.add(PersonDraft(name="Amara Okafor"))
    talk = services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=WEDNESDAY_1PM - 24 * 3_600_000)
    )
    said: list[str] = []
    pane.said.connect(said.append)
    pane.show_item(talk)
    week = pane.findChildren(WeekView)[0]

    qtbot.keyClick(week, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert "At the same time: Dentist <b> (13:00–14:30, Home)" in said[-1]
    assert reading.clashes(WEDNESDAY_1PM, 15) != []


def test_a_whole_day_of_another_calendar_takes_no_hour(
    qtbot: QtBot, pane: CalendarPane, services: Services
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    person = services.people.add(PersonDraft(name="Amara Okafor"))
    talk = services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=WEDNESDAY_1PM - 24 * 3_600_000)
    )
    said: list[str] = []
    pane.said.connect(said.append)

    pane.show_item(talk)
    week = pane.findChildren(WeekView)[0]
    for _ in range(2):  # onto the day of the fair
        qtbot.keyClick(week, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert said
    assert "At the same time" not in said[-1]


def test_a_key_that_is_held_asks_for_nothing_on_the_way(
    qtbot: QtBot, pane: CalendarPane, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    files = services.calendar_files
    asked: list[int] = []
    between = files.between

    def counted(start: int, end: int, zone: str, stop: Callable[[], bool]) -> list[Foreign]:
        asked.append(start)
        return between(start, end, zone, stop)

    monkeypatch.setattr(files, "between", counted)
    for _ in range(30):
        pane._page.turn(1)
    assert asked == []
    for _ in range(30):
        pane._page.turn(-1)

    assert titles(pane) == ["Dentist <b>", "Fair"]  # at once: these weeks are known


def test_the_weeks_around_are_known_without_asking(qtbot: QtBot, pane: CalendarPane) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")

    pane._page.turn(3)
    assert titles(pane) == []
    pane._page.turn(-3)

    assert titles(pane) == ["Dentist <b>", "Fair"]


def test_a_calendar_is_called_what_it_calls_itself_until_the_user_names_it(
    qtbot: QtBot, pane: CalendarPane, file: Path, preferences: Preferences
) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    head = f"{HEAD}X-WR-CALNAME:Nadia & family\r\n"
    file.write_text(head + DENTIST + TAIL, encoding="utf-8", newline="")
    os.utime(file, (1, 1))
    pane._others.look_again()
    wait_for(qtbot, pane, "Dentist <b>")

    assert others(pane)[0].detail == "Hauptstr. 5 · from Nadia & family"
    pane._calendars.menu.aboutToShow.emit()
    assert pane._calendars.menu.actions()[0].text() == "Nadia && family"

    preferences.change(calendars=(CalendarShown(str(file), "Us"),))
    qtbot.waitUntil(lambda: [one.detail for one in others(pane)] == ["Hauptstr. 5 · from Us"])


def test_the_menu_is_reached_by_key_and_by_the_menu_bar(qtbot: QtBot, pane: CalendarPane) -> None:
    wait_for(qtbot, pane, "Dentist <b>", "Fair")
    verb = next(
        one for one in pane.menu_actions() if "calen" in one.text() and "ther" in one.text()
    )
    assert isinstance(verb, QAction)

    verb.trigger()
    qtbot.waitUntil(pane._calendars.menu.isVisible)
    pane._calendars.menu.close()
    assert pane._page.header.calendars.accessibleName() == "Other calendars"


def test_no_calendars_cost_no_thread(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> None:
    pane = CalendarPane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.show()

    assert not pane._others._reader.runs
    pane.hide()
