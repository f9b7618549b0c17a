"""Undo and redo give back exactly what was there, and never take away what somebody typed."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_gui.store.models import Conversation, Note, Participant, Person
from infoview_gui.store.store import Store
from tests.store.conftest import (
    contents,
    found,
    insert_conversation,
    insert_person,
    save_note,
)


def test_an_insert_goes_and_comes_back_with_its_id_and_its_words(store: Store) -> None:
    person = store.change("Add Amara", lambda: insert_person("Amara Okafor"))
    full = contents(store)

    outcome = store.undo()

    assert outcome is not None
    assert (outcome.label, outcome.done) == ("Add Amara", True)
    assert contents(store)["person"] == []
    assert found(store, "amara") == []
    store.redo()
    assert contents(store) == full
    assert found(store, "amara") == [person]


def test_an_update_is_taken_back(store: Store) -> None:
    person = store.change("Add", lambda: insert_person("Amara"))
    store.change(
        "Rename", lambda: Person.update(name="Amara Okafor").where(Person.id == person).execute()
    )
    assert found(store, "okafor") == [person]

    store.undo()

    assert Person.get_by_id(person).name == "Amara"
    assert found(store, "okafor") == []


def test_a_delete_brings_back_what_the_cascade_took(store: Store) -> None:
    amara = store.change("Add", lambda: insert_person("Amara"))
    ben = store.change("Add", lambda: insert_person("Ben"))
    store.change(
        "Introduce", lambda: Person.update(introduced_by=amara).where(Person.id == ben).execute()
    )
    talk = store.change("Plan", lambda: insert_conversation("t", amara, ben))
    save_note(store, talk, "what she said")
    full = contents(store)

    store.change("Delete Amara", lambda: Person.delete().where(Person.id == amara).execute())
    assert Participant.select().count() == 1
    assert Person.get_by_id(ben).introduced_by_id is None
    store.undo()
    assert contents(store) == full

    store.change(
        "Delete the talk", lambda: Conversation.delete().where(Conversation.id == talk).execute()
    )
    assert Note.select().count() == 0
    store.undo()
    assert contents(store) == full
    store.redo()
    assert Note.select().count() == 0
    store.undo()
    assert contents(store) == full


def test_typed_text_survives_the_undo_of_its_conversation(store: Store) -> None:
    talk = store.change("Plan", lambda: insert_conversation("t"))
    save_note(store, talk, "typed since")

    outcome = store.undo()

    assert outcome is not None
    assert not outcome.done
    assert "Plan" in outcome.reason
    assert [note.text for note in Note.select()] == ["typed since"]
    assert Conversation.select().count() == 1


def test_the_steps_before_one_that_stays_can_still_be_undone(store: Store) -> None:
    store.change("Add Ben", lambda: insert_person("Ben"))
    talk = store.change("Plan", lambda: insert_conversation("t"))
    save_note(store, talk, "typed since")

    store.undo()
    outcome = store.undo()

    assert outcome is not None
    assert (outcome.label, outcome.done) == ("Add Ben", True)
    assert Person.select().count() == 0


def test_redoing_a_delete_does_not_take_text_typed_after_the_undo(store: Store) -> None:
    talk = store.change("Plan", lambda: insert_conversation("t"))
    save_note(store, talk, "before")
    store.change("Delete", lambda: Conversation.delete().where(Conversation.id == talk).execute())
    store.undo()
    save_note(store, talk, "before and after")

    outcome = store.redo()

    assert outcome is not None
    assert not outcome.done
    assert [note.text for note in Note.select()] == ["before and after"]


def test_other_columns_of_a_conversation_with_new_text_can_be_undone(store: Store) -> None:
    talk = store.change("Plan", lambda: insert_conversation("t"))
    mine = Conversation.id == talk
    store.change("Goal", lambda: Conversation.update(goal="why").where(mine).execute())
    save_note(store, talk, "typed since")

    outcome = store.undo()

    assert outcome is not None
    assert outcome.done
    assert Conversation.get_by_id(talk).goal == ""


def test_keystrokes_into_one_field_are_one_step_until_it_is_left(store: Store) -> None:
    person = store.change("Add", lambda: insert_person("A"))
    mine = Person.id == person

    def type_name(name: str) -> None:
        store.change("Rename", lambda: Person.update(name=name).where(mine).execute(), merge="name")

    for name in ("Am", "Ama", "Amara"):
        type_name(name)
    store.seal()
    type_name("Amara O")

    store.undo()
    assert Person.get_by_id(person).name == "Amara"
    store.undo()
    assert Person.get_by_id(person).name == "A"
    store.redo()
    assert Person.get_by_id(person).name == "Amara"


def test_typing_that_was_taken_away_again_is_no_step(store: Store) -> None:
    person = store.change("Add", lambda: insert_person("A"))
    mine = Person.id == person
    for note in ("x", ""):
        store.change(
            "Note", lambda note=note: Person.update(note=note).where(mine).execute(), merge="note"
        )

    assert store.history.undo_label == "Add"


def test_a_new_change_forgets_what_was_undone(store: Store) -> None:
    store.change("Add A", lambda: insert_person("A"))
    store.undo()
    store.change("Add B", lambda: insert_person("B"))

    assert store.redo() is None
    assert store.history.undo_label == "Add B"


def test_a_failing_change_changes_nothing_and_is_no_step(store: Store) -> None:
    def work() -> None:
        insert_person("A")
        message = "stop"
        raise LookupError(message)

    with pytest.raises(LookupError):
        store.change("Add", work)

    assert Person.select().count() == 0
    assert store.undo() is None


def test_an_import_in_steps_is_one_step_for_undo(store: Store) -> None:
    store.change("Add", lambda: insert_person("first"))
    before = contents(store)
    parts = [
        (lambda start=start: [insert_person(f"p{start + n}") for n in range(10)])
        for start in range(0, 50, 10)
    ]

    assert store.change_in_steps("Import", parts, threading.Event()).result()
    full = contents(store)
    assert Person.select().count() == 51
    store.undo()
    assert contents(store) == before
    store.redo()
    assert contents(store) == full
    assert found(store, "p17") != []


def test_a_cancelled_or_failed_import_leaves_nothing(store: Store) -> None:
    cancelled = threading.Event()

    def part() -> None:
        insert_person("one")
        cancelled.set()

    assert not store.change_in_steps("Import", [part, part], cancelled).result()
    assert Person.select().count() == 0

    parts = [lambda: insert_person("two"), lambda: insert_person("two")]  # the uid is taken
    with pytest.raises(Exception, match="UNIQUE"):
        store.change_in_steps("Import", parts, threading.Event()).result()
    assert Person.select().count() == 0
    assert store.undo() is None


_PEOPLE = st.integers(0, 3)
_VERBS = ["add", "rename", "introduce", "plan", "delete", "note"]
_COMMANDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "rename", "introduce", "plan", "delete", "note"]), _PEOPLE, _PEOPLE
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(_COMMANDS)
def test_undoing_everything_and_redoing_everything_is_where_it_was(
    tmp_path_factory: pytest.TempPathFactory, commands: list[tuple[str, int, int]]
) -> None:
    store = Store(tmp_path_factory.mktemp("undo") / "infoview.db")
    try:
        states = [contents(store)]
        for number, (verb, one, other) in enumerate(commands):
            if _do(store, number, verb, one, other):
                states.append(contents(store))
        for state in reversed(states[:-1]):
            store.undo()
            assert contents(store) == state
        for state in states[1:]:
            store.redo()
            assert contents(store) == state
    finally:
        store.close()


def _do(store: Store, number: int, verb: str, one: int, other: int) -> bool:
    """Run a command; whether it was a step."""
    ids = [row.id for row in Person.select().order_by(Person.id)]
    first = ids[one] if one < len(ids) else None
    second = ids[other] if other < len(ids) else None
    steps = len(store.history._done)
    if verb == "add":
        store.change("add", lambda: insert_person(f"p{number}"))
    elif verb == "plan":
        people = {person for person in (first, second) if person}
        store.change("plan", lambda: insert_conversation(f"t{number}", *people))
    elif first:
        mine = Person.id == first
        work = {
            "rename": lambda: Person.update(name=f"n{number}").where(mine).execute(),
            "introduce": lambda: Person.update(introduced_by=second).where(mine).execute(),
            "delete": lambda: Person.delete().where(mine).execute(),
            "note": lambda: Person.update(note=f"n{number}").where(mine).execute(),
        }[verb]
        store.change(verb, work)
    return len(store.history._done) > steps
