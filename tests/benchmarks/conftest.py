"""What the benchmarks share: databases made once, a clock that runs, and peers taken in turns."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks import population, table
from tests.panes import conftest as panes

feed, store, services, theme, times, desk = (
    panes.feed, panes.store, panes.services, panes.theme, panes.times, panes.desk,
)  # fmt: skip
Databases = Callable[[int], Path]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the one table."""
    if table.ROWS:
        terminalreporter.section("ours beside others")
        for line in table.lines():
            terminalreporter.write_line(line)


class RunningClock:
    """The system's clock, with the face of the tests' own."""

    @property
    def now(self) -> int:
        """The moment in ms since 1970 UTC."""
        return time.time_ns() // 1_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> RunningClock:
    return RunningClock()


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Return the database of so many people, made when first wanted; not to be written to."""
    root = Path(os.environ.get("INFOVIEW_BENCH_DATA") or tmp_path_factory.mktemp("population"))

    def made(count: int) -> Path:
        path = root / str(count) / "infoview.db"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            population.make(path, count)
        return path

    yield made
    if "INFOVIEW_BENCH_DATA" not in os.environ:
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def people() -> int:
    """How many people the store of the test has; parametrize it."""
    return 0


@pytest.fixture
def database(tmp_path: Path, databases: Databases, people: int) -> Path:
    """A copy of a big database, in the place of the tests' own empty one."""
    if not people:
        return tmp_path / "infoview.db"
    return population.copied(databases(people), tmp_path)


Turns = Callable[..., tuple[list[float], list[float]]]


@pytest.fixture
def in_turns(benchmark: BenchmarkFixture) -> Turns:
    """Measure ours and the peer alternately: what disturbs the machine disturbs both.

    Each is called and may return its own ms; else the call itself is timed.
    """

    def measure(
        ours: Callable[[], float | None], peer: Callable[[], float | None], rounds: int = 5
    ) -> tuple[list[float], list[float]]:
        mine: list[float] = []
        theirs: list[float] = []
        benchmark.pedantic(
            lambda: mine.append(ms_of(ours)),
            setup=lambda: theirs.append(ms_of(peer)),
            rounds=rounds,
        )
        return mine, theirs

    return measure


@pytest.fixture
def alone(benchmark: BenchmarkFixture) -> Callable[..., list[float]]:
    """Measure what has a limit but no peer."""

    def measure(ours: Callable[[], float | None], rounds: int = 1) -> list[float]:
        mine: list[float] = []
        benchmark.pedantic(lambda: mine.append(ms_of(ours)), rounds=rounds)
        return mine

    return measure


def ms_of(work: Callable[[], float | None]) -> float:
    """Return the ms that a call says it took, or else how long it was."""
    begun = time.perf_counter_ns()
    told = work()
    return (time.perf_counter_ns() - begun) / 1e6 if told is None else told
