"""Opening the SQLite file: refusals first, then guarded connections. Knows no Peewee."""

import contextlib
import os
import threading
from pathlib import Path

import apsw

from infoview_gui.store.errors import CannotOpen, DatabaseDamaged, DatabaseTooNew, NotOurs
from infoview_gui.store.migrations import APPLICATION_ID, CURRENT_VERSION

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
BUSY_TIMEOUT_S = 5
_PRAGMAS = ("journal_mode = wal", "synchronous = full", "foreign_keys = 1")
UNKNOWN = -1


class Database:
    """Every thread has its own connection; only the writing thread's may write."""

    newest: "Database | None" = None
    """The one that was made last: the models read and write there."""

    def __init__(self, path: Path) -> None:
        """Take a file that ``examine`` has accepted; it is opened when first used."""
        self.writing_thread: int | None = None
        self._path = path
        self._own = threading.local()
        Database.newest = self

    def connection(self) -> apsw.Connection:
        """Return this thread's own connection, opened now if there is none."""
        found: apsw.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = self._own.connection = self._connect()
        return found

    def is_closed(self) -> bool:
        """Whether this thread has no connection."""
        return getattr(self._own, "connection", None) is None

    def close(self) -> None:
        """Close this thread's connection, if there is one."""
        found: apsw.Connection | None = getattr(self._own, "connection", None)
        self._own.connection = None
        if found is not None:
            found.close()

    def _connect(self) -> apsw.Connection:
        connection = apsw.Connection(str(self._path))
        try:
            connection.set_busy_timeout(BUSY_TIMEOUT_S * 1000)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            if threading.get_ident() != self.writing_thread:
                connection.execute("PRAGMA query_only = 1")
        except BaseException:
            connection.close()
            raise
        return connection


def examine(path: Path) -> int:
    """Return the version of the file, 0 for none yet, UNKNOWN if it must be opened to tell.

    The file is not touched. Raises DatabaseDamaged, DatabaseTooNew, NotOurs or CannotOpen.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return 0
    except OSError as error:
        message = f"{path.name} cannot be read ({error.strerror}). Nothing was changed."
        raise CannotOpen(message) from error
    if not header:
        return 0
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        message = (
            f"{path.name} is damaged or is not an Infoview database. It was left untouched; "
            f"a backup can be restored with “infoview-gui restore FILE”."
        )
        raise DatabaseDamaged(message)
    if _has_log(path):
        return UNKNOWN  # the truth may still be in the write-ahead log; SQLite reads it
    version = int.from_bytes(header[60:64], "big", signed=True)
    return accepted(version, int.from_bytes(header[68:72], "big"), path)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def accepted(version: int, application_id: int, path: Path) -> int:
    """Return the version of a file that is ours and that we can read; raises a StoreError else."""
    if application_id != APPLICATION_ID:
        message = f"{path.name} belongs to another program. It was left untouched."
        raise NotOurs(message)
    if version > CURRENT_VERSION:
        message = (
            f"{path.name} was written by a newer Infoview (version {version} of the file; this "
            f"program knows up to {CURRENT_VERSION}). It was left untouched; update Infoview."
        )
        raise DatabaseTooNew(message)
    if version < 1:
        message = f"{path.name} is damaged: its version makes no sense. It was left untouched."
        raise DatabaseDamaged(message)
    return version


def create_private(path: Path) -> None:
    """Make sure the file exists and that only this user can read it; raises CannotOpen."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.close(descriptor)
        with contextlib.suppress(OSError):  # a file system without permissions is no reason to stop
            path.chmod(0o600)
    except OSError as error:
        message = (
            f"{path} cannot be opened for writing ({error.strerror}). "
            "Nothing was changed; check the folder's permissions and the free space."
        )
        raise CannotOpen(message) from error
