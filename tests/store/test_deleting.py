"""Deleting many rows at once leaves what deleting them singly leaves."""

from pathlib import Path

import pytest

from infoview_gui.store.deleting import delete_rows
from infoview_gui.store.models import (
    Activity,
    ContactPoint,
    Conversation,
    Insight,
    Letter,
    Person,
    PersonTag,
)
from infoview_gui.store.store import Store
from tests.store.conftest import contents, insert_conversation, insert_person, save_note


def filled(path: Path) -> tuple[Store, list[int], int]:
    """Two people who go, one who stays and was introduced by one of them, and a talk."""
    store = Store(path)

    def people() -> list[int]:
        ids = [insert_person(name) for name in ("Ada", "Ben", "Cleo")]
        for ident in ids:
            ContactPoint.create(person=ident, kind="email", value=f"{ident}@x.example")
            PersonTag.create(person=ident, name="grid")
            Activity.create(person=ident, kind="imported", at=1)
            Insight.create(text="short of people", person=ident, at=1)
        Person.update(introduced_by=ids[0]).where(Person.id == ids[2]).execute()
        return ids

    ids = store.change("Add", people)
    talk = store.change("Plan", lambda: insert_conversation("t1", ids[0], ids[2]))
    save_note(store, talk, "turbines")
    store.change("Write", lambda: _offer(ids[1], talk))
    return store, ids[:2], talk


def _offer(person: int, talk: int) -> None:
    """A letter of somebody who goes, which proposed a talk that stays."""
    letter = Letter.create(kind="first message", person=person, created_at=1, changed_at=1)
    Conversation.update(offer_id=letter.id).where(Conversation.id == talk).execute()


@pytest.mark.parametrize("many", [0, 5000])
def test_what_belongs_to_people_goes_and_what_names_them_stays(tmp_path: Path, many: int) -> None:
    one, going, _talk = filled(tmp_path / "one.db")
    one.change("Delete", lambda: [Person.delete_by_id(ident) for ident in going])
    singly = contents(one)
    one.close()

    store, going, _talk = filled(tmp_path / "many.db")
    before = contents(store)
    store.change("Delete", lambda: delete_rows(store.connection(), "person", going), many=many)

    assert contents(store) == singly
    assert store.undo() is not None
    assert contents(store) == before
    store.close()


def test_a_conversation_goes_with_its_notes(tmp_path: Path) -> None:
    one, _going, talk = filled(tmp_path / "one.db")
    one.change("Delete", lambda: Conversation.delete_by_id(talk))
    singly = contents(one)
    one.close()

    store, _going, talk = filled(tmp_path / "many.db")
    store.change("Delete", lambda: delete_rows(store.connection(), "conversation", [talk]))

    assert contents(store) == singly
    store.close()
