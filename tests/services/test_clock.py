"""The program's clock: set by nobody while a talk runs, and staged from outside for tests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.services import clock as clocks
from infoview_gui.services.clock import STAGE, ProgramClock, program_clock, waiting_ms

NOW = 1_795_442_400_000


class Computer:
    """A computer whose wall clock can be set; time goes by for both of its clocks."""

    def __init__(self) -> None:
        self.wall = NOW
        self.steady = 5_000

    def pass_(self, span: int) -> None:
        self.wall += span
        self.steady += span

    def clock(self) -> ProgramClock:
        return ProgramClock(lambda: self.wall, lambda: self.steady)


def test_without_a_talk_it_goes_by_the_wall_clock() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.wall -= 3_600_000
    assert clock() == NOW - 3_600_000


@given(st.lists(st.tuples(st.integers(0, 600_000), st.integers(-(10**8), 10**8)), max_size=20))
def test_while_a_talk_runs_only_time_that_passes_counts(steps: list[tuple[int, int]]) -> None:
    computer = Computer()
    clock = computer.clock()
    clock.hold(0)
    for passes, is_set_by in steps:
        computer.pass_(passes)
        computer.wall += is_set_by
        clock.hold(clock())  # again and again, as often as something is read
    assert clock() == NOW + sum(passes for passes, _ in steps)
    clock.release()
    assert clock() == computer.wall


def test_set_back_while_it_was_closed_it_goes_on_from_what_is_known() -> None:
    computer = Computer()
    computer.wall -= 3_600_000
    clock = computer.clock()
    clock.hold(NOW)
    computer.pass_(1_000)
    assert clock() == NOW + 1_000


def test_the_steady_clock_goes_on() -> None:
    before = clocks.steady_ms()
    assert clocks.steady_ms() >= before
    assert abs(program_clock()() - clocks.wall_ms()) < 60_000


def test_a_test_sets_it_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    real = 1_900_000_000_000
    monkeypatch.setattr(clocks, "wall_ms", lambda: real + 2_000)
    monkeypatch.setattr(clocks, "steady_ms", lambda: 70_000)
    monkeypatch.setenv(STAGE, f"{NOW}@30@{real}")
    clock = program_clock()
    assert clock() == NOW + 60_000
    clock.hold(0)
    monkeypatch.setattr(clocks, "steady_ms", lambda: 71_000)
    assert clock() == NOW + 90_000
    assert waiting_ms(clock, 1_000) == 34  # a second of the program
    assert waiting_ms(clock, 30) == clocks.LEAST_WAIT_MS


@pytest.mark.parametrize("garbage", ["", "now", "1@2", "1@0@3", "-1@2@3", "1@2@3@4", "1@nan@3"])
def test_garbage_outside_is_as_if_it_were_not_there(
    monkeypatch: pytest.MonkeyPatch, garbage: str
) -> None:
    monkeypatch.setenv(STAGE, garbage)
    assert abs(program_clock()() - clocks.wall_ms()) < 60_000
    assert program_clock().rate == 1


def test_a_timer_waits_as_long_as_it_takes() -> None:
    assert waiting_ms(program_clock(), 1_000) == 1_000
    assert waiting_ms(lambda: 0, -5) == 1
