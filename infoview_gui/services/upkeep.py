"""Backup, restore and check of the whole file."""

from pathlib import Path

from infoview_gui.paths import Paths
from infoview_gui.practice import stages
from infoview_gui.services import derived, next_steps, restoring
from infoview_gui.services.opening import open_store
from infoview_gui.store import backups
from infoview_gui.store.backups import Counts
from infoview_gui.store.binding import DATABASE
from infoview_gui.store.database import examine
from infoview_gui.store.errors import CannotOpen, CannotSave
from infoview_gui.store.lock import Lock
from infoview_gui.store.models import Person


def back_up(paths: Paths, target: Path) -> Counts:
    """Copy the live database to a file and prove the copy good; raises StoreError."""
    _require(paths)
    if target.exists() and (target.is_dir() or target.samefile(paths.database)):
        message = f"{target} cannot be written over. Choose another name; nothing was changed."
        raise CannotSave(message)
    store = open_store(paths.database, paths.backups)
    try:
        return backups.back_up(store.connection(), target)
    finally:
        store.close()


def restore(paths: Paths, source: Path) -> tuple[Counts, Path | None]:
    """Put a proven backup in the place of the database and return what it holds.

    The present state is backed up first and its path returned (None where there was none, or
    where it is damaged: then the damaged file itself is kept under that path). Raises StoreError;
    nothing is changed then. Refused while a window has the database open.
    """
    restoring.require(source)
    paths.make_folders()
    lock = Lock(paths.data)
    lock.take()
    try:
        return restore_closed(paths.database, paths.backups, source)
    finally:
        lock.release()


def restore_closed(database: Path, folder: Path, source: Path) -> tuple[Counts, Path | None]:
    """Do the same for a database that nobody has open and whose lock the caller holds.

    ``folder`` is where the present state is kept.
    """

    def keep(target: Path) -> None:
        store = open_store(database, folder)
        try:
            backups.back_up(store.connection(), target)
        finally:
            store.close()

    prepared = restoring.prepare(database, folder, source, keep)
    restoring.put_in_place(database, prepared)
    return prepared.counts, prepared.kept


def check(paths: Paths) -> tuple[Counts, list[str]]:
    """Verify the file and compute every cached column anew; return counts and what is wrong."""
    _require(paths)
    store = open_store(paths.database, paths.backups)
    try:
        with store.guarded():
            connection = store.connection()
            problems = backups.verify(connection)
            problems = problems or _stale_columns()
            return backups.count(connection), problems
    finally:
        store.close()


def _stale_columns() -> list[str]:
    problems: list[str] = []
    steps = dict(next_steps.out_of_date(DATABASE.connection()))
    for person in Person.select():
        stage = stages.stage(derived.stage_facts(person.id))
        kept = (person.stage, person.last_at)
        if person.id in steps or kept != (stage.value, derived.last_at(person.id)):
            problems.append(f"the stage or next step of person {person.id} is out of date")
    return problems


def _require(paths: Paths) -> None:
    if examine(paths.database) == 0:
        message = f"There is no database in {paths.data} yet. Nothing was changed."
        raise CannotOpen(message)
