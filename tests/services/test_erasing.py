"""Erased for good: gone from the file, and said which backups still hold the person."""

from pathlib import Path

from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.erasing import backups_holding
from infoview_gui.store.backups import back_up


def test_backups_that_hold_an_erased_person_are_named(services: Services, tmp_path: Path) -> None:
    backups = tmp_path / "back ups #1"
    services.people.add(PersonDraft(name="Bo Young"))
    back_up(services.store.connection(), backups / "infoview-2026-11-01.db")
    ada = services.people.add(PersonDraft(name="Ada Zorn"))
    back_up(services.store.connection(), backups / "infoview-2026-11-02.db")
    (backups / "damaged-2026.db").write_bytes(b"SQLite format 3\0 and nothing more" * 100)
    before = sorted(path.name for path in backups.iterdir())

    uids = services.people.erase([ada])

    found = backups_holding(backups, uids)
    assert [path.name for path in found.holding] == ["infoview-2026-11-02.db"]
    assert [path.name for path in found.unreadable] == ["damaged-2026.db"]
    assert sorted(path.name for path in backups.iterdir()) == before
    assert b"Ada Zorn" not in services.store.path.read_bytes()


def test_without_a_folder_no_backup_holds_anybody(tmp_path: Path) -> None:
    found = backups_holding(tmp_path / "none", ["x"])
    assert (found.holding, found.unreadable) == ((), ())
