"""The mini countdown from the main window: offered while a talk runs, remembered where it stood."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.window.mini_window import MiniWindow
from infoview_gui.window.state import WindowState
from tests.panes.interviews_desk import LEAST_SIZES
from tests.window.conftest import Open

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def test_not_offered_while_nothing_runs(open_window: Open, qtbot: QtBot) -> None:
    window, _house = open_window()
    assert not window._mini.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert window._mini.mini is None


def test_one_key_opens_and_closes_it_and_the_focus_stays(open_window: Open, qtbot: QtBot) -> None:
    window, _house = open_window(running=True)
    focus = QGuiApplication.focusObject()
    qtbot.keyClick(window, Qt.Key.Key_F12)
    mini = window._mini.mini
    assert mini is not None
    assert mini.isVisible()
    assert window._mini.isChecked()
    assert QGuiApplication.focusObject() is focus
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert not mini.isVisible()


def test_the_button_beside_the_clock_opens_and_closes_it(open_window: Open, qtbot: QtBot) -> None:
    window, house = open_window(running=True)
    window.show_place(Place(INTERVIEWS, house.running))
    pane = window.findChild(InterviewsPane)
    assert pane is not None
    pane.notes.editor.setFocus()
    qtbot.mouseClick(pane.clock.mini_button, Qt.MouseButton.LeftButton)
    mini = window._mini.mini
    assert mini is not None
    assert mini.isVisible()
    assert pane.notes.editor.hasFocus()
    qtbot.mouseClick(pane.clock.mini_button, Qt.MouseButton.LeftButton)
    assert not mini.isVisible()
    window._clock.end()
    assert not pane.clock.mini_button.isVisible()


def test_it_closes_at_the_end(open_window: Open) -> None:
    window, _house = open_window(running=True)
    window._mini.trigger()
    mini = window._mini.mini
    assert mini is not None
    mini.stop_button.click()
    assert not mini.isVisible()
    assert not window._mini.isEnabled()


def test_back_to_infoview(open_window: Open) -> None:
    window, _house = open_window(running=True)
    window._mini.trigger()
    mini = window._mini.mini
    assert mini is not None
    window.showMinimized()
    mini.expand_button.click()
    assert not window.isMinimized()
    assert not mini.isVisible()


def test_its_place_is_kept(open_window: Open, tmp_path: Path) -> None:
    window, _house = open_window(running=True)
    window._mini.trigger()
    mini = window._mini.mini
    assert mini is not None
    mini.move(120, 140)
    window.close()
    kept = WindowState(tmp_path / "window.json").load()["mini"]
    assert kept == {"corner": [120, 140], "told": False}
    again = MiniWindow(window, window._theme, window._clock)
    again.restore_state(kept)
    again.trigger()
    assert again.mini is not None
    assert again.mini.pos() == QPoint(120, 140)
    again.shut()


@pytest.mark.parametrize(
    "garbage", [None, [], {"corner": "x"}, {"corner": [1]}, {"corner": [10**30, 1]}]
)
def test_garbage_is_ignored(open_window: Open, garbage: object) -> None:
    window, _house = open_window()
    window._mini.restore_state(garbage)
    assert window._mini.save_state() == {"corner": [], "told": False}


def test_where_the_desktop_decides_it_is_said_once_and_for_all(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, _house = open_window(running=True)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    with qtbot.waitSignal(window._mini.said) as told:
        window._mini.trigger()
    assert "stays on top" in told.args[0]
    with qtbot.assertNotEmitted(window._mini.said):
        window._mini.trigger()
        window._mini.trigger()
    again = MiniWindow(window, window._theme, window._clock)
    again.restore_state(window._mini.save_state())
    with qtbot.assertNotEmitted(again.said):
        again.trigger()
    again.shut()
