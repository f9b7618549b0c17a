"""Time that goes by faster for the program, set from outside (services/clock.py)."""

import time
from collections.abc import Mapping

from infoview_gui.services.clock import STAGE

MINUTE = 60_000


class StagedTime:
    """What the program believes: moments in ms since 1970 UTC, and how fast they go by."""

    def __init__(self, begin: int, rate: int) -> None:
        self._begin = begin
        self._rate = rate
        self._really = _really()

    @property
    def environment(self) -> Mapping[str, str]:
        """What to start the program with; every start goes on with the same time."""
        return {STAGE: f"{self._begin}@{self._rate}@{self._really}"}

    def now(self) -> int:
        """The moment it is for the program."""
        return self._begin + (_really() - self._really) * self._rate

    def turn_to(self, rate: int) -> None:
        """Let time go by at another rate from now on; programs that run know nothing of it."""
        self._begin, self._really, self._rate = self.now(), _really(), rate

    def real_seconds_until(self, moment: int) -> float:
        """How long that really takes; 0 when it is past."""
        return max(0, moment - self.now()) / self._rate / 1000


def _really() -> int:
    return time.time_ns() // 1_000_000
