"""Gets what is typed to the disk: within a second of a key, and at once when it is left.

A text is let go of only when the disk has it; one that could not be saved stays here and is tried
again until it is (QUALITY.md, T1 and T3). Must not know the editor, what the texts are, or how a
state is shown.
"""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from infoview_gui.store.errors import StoreError

DELAY_MS = 600
"""From the first unsaved key to the save: with the write itself well under a second."""
RETRY_MS = 3_000

TextT = TypeVar("TextT")


class SaveState(StrEnum):
    """How what is typed stands with the disk."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, eq=False)
class _Attempt(Generic[TextT]):
    """One try to save a text under the id it belongs to."""

    id: int
    text: TextT
    future: "Future[None]"


class TextSaver(QObject, Generic[TextT]):
    """Throttles, saves, waits, tries again: one text is open, others may wait for the disk.

    ``save`` hands a text to the writing thread; ``snapshot`` reads the editor, and must return a
    new object each time, since a text is known by which object it is.
    """

    changed = Signal()
    """After ``state`` or ``reason`` changed."""
    _finished = Signal(object)  # _Attempt, from the writing thread

    def __init__(
        self,
        save: "Callable[[int, TextT], Future[None]]",
        snapshot: Callable[[], TextT],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save_text = save
        self._snapshot = snapshot
        self._open: int | None = None
        self._dirty = False
        self._waiting: dict[int, TextT] = {}
        self._attempts: list[_Attempt[TextT]] = []
        self._failed: set[int] = set()
        self._reason = ""
        self._told = (SaveState.SAVED, "")
        self._due = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._due.timeout.connect(self.hand_over)
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self.try_again)
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> SaveState:
        """Whether all that was typed, in this text and in others, is on disk."""
        if self._failed:
            return SaveState.FAILED
        return SaveState.SAVING if self._dirty or self._waiting else SaveState.SAVED

    @property
    def reason(self) -> str:
        """Why the last try failed, as a sentence; empty when none failed."""
        return self._reason if self._failed else ""

    @property
    def is_untouched(self) -> bool:
        """Whether the editor shows just what the disk has."""
        return not self._dirty and self._open not in self._waiting

    def open(self, text_id: int | None) -> TextT | None:
        """Turn to another text, saving the last one; return what of it is not on disk yet."""
        self.hand_over()
        self._open = text_id
        return None if text_id is None else self._waiting.get(text_id)

    def touch(self) -> None:
        """Something was typed: the first unsaved key starts the delay, later ones do not."""
        if self._open is None:
            return
        self._dirty = True
        if not self._due.isActive():
            self._due.start()
        self._tell()

    def hand_over(self) -> None:
        """Give what was typed to the writing thread now, without waiting for it."""
        self._due.stop()
        if self._dirty and self._open is not None:
            self._dirty = False
            text = self._snapshot()
            self._waiting[self._open] = text
            self._save(self._open, text)
        self._tell()

    def flush(self) -> None:
        """Hand over and wait until all is on disk, or is known not to be."""
        self.try_again()
        for attempt in tuple(self._attempts):
            with contextlib.suppress(Exception):  # ``_settle`` tells what went wrong
                attempt.future.result()
            self._settle(attempt)

    def try_again(self) -> None:
        """Save what could not be saved, as the user or the timer wants."""
        self.hand_over()
        self._save_waiting()

    def forget(self, text_id: int) -> None:
        """What the text belongs to is gone: nothing of it is to be saved."""
        if text_id == self._open:
            self._open, self._dirty = None, False
            self._due.stop()
        self._waiting.pop(text_id, None)
        self._failed.discard(text_id)
        self._tell()

    def _save_waiting(self) -> None:
        under_way = [attempt.text for attempt in self._attempts]
        for text_id, text in tuple(self._waiting.items()):
            if not any(one is text for one in under_way):
                self._save(text_id, text)

    def _save(self, text_id: int, text: TextT) -> None:
        future: Future[None]
        try:
            future = self._save_text(text_id, text)
        except (StoreError, OSError, RuntimeError) as error:
            future = Future()
            future.set_exception(error)
        attempt = _Attempt(text_id, text, future)
        self._attempts.append(attempt)
        future.add_done_callback(lambda _: self._report(attempt))

    def _report(self, attempt: _Attempt[TextT]) -> None:
        """Bring the result to the Qt thread; called on the writing thread."""
        with contextlib.suppress(RuntimeError):  # the window is gone: nobody waits any more
            self._finished.emit(attempt)

    def _settle(self, attempt: _Attempt[TextT]) -> None:
        if attempt not in self._attempts:  # settled by a flush that waited for it
            return
        self._attempts.remove(attempt)
        error = attempt.future.exception()
        if error is None:
            self._let_go(attempt)
        elif attempt.id in self._waiting:
            self._failed.add(attempt.id)
            self._reason = str(error) or type(error).__name__
            self._again.start()
        self._tell()

    def _let_go(self, attempt: _Attempt[TextT]) -> None:
        """The disk has it: forget the text, unless a newer one of it waits."""
        self._failed.discard(attempt.id)
        if self._waiting.get(attempt.id) is attempt.text:
            del self._waiting[attempt.id]
        if self._waiting:
            self._save_waiting()

    def _tell(self) -> None:
        now = self.state, self.reason
        if now != self._told:
            self._told = now
            self.changed.emit()
