"""The settings while the program runs: told once, written soon, followed by look and times."""

import stat
import tomllib
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.settings_file import FILE_NAME, SettingsFile
from infoview_gui.settings import CalendarShown, Settings
from infoview_gui.theme import Scheme, Theme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


def _opened(path: Path) -> Preferences:
    file = SettingsFile(path)
    return Preferences(file, file.load())


def test_a_change_is_told_at_once_and_on_disk_soon(qtbot: QtBot, path: Path) -> None:
    preferences = _opened(path)
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.change(name="Nadia", default_minutes=30, theme="system")
    assert told.args == [frozenset({"name", "default_minutes"})]
    assert preferences.current == Settings(name="Nadia", default_minutes=30)

    qtbot.waitUntil(path.exists)
    assert _opened(path).current == preferences.current


def test_the_same_again_is_no_change(qtbot: QtBot, path: Path) -> None:
    preferences = _opened(path)
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(name="", theme="system")
    preferences.flush()
    assert not path.exists()


def test_all_of_a_change_holds_or_nothing(path: Path) -> None:
    preferences = _opened(path)
    with pytest.raises(ValueError, match="5 to 180"):
        preferences.change(name="Nadia", default_minutes=500)
    assert preferences.current == Settings()


def test_a_damaged_file_is_set_aside_and_spoken_of_in_plain_words(path: Path) -> None:
    path.write_text("theme is dark", encoding="utf-8")
    preferences = _opened(path)
    assert path.exists()  # reading changes nothing

    words = preferences.complaint()

    assert str(path.with_name("settings.toml.bad")) in words
    assert "not touched" in words
    assert preferences.current == Settings()
    preferences.change(theme="dark")
    preferences.flush()
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"theme": "dark"}
    assert path.with_name("settings.toml.bad").read_text(encoding="utf-8") == "theme is dark"


def test_a_value_without_sense_is_named_and_stays_until_it_is_chosen_anew(path: Path) -> None:
    path.write_text('name = "Nadia"\ndefault_minutes = 7000\n', encoding="utf-8")
    preferences = _opened(path)
    assert preferences.current == Settings(name="Nadia")
    words = preferences.complaint()
    assert "default_minutes" in words
    assert "5 to 180" in words

    preferences.change(name="Nadja")
    preferences.flush()
    assert "7000" in path.read_text(encoding="utf-8")
    preferences.change(default_minutes=15)
    preferences.flush()
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"name": "Nadja"}


def test_all_well_is_nothing_to_say(path: Path) -> None:
    assert _opened(path).complaint() == ""
    assert Preferences().complaint() == ""


def test_where_it_cannot_be_written_it_holds_all_the_same_and_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "there" / FILE_NAME
    path.parent.write_text("a file, not a folder", encoding="utf-8")
    preferences = Preferences(SettingsFile(path))
    preferences.change(name="Nadia")
    with qtbot.waitSignal(preferences.said) as said:
        preferences.flush()
    assert "until you quit" in said.args[0]
    assert preferences.current.name == "Nadia"

    path.parent.unlink()
    preferences.change(city="Porto")
    preferences.flush()
    assert _opened(path).current == Settings(name="Nadia", city="Porto")
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_look_follows(theme: Theme, path: Path) -> None:
    preferences = _opened(path)
    preferences.change(theme="dark")
    preferences.lead_theme(theme)
    assert theme.dark
    preferences.change(theme="light")
    assert (theme.dark, theme.scheme) == (False, Scheme.LIGHT)
    preferences.flush()


def test_the_times_follow(qtbot: QtBot, times: LocalTime) -> None:
    preferences = Preferences()
    preferences.change(zone="Asia/Tokyo")
    preferences.lead_times(times)
    at = times.moment(datetime(2026, 11, 24, 10, 0))  # noqa: DTZ001 - a wall time
    assert times.time_text(at) == "10:00"
    with qtbot.waitSignal(times.changed):
        preferences.change(zone="Europe/Lisbon")
    assert times.time_text(at) == "01:00"
    with qtbot.assertNotEmitted(times.changed):
        preferences.change(name="Nadia", zone="Europe/Lisbon")
    preferences.flush()


def test_what_others_ask_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = _opened(path)
    usual = path.parent / "backups"
    assert preferences.marks == frozenset(MarkKind)
    assert preferences.backup_folder(usual) == usual
    before = QLocale()
    QLocale.setDefault(QLocale("pt_BR"))
    try:
        assert preferences.country() == "BR"
    finally:
        QLocale.setDefault(before)

    preferences.change(marks_off=["todo"], backup_folder=str(path.parent), country="PT")
    assert preferences.marks == frozenset(MarkKind) - {MarkKind.TODO}
    assert preferences.backup_folder(usual) == path.parent
    assert preferences.country() == "PT"
    preferences.flush()


def test_what_is_held_apart_begins_anew_is_never_written_and_comes_back(path: Path) -> None:
    preferences = Preferences(SettingsFile(path))
    own = (CalendarShown("/home/me/private.ics"),)
    preferences.change(calendars=own, default_minutes=20)

    preferences.hold_apart(["calendars"])

    assert preferences.current.calendars == ()
    assert preferences.held_apart == {"calendars"}
    preferences.change(calendars=(CalendarShown("/home/me/tried.ics"),), default_minutes=25)
    preferences.flush()
    assert SettingsFile(path).load().settings.calendars == own
    assert SettingsFile(path).load().settings.default_minutes == 25

    names: list[frozenset[str]] = []
    preferences.changed.connect(names.append)
    preferences.hold_apart([])

    assert preferences.current.calendars == own
    assert names == [frozenset({"calendars"})]
    preferences.change(calendars=())
    preferences.flush()
    assert SettingsFile(path).load().settings.calendars == ()
