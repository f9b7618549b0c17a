"""The window is built from the same parts as a pane."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from infoview_gui.window import MainWindow
from infoview_gui.window.state import WindowState
from tests import looking
from tests.panes.conftest import clock, database, feed, services, store, theme, times
from tests.panes.settable_clock import SettableClock
from tests.window.house import House, fill

__all__ = ["clock", "database", "feed", "services", "store", "theme", "times"]

Open = Callable[..., tuple[MainWindow, House]]
"""Open a window on a database with something of everything."""


@pytest.fixture
def open_window(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    clock: SettableClock,
    tmp_path: Path,
) -> Iterator[Open]:
    made: list[MainWindow] = []

    def open_it(*, running: bool = False) -> tuple[MainWindow, House]:
        house = fill(services, clock, running=running)
        window = MainWindow(theme, services, feed, times, WindowState(tmp_path / "window.json"))
        made.append(window)
        window.resize(1360, 860)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        menus = window.menuBar().findChildren(QMenu)
        qtbot.waitUntil(lambda: all(menu.actions() for menu in menus))  # all panes are built
        return window, house

    yield open_it
    for window in made:
        window.close()
        window.deleteLater()
    looking.settle()
