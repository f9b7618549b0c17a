"""Gets what is typed in a letter to the disk: within a second of a key, and when it is left.

A text is let go of only when the disk has it; one that could not be saved stays here and is tried
again until it is (QUALITY.md, T1 and T3). Must not know the editor.
"""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from infoview_gui.services.bundle import Services
from infoview_gui.services.letters import Text
from infoview_gui.store.errors import StoreError

DELAY_MS = 600
"""From the first unsaved key to the save: with the write itself well under a second."""
RETRY_MS = 3_000


@dataclass(frozen=True, slots=True, eq=False)
class _Attempt:
    """One try to save the text of one letter."""

    letter_id: int
    text: Text
    future: "Future[None]"


class LetterSaver(QObject):
    """Throttles, saves, waits, tries again. ``snapshot`` reads the editor."""

    changed = Signal()
    """After ``reason`` changed, or all is saved."""
    _finished = Signal(object)  # _Attempt, from the writing thread

    def __init__(
        self, services: Services, snapshot: Callable[[], Text], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._snapshot = snapshot
        self._open: int | None = None
        self._dirty = False
        self._waiting: dict[int, Text] = {}
        self._attempts: list[_Attempt] = []
        self._reason = ""
        self._due = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._due.timeout.connect(self.hand_over)
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self._save_waiting)
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def reason(self) -> str:
        """Why the last try failed, as a sentence; empty when none failed."""
        return self._reason

    @property
    def is_untouched(self) -> bool:
        """Whether the editor shows just what the disk has."""
        return not self._dirty and self._open not in self._waiting

    def open(self, letter_id: int | None) -> Text | None:
        """Turn to another letter, saving the last one; return what of it is not on disk yet."""
        self.hand_over()
        self._open = letter_id
        return None if letter_id is None else self._waiting.get(letter_id)

    def touch(self) -> None:
        """Something was typed: the first unsaved key starts the delay, later ones do not."""
        if self._open is None:
            return
        self._dirty = True
        if not self._due.isActive():
            self._due.start()

    def hand_over(self) -> None:
        """Give what was typed to the writing thread now, without waiting for it."""
        self._due.stop()
        if self._dirty and self._open is not None:
            self._dirty = False
            self._waiting[self._open] = self._snapshot()
            self._save_waiting()

    def flush(self) -> None:
        """Give it over and wait until the disk has it, or says that it cannot."""
        self.hand_over()
        for attempt in tuple(self._attempts):
            with contextlib.suppress(Exception):  # ``_settle`` tells what went wrong
                attempt.future.result()
            self._settle(attempt)

    def forget(self, letter_id: int) -> None:
        """A letter is gone: nothing of it is to be saved."""
        self._waiting.pop(letter_id, None)
        if self._open == letter_id:
            self._open, self._dirty = None, False
            self._due.stop()
        self._tell("" if not self._waiting else self._reason)

    def _save_waiting(self) -> None:
        under_way = [attempt.text for attempt in self._attempts]
        for letter_id, text in tuple(self._waiting.items()):
            if not any(one is text for one in under_way):
                self._save(letter_id, text)

    def _save(self, letter_id: int, text: Text) -> None:
        future: Future[None]
        try:
            future = self._services.letters.save(letter_id, text)
        except (StoreError, OSError, RuntimeError) as error:
            future = Future()
            future.set_exception(error)
        attempt = _Attempt(letter_id, text, future)
        self._attempts.append(attempt)
        future.add_done_callback(lambda _: self._report(attempt))

    def _report(self, attempt: _Attempt) -> None:
        """Bring the result to the Qt thread; called on the writing thread."""
        with contextlib.suppress(RuntimeError):  # the window is gone: nobody waits any more
            self._finished.emit(attempt)

    def _settle(self, attempt: _Attempt) -> None:
        if attempt not in self._attempts:  # settled by a flush that waited for it
            return
        self._attempts.remove(attempt)
        error = attempt.future.exception()
        if error is None:
            if self._waiting.get(attempt.letter_id) is attempt.text:
                del self._waiting[attempt.letter_id]
            if self._waiting:
                self._save_waiting()
            self._tell("" if not self._waiting else self._reason)
        elif attempt.letter_id in self._waiting:
            self._again.start()
            self._tell(str(error) or type(error).__name__)

    def _tell(self, reason: str) -> None:
        if reason != self._reason:
            self._reason = reason
            self.changed.emit()
