"""A restore gives the backup and nothing else, keeps what was, changes nothing where it fails."""

import shutil
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import apsw
import pytest

from infoview_gui.paths import Paths, find_paths
from infoview_gui.services import daily_backup, restoring, upkeep
from infoview_gui.services.bundle import make_services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.store.errors import (
    CannotOpen,
    CannotSave,
    DatabaseDamaged,
    DatabaseTooNew,
    NotOurs,
    StoreError,
)
from infoview_gui.store.store import Store


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = find_paths(tmp_path / "data")
    paths.make_folders()
    return paths


def _add(paths: Paths, *names: str) -> None:
    store = Store(paths.database)
    for name in names:
        make_services(store).people.add(PersonDraft(name=name))
    store.close()


def _names(path: Path) -> list[str]:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return [str(row[0]) for row in connection.execute("SELECT name FROM person ORDER BY id")]
    finally:
        connection.close()


@pytest.fixture
def backup(paths: Paths, tmp_path: Path) -> Path:
    """A backup with Amara; the database has Ben as well."""
    _add(paths, "Amara")
    target = tmp_path / "backup.db"
    upkeep.back_up(paths, target)
    _add(paths, "Ben")
    return target


def test_the_backup_comes_back_and_a_second_restore_takes_it_back(
    paths: Paths, backup: Path
) -> None:
    counts, kept = upkeep.restore(paths, backup)
    assert counts.people == 1
    assert _names(paths.database) == ["Amara"]
    assert kept is not None
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600

    _counts, again = upkeep.restore(paths, kept)

    assert _names(paths.database) == ["Amara", "Ben"]
    assert again is not None
    assert again != kept  # also within one second
    assert _names(again) == ["Amara"]


def test_a_copied_live_database_brings_its_log_along(paths: Paths, tmp_path: Path) -> None:
    _add(paths, "Amara")
    copied = tmp_path / "copied.db"
    store = Store(paths.database)
    make_services(store).people.add(PersonDraft(name="Only in the log"))
    for end in ("", "-wal"):
        shutil.copy(f"{paths.database}{end}", f"{copied}{end}")
    store.close()

    upkeep.restore(paths, copied)

    assert _names(paths.database) == ["Amara", "Only in the log"]


def _newer(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def _newer_in_its_log(path: Path) -> None:
    made = path.with_suffix(".made")
    shutil.copy(path, made)
    connection = apsw.Connection(str(made))
    connection.execute("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
    connection.execute("PRAGMA user_version = 999")
    for end in ("", "-wal"):
        shutil.copy(f"{made}{end}", f"{path}{end}")
    connection.close()


def _foreign(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA application_id = 7")
    connection.close()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (_newer, DatabaseTooNew),
        (_newer_in_its_log, DatabaseTooNew),
        (_foreign, NotOurs),
        (_cut, DatabaseDamaged),
        (Path.unlink, CannotOpen),
    ],
)
def test_a_file_that_is_no_good_changes_nothing(
    paths: Paths, backup: Path, spoil: Callable[[Path], None], kind: type[StoreError]
) -> None:
    spoil(backup)
    before = {path: path.read_bytes() for path in paths.data.rglob("*.db*")}

    with pytest.raises(kind):
        upkeep.restore(paths, backup)

    assert {path: path.read_bytes() for path in paths.data.rglob("*.db*")} == before
    assert not list(paths.data.glob("*.restoring"))


def test_a_full_disk_changes_nothing(
    paths: Paths, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path) -> None:
        raise CannotSave("The disk is full.")

    def no_room(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", no_room)
    with pytest.raises(CannotSave, match="nothing was restored"):
        restoring.prepare(paths.database, paths.backups, backup, full)

    assert _names(paths.database) == ["Amara", "Ben"]
    assert not list(paths.data.glob("*.restoring"))


def test_a_damaged_file_is_kept_with_its_log(paths: Paths, backup: Path) -> None:
    paths.database.write_bytes(b"not a database")
    Path(f"{paths.database}-wal").write_bytes(b"its log")

    _counts, kept = upkeep.restore(paths, backup)

    assert kept is not None
    assert kept.name.startswith("damaged-")
    assert kept.read_bytes() == b"not a database"
    assert Path(f"{kept}-wal").read_bytes() == b"its log"
    assert _names(paths.database) == ["Amara"]
    assert restoring.found(paths.backups) == []  # what is damaged is no backup


def test_the_newest_good_backup_is_found(paths: Paths, backup: Path) -> None:
    paths.backups.mkdir()
    good = paths.backups / "infoview-2026-01-01.db"
    shutil.copy(backup, good)
    bad = paths.backups / "infoview-2026-01-02.db"
    bad.write_bytes(good.read_bytes()[:6000])

    found = restoring.newest_good(paths.backups)

    assert [one.path for one in restoring.found(paths.backups)] == [bad, good]
    assert found is not None
    assert found[0].path == good
    assert restoring.newest_good(paths.data / "none") is None


def test_no_day_is_made_of_a_damaged_database(paths: Paths, backup: Path) -> None:
    """Where the quick check passes, the proof of the copy still finds it."""
    connection = apsw.Connection(str(paths.database))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA writable_schema = ON")
    root = "SELECT rootpage FROM sqlite_schema WHERE name = 'person_by_name'"
    page = int(connection.execute(root).get)
    size = int(connection.execute("PRAGMA page_size").get)
    connection.close()
    content = bytearray(paths.database.read_bytes())
    content[page * size - 60 : page * size] = b"\x01" * 60
    paths.database.write_bytes(bytes(content))

    store = Store(paths.database)
    made = daily_backup.make(store.connection(), paths.backups, date(2026, 11, 24))
    store.close()

    assert isinstance(made, daily_backup.Damage)
    assert not daily_backup.is_made(paths.backups, date(2026, 11, 24))
