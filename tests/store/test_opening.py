"""A file that is damaged, foreign or too new is refused and left as it is."""

import os
import stat
import threading
from functools import partial
from pathlib import Path

import apsw
import pytest

from infoview_gui.store import backups
from infoview_gui.store.errors import (
    CannotOpen,
    CannotSave,
    DatabaseDamaged,
    DatabaseTooNew,
    InUse,
    NotOurs,
    StoreError,
)
from infoview_gui.store.lock import Lock
from infoview_gui.store.migrations import CURRENT_VERSION, migrate
from infoview_gui.store.models import Person
from infoview_gui.store.store import Store
from tests.store.conftest import contents, insert_person

FIRST_VERSION = Path(__file__).parent / "data" / "version-1.db"
THIRD_VERSION = Path(__file__).parent / "data" / "version-3.db"
FIFTH_VERSION = Path(__file__).parent / "data" / "version-5.db"


def _made(path: Path) -> Path:
    store = Store(path)
    store.change("Add", lambda: [insert_person(f"p{n}") for n in range(50)])
    store.close()
    return path


def _refused(path: Path, kind: type[StoreError]) -> str:
    before, moment = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(kind) as caught:
        Store(path)
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == moment
    return str(caught.value)


@pytest.mark.parametrize("ahead", [1, 100])
def test_a_newer_file_is_refused_and_untouched(path: Path, ahead: int) -> None:
    connection = apsw.Connection(str(_made(path)))
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute(f"PRAGMA user_version = {CURRENT_VERSION + ahead}")
    connection.close()

    assert "newer" in _refused(path, DatabaseTooNew)


@pytest.mark.parametrize("version", [0, -7])
def test_a_version_that_makes_no_sense_is_refused(path: Path, version: int) -> None:
    connection = apsw.Connection(str(_made(path)))
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()

    _refused(path, DatabaseDamaged)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE bookmarks (id INTEGER PRIMARY KEY)")
    connection.close()

    assert "another program" in _refused(path, NotOurs)


@pytest.mark.parametrize("content", [b"not a database", b"\x00" * 4096, b"SQLite format 3\x00"])
def test_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "infoview.db"
    path.write_bytes(content)

    assert path.name in _refused(path, DatabaseDamaged)


@pytest.mark.parametrize("place", range(0, 64, 8))
def test_a_file_cut_or_flipped_anywhere_ends_in_words(path: Path, place: int) -> None:
    data = _made(path).read_bytes()
    cut = len(data) * place // 64
    flipped = bytearray(data)
    flipped[cut : cut + 400] = bytes(255 - byte for byte in flipped[cut : cut + 400])
    for content in (data[: max(cut, 1)], bytes(flipped)):
        path.write_bytes(content)
        assert _people_or_words(path) in {50, "words"}


def _people_or_words(path: Path) -> int | str:
    """How many people can be read, or that it was said in words that the file is damaged."""
    try:
        store = Store(path)
    except StoreError:
        return "words"
    try:
        with store.guarded():
            return len(list(Person.select()))
    except DatabaseDamaged:
        return "words"
    finally:
        store.close()


