"""One precise timer that wakes at a moment of the clock. Must not know what happens then.

A timer of Qt stands still while the computer sleeps and knows nothing of a clock that was set, so
it never waits long: it looks at the clock again after at most ``longest_ms``.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from infoview_gui.services.clock import waiting_ms

SECOND_MS = 1_000
MINUTE_MS = 60_000


class Ticker(QObject):
    """Aimed at one moment at a time; stopped while there is none."""

    ticked = Signal()
    """The moment has come, or ``longest_ms`` have passed."""

    def __init__(
        self, clock: Callable[[], int], longest_ms: int = SECOND_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._longest_ms = longest_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Coarse timers are up to 190 ms off (QUALITY.md, "countdown tick").
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.ticked)

    @property
    def is_running(self) -> bool:
        """Whether a tick will come."""
        return self._timer.isActive()

    def aim(self, at: int | None) -> None:
        """Tick at that moment (ms since 1970 UTC), or no more when there is none."""
        if at is None:
            self._timer.stop()
        else:
            span = min(self._longest_ms, at - self._clock())
            self._timer.start(waiting_ms(self._clock, span))
