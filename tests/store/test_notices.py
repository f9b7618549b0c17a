"""Who reads is told which rows changed, by whom, and only after it is on disk."""

import threading
from functools import partial
from pathlib import Path

import apsw
import peewee
import pytest

from infoview_gui.store.changes import Changes, Origin
from infoview_gui.store.models import Person
from infoview_gui.store.store import Store
from tests.store.conftest import insert_conversation, insert_person, save_note


def test_a_change_names_its_rows_and_its_label(store: Store, notices: list[Changes]) -> None:
    person = store.change("Add Amara", lambda: insert_person("Amara"))

    (notice,) = notices
    assert notice.origin is Origin.COMMAND
    assert notice.label == "Add Amara"
    assert notice.ids("person") == {person}
    assert notice.touch("person")
    assert not notice.touch("conversation")


def test_undo_redo_and_autosave_say_so(store: Store, notices: list[Changes]) -> None:
    talk = store.change("Plan", lambda: insert_conversation("t"))
    store.undo()
    store.redo()
    save_note(store, talk, "x")

    assert [notice.origin for notice in notices] == [
        Origin.COMMAND,
        Origin.UNDO,
        Origin.REDO,
        Origin.AUTOSAVE,
    ]
    assert notices[1].ids("conversation") == {talk}


def test_a_change_of_nothing_is_no_notice_and_no_step(store: Store, notices: list[Changes]) -> None:
    store.change("Nothing", lambda: Person.update(name="x").where(Person.id == 99).execute())

    assert notices == []
    assert store.history.undo_label == ""


def test_many_rows_are_announced_as_many(store: Store, notices: list[Changes]) -> None:
    store.change("Import", lambda: [insert_person(f"p{n}") for n in range(2500)])

    assert notices[0].ids("person") is None


def test_a_notice_comes_after_the_commit(store: Store, path: Path) -> None:
    seen: list[int] = []

    def look(_changes: Changes) -> None:
        other = apsw.Connection(str(path))
        seen.append(other.execute("SELECT count(*) FROM person").get)
        other.close()

    store.subscribe(look)
    store.change("Add", lambda: insert_person("Amara"))
    assert seen == [1]


def test_another_process_is_noticed(store: Store, path: Path, notices: list[Changes]) -> None:
    heard = threading.Event()
    store.subscribe(lambda changes: heard.set() if changes.origin is Origin.ELSEWHERE else None)
    other = apsw.Connection(str(path))
    other.execute("INSERT INTO employer (name, key) VALUES ('Northwind', 'northwind')")
    other.close()

    assert heard.wait(10)
    assert notices[-1].everything


def test_two_threads_write_without_losing_anything(store: Store) -> None:
    def add(prefix: str) -> None:
        for number in range(100):
            store.change("Add", partial(insert_person, f"{prefix}{number}"))
        store.database.close()

    threads = [threading.Thread(target=add, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Person.select().count() == 200


def test_an_autosave_goes_between_the_steps_of_an_import(store: Store) -> None:
    talk = store.change("Plan", lambda: insert_conversation("t"))
    order: list[str] = []
    half_way = threading.Event()
    saved = threading.Event()

    def part(number: int) -> None:
        insert_person(f"p{number}")
        order.append(f"step {number}")
        if number == 1:
            half_way.set()
            saved.wait(0.2)  # long enough that the autosave has been handed over

    parts = [lambda number=number: part(number) for number in range(4)]
    running = store.change_in_steps("Import", parts, threading.Event())
    assert half_way.wait(10)
    store.save(lambda: order.append("autosave"))
    saved.set()
    assert running.result(10)
    save_note(store, talk, "x")

    assert order.index("autosave") == order.index("step 1") + 1


def test_only_the_writing_thread_can_write(store: Store) -> None:
    with pytest.raises(peewee.OperationalError, match="readonly"):
        insert_person("Amara")
