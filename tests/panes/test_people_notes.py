"""Notes about a person: written above the timeline, changed in their rows, never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.note_field import NoteField
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ada(services: Services) -> int:
    services.people.add(PersonDraft(name="Bo Young"))
    return services.people.add(PersonDraft(name="Ada Zorn"))


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, ada: int
) -> PeoplePane:
    pane = PeoplePane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.show_item(ada)
    return pane


@pytest.fixture
def field(qtbot: QtBot, pane: PeoplePane) -> NoteField:
    pane._detail.notes.write.trigger()
    field = pane._detail.view.note_field
    qtbot.waitUntil(field.hasFocus)
    return field


def notes(person_id: int) -> list[str]:
    return [item.detail for item in reading.timeline(person_id) if item.kind == "note"]


def shown(pane: PeoplePane) -> list[str]:
    return [one.body for one in pane._detail.view.timeline.entries() if one.editable]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_enter_keeps_a_note_and_the_next_one_can_be_written(
    qtbot: QtBot,
    pane: PeoplePane,
    field: NoteField,
    ada: int,
    modifier: Qt.KeyboardModifier,
) -> None:
    qtbot.keyClicks(field, "Met <b>her</b>")
    qtbot.keyClick(field, Key.Key_Return, modifier)
    qtbot.waitUntil(lambda: shown(pane) == ["Met <b>her</b>"])
    assert field.toPlainText() == ""
    assert field.hasFocus()
    qtbot.keyClicks(field, "And then")
    qtbot.keyClick(field, Key.Key_Return)
    assert sorted(notes(ada)) == ["And then", "Met <b>her</b>"]


def test_shift_and_enter_begin_a_line_and_the_field_grows(
    qtbot: QtBot, pane: PeoplePane, field: NoteField, ada: int
) -> None:
    low = field.height()
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, Key.Key_Return, SHIFT)
    qtbot.keyClicks(field, "two")
    qtbot.waitUntil(lambda: field.height() > low)
    qtbot.keyClick(field, Key.Key_Return)
    assert notes(ada) == ["one\ntwo"]
    qtbot.waitUntil(lambda: field.height() == low)


def test_escape_gives_up_only_an_empty_note(
    qtbot: QtBot, pane: PeoplePane, field: NoteField, ada: int
) -> None:
    qtbot.keyClicks(field, "words")
    qtbot.keyClick(field, Key.Key_Escape)
    assert field.toPlainText() == "words"
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.keyClick(field, Key.Key_Escape)
    assert not field.hasFocus()
    assert notes(ada) == []


def test_typing_is_on_disk_within_a_second_and_stands_in_one_place_only(
    qtbot: QtBot, pane: PeoplePane, field: NoteField, store: Store, ada: int
) -> None:
    qtbot.keyClicks(field, "He")
    qtbot.waitUntil(lambda: notes(ada) == ["He"], timeout=1000)
    qtbot.keyClicks(field, "llo")
    qtbot.waitUntil(lambda: notes(ada) == ["Hello"], timeout=1000)
    assert shown(pane) == []
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: shown(pane) == ["Hello"])
    store.undo()
    qtbot.waitUntil(lambda: shown(pane) == [])


def test_words_taken_away_again_leave_nothing(
    qtbot: QtBot, pane: PeoplePane, field: NoteField, store: Store, ada: int
) -> None:
    before = store.history.undo_label
    qtbot.keyClicks(field, "He")
    qtbot.waitUntil(lambda: notes(ada) == ["He"], timeout=1000)
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.waitUntil(lambda: notes(ada) == [], timeout=1000)
    assert store.history.undo_label == before


def test_choosing_somebody_else_keeps_the_note_with_the_person_it_is_about(
    qtbot: QtBot, pane: PeoplePane, field: NoteField, ada: int
) -> None:
    qtbot.keyClicks(field, "about Ada")
    pane._table.choose_row(1)
    assert notes(ada) == ["about Ada"]
    assert field.toPlainText() == ""
    other = pane._detail.person_id
    assert other is not None
    assert other != ada
    assert notes(other) == []


def test_leaving_keeps_what_is_typed(
    qtbot: QtBot, pane: PeoplePane, field: NoteField, store: Store, ada: int
) -> None:
    qtbot.keyClicks(field, "last words")
    pane.leave()
    store.close()
    again = Store(store.path)
    try:
        assert notes(ada) == ["last words"]
    finally:
        again.close()


def test_person_deleted_meanwhile_takes_the_note_along_and_brings_it_back(
    qtbot: QtBot,
    pane: PeoplePane,
    field: NoteField,
    services: Services,
    store: Store,
    ada: int,
) -> None:
    qtbot.keyClicks(field, "words")
    qtbot.waitUntil(lambda: notes(ada) == ["words"], timeout=1000)
    services.people.delete([ada])
    qtbot.waitUntil(lambda: pane._detail.person_id != ada)
    pane.leave()
    store.undo()
    assert notes(ada) == ["words"]


# -- in its row


@pytest.fixture
def written(qtbot: QtBot, pane: PeoplePane, services: Services, ada: int) -> int:
    note = services.person_notes.add(ada, "first")
    qtbot.waitUntil(lambda: shown(pane) == ["first"])
    timeline = pane._detail.view.timeline
    timeline.choose(next(one.key for one in timeline.entries() if one.editable))
    timeline.setFocus()
    return note


def editor() -> NoteField:
    focus = QApplication.focusWidget()
    assert isinstance(focus, NoteField)
    return focus


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_note_is_changed_where_it_stands(
    qtbot: QtBot, pane: PeoplePane, store: Store, ada: int, written: int, key: Qt.Key
) -> None:
    rows = pane._detail.view.timeline._rows
    qtbot.keyClick(rows, key)
    assert editor().toPlainText() == "first"
    qtbot.keyClicks(editor(), ", then")
    qtbot.waitUntil(lambda: notes(ada) == ["first, then"], timeout=1000)
    qtbot.keyClicks(editor(), " second")
    qtbot.keyClick(editor(), Key.Key_Return)
    qtbot.waitUntil(lambda: shown(pane) == ["first, then second"])
    assert rows.hasFocus()
    store.undo()
    qtbot.waitUntil(lambda: shown(pane) == ["first"])


def test_escape_takes_the_change_back(
    qtbot: QtBot, pane: PeoplePane, store: Store, ada: int, written: int
) -> None:
    before = store.history.undo_label
    qtbot.keyClick(pane._detail.view.timeline._rows, Key.Key_F2)
    qtbot.keyClicks(editor(), " more")
    qtbot.waitUntil(lambda: notes(ada) == ["first more"], timeout=1000)
    qtbot.keyClick(editor(), Key.Key_Escape)
    assert notes(ada) == ["first"]
    assert store.history.undo_label == before


def test_note_without_words_stays_as_it_was(
    qtbot: QtBot, pane: PeoplePane, ada: int, written: int
) -> None:
    qtbot.keyClick(pane._detail.view.timeline._rows, Key.Key_F2)
    editor().selectAll()
    qtbot.keyClick(editor(), Key.Key_Delete)
    qtbot.keyClick(editor(), Key.Key_Return)
    assert notes(ada) == ["first"]


def test_delete_deletes_the_note_and_undo_brings_it_back(
    qtbot: QtBot, pane: PeoplePane, store: Store, ada: int, written: int
) -> None:
    qtbot.keyClick(pane._detail.view.timeline._rows, Key.Key_Delete)
    assert notes(ada) == []
    assert reading.person(ada) is not None
    qtbot.waitUntil(lambda: shown(pane) == [])
    store.undo()
    qtbot.waitUntil(lambda: shown(pane) == ["first"])


def test_note_deleted_elsewhere_closes_its_editor(
    qtbot: QtBot, pane: PeoplePane, services: Services, ada: int, written: int
) -> None:
    qtbot.keyClick(pane._detail.view.timeline._rows, Key.Key_F2)
    services.person_notes.delete(written)
    qtbot.waitUntil(lambda: pane._detail.notes._editor is None)
    pane.leave()
    assert notes(ada) == []


def test_leaving_the_row_keeps_the_change(
    qtbot: QtBot, pane: PeoplePane, ada: int, written: int
) -> None:
    qtbot.keyClick(pane._detail.view.timeline._rows, Key.Key_F2)
    qtbot.keyClicks(editor(), " more")
    pane._table.choose_row(1)
    assert notes(ada) == ["first more"]
