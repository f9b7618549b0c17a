"""Copies of the database that were opened, checked and counted before they are called good."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

import apsw

from infoview_gui.store.errors import CannotSave, DatabaseDamaged

_DAMAGED = "The database is damaged, so no backup was made of it. Earlier backups are as they were."


@dataclass(frozen=True, slots=True)
class Counts:
    """What a database holds."""

    people: int
    conversations: int
    notes: int

    def __str__(self) -> str:
        """Say it as the user would."""
        return (
            f"{_count(self.people, 'person', 'people')}, "
            f"{_count(self.conversations, 'conversation', 'conversations')}, "
            f"{_count(self.notes, 'page of notes', 'pages of notes')}"
        )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def count(connection: apsw.Connection) -> Counts:
    """Count the rows that matter."""
    numbers = (
        int(connection.execute(f"SELECT count(*) FROM {table}").get)  # noqa: S608 - constants
        for table in ("person", "conversation", "note")
    )
    return Counts(*numbers)


def verify(connection: apsw.Connection) -> list[str]:
    """Return what SQLite finds wrong with the file; an empty list means sound."""
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    problems = [] if found == ["ok"] else found
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    problems += [f"a row of {row[0]} points to nothing in {row[2]}" for row in dangling]
    return problems


def looks_sound(connection: apsw.Connection) -> bool:
    """Say whether SQLite's quick check finds nothing; reads the whole file, without its indexes."""
    try:
        return [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]
    except (apsw.CorruptError, apsw.NotADBError):
        return False


def back_up(source: apsw.Connection, target: Path) -> Counts:
    """Copy a live database through SQLite's backup API; the target appears only when proven good.

    Raises CannotSave, or DatabaseDamaged where the source itself is; then an older file of that
    name is as it was.
    """
    import secrets  # noqa: PLC0415 - a start makes no backup

    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        counts = _copy(source, unfinished)
        sync(unfinished)
        unfinished.replace(target)
        sync(target.parent)
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise DatabaseDamaged(_DAMAGED) from error
    except (OSError, apsw.Error) as error:
        message = (
            f"The backup {target} could not be written ({error}). Your data are unchanged; "
            "choose another place or make room."
        )
        raise CannotSave(message) from error
    finally:
        for rest in (unfinished, *unfinished.parent.glob(f"{unfinished.name}-*")):
            with contextlib.suppress(OSError):
                rest.unlink()
    return counts


def _copy(source: apsw.Connection, path: Path) -> Counts:
    copy = apsw.Connection(str(path))
    try:
        with copy.backup("main", source, "main") as backup:
            backup.step(-1)
        copy.execute("PRAGMA journal_mode = DELETE")
        if verify(copy):
            if not looks_sound(source):
                raise DatabaseDamaged(_DAMAGED)
            message = "the copy did not pass its check"
            raise OSError(message)
        return count(copy)
    finally:
        copy.close()


def inspect(path: Path) -> Counts:
    """Open a backup read-only and count it; raises DatabaseDamaged when it is not sound."""
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            if problems := verify(connection):
                message = f"{path.name} is damaged ({problems[0]}). Nothing was changed."
                raise DatabaseDamaged(message)
            return count(connection)
        finally:
            connection.close()
    except apsw.Error as error:
        message = f"{path.name} is damaged and cannot be read ({error}). Nothing was changed."
        raise DatabaseDamaged(message) from error


def sync(path: Path) -> None:
    """Wait until a file or the names in a folder are on disk; raises OSError."""
    with contextlib.suppress(PermissionError):  # Windows cannot open a folder
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