def test_a_database_whose_birth_is_still_in_the_log_opens(tmp_path: Path) -> None:
    """As after a kill in the middle of the first start."""
    live = tmp_path / "live.db"
    connection = apsw.Connection(str(live))
    connection.execute("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
    migrate(connection)
    killed = tmp_path / "killed.db"
    for end in ("", "-wal"):
        Path(f"{killed}{end}").write_bytes(Path(f"{live}{end}").read_bytes())
    connection.close()

    store = Store(killed)

    assert store.change("Add", lambda: insert_person("Amara")) == 1
    store.close()


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()

    store = Store(path)

    assert contents(store)["person"] == []
    store.close()


def test_only_the_user_can_read_the_files(path: Path) -> None:
    old = os.umask(0o022)
    try:
        store = Store(path)
        store.change("Add", lambda: insert_person("Amara"))
        files = list(path.parent.iterdir())
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        store.close()
    finally:
        os.umask(old)


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    path = tmp_path / "infoview.db"
    path.mkdir()

    with pytest.raises(CannotOpen):
        Store(path)


def test_a_database_of_the_first_version_opens_with_everything(tmp_path: Path) -> None:
    path = tmp_path / "infoview.db"
    path.write_bytes(FIRST_VERSION.read_bytes())

    store = Store(path)

    rows = contents(store)
    assert [row[4] for row in rows["person"]] == ["Amara Okafor", "Ben Ito"]
    assert len(rows["conversation"]) == 1
    assert rows["note"][0][2] == "Team of 14\n! Regulators ask for forecasts"
    assert store.connection().execute("PRAGMA user_version").get == CURRENT_VERSION
    query = "SELECT rowid FROM note_words WHERE note_words MATCH 'regulat*'"
    assert store.connection().execute(query).get == rows["note"][0][0]
    created, last = store.connection().execute("SELECT created_at, last_at FROM person").fetchone()
    assert last >= created > 0
    assert all(key for (key,) in store.connection().execute("SELECT name_key FROM employer"))
    store.close()


def test_a_file_of_the_third_version_keeps_what_a_talk_left(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(THIRD_VERSION.read_bytes())

    store = Store(path)

    rows = contents(store)
    assert [row[4] for row in rows["person"]] == ["Amara Okafor", "Ben Ito", "Cleo Marsh"]
    assert [row[1] for row in rows["insight"]] == ["Regulators ask for forecasts"]
    assert len(rows["event"]) == 2
    assert store.connection().execute("SELECT sequence FROM conversation").get == 0
    assert store.connection().execute("PRAGMA user_version").get == CURRENT_VERSION
    store.close()


def test_a_database_of_the_fifth_version_keeps_its_letters_and_offers(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(FIFTH_VERSION.read_bytes())

    store = Store(path)

    rows = contents(store)
    asked = "SELECT subject, address FROM letter"
    offers = "SELECT uid FROM conversation WHERE offer_id IS NOT NULL ORDER BY starts_at"
    assert store.connection().execute(asked).fetchall() == [("A short talk?", "")]
    assert store.connection().execute(offers).fetchall() == [("offer-1",), ("offer-2",)]
    assert len(rows["settled"]) == len(rows["own_template"]) == len(rows["task"]) == 1
    assert rows["engagement"] == rows["attendance"] == []
    assert store.connection().execute("PRAGMA user_version").get == CURRENT_VERSION
    store.close()


def test_a_full_disk_leaves_what_was_there(path: Path, store: Store) -> None:
    store.change("Add", lambda: insert_person("Amara"))
    full = contents(store)
    store.change("Limit", lambda: _limit_pages(store))

    with pytest.raises(CannotSave, match="full"):
        store.change("Import", lambda: [insert_person(f"{n}" * 500) for n in range(500)])

    assert contents(store) == full


def _limit_pages(store: Store) -> None:
    pages = store.connection().execute("PRAGMA page_count").get
    store.connection().execute(f"PRAGMA max_page_count = {pages + 2}")


def test_a_backup_holds_everything_and_replaces_only_when_good(
    store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"the last good one")
    store.change("Add", lambda: insert_person("Amara"))

    counts = backups.back_up(store.connection(), target)

    assert counts.people == 1
    assert backups.inspect(target) == counts
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob(".copy*")] == []


def test_a_backup_that_cannot_be_written_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(CannotSave):
        backups.back_up(store.connection(), tmp_path / "file" / "copy.db")


def test_backups_while_another_thread_commits_are_whole(store: Store, tmp_path: Path) -> None:
    ended = threading.Event()

    def commit() -> None:
        number = 0
        while not ended.is_set():
            store.change("Add", partial(insert_person, f"p{number}"))
            number += 1

    writer = threading.Thread(target=commit)
    writer.start()
    try:
        for number in range(10):
            target = tmp_path / f"{number}.db"
            counts = backups.back_up(store.connection(), target)
            assert backups.inspect(target) == counts
    finally:
        ended.set()
        writer.join()


def test_one_window_or_one_restore_at_a_time(tmp_path: Path) -> None:
    window, other = Lock(tmp_path), Lock(tmp_path)
    window.take()
    with pytest.raises(InUse):
        other.take()
    window.release()

    other.take()
    with pytest.raises(InUse):
        window.take()
    other.release()
