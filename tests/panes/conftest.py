"""What every pane is built from: a real store in a folder of its own and a clock that tests set."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.theme.theme import Scheme
from tests.panes.interviews_desk import Desk
from tests.panes.settable_clock import SettableClock

ZONE = "Europe/Berlin"
# Tuesday, 24 November 2026, 10:00 in Berlin: the week of the pictures.
START = round(datetime(2026, 11, 24, 9, 0, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(START)


@pytest.fixture
def feed(qapp: QApplication) -> Iterator[ChangeFeed]:
    feed = ChangeFeed(qapp)
    yield feed
    feed.setParent(None)
    feed.deleteLater()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the store lies; close it and open another there, as a restart does."""
    return tmp_path / "infoview.db"


@pytest.fixture
def store(database: Path, feed: ChangeFeed) -> Iterator[Store]:
    """An open store whose notices arrive in ``feed``, as queued events: wait for them."""
    store = Store(database, deliver=feed.deliver)
    store.subscribe(feed.announce)
    yield store
    store.close()


@pytest.fixture
def services(store: Store, clock: SettableClock) -> Services:
    return make_services(store, clock)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, scheme=Scheme.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def times(clock: SettableClock) -> LocalTime:
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return LocalTime(clock, ZONE, locale)


@pytest.fixture
def desk(
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    clock: SettableClock,
    qtbot: QtBot,
) -> Iterator[Desk]:
    """People, conversations, an Interviews pane and the clock that is shared."""
    made = Desk(theme, services, feed, times, clock, qtbot)
    yield made
    made.release()
