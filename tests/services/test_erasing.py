"""Erased for good: gone from the file, and said which backups still hold the person."""

from pathlib import Path

from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.erasing import MAIL_FOLDER, backups_holding
from infoview_gui.store.backups import back_up
from infoview_gui.store.models import Letter


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


def test_letters_on_their_way_to_a_mail_program_go_too(services: Services) -> None:
    ada = services.people.add(PersonDraft(name="Ada Zorn"))
    bo = services.people.add(PersonDraft(name="Bo Young"))

    def write() -> list[int]:
        return [
            Letter.create(kind="news", person=one, created_at=1, changed_at=1).id
            for one in (ada, bo)
        ]

    hers, his = services.store.change("Write", write)
    folder = services.store.path.parent / MAIL_FOLDER
    folder.mkdir()
    for letter in (hers, his):
        (folder / f"{letter}-news.eml").write_text("Dear …")

    services.people.erase([ada])

    assert [path.name for path in folder.iterdir()] == [f"{his}-news.eml"]
