"""Gives end-to-end tests a screen and a desktop, and says why where they cannot run.

With INFOVIEW_REQUIRE_E2E=1, as on CI, a test that is left out has failed.
"""

import functools
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.end_to_end.accessibility import Accessibility
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.screen import Screen, missing

_PACKAGES = "xvfb xauth xdotool dbus-x11 at-spi2-core python3-pyatspi openbox"
_HERE = Path(__file__).parent
_ARTEFACTS = pytest.StashKey[Path]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker("end_to_end")


def _are_required() -> bool:
    return os.environ.get("INFOVIEW_REQUIRE_E2E") == "1"


@functools.cache
def _reason() -> str:
    lacks = ", ".join(missing())
    return lacks and f"end-to-end tests need {lacks} (apt-get install {_PACKAGES})"


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("end_to_end") and _reason():
        pytest.skip(_reason())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return _judged(item, report)


def _judged(item: pytest.Item, report: pytest.TestReport) -> pytest.TestReport:
    if item.get_closest_marker("end_to_end") is None:
        return report
    if report.skipped and _are_required() and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"left out where it must run: {_reason() or report.longrepr}"
    desktop = getattr(item, "funcargs", {}).get("desktop")
    if report.failed and report.when == "call" and isinstance(desktop, Desktop):
        folder = item.config.stash[_ARTEFACTS] / item.name
        report.sections += list(desktop.evidence(folder).items())
    return report


@pytest.fixture(scope="session")
def screen(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Screen]:
    """One screen for the whole run."""
    pytestconfig.stash[_ARTEFACTS] = tmp_path_factory.getbasetemp() / "artefacts"
    screen = Screen(tmp_path_factory.mktemp("screen"))
    yield screen
    screen.close()


@pytest.fixture(scope="session")
def eyes(screen: Screen) -> Iterator[Accessibility]:
    """What reads the windows on the screen."""
    eyes = Accessibility(screen.environment)
    yield eyes
    eyes.close()


@pytest.fixture
def desktop(
    screen: Screen, eyes: Accessibility, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desktop]:
    """Where a test starts the program; ends it afterwards, whatever happened."""
    desktop = Desktop(screen, eyes, tmp_path_factory.mktemp("desktop"))
    yield desktop
    desktop.close()
