"""The store: one thread writes, every change is a changeset, and from it come undo and notices."""

import contextlib
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import apsw

from infoview_gui.store import indexing
from infoview_gui.store.backups import back_up
from infoview_gui.store.changes import Changes, Origin, read_changes
from infoview_gui.store.database import (
    UNKNOWN,
    Database,
    accepted,
    create_private,
    examine,
)
from infoview_gui.store.errors import CannotSave, StoreError
from infoview_gui.store.failures import understood
from infoview_gui.store.history import History, Step
from infoview_gui.store.long_change import LongChange
from infoview_gui.store.migrations import CURRENT_VERSION, migrate
from infoview_gui.store.transactions import (
    apply_exactly,
    inverted,
    recorded,
    references_checked_once,
)
from infoview_gui.store.writer import Writer

T = TypeVar("T")
Deliver = Callable[[Callable[[], None]], None]
Renew = Callable[[apsw.Connection], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of undo or redo; ``reason`` is a sentence when the step was left as it is."""

    label: str
    done: bool
    reason: str = ""


def at_once(call: Callable[[], None]) -> None:
    """Deliver notices on the thread that made the change; for programs without a window."""
    call()


class Store:
    """The open database of one person."""

    def __init__(
        self,
        path: Path,
        *,
        backups: Path | None = None,
        deliver: Deliver = at_once,
        renew: Renew | None = None,
    ) -> None:
        """Open or create the file. ``deliver`` carries a notice to the thread that wants it.

        ``renew`` computes anew what is kept of other facts, in the transaction that brings an
        older file to this version.

        Raises a StoreError that says what happened; the file is then untouched.
        """
        self.path = path
        self._deliver = deliver
        self._listeners: list[Callable[[Changes], None]] = []
        self.history = History()
        self._outside = 0
        version = examine(path)
        create_private(path)
        self.database = Database(path)
        self._writer = Writer(self._notice_others, self._close_here)
        self._writer.start()
        try:
            self._ask(lambda: self._open(version, backups or path.parent / "backups", renew))
        except BaseException:
            self.close()
            raise

    # -- reading and listening

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call ``listener`` (through ``deliver``) after every transaction."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """Lend a reading connection to a thread that ends afterwards."""
        with understood(self.path):
            yield self.connection()
        self.database.close()

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn what SQLite reports of a damaged file while reading into a StoreError."""
        with understood(self.path):
            yield

    def connection(self) -> apsw.Connection:
        """Return this thread's own connection; only the writing thread's can write."""
        return self.database.connection()

    # -- writing

    def change(self, label: str, work: Callable[[], T], *, merge: str = "", many: int = 0) -> T:
        """Run ``work`` on the writing thread as one undoable change and wait for its result.

        ``work`` may call services that change more: they join this change. Equal ``merge`` keys
        in a row become one step. Where it changes ``many`` people, it must itself delete what
        belongs to them. Raises StoreError if it cannot be saved; nothing is changed then.
        """
        if self._writer.is_here:
            return work()
        return self._ask(
            lambda: self._command(work, Step(label, merge=merge), Origin.COMMAND, many)
        )

    def save(self, work: Callable[[], None]) -> "Future[None]":
        """Run ``work`` without waiting and without an undo step: the text of an editor."""
        return self._writer.submit(lambda: self._command(work, Step(""), Origin.AUTOSAVE))

    def change_in_steps(
        self,
        label: str,
        parts: Iterable[Callable[[], None]],
        cancelled: threading.Event,
        *,
        new: int = 0,
    ) -> "Future[bool]":
        """Run many small transactions as one undo step; the future says whether all were run.

        ``new`` is about how many people they add. When cancelled or failed, what was done is
        taken back.
        """
        future: Future[bool] = Future()
        job = LongChange(label, parts, self.connection, self.path, new)
        self._writer.submit_steps(self._steps(job, cancelled, future))
        return future

    def erase(self, work: Callable[[], None]) -> None:
        """Run ``work`` so that what it deletes is overwritten on the disk and cannot be undone."""
        self._ask(lambda: self._erase(work))

    def undo(self) -> Outcome | None:
        """Take the last change back; None when there is none."""
        return self._ask(self._undo)

    def redo(self) -> Outcome | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._ask(self._redo)

    def seal(self) -> None:
        """End the merging of changes to one field, as when the field is left."""
        self._ask(self.history.seal)

    def flush(self) -> None:
        """Wait until everything handed over so far is on disk."""
        self._ask(lambda: None)

    def close(self) -> None:
        """Finish what was handed over and close the file."""
        if not self.database.is_closed():
            self.database.close()
        self._writer.stop()

    # -- on the writing thread

    def _ask(self, command: Callable[[], T]) -> T:
        return self._writer.submit(command).result()

    def _open(self, version: int, backups: Path, renew: Renew | None) -> None:
        self.database.writing_thread = threading.get_ident()
        with understood(self.path):
            connection = self.connection()
            version = self._checked(version, connection)
            self._mend_indexes()
            if 0 < version < CURRENT_VERSION:
                back_up(
                    connection, backups / f"{self.path.stem}-before-version-{CURRENT_VERSION}.db"
                )
            if migrate(connection, renew=renew if version else None) < CURRENT_VERSION:
                connection.execute(
                    "PRAGMA wal_checkpoint(TRUNCATE)"
                )  # the header tells the version
            self._outside = self._data_version()

    def _checked(self, version: int, connection: apsw.Connection) -> int:
        """Ask SQLite where the file's header could not be trusted."""
        if version != UNKNOWN or not connection.execute("SELECT 1 FROM sqlite_schema").get:
            return max(version, 0)
        found = int(connection.execute("PRAGMA user_version").get)
        application = int(connection.execute("PRAGMA application_id").get)
        return accepted(found, application, self.path)

    def _close_here(self) -> None:
        if not self.database.is_closed():
            self.database.close()

    def _data_version(self) -> int:
        return int(self.connection().execute("PRAGMA data_version").get)

    def _notice_others(self) -> None:
        """Another process, such as an import on the command line, wrote to the file."""
        if self.database.is_closed():
            return
        with understood(self.path):
            version = self._data_version()
        if version != self._outside:
            self._outside = version
            self._announce(Changes({}, Origin.ELSEWHERE, everything=True))

    def _command(self, work: Callable[[], T], step: Step, origin: Origin, many: int = 0) -> T:
        connection = self.connection()
        with (
            understood(self.path),
            references_checked_once(connection, many) as sound,
            recorded(connection, many=many > 0) as recorder,
        ):
            result = work()
            if not sound():
                message = "a row would be left without what it belongs to"
                raise apsw.ConstraintError(message)
        if recorder.changeset:
            step.changesets = [recorder.changeset]
            if origin is Origin.COMMAND:
                self.history.record(step)
            self._announce(read_changes([recorder.changeset], origin, step.label))
        return result

    def _erase(self, work: Callable[[], None]) -> None:
        connection = self.connection()
        connection.execute("PRAGMA secure_delete = 1")
        try:
            self._command(work, Step(""), Origin.COMMAND)
            self.history.clear()
            with understood(self.path):
                for index in ("person_words", "note_words"):
                    # A deleted entry stays in the index until its parts are merged.
                    connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.execute("PRAGMA secure_delete = 0")

    def _steps(
        self, job: LongChange, cancelled: threading.Event, future: "Future[bool]"
    ) -> Generator[None, None, None]:
        finished, error = False, None
        try:
            with indexing.roomy(self.connection()):
                yield from job.run(cancelled)
                finished = not cancelled.is_set()
                if not finished:
                    self._take_back(job)
                yield from job.tidy()
        except GeneratorExit:
            self._take_back(job)
            future.set_result(False)
            raise
        except BaseException as reason:  # noqa: BLE001 - handed to whoever waits
            finished, error = False, reason
            self._take_back(job)
        self._end_steps(job, finished=finished)
        if error:
            future.set_exception(error)
        else:
            future.set_result(finished)

    def _take_back(self, job: LongChange) -> None:
        """As far as the disk allows; what cannot be taken back now stays a step to undo."""
        with contextlib.suppress(StoreError):
            if job.changesets and not self._apply(inverted(job.changesets)):
                self.history.record(Step(job.label, job.changesets))
        self._mend_indexes()

    def _mend_indexes(self) -> None:
        """Build what a long change set aside; without room or leave the program is only slower."""
        with contextlib.suppress(CannotSave), understood(self.path):
            indexing.build_all(self.connection())

    def _end_steps(self, job: LongChange, *, finished: bool) -> None:
        if not job.changesets:
            return
        if finished:
            self.history.record(Step(job.label, job.changesets))
        self._announce(read_changes(job.changesets, Origin.COMMAND, job.label))

    def _undo(self) -> Outcome | None:
        step = self.history.take_undo()
        if step is None:
            return None
        return self._travel(step, inverted(step.changesets), Origin.UNDO, self.history.undone)

    def _redo(self) -> Outcome | None:
        step = self.history.take_redo()
        if step is None:
            return None
        return self._travel(step, step.changesets, Origin.REDO, self.history.redone)

    def _travel(
        self, step: Step, changesets: list[bytes], origin: Origin, keep: Callable[[Step], None]
    ) -> Outcome:
        if not self._apply(changesets):
            # The step leaves the history: what it touched has moved on and stays as it is.
            self._announce(Changes({}, origin, step.label))
            reason = (
                f"“{step.label}” was left as it is, because something was written there since. "
                "Nothing was lost."
            )
            return Outcome(step.label, done=False, reason=reason)
        keep(step)
        self._announce(read_changes(changesets, origin, step.label))
        return Outcome(step.label, done=True)

    def _apply(self, changesets: list[bytes]) -> bool:
        with understood(self.path):
            return apply_exactly(changesets, self.connection())

    def _announce(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            self._deliver(lambda listener=listener: listener(changes))  # type: ignore[misc]
