"""Typing over a cell of the People table: F2, Tab, Enter, Escape, and one step to undo each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.table_edits import named, replaced
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.records import PersonDetail
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from tests.panes.people_desk import action, names, shown

Key = Qt.Key


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> PeoplePane:
    mails = (Reach("old@example.org"), Reach("ada@example.org", "work", preferred=True))
    add = services.people.add
    add(PersonDraft(name="Ada Zorn", company="Northwind", role="Chief", emails=mails))
    add(PersonDraft(name="Bo Young"))
    return shown(qtbot, PeoplePane(theme, services, feed, times))


def person(ident: int = 1) -> PersonDetail:
    found = reading.person(ident)
    assert found is not None
    return found


def line(pane: PeoplePane) -> QLineEdit:
    field = pane._chosen.in_place.input
    assert isinstance(field, QLineEdit)
    assert QApplication.focusWidget() is field
    return field


def retype(qtbot: QtBot, pane: PeoplePane, text: str, key: Qt.Key) -> None:
    field = line(pane)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)


def test_f2_edits_the_name_and_enter_keeps_it(qtbot: QtBot, pane: PeoplePane, store: Store) -> None:
    qtbot.keyClick(pane._table, Key.Key_F2)
    assert line(pane).accessibleName() == "Name of Ada Zorn"
    assert line(pane).selectedText() == "Ada Zorn"
    retype(qtbot, pane, "Ada Zeta", Key.Key_Return)
    assert (person().first_name, person().last_name) == ("Ada", "Zeta")
    assert pane._table.hasFocus()
    assert pane._chosen.in_place.input is None
    store.undo()
    assert person().name == "Ada Zorn"


def test_escape_drops_what_was_typed(qtbot: QtBot, pane: PeoplePane, store: Store) -> None:
    qtbot.keyClick(pane._table, Key.Key_F2)
    retype(qtbot, pane, "Nobody", Key.Key_Escape)
    assert person().name == "Ada Zorn"
    assert pane._table.hasFocus()
    assert store.history.undo_label == "Add Bo Young"


def test_tab_goes_through_the_cells_and_back(qtbot: QtBot, pane: PeoplePane, store: Store) -> None:
    qtbot.keyClick(pane._table, Key.Key_F2)
    qtbot.keyClick(line(pane), Key.Key_Tab)
    retype(qtbot, pane, "Alpha", Key.Key_Tab)
    retype(qtbot, pane, "Analyst", Key.Key_Tab)
    choice = pane._chosen.in_place.input
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "Known"
    qtbot.keyClick(choice, Key.Key_Down)
    qtbot.keyClick(choice, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert line(pane).text() == "Analyst"
    qtbot.keyClick(line(pane), Key.Key_Return)
    now = person()
    assert (now.company, now.role, now.stage) == ("Alpha", "Analyst", Stage.ASKED)
    for _ in range(3):
        store.undo()
    now = person()
    assert (now.company, now.role, now.stage) == ("Northwind", "Chief", Stage.KNOWN)


def test_tab_behind_the_last_cell_ends(qtbot: QtBot, pane: PeoplePane) -> None:
    pane._chosen.in_place.begin(1, "stage")
    choice = pane._chosen.in_place.input
    assert choice is not None
    qtbot.keyClick(choice, Key.Key_Tab)
    assert pane._chosen.in_place.input is None
    assert pane._table.hasFocus()


def test_each_edit_is_a_step_of_its_own(qtbot: QtBot, pane: PeoplePane, store: Store) -> None:
    for text in ("One", "Two"):
        pane._chosen.in_place.begin(1, "company")
        retype(qtbot, pane, text, Key.Key_Return)
    store.undo()
    assert person().company == "One"
    store.undo()
    assert person().company == "Northwind"


def test_the_field_follows_the_person_when_rows_move(
    qtbot: QtBot, pane: PeoplePane, feed: ChangeFeed
) -> None:
    qtbot.keyClick(pane._table, Key.Key_F2)
    retype(qtbot, pane, "Zoe Zorn", Key.Key_Tab)
    qtbot.waitUntil(lambda: names(pane) == ["Bo Young", "Zoe Zorn"])
    cell = pane._table.visualRect(pane._model.index(1, Column.COMPANY))
    field = line(pane)
    assert cell.contains(field.parentWidget().geometry().center())
    retype(qtbot, pane, "Omega", Key.Key_Return)
    assert person(1).company == "Omega"
    assert person(2).company == ""


def test_down_goes_on_with_the_next_person(qtbot: QtBot, pane: PeoplePane) -> None:
    pane._chosen.in_place.begin(1, "company")
    qtbot.keyClick(line(pane), Key.Key_Down)
    retype(qtbot, pane, "Beta", Key.Key_Return)
    assert (person(1).company, person(2).company) == ("Northwind", "Beta")
    assert pane._table.current_id() == 2


def test_going_elsewhere_keeps_what_was_typed(qtbot: QtBot, pane: PeoplePane) -> None:
    pane._chosen.in_place.begin(1, "role")
    line(pane).setText("Owner")
    pane._side.filter.setFocus()
    assert person().role == "Owner"
    assert pane._chosen.in_place.input is None


def test_nobody_loses_a_name(qtbot: QtBot, pane: PeoplePane) -> None:
    qtbot.keyClick(pane._table, Key.Key_F2)
    line(pane).selectAll()
    qtbot.keyClick(line(pane), Key.Key_Delete)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(line(pane), Key.Key_Return)
    assert said.args == ["A person needs a name."]
    assert person().name == "Ada Zorn"


def test_address_and_tags_where_their_columns_are_shown(qtbot: QtBot, pane: PeoplePane) -> None:
    for column in (Column.EMAIL, Column.PHONE, Column.TAGS):
        pane._arranging.toggle(column)
    pane._chosen.in_place.begin(1, "email")
    assert line(pane).text() == "ada@example.org"
    retype(qtbot, pane, "new@example.org", Key.Key_Tab)
    retype(qtbot, pane, "+49 30 1", Key.Key_Tab)
    retype(qtbot, pane, "grid, two words", Key.Key_Return)
    now = person()
    assert [one.value for one in now.emails] == ["old@example.org", "new@example.org"]
    assert now.emails[1].preferred
    assert [one.value for one in now.phones] == ["+49 30 1"]
    assert now.tags == ("grid", "two words")


def test_the_menu_offers_it_for_one_person_only(pane: PeoplePane) -> None:
    verb = action(pane, "Edit in the list")
    assert verb.isEnabled()
    pane._table.selectAll()
    assert not verb.isEnabled()


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Ana de la Cruz y Paz", ("Ana", "de la Cruz y Paz")),
        ("Ana Luz", ("Ana", "Luz")),
        ("Eva de la Cruz", ("Eva", "de la Cruz")),
        ("Ana", ("Ana", "")),
        ("Anabel Sol", ("Anabel", "Sol")),
    ],
)
def test_a_part_of_the_name_that_stayed_keeps_its_place(typed: str, parts: tuple[str, str]) -> None:
    assert named("Ana", "de la Cruz", typed) == parts


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=30))
def test_no_word_of_a_name_gets_lost(first: str, last: str, typed: str) -> None:
    parts = " ".join(named(first.strip(), last.strip(), typed))
    assert sorted(parts.replace(",", " ").split()) == sorted(typed.replace(",", " ").split())


def test_an_address_is_added_changed_and_taken_away() -> None:
    one, two = Reach("a@x"), Reach("b@x", "work", preferred=True)
    assert replaced([], "n@x") == [Reach("n@x")]
    assert replaced([], "") == []
    assert replaced([one, two], "n@x") == [one, Reach("n@x", "work", preferred=True)]
    assert replaced([one, two], "") == [one]
