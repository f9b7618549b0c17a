from collections.abc import Iterator
from pathlib import Path

import pytest

from infoview_gui.store.changes import Changes
from infoview_gui.store.models import Conversation, Note, Participant, Person
from infoview_gui.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "infoview.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path)
    yield store
    store.close()


@pytest.fixture
def notices(store: Store) -> list[Changes]:
    heard: list[Changes] = []
    store.subscribe(heard.append)
    return heard


def insert_person(name: str) -> int:
    """Create a person inside a change; the id."""
    key = name.casefold().encode()
    return int(Person.create(uid=name, name=name, name_key=key, created_at=1).id)


def insert_conversation(uid: str, *people: int) -> int:
    """Create a conversation inside a change; the id."""
    talk = Conversation.create(uid=uid, created_at=1)
    for position, person in enumerate(people):
        Participant.create(conversation=talk.id, person=person, position=position)
    return int(talk.id)


def save_note(store: Store, conversation_id: int, text: str) -> None:
    """Autosave a note and wait for the disk."""

    def work() -> None:
        mine = Note.conversation == conversation_id
        if not Note.update(text=text, saved_at=2).where(mine).execute():
            Note.create(conversation=conversation_id, text=text, saved_at=1)

    store.save(work).result()


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of ours, to compare before and after."""
    connection = store.connection()
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if "_words" not in row[0]
    ]
    return {
        name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
        for name in names
    }


def found(store: Store, words: str) -> list[int]:
    """The ids that the search index finds."""
    query = "SELECT rowid FROM person_words WHERE person_words MATCH ? ORDER BY rowid"
    return [row[0] for row in store.connection().execute(query, (words,))]
