"""Ends the program in order on SIGTERM, SIGINT and at the end of the desktop session."""

import contextlib
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication


class Shutdown(QObject):
    """Calls ``close`` when the program must end, ``leave`` when the desktop may be about to."""

    def __init__(
        self, application: QApplication, close: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        super().__init__(application)
        self._close = close
        self._leave = leave
        application.commitDataRequest.connect(self._on_session_end)
        # The system's handler writes to the socket, and Qt's loop hears of it when it is at rest.
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def release(self) -> None:
        """Stop listening."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _on_signal(self, _number: int, _frame: object) -> None:
        """Do nothing: Python may call this in the middle of anything, such as building a pane."""

    def _on_woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(64)
        self._close()

    def _on_session_end(self, _manager: QSessionManager) -> None:
        self._leave()
