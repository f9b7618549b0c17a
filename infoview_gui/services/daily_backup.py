"""The backup of a day: check the database, copy it, prove the copy, let old copies go."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import apsw

from infoview_gui.services import restoring
from infoview_gui.services.restoring import Backup
from infoview_gui.store import backups, rotation
from infoview_gui.store.backups import Counts
from infoview_gui.store.errors import DatabaseDamaged


@dataclass(frozen=True, slots=True)
class Damage:
    """The check found the database damaged; nothing was written."""

    newest_good: tuple[Backup, Counts] | None


def is_made(folder: Path, day: date) -> bool:
    """Whether the backup of a day is there."""
    return rotation.file_of(folder, day).exists()


def make(connection: apsw.Connection, folder: Path, day: date) -> Counts | Damage | None:
    """Make the backup of a day on a reading connection; None where there is nothing to keep.

    Raises CannotSave; earlier backups are unchanged then.
    """
    try:
        if not backups.looks_sound(connection):
            return Damage(restoring.newest_good(folder))
        counts = backups.count(connection)
        if not (counts.people or counts.conversations or counts.notes):
            return None
        backups.back_up(connection, rotation.file_of(folder, day))
    except (DatabaseDamaged, apsw.CorruptError, apsw.NotADBError):
        return Damage(restoring.newest_good(folder))
    rotation.prune(folder, day)
    return counts
