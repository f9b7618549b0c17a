"""The settings dialog: what is chosen holds at once, what is wrong is said beside its field."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.settings_dialog import SettingsDialog, country_names
from infoview_gui.panes.dialogs.settings_dialog_spelling import FITTING
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.dictionaries import MISSING
from infoview_gui.services.settings_file import FILE_NAME, SettingsFile
from infoview_gui.settings import NO_SPELLING, TONES, CalendarShown, Holiday, Settings
from infoview_gui.theme import Theme


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / FILE_NAME))


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: Theme, preferences: Preferences, times: LocalTime
) -> Iterator[SettingsDialog]:
    preferences.lead_theme(theme)
    theme.set_scheme(theme.scheme.LIGHT)
    made = SettingsDialog(theme, preferences, times)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    made.reject()
    theme.set_scheme(theme.scheme.LIGHT)


def _part(dialog: SettingsDialog, name: str) -> QWidget:
    found = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.accessibleName() == name and not isinstance(widget, QLabel)
    ]
    assert len(found) == 1, (name, found)
    return found[0]


def _button(dialog: SettingsDialog, name: str) -> QAbstractButton:
    found = _part(dialog, name)
    assert isinstance(found, QAbstractButton)
    return found


def _line(dialog: SettingsDialog, name: str) -> QLineEdit:
    found = _part(dialog, name)
    line = found.lineEdit() if isinstance(found, QComboBox) else found
    assert isinstance(line, QLineEdit)
    return line


def _type(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def _press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key as a keyboard does: an open list of completions has it first."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key)


def _problems(dialog: SettingsDialog) -> list[str]:
    return [field.problem.text() for field in dialog.fields if field.problem.isVisibleTo(dialog)]


def test_what_is_typed_holds_at_once_and_is_kept(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences, tmp_path: Path
) -> None:
    qtbot.keyClicks(_line(dialog, "Name"), "Nadia")
    _type(qtbot, _line(dialog, "City"), "Porto")
    assert preferences.current == Settings(name="Nadia", city="Porto")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert SettingsFile(tmp_path / FILE_NAME).load().settings == preferences.current


def test_a_zone_is_a_city_and_nonsense_is_said_beside_it(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences, times: LocalTime
) -> None:
    preferences.lead_times(times)
    line = _line(dialog, "Time zone")
    _type(qtbot, line, "tokyo")
    assert preferences.current.zone == "Asia/Tokyo"
    assert times.zone_name == "Asia/Tokyo"

    _type(qtbot, line, "Atlantis")
    assert _problems(dialog) == []  # not while one types
    _press(qtbot, Qt.Key.Key_Tab)
    assert _problems(dialog) == ["No such time zone. Type a city, such as Berlin."]
    assert line.text() == "Atlantis"
    assert preferences.current.zone == "Asia/Tokyo"

    _type(qtbot, line, "new york")
    _press(qtbot, Qt.Key.Key_Tab)
    assert _problems(dialog) == []
    assert line.text() == "America/New York"
    line.clear()
    assert preferences.current.zone == ""


def test_a_country_is_known_by_name_and_by_letters(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    line = _line(dialog, "Country")
    for typed, code in (("portugal", "PT"), ("de", "DE"), ("Japan", "JP")):
        _type(qtbot, line, typed)
        assert preferences.current.country == code
    _press(qtbot, Qt.Key.Key_Return)
    assert line.text() == "Japan"
    assert dialog.isVisible()
    assert len(country_names()) > 200


def test_minutes_stay_within_sense(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    number = _part(dialog, "Minutes of a new conversation")
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Up)
    assert preferences.current.default_minutes == 20
    qtbot.keyClick(number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(number, "45")
    dialog.reject()  # without leaving the field
    assert preferences.current.default_minutes == 45


def test_marks_are_switched_one_by_one(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    _button(dialog, "To do").click()
    _button(dialog, "Term").click()
    assert preferences.current.marks_off == {"todo", "term"}
    _button(dialog, "To do").click()
    assert preferences.current.marks_off == {"term"}


def test_the_theme_changes_under_the_open_dialog(
    dialog: SettingsDialog, preferences: Preferences, theme: Theme
) -> None:
    light = dialog.grab().toImage().pixelColor(5, 5)
    _button(dialog, "Theme: Dark").click()
    assert theme.dark
    assert preferences.current.theme == "dark"
    assert dialog.grab().toImage().pixelColor(5, 5) != light
    _button(dialog, "Theme: Light").click()
    assert dialog.grab().toImage().pixelColor(5, 5) == light


def test_days_off_come_and_go(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences, times: LocalTime
) -> None:
    today = times.today()
    _button(dialog, "Add days off").click()
    assert preferences.current.holidays == (Holiday(today, today),)
    assert QApplication.focusWidget() is _part(dialog, "First day off, 1")

    (row,) = dialog.days.rows
    row.last.setDate(row.last.date().addDays(9))
    qtbot.keyClicks(row.words, "Gdansk")
    end = today + timedelta(days=9)
    assert preferences.current.holidays == (Holiday(today, end, "Gdansk"),)
    row.first.setDate(row.first.date().addDays(20))
    (holiday,) = preferences.current.holidays
    assert holiday.first == holiday.last == today + timedelta(days=20)

    _button(dialog, "Add days off").click()
    assert preferences.current.holidays[1].first == today + timedelta(days=21)
    _button(dialog, "Remove the days off 1").click()
    assert [one.words for one in preferences.current.holidays] == [""]
    assert QApplication.focusWidget() is dialog.days.rows[0].remove
    dialog.days.rows[0].remove.click()
    assert preferences.current.holidays == ()
    assert QApplication.focusWidget() is dialog.days.add


def test_a_folder_that_cannot_be_used_is_said_and_the_former_holds(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences, tmp_path: Path
) -> None:
    line = _line(dialog, "Folder for backups")
    good = tmp_path / "stick"
    good.mkdir()
    _type(qtbot, line, str(good))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert preferences.current.backup_folder == str(good)

    for bad, words in (("nowhere", "whole path"), (str(tmp_path / "gone"), "no such folder")):
        _type(qtbot, line, bad)
        _press(qtbot, Qt.Key.Key_Tab)
        assert words in _problems(dialog)[0]
        assert line.text() == bad
        assert preferences.current.backup_folder == str(good)

    _button(dialog, "Usual place").click()
    assert preferences.current.backup_folder == ""
    assert _problems(dialog) == []


def test_a_folder_without_the_right_to_write_is_refused(
    qtbot: QtBot, dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    line = _line(dialog, "Folder for backups")
    _type(qtbot, line, str(tmp_path))
    _press(qtbot, Qt.Key.Key_Tab)
    assert "Nothing can be written" in _problems(dialog)[0]


def test_a_folder_can_be_chosen(
    dialog: SettingsDialog,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def choose(asked: QFileDialog) -> None:
        asked.fileSelected.emit(str(tmp_path))
        asked.deleteLater()

    monkeypatch.setattr(QFileDialog, "open", choose)
    _button(dialog, "Choose…").click()
    assert preferences.current.backup_folder == str(tmp_path)


def test_undo_brings_back_what_held_before_and_drops_what_was_typed(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    assert not dialog.undo.isEnabled()
    qtbot.keyClicks(_line(dialog, "Name"), "Nadia")
    _button(dialog, "Insight").click()
    _button(dialog, "Make a backup every day").click()
    _button(dialog, "Theme: Dark").click()
    _button(dialog, "Add days off").click()
    _type(qtbot, _line(dialog, "Time zone"), "Atlantis")
    assert dialog.undo.isEnabled()

    dialog.undo.click()

    assert preferences.current == Settings(theme="system")
    assert _line(dialog, "Name").text() == ""
    assert _line(dialog, "Time zone").text().startswith("As the computer")
    assert _button(dialog, "Insight").isChecked()
    assert _button(dialog, "Make a backup every day").isChecked()
    assert _button(dialog, "Theme: As the system").isChecked()
    assert dialog.days.rows == []
    assert _problems(dialog) == []
    assert not dialog.undo.isEnabled()
    assert QApplication.focusWidget() is _part(dialog, "Name")


def test_what_was_set_before_is_shown(
    qtbot: QtBot, theme: Theme, times: LocalTime, tmp_path: Path
) -> None:
    day = date(2026, 12, 24)
    preferences = Preferences()
    preferences.change(
        name="Nadia",
        zone="America/New_York",
        country="PT",
        default_minutes=30,
        marks_off=["todo"],
        theme="dark",
        daily_backups=False,
        backup_folder=str(tmp_path),
        holidays=(Holiday(day, day, "Christmas Eve"),),
    )
    dialog = SettingsDialog(theme, preferences, times)
    qtbot.addWidget(dialog)
    assert _line(dialog, "Name").text() == "Nadia"
    assert _line(dialog, "Time zone").text() == "America/New York"
    assert _line(dialog, "Country").text() == "Portugal"
    assert not _button(dialog, "To do").isChecked()
    assert _button(dialog, "Theme: Dark").isChecked()
    assert not _button(dialog, "Make a backup every day").isChecked()
    assert _line(dialog, "Folder for backups").text() == str(tmp_path)
    assert dialog.days.rows[0].value() == Holiday(day, day, "Christmas Eve")
    dialog.done(0)


def test_every_letter_after_alt_leads_to_one_place(dialog: SettingsDialog) -> None:
    _button(dialog, "Add days off").click()
    texts = [
        widget.text()
        for widget in dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton)
    ]
    letters = [found[1].lower() for text in texts if (found := re.search(r"&(\w)", text))]
    assert len(letters) >= 15
    assert sorted(letters) == sorted(set(letters))
    titles = [label for label in dialog.findChildren(QLabel) if "&" in label.text()]
    assert all(title.buddy() is not None for title in titles)


def test_tab_goes_through_everything_and_scrolls_to_it(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    _button(dialog, "Add days off").click()
    dialog.resize(500, 340)
    (scroll,) = dialog.findChildren(QScrollArea)
    qtbot.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    reached: list[str] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        if scroll.isAncestorOf(focused):
            middle = focused.mapTo(scroll.viewport(), focused.rect().center())
            assert scroll.viewport().rect().contains(middle), reached[-1]
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert "" not in reached
    order = ["Name", "City", "Time zone", "Country", "Minutes of a new conversation", "Insight"]
    order += ["To do", "First day off, 1", "Last day off, 1", "What for, 1", "Add days off"]
    order += ["Make a backup every day", "Folder for backups", "Choose…", "Close"]
    assert [name for name in reached[: len(set(reached))] if name in order] == order


def test_the_wheel_scrolls_the_page_and_changes_nothing(
    dialog: SettingsDialog, preferences: Preferences
) -> None:
    _button(dialog, "Add days off").click()
    before = preferences.current
    names = ("Minutes of a new conversation", "Time zone", "Country", "First day off, 1")
    for name in names:
        part = _part(dialog, name)
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(part.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(part, event)
        assert not event.isAccepted()
    assert preferences.current == before


@pytest.mark.parametrize("height", [300, 460, 640])
def test_it_opens_at_its_top_with_the_keyboard_in_the_first_field(
    qtbot: QtBot, dialog: SettingsDialog, height: int
) -> None:
    (scroll,) = dialog.findChildren(QScrollArea)
    bar = scroll.verticalScrollBar()
    dialog.resize(560, height)
    bar.setValue(bar.maximum())
    dialog.undo.setEnabled(True)
    dialog.undo.click()
    assert (bar.value(), QApplication.focusWidget()) == (0, _part(dialog, "Name"))

    bar.setValue(bar.maximum())
    dialog.reject()
    dialog.open()
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert dialog.focusWidget() is _part(dialog, "Name")


def test_it_fits_a_small_screen_and_long_words(
    qtbot: QtBot, theme: Theme, times: LocalTime
) -> None:
    preferences = Preferences()
    day = date(2026, 12, 24)
    preferences.change(backup_folder="/home/" + "very-long/" * 30)
    preferences.change(name="W" * 300, city="Ł" * 300, holidays=(Holiday(day, day, "M" * 200),))
    times.locale = QLocale("de_DE")
    dialog = SettingsDialog(theme, preferences, times)
    qtbot.addWidget(dialog)
    dialog.resize(500, 340)
    dialog.show()
    (scroll,) = dialog.findChildren(QScrollArea)
    assert (dialog.width(), dialog.height()) == (500, 340)
    assert scroll.horizontalScrollBar().maximum() == 0
    dialog.done(0)


def _calendar(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    return path


def test_calendars_are_added_named_coloured_switched_and_removed(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences, tmp_path: Path
) -> None:
    home = _calendar(tmp_path, "Home & <b>.ics")

    dialog.calendars.add_files([str(home), str(home)])
    (row,) = dialog.calendars.rows
    assert preferences.current.calendars == (CalendarShown(str(home)),)
    row.name.setText("")
    qtbot.keyClicks(row.name, "Family")
    row.tone.setCurrentIndex(TONES.index("vio"))
    row.tone.activated.emit(TONES.index("vio"))
    row.on.click()

    wanted = CalendarShown(str(home), "Family", "vio", on=False)
    assert preferences.current.calendars == (wanted,)
    preferences.flush()
    assert SettingsFile(tmp_path / FILE_NAME).load().settings.calendars == (wanted,)

    row.remove.click()
    assert preferences.current.calendars == ()
    assert dialog.calendars.rows == []


def test_a_calendar_without_a_name_shows_what_it_calls_itself(
    dialog: SettingsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "basic.ics"
    lines = ("BEGIN:VCALENDAR", "X-WR-CALNAME:Nadia & <b>family</b>", "END:VCALENDAR", "")
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")
    dialog.calendars.add_files([str(path)])
    (row,) = dialog.calendars.rows
    assert row.name.text() == ""
    assert row.name.placeholderText() == "Nadia & <b>family</b>"
    assert row.on.accessibleName() == "Show Nadia & <b>family</b>"


def test_calendars_beside_the_sample_are_said_to_be_held_apart(
    qtbot: QtBot, theme: Theme, preferences: Preferences, times: LocalTime
) -> None:
    def notes() -> str:
        made = SettingsDialog(theme, preferences, times)
        qtbot.addWidget(made)
        return " ".join(label.text() for label in made.calendars.findChildren(QLabel))

    assert "your own data" not in notes()
    preferences.hold_apart(["calendars"])
    assert "Yours are shown with your own data" in notes()


def test_what_is_no_calendar_is_said_and_not_added(
    dialog: SettingsDialog, preferences: Preferences, tmp_path: Path
) -> None:
    other = tmp_path / "people.csv"
    other.write_text("Name\n", encoding="utf-8")

    dialog.calendars.add_files([str(other), str(tmp_path / "none.ics")])

    assert preferences.current.calendars == ()
    assert "people.csv" in dialog.calendars.problem.text()
    assert "none.ics" in dialog.calendars.problem.text()


def test_undo_changes_brings_the_calendars_back(
    dialog: SettingsDialog, preferences: Preferences, tmp_path: Path
) -> None:
    dialog.calendars.add_files([str(_calendar(tmp_path, "x.ics"))])
    dialog.undo.click()

    assert preferences.current.calendars == ()
    assert dialog.calendars.rows == []


def test_an_own_address_is_judged_when_it_is_whole(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    line = _part(dialog, "Your own e-mail")
    qtbot.keyClicks(line, "jo@")
    assert preferences.current.email == ""
    assert all(not field.problem.text() for field in dialog.fields)
    qtbot.keyClicks(line, "example.org")
    dialog.accept()

    assert preferences.current.email == "jo@example.org"


def test_the_dictionary_is_chosen_from_those_installed_and_undone(
    qtbot: QtBot, theme: Theme, preferences: Preferences, times: LocalTime
) -> None:
    made = SettingsDialog(theme, preferences, times, dictionaries=("de_DE", "en_GB"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    choice = _part(made, "Dictionary for letters")
    assert isinstance(choice, QComboBox)
    rows = [choice.itemText(row) for row in range(choice.count())]
    assert rows[0] == choice.currentText() == FITTING
    assert rows[2:] == ["English (United Kingdom)", "German (Germany)"]
    choice.setCurrentText("german (germany)")
    assert preferences.current.spelling == "de_DE"
    choice.setCurrentText(rows[1])
    assert preferences.current.spelling == NO_SPELLING
    choice.setFocus()
    choice.setCurrentText("Klingon")
    QTest.keyClick(choice, Qt.Key.Key_Tab)
    assert preferences.current.spelling == NO_SPELLING
    assert "Choose one from the list" in choice.accessibleDescription()
    made.undo.click()
    assert preferences.current.spelling == ""
    assert choice.currentText() == FITTING
    made.reject()


def test_without_dictionaries_the_settings_say_what_to_install(dialog: SettingsDialog) -> None:
    assert any(one.text() == MISSING for one in dialog.findChildren(QLabel))
    choice = _part(dialog, "Dictionary for letters")
    assert isinstance(choice, QComboBox)
    assert choice.count() == 2


@pytest.mark.parametrize("zone", ["America/New_York", "America/Argentina/Buenos_Aires"])
def test_the_zone_of_the_computer_is_read_in_full(
    qtbot: QtBot, theme: Theme, preferences: Preferences, times: LocalTime,
    monkeypatch: pytest.MonkeyPatch, zone: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("infoview_gui.panes.dialogs.settings_dialog.system_zone", lambda: zone)
    made = SettingsDialog(theme, preferences, times)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()

    line = _line(made, "Time zone")

    assert line.text().startswith("As the computer: ")
    assert line.text().endswith(zone.rpartition("/")[2].replace("_", " "))
    assert line.fontMetrics().horizontalAdvance(line.text()) + 4 <= line.width()
    made.reject()
