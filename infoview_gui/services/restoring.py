"""Restoring in two halves: everything that takes time or can fail, and then one rename.

The first half only reads the database, so that a window may stay open meanwhile.
"""

import contextlib
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from infoview_gui.store import backups
from infoview_gui.store.backups import Counts
from infoview_gui.store.database import examine
from infoview_gui.store.errors import CannotOpen, CannotSave, DatabaseDamaged, StoreError

_LOGS = ("-wal", "-shm")
_BEFORE, _DAMAGED = "before-restore", "damaged"


@dataclass(frozen=True, slots=True)
class Backup:
    """A file that may be restored."""

    path: Path
    at: int
    """When it was made, in ms since 1970 UTC."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What waits to be put in place."""

    fresh: Path
    """A proven copy of the backup, beside the database."""
    counts: Counts
    kept: Path | None
    """Where the present state was put; None where there was none."""


def found(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; damaged files that were kept are none."""
    with contextlib.suppress(OSError):
        made = [
            Backup(path, path.stat().st_mtime_ns // 1_000_000)
            for path in folder.glob("*.db")
            if path.is_file() and not path.name.startswith((_DAMAGED, "."))
        ]
        return sorted(made, key=lambda backup: (backup.at, backup.path.name), reverse=True)
    return []


def newest_good(folder: Path) -> tuple[Backup, Counts] | None:
    """Return the newest backup that opens and passes its check, with what it holds."""
    for backup in found(folder):
        with contextlib.suppress(StoreError):
            return backup, proven(backup.path)
    return None


def require(source: Path) -> None:
    """Make sure that there is a file; raises CannotOpen."""
    if not source.is_file():
        message = f"{source} is not there. Nothing was changed."
        raise CannotOpen(message)


def proven(source: Path) -> Counts:
    """Check a backup and return what it holds; raises StoreError when it cannot be restored."""
    try:
        examine(source)
    except DatabaseDamaged as error:
        message = f"{source.name} is damaged or is no backup of Infoview. Nothing was changed."
        raise DatabaseDamaged(message) from error
    return backups.inspect(source)


def prepare(database: Path, folder: Path, source: Path, keep: Callable[[Path], None]) -> Prepared:
    """Copy the backup beside the database, prove it, and back the present state up.

    ``keep`` backs the present state up to a file; where it cannot, the file itself is copied.
    Raises StoreError; nothing is changed then.
    """
    require(source)
    proven(source)
    fresh = database.with_suffix(".restoring")
    try:
        counts = _copied(source, fresh)
        examine(fresh)  # a write-ahead log may have hidden a version that is too new
        return Prepared(fresh, counts, _keep_present(database, folder, keep))
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def put_in_place(database: Path, prepared: Prepared) -> None:
    """Rename the copy to the database, which nobody may have open; raises CannotSave.

    The old write-ahead log must go first: SQLite would play it into the new file.
    """
    try:
        for end in _LOGS:
            Path(f"{database}{end}").unlink(missing_ok=True)
        prepared.fresh.replace(database)
        backups.sync(database.parent)
    except OSError as error:
        discard(prepared)
        raise CannotSave(_not_in_place(error.strerror)) from error


def discard(prepared: Prepared) -> None:
    """Remove a copy that is not wanted after all."""
    with contextlib.suppress(OSError):
        prepared.fresh.unlink(missing_ok=True)


def _not_in_place(reason: object) -> str:
    return f"The backup could not be put in place ({reason}). Your data are as before."


def _copied(source: Path, fresh: Path) -> Counts:
    try:
        connection = apsw.Connection(str(source), flags=apsw.SQLITE_OPEN_READONLY)
    except apsw.Error as error:
        raise CannotOpen(_not_in_place(f"{source.name} cannot be read")) from error
    try:
        return backups.back_up(connection, fresh)
    except CannotSave as error:
        raise CannotSave(_not_in_place(error.__cause__)) from error
    finally:
        connection.close()


def _keep_present(database: Path, folder: Path, keep: Callable[[Path], None]) -> Path | None:
    if not database.exists() or database.stat().st_size == 0:
        return None
    stamp = time.strftime("%Y-%m-%d-%H%M%S")
    target = _free(folder, f"{_BEFORE}-{stamp}")
    try:
        keep(target)
    except StoreError:  # a damaged file cannot be backed up, only kept
        target = _free(folder, f"{_DAMAGED}-{stamp}")
        _keep_file(database, target)
    return target


def _keep_file(database: Path, target: Path) -> None:
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for end in ("", "-wal"):
            if (source := Path(f"{database}{end}")).exists():
                copy = Path(f"{target}{end}")
                shutil.copy2(source, copy)
                copy.chmod(0o600)
    except OSError as error:
        message = (
            f"What you have now could not be kept ({error.strerror}), so nothing was restored. "
            "Your data are as before; make room and try again."
        )
        raise CannotSave(message) from error


def _free(folder: Path, stem: str) -> Path:
    return next(path for path in _names(folder, stem) if not path.exists())


def _names(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / f"{stem}.db"
    number = 2
    while True:
        yield folder / f"{stem}-{number}.db"
        number += 1
