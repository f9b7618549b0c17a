"""Gets what is typed to the disk: within a second of a key, and at once when it is left.

Must not know the editor or how a state is shown. A text is let go of only when the disk has it; one
that could not be saved stays here and is tried again until it is (QUALITY.md, T1 and T3).
"""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from infoview_gui.services.bundle import Services
from infoview_gui.services.records import Notes
from infoview_gui.store.errors import StoreError

DELAY_MS = 600
"""From the first unsaved key to the save: with the write itself well under a second."""
RETRY_MS = 3_000

Snapshot = Callable[[], tuple[str, list[int]]]


class SaveState(StrEnum):
    """How the notes stand with the disk."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, eq=False)
class _Draft:
    """A text on its way to the disk."""

    conversation_id: int
    text: str
    moments: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class _Attempt:
    """One try to save a draft."""

    draft: _Draft
    future: "Future[None]"


class NoteSaver(QObject):
    """Throttles, saves, waits, tries again. ``snapshot`` reads the editor."""

    changed = Signal()
    """After ``state`` or ``reason`` changed."""
    _finished = Signal(object)  # _Attempt, from the writing thread

    def __init__(
        self, services: Services, snapshot: Snapshot, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._snapshot = snapshot
        self._open: int | None = None
        self._dirty = False
        self._drafts: dict[int, _Draft] = {}
        self._attempts: list[_Attempt] = []
        self._failed: set[int] = set()
        self._reason = ""
        self._told = (SaveState.SAVED, "")
        self._due = self._timer(DELAY_MS, self.hand_over)
        self._again = self._timer(RETRY_MS, self.try_again)
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    @property
    def state(self) -> SaveState:
        """Whether all that was typed, in this and in other conversations, is on disk."""
        if self._failed:
            return SaveState.FAILED
        return SaveState.SAVING if self._dirty or self._drafts else SaveState.SAVED

    @property
    def reason(self) -> str:
        """Why the last try failed, as a sentence; empty when none failed."""
        return self._reason if self._failed else ""

    @property
    def is_untouched(self) -> bool:
        """Whether the editor shows just what the disk has."""
        return not self._dirty and self._open not in self._drafts

    def open(self, conversation_id: int | None) -> Notes:
        """Turn to another conversation, saving the last one; return the text to be shown."""
        self.hand_over()
        self._open = conversation_id
        if conversation_id is None:
            return Notes("", ())
        draft = self._drafts.get(conversation_id)
        if draft is not None:
            return Notes(draft.text, tuple(draft.moments))
        return self._services.notes.load(conversation_id)

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
            draft = _Draft(self._open, *self._snapshot())
            self._drafts[self._open] = draft
            self._save(draft)
        self._tell()

    def flush(self) -> None:
        """Hand over and wait until it is on disk, or is known not to be."""
        self.hand_over()
        self._save_waiting()
        self._services.store.flush()
        for attempt in tuple(self._attempts):
            if attempt.future.done():
                self._settle(attempt)

    def try_again(self) -> None:
        """Save what could not be saved, as the user or the timer wants."""
        self.hand_over()
        self._save_waiting()

    def forget(self, conversation_id: int) -> None:
        """The conversation is gone: nothing of it waits any more."""
        if conversation_id == self._open:
            self._dirty = False
        self._drafts.pop(conversation_id, None)
        self._failed.discard(conversation_id)
        self._tell()

    def _save_waiting(self) -> None:
        under_way = {attempt.draft for attempt in self._attempts}
        for draft in tuple(self._drafts.values()):
            if draft not in under_way:
                self._save(draft)

    def _save(self, draft: _Draft) -> None:
        future: Future[None]
        try:
            future = self._services.notes.save(draft.conversation_id, draft.text, draft.moments)
        except (StoreError, OSError, RuntimeError) as error:
            future = Future()
            future.set_exception(error)
        attempt = _Attempt(draft, future)
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
        key = attempt.draft.conversation_id
        error = attempt.future.exception()
        if error is not None:
            if key in self._drafts:
                self._failed.add(key)
                self._reason = str(error) or type(error).__name__
                self._again.start()
        else:
            self._failed.discard(key)
            if self._drafts.get(key) is attempt.draft:
                del self._drafts[key]
            if self._drafts:
                self._save_waiting()
        self._tell()

    def _tell(self) -> None:
        now = self.state, self.reason
        if now != self._told:
            self._told = now
            self.changed.emit()
