from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme


@pytest.fixture
def preferences(services: Services) -> Iterator[Preferences]:
    made = Preferences()
    yield made
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
