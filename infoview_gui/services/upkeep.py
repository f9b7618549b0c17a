"""Backup, restore and check of the whole file."""

import contextlib
import shutil
import time
from pathlib import Path

from infoview_gui.paths import Paths
from infoview_gui.practice import follow_ups, stages
from infoview_gui.services import derived
from infoview_gui.store import backups
from infoview_gui.store.backups import Counts
from infoview_gui.store.database import examine
from infoview_gui.store.errors import CannotOpen, CannotSave, DatabaseDamaged
from infoview_gui.store.lock import Lock
from infoview_gui.store.models import Person
from infoview_gui.store.store import Store


def back_up(paths: Paths, target: Path) -> Counts:
    """Copy the live database to a file and prove the copy good; raises StoreError."""
    _require(paths)
    if target.exists() and (target.is_dir() or target.samefile(paths.database)):
        message = f"{target} cannot be written over. Choose another name; nothing was changed."
        raise CannotSave(message)
    store = Store(paths.database, backups=paths.backups)
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
    if not source.is_file():
        message = f"{source} is not there. Nothing was changed."
        raise CannotOpen(message)
    counts = _proven(source)
    paths.make_folders()
    lock = Lock(paths.data)
    lock.take()
    try:
        kept = _keep_present(paths)
        _replace(paths, source)
    finally:
        lock.release()
    return counts, kept


def _proven(source: Path) -> Counts:
    try:
        examine(source)
    except DatabaseDamaged as error:
        message = f"{source.name} is damaged or is no backup of Infoview. Nothing was changed."
        raise DatabaseDamaged(message) from error
    return backups.inspect(source)


def check(paths: Paths) -> tuple[Counts, list[str]]:
    """Verify the file and compute every cached column anew; return counts and what is wrong."""
    _require(paths)
    store = Store(paths.database, backups=paths.backups)
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
    for person in Person.select():
        stage = stages.stage(derived.stage_facts(person.id))
        step = follow_ups.next_step(derived.talks_of(person.id), stage)
        kind, at = (step.kind.value, step.at) if step else ("", None)
        if (person.stage, person.next_kind, person.next_at) != (stage.value, kind, at):
            problems.append(f"the stage or next step of person {person.id} is out of date")
    return problems


def _require(paths: Paths) -> None:
    if examine(paths.database) == 0:
        message = f"There is no database in {paths.data} yet. Nothing was changed."
        raise CannotOpen(message)


def _keep_present(paths: Paths) -> Path | None:
    if not paths.database.exists() or paths.database.stat().st_size == 0:
        return None
    stamp = time.strftime("%Y-%m-%d-%H%M%S")
    paths.backups.mkdir(mode=0o700, exist_ok=True)
    target = paths.backups / f"before-restore-{stamp}.db"
    with contextlib.suppress(Exception):  # a damaged file cannot be backed up, only kept
        back_up(paths, target)
        return target
    target = paths.backups / f"damaged-{stamp}.db"
    shutil.copy2(paths.database, target)
    return target


def _replace(paths: Paths, source: Path) -> None:
    """Write the backup beside the database and rename; its write-ahead log must go first."""
    fresh = paths.database.with_suffix(".restoring")
    try:
        shutil.copyfile(source, fresh)
        fresh.chmod(0o600)
        for end in ("-wal", "-shm"):
            Path(f"{paths.database}{end}").unlink(missing_ok=True)
        fresh.replace(paths.database)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        message = (
            f"The backup could not be put in place ({error.strerror}). Your data are as before."
        )
        raise CannotSave(message) from error
