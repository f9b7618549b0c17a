"""One import under way on the writing thread; what comes of it is told on that of the window."""

import contextlib
import threading
from collections.abc import Sequence
from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, Signal

from infoview_gui.services.import_plan import FilePlan
from infoview_gui.services.transfer import Transfer


class Writing(QObject):
    """Begins an import and can take it back while it runs."""

    progressed = Signal(int, int)
    """Cards done and in all; not after it was cancelled."""
    ended = Signal(object)
    """The future: whether all was written, or why not."""
    _told = Signal(int, int)
    _came = Signal(object)

    def __init__(self, transfer: Transfer, parent: QObject) -> None:
        super().__init__(parent)
        self._transfer = transfer
        self._cancelled = threading.Event()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self.ended, Qt.ConnectionType.QueuedConnection)

    def begin(self, plans: Sequence[FilePlan]) -> None:
        """Write what the plans say."""
        self._cancelled = threading.Event()
        future = self._transfer.apply(plans, self._tell_progress, self._cancelled)
        future.add_done_callback(self._tell_end)

    def cancel(self) -> None:
        """Let what was written be taken back."""
        self._cancelled.set()

    def _on_told(self, done: int, total: int) -> None:
        if not self._cancelled.is_set():
            self.progressed.emit(done, total)

    def _tell_progress(self, done: int, total: int) -> None:
        """Called on the writing thread."""
        with contextlib.suppress(RuntimeError):  # the window may be gone
            self._told.emit(done, total)

    def _tell_end(self, future: "Future[bool]") -> None:
        """Called on the writing thread."""
        with contextlib.suppress(RuntimeError):  # as above
            self._came.emit(future)
