"""Runs one piece of reading work beside the window and brings its result back. Knows no dialogs."""

import contextlib
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from infoview_gui.store.store import Store

Stop = Callable[[], bool]


class Background(QObject):
    """One piece of work at a time, on a thread with its own reading connection."""

    finished = Signal(object)
    """The result, on the thread of the window."""
    failed = Signal(object)
    """The exception that the work raised."""
    _came = Signal(object)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._cancelled = threading.Event()
        self._runs = False
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    @property
    def runs(self) -> bool:
        """Whether work is under way whose result will be told."""
        return self._runs

    def run(self, work: Callable[[Stop], object]) -> None:
        """Begin; earlier work is cancelled. The work asks its argument whether to stop."""
        self.cancel()
        self._cancelled = cancelled = threading.Event()
        self._runs = True
        # A daemon: a program that ends does not wait for what nobody will see.
        thread = threading.Thread(
            target=self._work, args=(work, cancelled), name="background", daemon=True
        )
        thread.start()

    def cancel(self) -> None:
        """Let the work stop as soon as it can; nothing more is told of it."""
        self._cancelled.set()
        self._runs = False

    def _work(self, work: Callable[[Stop], object], cancelled: threading.Event) -> None:
        result: object = None
        error: Exception | None = None
        try:
            with self._store.reading():
                result = work(cancelled.is_set)
        except Exception as raised:  # noqa: BLE001 - handed to whoever waits
            error = raised
        with contextlib.suppress(RuntimeError):  # the window may be gone
            self._came.emit((cancelled, result, error))

    def _on_came(self, news: tuple[threading.Event, object, Exception | None]) -> None:
        cancelled, result, error = news
        if cancelled.is_set() or cancelled is not self._cancelled:
            return
        self._runs = False
        if error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(result)
