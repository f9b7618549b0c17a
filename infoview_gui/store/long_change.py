"""A change in many small transactions, between which an autosave may go first."""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from infoview_gui.store import indexing
from infoview_gui.store.failures import understood
from infoview_gui.store.transactions import recorded

Steps = Generator[None, None, None]


class LongChange:
    """The parts of one undo step. Used on the writing thread only."""

    def __init__(
        self,
        label: str,
        parts: Iterable[Callable[[], None]],
        connection: Callable[[], apsw.Connection],
        path: Path,
        new: int,
    ) -> None:
        """``connection`` gives the calling thread's own; ``new`` people are added or so."""
        self.label = label
        self.changesets: list[bytes] = []
        self._parts = parts
        self._connection = connection
        self._path = path
        self._new = new

    def run(self, cancelled: threading.Event) -> Steps:
        """Run part after part until done or cancelled; what was done is in ``changesets``."""
        with understood(self._path):
            if indexing.worth_while(self._connection(), self._new):
                indexing.set_aside(self._connection())
                yield
            for part in self._parts:
                if cancelled.is_set():
                    return
                self._do(part)
                yield

    def _do(self, part: Callable[[], None]) -> None:
        connection = self._connection()
        with _unhurried(connection), recorded(connection, many=True) as recorder:
            part()
        if recorder.changeset:
            self.changesets.append(recorder.changeset)

    def tidy(self) -> Steps:
        """Build again what was set aside for the parts."""
        with understood(self._path):
            while indexing.build_next(self._connection()):
                yield


@contextmanager
def _unhurried(connection: apsw.Connection) -> Iterator[None]:
    """Let the body's transaction reach the disk with the next one that waits for it.

    A crash may then lose the last parts of an import, never an autosave between them.
    """
    connection.execute("PRAGMA synchronous = normal")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = full")
