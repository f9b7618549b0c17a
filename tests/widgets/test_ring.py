from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.ring import LARGE, SMALL, Ring
from tests.theme.look import dressed, shows


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


def test_a_ring_tells_its_state_in_words(theme: Theme, qtbot: QtBot) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.show_state(0.5, "amb", "2:39", "left of 15", "Begin to close, 3 minutes left")
    assert ring.accessibleName() == "Countdown"
    assert ring.accessibleDescription() == "Begin to close, 3 minutes left"


def test_a_screen_reader_hears_of_minutes_and_not_of_seconds(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    said: list[str] = []
    monkeypatch.setattr(ring, "setAccessibleDescription", _noting(ring, said))
    for second in range(59, -1, -1):
        ring.show_state(0.5, "acc", f"2:{second:02}", "left of 15", "Calm, 3 minutes left")
    ring.show_state(0.5, "acc", "1:59", "left of 15", "Calm, 2 minutes left")
    assert said == ["Calm, 3 minutes left", "Calm, 2 minutes left"]


def _noting(ring: Ring, said: list[str]) -> Callable[[str], None]:
    def describe(words: str) -> None:
        said.append(words)
        QWidget.setAccessibleDescription(ring, words)

    return describe


@pytest.mark.parametrize(("given", "shown"), [(-1.0, 0.0), (0.25, 0.25), (7.0, 1.0)])
def test_a_fraction_is_cut_to_the_ring(
    theme: Theme, qtbot: QtBot, given: float, shown: float
) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.show_state(given, "acc", "1:00", "")
    assert ring.fraction == shown


@pytest.mark.parametrize("diameter", [LARGE, SMALL])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_arc_runs_clockwise_from_the_top(
    theme: Theme, qtbot: QtBot, diameter: int, scheme: Scheme
) -> None:
    ring = Ring(theme, diameter)
    qtbot.addWidget(ring)
    theme.set_scheme(scheme)
    ring.show_state(0.5, "blu", "", "")
    image = ring.grab().toImage()
    middle, edge = diameter // 2, 4
    assert image.pixelColor(diameter - 1 - edge, middle) == theme.colour("blue")
    assert image.pixelColor(edge, middle) == theme.colour("sunken")


def test_nothing_left_draws_no_arc(theme: Theme, qtbot: QtBot) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.show_state(0.0, "blu", "0:00", "")
    assert not shows(ring, theme.colour("blue"))
