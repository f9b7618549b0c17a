"""What is left of somebody who was erased for good: files of letters, backups that hold them."""

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import apsw

MAIL_FOLDER = "letters"
"""Beside the database: letters on their way to a mail program, each named after its id."""
_MOST_VARIABLES = 10_000


@dataclass(frozen=True, slots=True)
class InBackups:
    """Backups that hold any of the people, and those that could not be looked into."""

    holding: tuple[Path, ...] = ()
    unreadable: tuple[Path, ...] = ()


def forget_mail_files(folder: Path, letter_ids: Collection[int]) -> None:
    """Remove the files of these letters; one that cannot be removed is tidied away in a day."""
    for path in folder.glob("*.eml") if letter_ids else ():
        number = path.name.partition("-")[0]
        if number.isdigit() and int(number) in letter_ids:
            with contextlib.suppress(OSError):
                path.unlink()


def backups_holding(folder: Path, uids: Sequence[str]) -> InBackups:
    """Look into every database in a folder, changing none; a folder that is not there holds none.

    What cannot be read may hold them too and is named apart.
    """
    holding: list[Path] = []
    unreadable: list[Path] = []
    for path in sorted(folder.glob("*.db")) if folder.is_dir() else ():
        try:
            if _holds(path, uids):
                holding.append(path)
        except (apsw.Error, OSError):
            unreadable.append(path)
    return InBackups(tuple(holding), tuple(unreadable))


def _holds(path: Path, uids: Sequence[str]) -> bool:
    # A backup lies still: "immutable" keeps SQLite from making files beside it.
    address = f"file:{quote(str(path))}?immutable=1"
    connection = apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    try:
        return any(
            connection.execute(_query(part), part).fetchone() is not None for part in _parts(uids)
        )
    finally:
        connection.close()


def _query(part: Sequence[str]) -> str:
    marks = ",".join("?" * len(part))
    return f"SELECT 1 FROM person WHERE uid IN ({marks}) LIMIT 1"  # noqa: S608 - marks only


def _parts(uids: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(uids[at : at + _MOST_VARIABLES]) for at in range(0, len(uids), _MOST_VARIABLES)]
