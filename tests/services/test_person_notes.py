import pytest

from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft, PersonDraft
from infoview_gui.services.person_notes import merge_of_new
from infoview_gui.services.records import TimelineItem
from tests.services.conftest import Clock


@pytest.fixture
def ada(services: Services) -> int:
    return services.people.add(PersonDraft(name="Ada Zorn"))


def notes(person_id: int) -> list[TimelineItem]:
    return [item for item in reading.timeline(person_id) if item.kind == "note"]


def test_note_stands_in_the_timeline_with_its_words_and_its_moment(
    services: Services, clock: Clock, ada: int
) -> None:
    clock.forward(5)
    note = services.person_notes.add(ada, "  Met her\nat the fair <b>twice</b> ")
    (item,) = notes(ada)
    assert item.detail == "Met her\nat the fair <b>twice</b>"
    assert (item.at, item.activity_id) == (clock.now, note)
    assert services.people_list.rows([ada])[ada].last_at == clock.now


def test_changed_note_keeps_its_moment_and_undo_brings_the_words_back(
    services: Services, clock: Clock, ada: int
) -> None:
    note = services.person_notes.add(ada, "first")
    written = clock.now
    clock.forward(60)
    services.person_notes.change(note, "second")
    assert [(item.detail, item.at) for item in notes(ada)] == [("second", written)]
    services.store.undo()
    assert [item.detail for item in notes(ada)] == ["first"]


def test_deleted_note_comes_back_and_the_last_contact_follows(
    services: Services, clock: Clock, ada: int
) -> None:
    added = services.people_list.rows([ada])[ada].last_at
    clock.forward(5)
    note = services.person_notes.add(ada, "hello")
    services.person_notes.delete(note)
    assert notes(ada) == []
    assert services.people_list.rows([ada])[ada].last_at == added
    services.store.undo()
    assert [item.detail for item in notes(ada)] == ["hello"]
    assert services.people_list.rows([ada])[ada].last_at == clock.now


def test_note_needs_words(services: Services, ada: int) -> None:
    with pytest.raises(InvalidDraft):
        services.person_notes.add(ada, " \n ")
    note = services.person_notes.add(ada, "hello")
    with pytest.raises(InvalidDraft):
        services.person_notes.change(note, "  ")
    assert [item.detail for item in notes(ada)] == ["hello"]


def test_note_that_is_gone_stays_gone(services: Services, ada: int) -> None:
    note = services.person_notes.add(ada, "hello")
    services.person_notes.delete(note)
    services.person_notes.change(note, "late")
    services.person_notes.delete(note)
    assert notes(ada) == []


def test_only_notes_are_changed(services: Services, ada: int) -> None:
    (added,) = reading.timeline(ada)
    assert added.activity_id is not None
    services.person_notes.change(added.activity_id, "not this one")
    services.person_notes.delete(added.activity_id)
    assert reading.timeline(ada) == [added]


def test_note_that_is_saved_while_it_is_typed_is_one_step(services: Services, ada: int) -> None:
    merge = merge_of_new(1)
    note = services.person_notes.add(ada, "He", merge=merge)
    services.person_notes.change(note, "Hello", merge=merge)
    assert services.store.history.undo_label == "Write a note about Ada Zorn"
    services.store.undo()
    assert notes(ada) == []
    services.store.redo()
    assert [item.detail for item in notes(ada)] == ["Hello"]
