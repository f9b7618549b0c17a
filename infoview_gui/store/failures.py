"""Turns what SQLite reports of the world into a StoreError; a bug passes through unchanged."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from infoview_gui.store.errors import CannotSave, DatabaseDamaged, StoreError

_DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.FormatError)
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (apsw.FullError, "the disk is full"),
    (apsw.ReadOnlyError, "the file or its disk is read-only"),
    (apsw.BusyError, "another program is writing to it"),
    (apsw.LockedError, "another program is writing to it"),
    (apsw.CantOpenError, "the file cannot be opened"),
    (apsw.IOError, "the disk reports an error or is full"),
    (apsw.PermissionsError, "access is denied"),
    (apsw.NoMemError, "memory is short"),
)


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Raise a StoreError instead of SQLite's own error where the world is to blame."""
    try:
        yield
    except Exception as error:
        reason = explained(error, path) if _is_of_sqlite(error) else None
        if reason is None:
            raise
        raise reason from error


def _is_of_sqlite(error: Exception) -> bool:
    from peewee import PeeweeException  # noqa: PLC0415 - a start without trouble needs no Peewee

    return isinstance(error, (apsw.Error, PeeweeException))


def explained(error: BaseException, path: Path) -> StoreError | None:
    """Return what happened to the file in words; None when the error is a bug of ours."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, _DAMAGED):
            return DatabaseDamaged(
                f"{path.name} is damaged and cannot be read in full. Nothing was written; keep the "
                "file and restore a backup with “infoview-gui restore FILE”."
            )
        for kind, words in _REASONS:
            if isinstance(cause, kind):
                return CannotSave(
                    f"This could not be saved in {path.name}: {words}. What was saved before is "
                    "safe. Make room or unlock the file and try again."
                )
        cause = cause.__cause__ or cause.__context__
    return None
