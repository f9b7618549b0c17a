"""Editing a person in place: every field saves itself, undo and redo reach it, nothing is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.person_form import NAMELESS, PersonForm
from infoview_gui.panes.people.zone_field import zone_named
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.records import PersonDetail
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme

# What the offscreen platform says about lists that pop up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ada(services: Services) -> int:
    services.people.add(PersonDraft(name="Bo Young"))
    return services.people.add(
        PersonDraft(name="Ada Zorn", company="Northwind", emails=(Reach("ada@old.example"),))
    )


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
def form(qtbot: QtBot, pane: PeoplePane) -> PersonForm:
    qtbot.keyClick(pane._table, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    form = pane._detail.form
    qtbot.waitUntil(form.isVisible)
    return form


def stored(person_id: int) -> PersonDetail:
    person = reading.person(person_id)
    assert person is not None
    return person


def test_f2_begins_with_the_first_name_and_escape_goes_back(
    qtbot: QtBot, pane: PeoplePane, form: PersonForm
) -> None:
    assert form._first.hasFocus()
    assert form._first.text() == "Ada"
    qtbot.keyClick(form._first, Key.Key_Escape)
    assert not form.isVisible()
    assert pane._table.hasFocus()


def test_typing_is_saved_within_a_second_without_leaving_the_field(
    qtbot: QtBot, pane: PeoplePane, form: PersonForm, ada: int
) -> None:
    qtbot.keyClicks(form._first, "Ida ")
    qtbot.waitUntil(lambda: stored(ada).first_name == "Ida", timeout=1000)
    qtbot.waitUntil(lambda: shown_name(pane, ada) == "Ida Zorn")
    assert form._first.text() == "Ida "
    assert form._first.hasFocus()


def shown_name(pane: PeoplePane, person_id: int) -> str:
    row = pane._model.row_of(person_id)
    assert row is not None
    person = pane._model.person_at(row)
    assert person is not None
    return person.name


def test_field_that_is_left_is_saved_at_once_and_undone_by_the_program(
    qtbot: QtBot, form: PersonForm, store: Store, ada: int
) -> None:
    form._company.setFocus()
    form._company.selectAll()
    qtbot.keyClicks(form._company, "Alpha")
    qtbot.keyClick(form._company, Key.Key_Tab)
    assert stored(ada).company == "Alpha"
    assert not form._company.isUndoAvailable()
    form._role.setFocus()
    qtbot.keyClicks(form._role, "Chief")
    qtbot.keyClick(form._role, Key.Key_Tab)
    store.undo()
    qtbot.waitUntil(lambda: form._role.text() == "")
    assert form._company.text() == "Alpha"
    store.undo()
    qtbot.waitUntil(lambda: form._company.text() == "Northwind")
    store.redo()
    qtbot.waitUntil(lambda: form._company.text() == "Alpha")


def test_undo_while_the_field_has_the_focus_undoes_typing_there(
    qtbot: QtBot, form: PersonForm, ada: int
) -> None:
    form._role.setFocus()
    qtbot.keyClicks(form._role, "CEO")
    qtbot.waitUntil(lambda: stored(ada).role == "CEO", timeout=1500)
    qtbot.keyClick(form._role, Key.Key_Z, CTRL)
    assert form._role.text() == ""
    qtbot.waitUntil(lambda: stored(ada).role == "", timeout=1500)


def test_name_that_was_emptied_is_not_saved_and_said(
    qtbot: QtBot, form: PersonForm, ada: int
) -> None:
    form._last.clear()
    form._first.setFocus()
    form._first.selectAll()
    qtbot.keyClick(form._first, Key.Key_Delete)
    qtbot.keyClick(form._first, Key.Key_Tab)
    assert form._problem.isVisible()
    assert form._problem.text() == NAMELESS
    assert stored(ada).name == "Ada Zorn"


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("new york", "America/New_York"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("", ""),
        ("utc", "UTC"),
        ("Atlantis", None),
    ],
)
def test_zone_is_known_by_its_city(typed: str, zone: str | None) -> None:
    assert zone_named(typed) == zone


def test_unknown_zone_is_said_beside_the_field_and_not_stored(
    qtbot: QtBot, form: PersonForm, ada: int
) -> None:
    field = form._zone._combo
    field.setFocus()
    qtbot.keyClicks(field, "Tokyo")
    qtbot.keyClick(field, Key.Key_Escape)  # the list of completions
    form._zone.saver.flush()
    assert stored(ada).zone == "Asia/Tokyo"
    line = field.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(field, "Qxq")
    form._zone.saver.flush()
    assert form._zone.problem.startswith("No such time zone")
    assert stored(ada).zone == "Asia/Tokyo"


def test_several_addresses_with_label_and_one_preferred(
    qtbot: QtBot, form: PersonForm, store: Store, ada: int
) -> None:
    editor = form._reach["email"]
    editor._add.click()
    row = editor.rows()[1]
    assert row.value.hasFocus()
    qtbot.keyClicks(row.value, "ada@new.example")
    qtbot.keyClick(row.value, Key.Key_Tab)
    qtbot.keyClicks(row.label, "work")
    row.star.click()
    old, new = Reach("ada@old.example"), Reach("ada@new.example", "work", preferred=True)
    assert stored(ada).emails == (old, new)
    editor.rows()[0].star.click()
    assert [reach.preferred for reach in stored(ada).emails] == [True, False]
    editor.rows()[0].remove.click()
    assert [reach.value for reach in stored(ada).emails] == ["ada@new.example"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert editor.isAncestorOf(focus)
    store.undo()
    qtbot.waitUntil(lambda: len(editor.rows()) == 2)
    assert [row.value.text() for row in editor.rows()] == ["ada@old.example", "ada@new.example"]


def test_tags_note_and_channel(qtbot: QtBot, form: PersonForm, ada: int) -> None:
    form._tags.setFocus()
    qtbot.keyClicks(form._tags, "grid, IEEE ,grid")
    form._note.setFocus()
    assert stored(ada).tags == ("IEEE", "grid")
    qtbot.keyClicks(form._note, "met <b>twice</b>")
    form._channel.setCurrentIndex(form._channel.findData("event"))
    form._channel.activated.emit(form._channel.currentIndex())
    form.flush()
    assert stored(ada).note == "met <b>twice</b>"
    assert stored(ada).channel == "event"


def test_introducer_is_picked_and_cannot_be_the_person(
    qtbot: QtBot, form: PersonForm, services: Services, ada: int
) -> None:
    form._by._line.setFocus()
    qtbot.keyClicks(form._by._line, "Bo")
    popup = form._by._popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Return)
    by = stored(ada).introduced_by
    assert by is not None
    assert by.name == "Bo Young"
    form._by._chips[0].click()
    assert stored(ada).introduced_by is None
    qtbot.keyClicks(form._by._line, "Ada")
    assert form._by._model.person(0) is None  # nobody but a new person is offered
    popup.hide()


def test_leaving_the_pane_saves_what_is_typed(
    qtbot: QtBot, pane: PeoplePane, form: PersonForm, store: Store, ada: int
) -> None:
    form._role.setFocus()
    qtbot.keyClicks(form._role, "Chief")
    pane.leave()
    store.close()
    again = Store(store.path)
    try:
        assert stored(ada).role == "Chief"
    finally:
        again.close()


def test_choosing_somebody_else_saves_and_closes_the_form(
    qtbot: QtBot, pane: PeoplePane, form: PersonForm, ada: int
) -> None:
    form._role.setFocus()
    qtbot.keyClicks(form._role, "Chief")
    pane._table.choose_row(1)
    assert stored(ada).role == "Chief"
    assert not form.isVisible()
    assert pane._detail.person_id != ada


def test_form_stays_when_the_filter_no_longer_finds_the_person(
    qtbot: QtBot, pane: PeoplePane, form: PersonForm, ada: int
) -> None:
    pane._side.filter.setText("northw")
    form._company.setFocus()
    form._company.selectAll()
    qtbot.keyClicks(form._company, "Other")
    qtbot.keyClick(form._company, Key.Key_Tab)
    qtbot.waitUntil(lambda: len(pane._model.ids) == 0)
    assert form.isVisible()
    assert form.person_id == ada
    assert stored(ada).company == "Other"


def test_person_deleted_meanwhile_closes_the_form_without_trouble(
    qtbot: QtBot, pane: PeoplePane, form: PersonForm, services: Services, ada: int
) -> None:
    qtbot.keyClicks(form._first, "I")
    services.people.delete([ada])
    qtbot.waitUntil(lambda: not form.isVisible())
    pane.leave()
    assert reading.person(ada) is None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert pane.isAncestorOf(focus)
