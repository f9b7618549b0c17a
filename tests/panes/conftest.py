"""What every pane is built from: a real store in a folder of its own and a clock that tests set."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.theme.theme import Scheme

ZONE = "Europe/Berlin"
# Tuesday, 24 November 2026, 10:00 in Berlin: the week of the pictures.
START = round(datetime(2026, 11, 24, 9, 0, tzinfo=UTC).timestamp() * 1000)


class SettableClock:
    """Stands still until it is told; moments are ms since 1970 UTC."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        self.now += round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)


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
