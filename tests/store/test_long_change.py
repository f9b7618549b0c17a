"""A change in many small transactions: its indexes, its undo, what a crash leaves."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import apsw
import pytest

from infoview_gui.store import indexing
from infoview_gui.store.errors import CannotSave
from infoview_gui.store.models import Person
from infoview_gui.store.store import Store
from tests.store.conftest import contents, insert_conversation, insert_person, save_note

_STEPS = 4
_EACH = 5


@pytest.fixture(autouse=True)
def _always_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "MANY", 1)


def indexes(store: Store) -> set[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'index'"
    return {str(name) for (name,) in store.connection().execute(query)}


def parts(after: Callable[[int], None] = lambda _step: None) -> Iterator[Callable[[], None]]:
    def part(step: int) -> None:
        for number in range(_EACH):
            insert_person(f"Person {step}-{number}")
        after(step)

    for step in range(_STEPS):
        yield partial(part, step)


def bring_in(store: Store, steps: Iterator[Callable[[], None]], **more: threading.Event) -> bool:
    cancelled = more.get("cancelled", threading.Event())
    future = store.change_in_steps("Import", steps, cancelled, new=_STEPS * _EACH)
    return future.result(timeout=30)


def sound(store: Store) -> bool:
    return store.connection().execute("PRAGMA integrity_check").get == "ok"


def test_all_indexes_are_there_again_and_one_undo_takes_it_back(store: Store) -> None:
    before, empty = indexes(store), contents(store)

    assert bring_in(store, parts())

    assert indexes(store) == before
    assert Person.select().count() == _STEPS * _EACH
    full = contents(store)
    assert store.undo() is not None
    assert contents(store) == empty
    assert store.redo() is not None
    assert contents(store) == full
    assert indexes(store) == before
    assert sound(store)


def test_what_is_typed_between_two_steps_is_saved_and_stays_after_the_undo(store: Store) -> None:
    talk = store.change("Plan", lambda: insert_conversation("t1", insert_person("Ada")))
    waiting = threading.Event()

    def after(step: int) -> None:
        if step == 1:
            waiting.wait(10)

    future = store.change_in_steps("Import", parts(after), threading.Event(), new=20)
    typed = threading.Thread(target=save_note, args=(store, talk, "typed meanwhile"))
    typed.start()
    waiting.set()
    typed.join(10)
    assert future.result(timeout=30)

    store.undo()
    assert [row[0] for row in store.connection().execute("SELECT text FROM note")] == [
        "typed meanwhile"
    ]
    assert [row.name for row in Person.select()] == ["Ada"]


def test_somebody_met_after_the_import_keeps_who_was_imported(store: Store) -> None:
    assert bring_in(store, parts())
    imported = Person.select().first().id
    store.save(lambda: insert_conversation("t1", imported) and None).result()

    outcome = store.undo()

    assert outcome is not None
    assert not outcome.done
    assert Person.select().count() == _STEPS * _EACH
    assert sound(store)


@pytest.mark.parametrize("how", ["cancelled", "failed"])
def test_what_is_not_finished_is_taken_back(store: Store, how: str) -> None:
    before, empty = indexes(store), contents(store)
    cancelled = threading.Event()

    def after(step: int) -> None:
        if step == 1 and how == "cancelled":
            cancelled.set()
        elif step == 1:
            raise CannotSave("The disk is full.")

    if how == "failed":
        with pytest.raises(CannotSave):
            bring_in(store, parts(after))
    else:
        assert not bring_in(store, parts(after), cancelled=cancelled)

    assert contents(store) == empty
    assert indexes(store) == before


def test_a_crash_in_the_middle_leaves_a_file_that_mends_itself(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "as the crash left it.db"
    store = Store(path)
    complete = indexes(store)

    def after(step: int) -> None:
        if step == 1:
            with apsw.Connection(str(path)) as source, apsw.Connection(str(copy)) as target:
                target.backup("main", source, "main").step()

    assert bring_in(store, parts(after))
    store.close()
    with apsw.Connection(str(copy)) as found:
        query = "SELECT count(*) FROM sqlite_schema WHERE name = 'person_by_name'"
        assert found.execute(query).get == 0

    mended = Store(copy)

    assert indexes(mended) == complete
    assert Person.select().count() == _EACH  # the step in which it crashed is not there
    assert sound(mended)
    mended.close()
