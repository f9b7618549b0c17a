"""What is done with several people at once, and erasing for good."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.backups import back_up
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from tests.panes.people_desk import action, button, names, offers, popup, shown
from tests.panes.settable_clock import SettableClock

Key = Qt.Key
HOUR = 3_600_000


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> PeoplePane:
    add = services.people.add
    add(PersonDraft(name="Ada Zorn", company="Northwind", tags=("grid", "vip")))
    add(PersonDraft(name="Bo Young", company="Alpha", tags=("grid",)))
    add(PersonDraft(name="Cy Xu", tags=("rail",)))
    return shown(qtbot, PeoplePane(theme, services, feed, times))


def tags(ident: int) -> tuple[str, ...]:
    person = reading.person(ident)
    assert person is not None
    return person.tags


def employer(ident: int) -> str:
    person = reading.person(ident)
    assert person is not None
    return person.employer.name if person.employer else ""


def test_tags_of_several_are_ticked_half_and_whole(
    qtbot: QtBot, pane: PeoplePane, store: Store
) -> None:
    pane._table.choose([1, 2], 1)
    button(pane, "Tags").click()
    assert offers(popup()) == {"grid": 2, "vip": 1, "rail": 0}
    states = [popup().list.item(row).checkState().name for row in range(3)]
    assert states == ["Checked", "PartiallyChecked", "Unchecked"]
    qtbot.keyClick(popup().field, Key.Key_Down)
    qtbot.keyClick(popup().list, Key.Key_Down)
    qtbot.keyClick(popup().list, Key.Key_Space)
    assert (tags(1), tags(2)) == (("grid", "vip"), ("grid", "vip"))
    qtbot.keyClick(popup().list, Key.Key_Up)
    qtbot.keyClick(popup().list, Key.Key_Space)
    assert (tags(1), tags(2)) == (("vip",), ("vip",))
    popup().hide()
    store.undo()
    store.undo()
    assert (tags(1), tags(2)) == (("grid", "vip"), ("grid",))


def test_a_new_tag_is_typed(qtbot: QtBot, pane: PeoplePane, store: Store) -> None:
    pane._table.selectAll()
    qtbot.keyClick(
        pane._table,
        Key.Key_T,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.keyClicks(popup().field, "energy  fair")
    assert popup()._empty.text() == "Enter adds “energy  fair”"
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(popup().field, Key.Key_Return)
    assert said.args == ["Tagged 3 people energy fair"]
    assert offers(popup())["energy fair"] == 3
    popup().hide()
    store.undo()
    assert [tags(one) for one in (1, 2, 3)] == [("grid", "vip"), ("grid",), ("rail",)]


def test_several_are_filed_under_an_employer_and_back(
    qtbot: QtBot, pane: PeoplePane, store: Store
) -> None:
    pane._table.selectAll()
    button(pane, "Employer").click()
    popup().field.setText("north")
    qtbot.keyClick(popup().field, Key.Key_Return)
    assert [employer(one) for one in (1, 2, 3)] == ["Northwind"] * 3
    button(pane, "Employer").click()
    qtbot.keyClick(popup().field, Key.Key_Down)
    qtbot.keyClick(popup().list, Key.Key_Return)
    assert [employer(one) for one in (1, 2, 3)] == ["Northwind", "Alpha", ""]
    store.undo()
    assert employer(3) == "Northwind"


def test_one_person_is_tagged_from_the_menu_below_the_row(qtbot: QtBot, pane: PeoplePane) -> None:
    pane.show_item(3)
    action(pane, "Tags…").trigger()
    assert popup().accessibleName() == "Tags of 1 person"
    qtbot.keyClick(popup().field, Key.Key_Down)
    qtbot.keyClick(popup().list, Key.Key_Space)
    popup().hide()
    assert tags(3) == ()


def test_the_menu_exports_who_is_selected_even_if_it_is_one(qtbot: QtBot, pane: PeoplePane) -> None:
    pane.show_item(2)
    with qtbot.waitSignal(pane.export_requested) as asked:
        action(pane, "Export these people").trigger()
    assert asked.args == [[2]]


# -- erasing


def box() -> QMessageBox:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QMessageBox)
    assert found.textFormat() == Qt.TextFormat.PlainText
    return found


def press(qtbot: QtBot, text: str) -> None:
    found = next(one for one in box().buttons() if one.text().replace("&", "") == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_erasing_asks_says_what_goes_and_names_the_backups(
    qtbot: QtBot,
    pane: PeoplePane,
    services: Services,
    store: Store,
    clock: SettableClock,
) -> None:
    plan = ConversationDraft(people=(1,), starts_at=clock.now + HOUR)
    talk = services.conversations.schedule(plan)
    services.notes.save(talk, "said much", [clock.now]).result()
    folder = store.path.parent / "backups"
    back_up(store.connection(), folder / "infoview-2026-11-23.db")
    pane.show_item(1)
    action(pane, "Erase for good").trigger()
    assert box().text() == "Erase Ada Zorn for good?"
    assert "1 conversation with notes" in box().informativeText()
    assert "cannot be undone" in box().informativeText()
    with qtbot.waitSignal(pane.said) as said:
        press(qtbot, "Erase for good")
    assert said.args == ["Erased Ada Zorn for good."]
    assert names(pane) == ["Bo Young", "Cy Xu"]
    assert store.undo() is None
    assert "infoview-2026-11-23.db" in box().informativeText()
    assert str(folder) in box().informativeText()
    press(qtbot, "Close")
    assert pane._table.selected_ids() == [2]


def test_enter_and_escape_keep_everybody(qtbot: QtBot, pane: PeoplePane) -> None:
    for key in (Key.Key_Return, Key.Key_Escape):
        pane.show_item(1)
        action(pane, "Erase for good").trigger()
        qtbot.keyClick(box(), key)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert len(names(pane)) == 3


def test_backups_are_looked_for_where_the_settings_put_them(
    qtbot: QtBot,
    pane: PeoplePane,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    store: Store,
    tmp_path: Path,
) -> None:
    back_up(store.connection(), tmp_path / "elsewhere" / "infoview-2026-11-23.db")
    other = PeoplePane(theme, services, feed, times, backup_folder=lambda: tmp_path / "elsewhere")
    shown(qtbot, other)
    other._table.selectAll()
    action(other, "Erase for good").trigger()
    press(qtbot, "Erase for good")
    assert box().text() == "3 people can still be found in backups"
    press(qtbot, "Close")
