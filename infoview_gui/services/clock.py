"""What time it is: the one place of the program that asks the computer.

The wall clock says which moment it is, but it can be set, by the user or over the network. The
steady clock cannot: it counts on, also while the computer sleeps. The program goes by the wall
clock, and while a talk runs by the steady one, so that neither a clock that is set back nor one
that is set forward changes the time a person has left (PRODUCT.md, "The conversation"). Time zones
play no part: moments are ms since 1970 UTC.

For tests of the whole program only: ``INFOVIEW_CLOCK=<epoch_ms>@<rate>@<real_start_ms>`` lets the
program believe that it was ``epoch_ms`` when it really was ``real_start_ms``, and that time goes by
``rate`` times as fast. Anything else in that variable is as if it were not there.
"""

import os
import re
import sys
import time
from collections.abc import Callable
from math import ceil

Clock = Callable[[], int]
STAGE = "INFOVIEW_CLOCK"
LEAST_WAIT_MS = 10
"""Between two ticks however fast time is told to go by, so that tests leave room for the rest."""
_STAGE = re.compile(r"(\d{1,15})@(\d{1,4}(?:\.\d{1,6})?)@(\d{1,15})")


def wall_ms() -> int:
    """Return the moment now, as the computer has it, in ms since 1970 UTC."""
    return time.time_ns() // 1_000_000  # noqa: TID251 - the one place


def steady_ms() -> int:
    """Return ms since some moment: not set by anybody, and going on while the computer sleeps."""
    # Not time.monotonic(): on Linux and macOS it stands still in sleep.
    if sys.platform == "linux":
        now = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        now = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    else:
        now = time.perf_counter_ns()
    return now // 1_000_000


class ProgramClock:
    """The moment now, in ms since 1970 UTC; asked by calling it, from any thread."""

    def __init__(
        self, wall: Clock = wall_ms, steady: Clock = steady_ms, *, rate: float = 1.0
    ) -> None:
        """``rate``: how fast both go by, as seen from outside (1 but in tests)."""
        self._wall = wall
        self._steady = steady
        self._ahead: int | None = None
        self.rate = rate

    def __call__(self) -> int:
        """Return the moment now."""
        ahead = self._ahead
        return self._wall() if ahead is None else self._steady() + ahead

    @property
    def is_held(self) -> bool:
        """Whether it goes by the steady clock."""
        return self._ahead is not None

    def hold(self, not_before: int) -> None:
        """Go by the steady clock from now on, a talk runs; nothing if that is so already.

        ``not_before`` is the last moment that is known of the talk: where the wall clock was set
        back below it while the program was closed, time goes on from there.
        """
        if self._ahead is None:
            self._ahead = max(self._wall(), not_before) - self._steady()

    def release(self) -> None:
        """Go by the wall clock again."""
        self._ahead = None


def program_clock() -> ProgramClock:
    """Return a new clock: that of the computer, or the one a test has set up."""
    stage = _STAGE.fullmatch(os.environ.get(STAGE, ""))
    if stage is None or not float(stage[2]):
        return ProgramClock()
    epoch, rate, start = int(stage[1]), float(stage[2]), int(stage[3])
    return ProgramClock(
        lambda: epoch + round((wall_ms() - start) * rate),
        lambda: round(steady_ms() * rate),
        rate=rate,
    )


def waiting_ms(clock: Clock, span_ms: int) -> int:
    """Return how long a timer has to wait, at least 1, until that span of a clock has gone by."""
    if not isinstance(clock, ProgramClock) or clock.rate == 1:
        return max(1, span_ms)
    return max(LEAST_WAIT_MS, ceil(span_ms / clock.rate))
