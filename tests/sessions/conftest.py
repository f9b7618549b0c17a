"""A program without its main function: sessions that open and close in one process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.preferences import Preferences
from infoview_gui.paths import Paths, find_paths
from infoview_gui.services.bundle import make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.sessions.faults import Faults
from infoview_gui.sessions.switching import Sessions
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.window import MainWindow
from tests.panes.conftest import theme

__all__ = ["theme"]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = find_paths(tmp_path / "data")
    paths.make_folders()
    return paths


@pytest.fixture
def amara(paths: Paths) -> int:
    """A person with a conversation in the own data; the conversation's id."""
    store = Store(paths.database)
    services = make_services(store)
    person = services.people.add(PersonDraft(name="Amara Okafor"))
    talk = services.conversations.schedule(ConversationDraft(people=(person,)))
    store.close()
    return talk


@pytest.fixture
def faults(qapp: QApplication, paths: Paths) -> Iterator[Faults]:
    """Not installed: pytest has its own hooks."""
    made = Faults(paths.log, qapp)
    yield made
    made.watch(None, None)
    made.close_log()
    made.deleteLater()


@pytest.fixture
def preferences(qapp: QApplication) -> Iterator[Preferences]:
    made = Preferences(parent=qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def sessions(
    qapp: QApplication,
    paths: Paths,
    theme: Theme,
    preferences: Preferences,
    faults: Faults,
    qtbot: QtBot,
) -> Iterator[Sessions]:
    made = Sessions(qapp, paths, theme, preferences, faults)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents()
    qapp.setQuitOnLastWindowClosed(True)


def shown() -> MainWindow:
    """The one window that is open."""
    (window,) = (
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, MainWindow) and widget.isVisible()
    )
    return window
