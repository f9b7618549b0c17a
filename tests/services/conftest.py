from collections.abc import Iterator
from pathlib import Path

import pytest

from infoview_gui.services.bundle import Services, make_services
from infoview_gui.store.store import Store

MONDAY_2PM = 1_795_442_400_000  # 23 November 2026, 14:00 UTC
MINUTE = 60_000


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = MONDAY_2PM

    def __call__(self) -> int:
        return self.now

    def forward(self, minutes: float) -> None:
        self.now += round(minutes * MINUTE)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    store = Store(tmp_path / "data" / "infoview.db")
    yield make_services(store, clock)
    store.close()
