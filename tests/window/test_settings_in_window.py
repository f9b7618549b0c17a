"""What is set reaches every part of the window while it is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import CALENDAR, INTERVIEWS, PEOPLE, TODAY, Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.services.settings_file import FILE_NAME, SettingsFile
from infoview_gui.theme import Scheme, Theme
from infoview_gui.window import MainWindow
from infoview_gui.window.state import WindowState
from tests import looking
from tests.panes.settable_clock import SettableClock
from tests.window.house import fill


@pytest.fixture
def preferences(tmp_path: Path, theme: Theme, times: LocalTime) -> Iterator[Preferences]:
    made = Preferences(SettingsFile(tmp_path / FILE_NAME))
    made.change(theme="light", zone=times.zone_name)
    made.lead_theme(theme)
    made.lead_times(times)
    yield made
    theme.set_scheme(Scheme.LIGHT)


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    clock: SettableClock,
    preferences: Preferences,
    tmp_path: Path,
) -> Iterator[MainWindow]:
    fill(services, clock)
    state = WindowState(tmp_path / "window.json")
    made = MainWindow(theme, services, feed, times, state, preferences)
    made.resize(1360, 860)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: len(made.findChildren(QAction)) > 40)
    yield made
    made.close()
    made.deleteLater()
    looking.settle()


def _action(window: MainWindow, text: str) -> QAction:
    return next(
        action
        for action in window.findChildren(QAction)
        if action.text().replace("&", "").startswith(text)
    )


def _dialog() -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def _words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel))


def test_ctrl_comma_opens_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = _dialog()
    assert dialog.windowTitle() == "Settings"
    dialog.reject()


def test_the_menu_chooses_the_theme_and_keeps_it(
    window: MainWindow, theme: Theme, preferences: Preferences, tmp_path: Path
) -> None:
    for text, scheme in (("Dark", Scheme.DARK), ("Light", Scheme.LIGHT), ("Dark", Scheme.DARK)):
        _action(window, text).trigger()
        assert theme.scheme is scheme
        ticked = [a.text() for a in window.findChildren(QAction) if a.isChecked()]
        assert [word.replace("&", "") for word in ticked if "&" in word][-1:] == [text]
    window.leave()
    assert SettingsFile(tmp_path / FILE_NAME).load().settings.theme == "dark"

    preferences.change(theme="system")
    assert _action(window, "As the system").isChecked()
    assert not _action(window, "Dark").isChecked()


def test_an_open_menu_changes_its_colours_too(
    qtbot: QtBot, window: MainWindow, preferences: Preferences
) -> None:
    menu = next(m for m in window.menuBar().findChildren(QMenu) if "View" in m.title())
    menu.popup(window.mapToGlobal(window.rect().center()))
    light = menu.grab().toImage().pixelColor(8, menu.height() - 8)
    preferences.change(theme="dark")
    dark = menu.grab().toImage().pixelColor(8, menu.height() - 8)
    assert (light.lightness() > 200, dark.lightness() < 80) == (True, True)
    menu.close()


@pytest.mark.parametrize("pane", [TODAY, PEOPLE, CALENDAR, INTERVIEWS])
def test_another_zone_is_shown_in_every_pane(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, pane: str
) -> None:
    window.show_place(Place(pane))
    looking.settle()
    before = window.grab().toImage()
    preferences.change(zone="Asia/Tokyo")
    looking.settle()
    assert window.grab().toImage() != before
    if pane == CALENDAR:
        assert "Tokyo time" in _words(window)
    if pane == TODAY:
        assert "16:00" in _words(window)  # 08:00 in Berlin: the talk that was not started


@pytest.mark.parametrize("pane", [TODAY, CALENDAR])
def test_a_new_conversation_takes_the_minutes_that_are_set(
    window: MainWindow, preferences: Preferences, pane: str
) -> None:
    window.show_place(Place(pane))
    preferences.change(default_minutes=35)
    _action(window, "New conversation").trigger()
    dialog = _dialog()
    (minutes,) = (
        field for field in dialog.findChildren(QSpinBox) if field.accessibleName() == "Minutes"
    )
    assert minutes.value() == 35
    dialog.reject()


def test_the_calendar_proposes_them_too(
    qtbot: QtBot, window: MainWindow, preferences: Preferences
) -> None:
    window.show_place(Place(CALENDAR))
    preferences.change(default_minutes=50)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Insert)
    dialog = _dialog()
    (minutes,) = (
        field for field in dialog.findChildren(QSpinBox) if field.accessibleName() == "Minutes"
    )
    assert minutes.value() == 50
    dialog.reject()


def test_what_cannot_be_written_is_said_in_the_window(
    window: MainWindow, preferences: Preferences, tmp_path: Path
) -> None:
    (tmp_path / FILE_NAME).unlink(missing_ok=True)
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "elsewhere.toml")
    preferences.change(name="Nadia")
    preferences.flush()
    assert "until you quit" in _words(window)
    (tmp_path / FILE_NAME).unlink()
