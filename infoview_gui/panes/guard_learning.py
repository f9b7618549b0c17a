"""Lets the guard learn beside the window when somebody is about to write. Knows no text."""

import contextlib
import threading

from PySide6.QtCore import QObject, Qt, Signal

LEAVE, MIND = "Leave it as it is", "Mark it again"
"""What can be said of a sentence that is marked, and of one that was left."""


class GuardLearning(QObject):
    """Until it is done no sentence is judged, so that no key waits for it."""

    done = Signal()
    """The guard can judge from now on."""
    _came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._runs = False
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def is_done(self) -> bool:
        """Whether the guard can judge at once; else it begins to learn, and ``done`` follows."""
        from infoview_gui.practice import guard  # noqa: PLC0415 - large: when somebody writes

        if guard.is_prepared():
            return True
        if not self._runs:
            self._runs = True
            threading.Thread(target=self._learn, name="guard", daemon=True).start()
        return False

    def _learn(self) -> None:
        from infoview_gui.services.guarding import learn  # noqa: PLC0415 - as above

        learn()
        with contextlib.suppress(RuntimeError):  # the window may be gone
            self._came.emit()

    def _on_came(self) -> None:
        self._runs = False
        self.done.emit()
