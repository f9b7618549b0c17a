"""Whether many people change or few: what is searched is what is stored."""

import pytest

from infoview_gui.services.bundle import Services, make_services
from infoview_gui.store import indexing
from infoview_gui.store.models import Note, Person
from infoview_gui.store.store import Store
from tests.store.conftest import insert_conversation, insert_person, save_note

_KEPT, _GONE = "Ada Kept", "Bo Gone"


@pytest.fixture(params=["row by row", "anew"])
def services(
    store: Store, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Services:
    if request.param == "anew":
        monkeypatch.setattr(indexing, "MANY", 0)
        monkeypatch.setattr(indexing, "_people", lambda _connection: 0)
    return make_services(store)


def found(store: Store, word: str) -> list[int]:
    query = "SELECT rowid FROM person_words WHERE person_words MATCH ?"
    return [int(str(row[0])) for row in store.connection().execute(query, (word,))]


def found_notes(store: Store, word: str) -> list[int]:
    query = "SELECT rowid FROM note_words WHERE note_words MATCH ?"
    return [int(str(row[0])) for row in store.connection().execute(query, (word,))]


def assert_sound(store: Store) -> None:
    def check() -> None:
        words = "INSERT INTO person_words (person_words, rank) VALUES ('integrity-check', 1)"
        store.connection().execute(words)

    store.change("Check", check)


def test_deleting_undoing_and_doing_again_keeps_the_indexes_right(
    store: Store, services: Services
) -> None:
    kept = store.change("Add", lambda: insert_person(_KEPT))
    gone = store.change("Add", lambda: insert_person(_GONE))
    talk = store.change("Plan", lambda: insert_conversation("t1", gone))
    save_note(store, talk, "turbines")
    note = Note.get().id

    services.people.delete([gone])
    assert (found(store, "kept"), found(store, "gone")) == ([kept], [])
    assert found_notes(store, "turbines") == []
    assert_sound(store)

    store.undo()
    assert (found(store, "kept"), found(store, "gone")) == ([kept], [gone])
    assert found_notes(store, "turbines") == [note]
    assert_sound(store)

    store.redo()
    assert (found(store, "kept"), found(store, "gone")) == ([kept], [])
    assert found_notes(store, "turbines") == []
    assert_sound(store)


def test_what_comes_later_is_indexed_as_ever(store: Store, services: Services) -> None:
    gone = store.change("Add", lambda: insert_person(_GONE))
    services.people.delete([gone])

    later = store.change("Add", lambda: insert_person("Cy Later"))

    assert found(store, "later") == [later]


def test_an_undo_that_is_left_as_it_is_leaves_the_indexes_too(
    store: Store, services: Services
) -> None:
    person = store.change("Add", lambda: insert_person(_KEPT))
    # Not through the store's own step: the row has moved on when the step is undone.
    store.save(lambda: _rename(person)).result()

    outcome = store.undo()

    assert outcome is not None
    assert not outcome.done
    assert found(store, "moved") == [person]
    assert_sound(store)


def _rename(person: int) -> None:
    Person.update(name="Moved").where(Person.id == person).execute()
