"""Erased for good: gone from the file, and said which backups still hold the person."""

from pathlib import Path

import pytest

from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft, PersonDraft
from infoview_gui.services.erasing import MAIL_FOLDER, backups_holding
from infoview_gui.services.own_words import FILE_NAME
from infoview_gui.store.backups import back_up
from infoview_gui.store.models import Letter, Person


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


def test_words_of_their_name_that_were_added_to_the_dictionary_go_too(services: Services) -> None:
    for word in ("Zorn", "Szabó", "gridmap"):
        services.spelling.add(word)
    names = ("Ada Szabó-Zorn", "Bo Young")
    ada, bo = (services.people.add(PersonDraft(name=name)) for name in names)
    words = services.store.path.parent / FILE_NAME

    services.people.erase([bo])
    assert words.read_text("utf-8").split() == ["gridmap", "Szabó", "Zorn"]
    services.people.erase([ada])
    assert words.read_text("utf-8").split() == ["gridmap"]
    services.spelling.add("pitch")
    assert words.read_text("utf-8").split() == ["gridmap", "pitch"]


def test_nobody_is_erased_while_words_of_theirs_cannot_be(services: Services) -> None:
    services.spelling.add("Zorn")
    ada = services.people.add(PersonDraft(name="Ada Zorn"))
    folder = services.store.path.parent
    kept = folder / "elsewhere.txt"
    (folder / FILE_NAME).rename(kept)
    (folder / FILE_NAME).symlink_to(kept)

    with pytest.raises(InvalidDraft, match="Nothing was erased"):
        services.people.erase([ada])
    assert [person.name for person in Person.select()] == ["Ada Zorn"]
