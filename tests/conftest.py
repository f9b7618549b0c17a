"""What holds for every test.

Qt draws off the screen unless told otherwise. Home and the XDG folders are the test's own. A test
that leaves threads, running timers or windows behind fails, and so does one during which anything
was logged as a warning or worse; one that expects such a line asks for `logged_warnings`, checks
it and clears the list.
"""

import logging
import os
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What is misspelt must not depend on the machine: tests of spelling bring a dictionary.
os.environ["PYENCHANT_LIBRARY_PATH"] = "/no/such/library"

import pytest  # after the platform is set: pytest-qt reads it

from infoview_gui.practice import guard
from tests import leaks

_FAILED = pytest.StashKey[bool]()
_QT_FIXTURES = frozenset({"qapp", "qtbot", "qtmodeltester"})


def pytest_configure() -> None:
    leaks.watch()
    guard.prepare()  # otherwise it learns beside whichever test writes first


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Home and the XDG folders of this test alone; nothing of the user's is read or written."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def logged_warnings() -> Iterator[list[logging.LogRecord]]:
    """What was logged at WARNING or above; whatever is left in it at the end fails the test."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield collector.records
    root.removeHandler(collector)
    left = [f"{one.levelname} {one.name}: {one.getMessage()}" for one in collector.records]
    assert not left, "logged, but not expected:\n" + "\n".join(left)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Threads, timers and windows end with the test. A failed test is not asked about them."""
    uses_qt = bool(_QT_FIXTURES.intersection(request.fixturenames))
    threads = set(threading.enumerate())
    windows = leaks.windows() if uses_qt else set()
    yield
    if request.node.stash.get(_FAILED, False):
        leaks.forget()
        return
    left = leaks.threads(threads) + (leaks.in_qt(windows) if uses_qt else [])
    leaks.forget()
    assert not left, "left behind: " + ", ".join(left)
