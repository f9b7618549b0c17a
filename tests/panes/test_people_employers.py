"""People grouped by employer: the list, its keys, the employer at the right, merging."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.employer_merge import EmployerMergeDialog
from infoview_gui.panes.people.employer_model import GroupColumn
from infoview_gui.panes.people.employer_similar import SimilarDialog
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.employers import EmployerRow
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme

# What the offscreen platform says about lists that pop up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PEOPLE = (
    ("Ada Zorn", "Northwind"),
    ("Bo Young", "Northwind"),
    ("Cy Xu", "Northwind Energy"),
    ("Di Wu", "Alpha"),
    ("Ed Voss", ""),
)
Make = Callable[[], PeoplePane]


@pytest.fixture
def people(services: Services) -> dict[str, int]:
    return {
        name: services.people.add(PersonDraft(name=name, company=company))
        for name, company in PEOPLE
    }


@pytest.fixture
def employers(services: Services, people: dict[str, int]) -> dict[str, int]:
    return {one.name: one.id for one in services.employers.names()}


@pytest.fixture
def make(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> Make:
    def made() -> PeoplePane:
        pane = PeoplePane(theme, services, feed, times)
        qtbot.addWidget(pane)
        pane.resize(1184, 790)
        pane.show()
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        return pane

    return made


@pytest.fixture
def pane(make: Make, employers: dict[str, int]) -> PeoplePane:
    made = make()
    made._grouped.turn(True)
    return made


def lines(pane: PeoplePane) -> list[str]:
    model = pane._grouped.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def stored(services: Services, employer_id: int) -> EmployerRow:
    return services.employers.rows([employer_id])[employer_id]


def press(qtbot: QtBot, pane: PeoplePane, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(pane._grouped.table, key)


def test_toggle_shows_the_same_people_by_employer(
    qtbot: QtBot, make: Make, employers: dict[str, int]
) -> None:
    pane = make()
    button = next(
        one for one in pane._side.findChildren(QAbstractButton) if one.text() == "Employers"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane._grouped.table.isVisible()
    assert pane._grouped.actions.grouped.isChecked()
    assert lines(pane) == ["Alpha", "Northwind", "Northwind Energy", "No employer"]
    assert pane._detail.employer_id == employers["Alpha"]
    pane._grouped.actions.grouped.trigger()
    assert pane._table.isVisible()
    assert pane._detail.person_id is not None


def test_choice_by_arrow_key_keeps_the_keyboard(qtbot: QtBot, make: Make, people: object) -> None:
    assert people
    pane = make()
    chosen = next(one for one in pane._side._way.findChildren(QAbstractButton) if one.isChecked())
    chosen.setFocus()
    qtbot.keyClick(chosen, Key.Key_Right)
    assert pane._grouped.on
    assert pane._side.is_choosing()


def test_kept_list_does_not_take_the_keyboard_when_it_comes_back(
    qtbot: QtBot, pane: PeoplePane, make: Make
) -> None:
    state = pane.save_state()
    again = make()
    again._side.filter.setFocus()
    again.restore_state(state)
    assert again._grouped.on
    assert again._side.filter.hasFocus()


def test_arrows_open_and_close_and_enter_opens_a_person(
    qtbot: QtBot, pane: PeoplePane, people: dict[str, int]
) -> None:
    pane._grouped.table.choose_row(1)
    press(qtbot, pane, Key.Key_Right)
    assert lines(pane)[1:4] == ["Northwind", "Ada Zorn", "Bo Young"]
    press(qtbot, pane, Key.Key_Right)
    assert pane._detail.person_id == people["Ada Zorn"]
    press(qtbot, pane, Key.Key_Return)
    assert pane._detail.editing
    qtbot.keyClick(pane._detail.form._first, Key.Key_Escape)
    assert pane._grouped.table.hasFocus()
    press(qtbot, pane, Key.Key_Left, Key.Key_Left)
    assert "Ada Zorn" not in lines(pane)


def test_people_without_an_employer_open_too(qtbot: QtBot, pane: PeoplePane) -> None:
    press(qtbot, pane, Key.Key_End, Key.Key_Space)
    assert lines(pane)[-1] == "Ed Voss"


def test_screen_reader_hears_what_the_eye_sees(
    qtbot: QtBot, pane: PeoplePane, services: Services, employers: dict[str, int]
) -> None:
    services.employers.set_priority(employers["Northwind"], "motivation", 2)
    services.employers.set_priority(employers["Northwind"], "advocacy", 1)
    model = pane._grouped.model
    qtbot.waitUntil(lambda: lines(pane)[0] == "Northwind")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, GroupColumn.NAME).data(role) == "Northwind, 2 people, collapsed"
    words = "Motivation 2 of 3, somebody who speaks for you"
    assert model.index(0, GroupColumn.PRIORITY).data(role) == words
    assert model.index(0, GroupColumn.ASKED).data(role) == "Nothing asked about yet"


def test_keys_set_the_priority_and_undo_takes_each_back(
    qtbot: QtBot, pane: PeoplePane, services: Services, store: Store, employers: dict[str, int]
) -> None:
    alpha = employers["Alpha"]
    press(qtbot, pane, Key.Key_3, Key.Key_A, Key.Key_P, Key.Key_P)
    row = stored(services, alpha)
    assert (row.motivation, row.advocacy, row.posting) == (3, True, 2)
    qtbot.waitUntil(lambda: lines(pane)[0] == "Alpha")
    store.undo()
    assert stored(services, alpha).posting == 1
    press(qtbot, pane, Key.Key_0)
    assert stored(services, alpha).motivation == 0


def test_keys_on_a_person_mean_the_employer(
    qtbot: QtBot, pane: PeoplePane, services: Services, employers: dict[str, int]
) -> None:
    pane._grouped.table.choose_row(1)
    press(qtbot, pane, Key.Key_Right, Key.Key_Down, Key.Key_2)
    assert stored(services, employers["Northwind"]).motivation == 2


def test_keys_are_in_the_menu(pane: PeoplePane) -> None:
    shown = {action.text(): action.shortcut().toString() for action in pane.menu_actions()}
    assert shown["Group by employer"] == "Ctrl+Shift+G"
    inner = [one.text() for one in pane._grouped.actions.of_employer()]
    told = ("Motivation: high\t3", "Advocacy: yes or no\tA", "Posting: next step\tP")
    assert all(words in inner for words in told)


def test_letters_in_a_menu_are_the_menus(
    qtbot: QtBot, pane: PeoplePane, services: Services, employers: dict[str, int]
) -> None:
    menu = pane._grouped.actions.menu
    menu.popup(pane.mapToGlobal(QPoint(50, 50)))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Key.Key_A)
    qtbot.keyClick(menu, Key.Key_3)
    menu.close()
    row = stored(services, employers["Alpha"])
    assert (row.motivation, row.advocacy) == (0, False)


def test_typing_filters_and_a_person_who_is_gone_is_let_go(
    qtbot: QtBot, pane: PeoplePane, services: Services, people: dict[str, int]
) -> None:
    pane._side.filter.setText("bo")
    assert lines(pane) == ["Northwind"]
    press(qtbot, pane, Key.Key_Right, Key.Key_Right)
    assert pane._detail.person_id == people["Bo Young"]
    pane._side.filter.setText("xyz")
    assert pane._side._no_hit.isVisible()
    pane._side.filter.clear()
    assert pane._grouped.table.isVisible()
    assert lines(pane)[:1] == ["Alpha"]


def test_delete_deletes_the_person_and_undo_brings_them_back(
    qtbot: QtBot, pane: PeoplePane, store: Store, people: dict[str, int]
) -> None:
    pane.show_item(people["Bo Young"])
    assert pane._detail.person_id == people["Bo Young"]
    press(qtbot, pane, Key.Key_Delete)
    assert reading.person(people["Bo Young"]) is None
    assert "Bo Young" not in lines(pane)
    assert pane._grouped.table.hasFocus()
    store.undo()
    qtbot.waitUntil(lambda: "Bo Young" in lines(pane))


def test_sorting_by_each_column(qtbot: QtBot, pane: PeoplePane) -> None:
    table = pane._grouped.table
    table.sort_requested.emit(GroupColumn.PEOPLE)
    assert lines(pane)[0] == "Northwind"
    table.sort_requested.emit(GroupColumn.NAME)
    assert lines(pane)[0] == "Alpha"
    table.sort_requested.emit(GroupColumn.ASKED)
    assert lines(pane)[0] == "Alpha"


def test_what_was_open_and_chosen_comes_back(
    qtbot: QtBot, pane: PeoplePane, make: Make, people: dict[str, int]
) -> None:
    pane.show_item(people["Bo Young"])
    pane._grouped.table.sort_requested.emit(GroupColumn.PEOPLE)
    state = pane.save_state()
    again = make()
    again.restore_state(state)
    assert again._grouped.on
    assert lines(again)[:3] == ["Northwind", "Ada Zorn", "Bo Young"]
    assert again._detail.person_id == people["Bo Young"]


@pytest.mark.parametrize("kept", [None, 3, {"on": 1, "open": "x", "sort": []}, {"current": "a"}])
def test_garbage_in_the_state_is_ignored(
    make: Make, employers: dict[str, int], kept: object
) -> None:
    pane = make()
    pane.restore_state({"employers": kept})
    assert not pane._grouped.on


def test_arrow_at_the_left_opens_with_the_mouse(qtbot: QtBot, pane: PeoplePane) -> None:
    table = pane._grouped.table
    at = QPoint(12, table.rowViewportPosition(1) + 20)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert lines(pane)[2] == "Ada Zorn"


# -- the employer at the right


def test_employer_is_renamed_in_place(
    qtbot: QtBot, pane: PeoplePane, services: Services, store: Store, employers: dict[str, int]
) -> None:
    press(qtbot, pane, Key.Key_F2)
    name = pane._detail.employer.name
    assert name.hasFocus()
    qtbot.keyClicks(name, "Omega")
    qtbot.keyClick(name, Key.Key_Return)
    assert stored(services, employers["Alpha"]).name == "Omega"
    qtbot.waitUntil(lambda: "Omega" in lines(pane))
    store.undo()
    qtbot.waitUntil(lambda: name.text() == "Alpha")


def test_name_that_is_taken_is_said_and_escape_takes_back(
    qtbot: QtBot, pane: PeoplePane, services: Services, employers: dict[str, int]
) -> None:
    press(qtbot, pane, Key.Key_F2)
    name = pane._detail.employer.name
    qtbot.keyClicks(name, "Northwind")
    qtbot.keyClick(name, Key.Key_Return)
    assert "Merge the two instead" in name.problem.text()
    assert name.problem.isVisible()
    qtbot.keyClick(name, Key.Key_Escape)
    assert name.text() == "Alpha"
    assert not name.problem.isVisible()
    assert stored(services, employers["Alpha"]).name == "Alpha"


def test_name_is_kept_when_the_pane_is_left(
    qtbot: QtBot, pane: PeoplePane, services: Services, employers: dict[str, int]
) -> None:
    press(qtbot, pane, Key.Key_F2)
    qtbot.keyClicks(pane._detail.employer.name, "Omega")
    pane.leave()
    assert stored(services, employers["Alpha"]).name == "Omega"


def button(pane: PeoplePane, name: str) -> QAbstractButton:
    found = pane._detail.employer.findChildren(QAbstractButton)
    return next(one for one in found if one.accessibleName() == name)


def test_priority_is_set_with_the_mouse(
    qtbot: QtBot, pane: PeoplePane, services: Services, employers: dict[str, int]
) -> None:
    button(pane, "Motivation: 2 Middle").click()
    button(pane, "Advocacy: Yes").click()
    button(pane, "Posting: 3 Fitting").click()
    row = stored(services, employers["Alpha"])
    assert (row.motivation, row.advocacy, row.posting) == (2, True, 3)


def test_people_there_lead_to_the_person(
    qtbot: QtBot, pane: PeoplePane, people: dict[str, int]
) -> None:
    button(pane, "Di Wu").click()
    assert pane._detail.person_id == people["Di Wu"]
    assert pane._grouped.table.code() == people["Di Wu"]


def test_similar_name_is_offered_and_kept_apart(
    qtbot: QtBot, pane: PeoplePane, services: Services, store: Store
) -> None:
    pane._grouped.table.choose_row(1)
    view = pane._detail.employer
    qtbot.waitUntil(lambda: len(view._offered) == 1)
    assert view._offered[0].accessibleName() == "Looks like Northwind Energy"
    button(pane, "Keep apart: Northwind Energy").click()
    assert view._offered == []
    assert services.employers.similar() == []
    store.undo()
    qtbot.waitUntil(lambda: len(view._offered) == 1)


def test_merging_from_the_offer_takes_one_undo(
    qtbot: QtBot, pane: PeoplePane, services: Services, store: Store, employers: dict[str, int]
) -> None:
    pane._grouped.table.choose_row(1)
    qtbot.waitUntil(lambda: len(pane._detail.employer._offered) == 1)
    button(pane, "Merge: Northwind Energy").click()
    dialog = pane.findChild(EmployerMergeDialog)
    assert dialog is not None
    assert dialog._mine.isChecked()
    dialog._theirs.setChecked(True)
    dialog._merge.click()
    qtbot.waitUntil(lambda: lines(pane) == ["Alpha", "Northwind Energy", "No employer"])
    assert pane._detail.employer_id == employers["Northwind Energy"]
    assert "Northwind" in pane._detail.employer._others.text()
    store.undo()
    qtbot.waitUntil(lambda: "Northwind" in lines(pane))


def test_merge_dialog_finds_the_other_employer(
    qtbot: QtBot, pane: PeoplePane, services: Services, employers: dict[str, int]
) -> None:
    press(qtbot, pane, Key.Key_M)
    dialog = pane.findChild(EmployerMergeDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog._merge.isEnabled()
    qtbot.keyClicks(dialog._picker, "wind e")
    popup = dialog._picker._popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Return)
    assert dialog._merge.isEnabled()
    dialog._mine.setChecked(True)
    dialog._merge.click()
    assert stored(services, employers["Alpha"]).people == 2
    assert employers["Northwind Energy"] not in services.employers.rows(list(employers.values()))


# -- similar employers


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, services: Services, people: dict[str, int]) -> SimilarDialog:
    services.people.add(PersonDraft(name="Fay", company="Alpha Beta"))
    dialog = SimilarDialog(theme, services)
    qtbot.addWidget(dialog)
    dialog.ask()
    qtbot.waitUntil(lambda: dialog._pairs.rowCount() == 2)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_pairs_are_gone_through_by_keyboard(
    qtbot: QtBot, dialog: SimilarDialog, services: Services, employers: dict[str, int]
) -> None:
    qtbot.waitUntil(dialog._list.hasFocus)
    assert dialog._lines[0].text() == "Alpha  (1 person)"
    qtbot.keyClick(dialog._list, Key.Key_1)
    assert stored(services, employers["Alpha"]).people == 2
    assert dialog._lines[0].text() == "Northwind  (2 people)"
    qtbot.keyClick(dialog._list, Key.Key_K)
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert "Nothing to merge" in shown
    assert services.employers.similar() == []


def test_similar_dialog_takes_back(
    qtbot: QtBot, dialog: SimilarDialog, services: Services, employers: dict[str, int]
) -> None:
    assert not dialog._undo.isEnabled()
    qtbot.waitUntil(dialog._list.hasFocus)
    qtbot.keyClick(dialog._list, Key.Key_2)
    assert dialog._pairs.rowCount() == 1
    qtbot.keyClick(dialog._list, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: dialog._pairs.rowCount() == 2)
    assert employers["Alpha"] in services.employers.rows([employers["Alpha"]])
