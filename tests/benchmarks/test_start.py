"""From the start of the process to the first picture, and the memory it then holds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks import population, started, table
from tests.benchmarks.conftest import Databases, Turns

Environment = dict[str, str]
_STATE = '{"version": 1, "pane": "people"}'


@pytest.fixture(scope="module")
def environment() -> Iterator[Environment]:
    with started.screen() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path, databases: Databases) -> Callable[[int], Path]:
    """A data folder with so many people whose window was left in the People pane."""

    def made(count: int) -> Path:
        data = tmp_path / f"of-{count}"
        if not data.exists():
            population.copied(databases(count), data)
            (data / "window.json").write_text(_STATE)
        return data

    return made


def test_start_beside_a_bare_window(
    in_turns: Turns, environment: Environment, folder: Callable[[int], Path]
) -> None:
    data = folder(10_000)
    started.our_window(environment, data)  # modules are compiled, files are in the cache
    ours: list[started.Start] = []
    bare: list[started.Start] = []

    def start() -> float:
        ours.append(started.our_window(environment, data))
        return ours[-1].painted_ms

    def open_bare() -> float:
        bare.append(started.bare_window(environment))
        return bare[-1].painted_ms

    mine, theirs = in_turns(start, open_bare, 7)
    table.add_ratio(
        "start to the painted list, 10,000 people",
        table.median(mine), table.median(theirs), "bare window", 1.5,
    )  # fmt: skip
    held = table.median([one.memory for one in ours])
    empty = table.median([one.memory for one in bare])
    table.add_ratio("memory after start (RSS)", held, empty, "bare window", 1.5, "MiB")
    assert held > 0


def test_start_with_many_people(
    in_turns: Turns, environment: Environment, folder: Callable[[int], Path]
) -> None:
    many, few = folder(1_000_000), folder(1_000)
    started.our_window(environment, many)
    mine, theirs = in_turns(
        lambda: started.our_window(environment, many).painted_ms,
        lambda: started.our_window(environment, few).painted_ms,
    )
    table.add_ratio(
        "start, 1,000,000 people", table.median(mine), table.median(theirs), "1,000 people", 1.05
    )
    assert mine


def test_memory_after_scrolling(
    in_turns: Turns, environment: Environment, folder: Callable[[int], Path]
) -> None:
    held: list[float] = []
    bare: list[float] = []
    in_turns(
        lambda: held.append(started.our_window(environment, folder(1_000_000), "scroll").scrolled),
        lambda: bare.append(started.bare_window(environment).memory),
        2,
    )
    table.add_ratio(
        "memory after scrolling through 1,000,000",
        table.median(held), table.median(bare), "bare window", 1.8, "MiB",
    )  # fmt: skip
    assert held[0] > 0


def test_growth_of_a_start(
    in_turns: Turns, environment: Environment, folder: Callable[[int], Path]
) -> None:
    sizes = (1_000, 10_000, 100_000)
    seen: dict[int, list[started.Start]] = {size: [] for size in sizes}

    def all_sizes() -> None:
        for size in sizes:
            seen[size].append(started.our_window(environment, folder(size)))

    in_turns(all_sizes, lambda: None, 5)
    times = {size: table.median([one.painted_ms for one in seen[size]]) for size in sizes}
    memory = {size: table.median([one.memory for one in seen[size]]) for size in sizes}
    table.add_growth(
        "start with 1k · 10k · 100k people", [f"{times[size]:.0f} ms" for size in sizes]
    )
    table.add_growth(
        "memory with 1k · 10k · 100k people", [f"{memory[size]:.0f} MiB" for size in sizes]
    )
    table.add_ratio("start, 100,000 people", times[100_000], times[1_000], "1,000 people", 1.15)
    table.add_ratio(
        "memory, 100,000 people", memory[100_000], memory[1_000], "1,000 people", 1.15, "MiB"
    )
    assert times[1_000] > 0
