"""Where keys and the keyboard focus go in the People pane."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme

# What the offscreen platform says about lists that pop up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Make = Callable[[], PeoplePane]


@pytest.fixture
def make(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> Iterator[Make]:
    """Show the pane in a window with whoever is stored by then."""
    windows: list[QWidget] = []

    def shown() -> PeoplePane:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        pane = PeoplePane(theme, services, feed, times, window)
        QVBoxLayout(window).addWidget(pane)
        window.resize(1184, 790)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return pane

    yield shown
    windows.clear()


@pytest.fixture
def people(services: Services) -> list[int]:
    drafts = [
        PersonDraft(name=f"Person {number:02}", emails=(Reach("a@b.example"),))
        for number in range(12)
    ]
    return [services.people.add(draft) for draft in drafts]


def focused(parent: QWidget) -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    assert parent.isAncestorOf(focus)
    assert focus.isVisible()
    return focus


def test_pane_hands_the_keyboard_to_the_table(make: Make, people: list[int]) -> None:
    pane = make()
    pane.setFocus()
    assert pane._table.hasFocus()


def test_pane_hands_the_keyboard_to_the_form_while_it_is_open(
    make: Make, people: list[int]
) -> None:
    pane = make()
    pane.show_item(people[0])
    pane._detail.edit()
    pane._detail.form._company.setFocus()
    pane._side.filter.setFocus()
    pane.setFocus()
    assert pane._detail.form.isAncestorOf(focused(pane))


def test_focus_follows_from_the_table_to_the_button_of_the_empty_page_and_back(
    qtbot: QtBot, make: Make, services: Services, store: Store
) -> None:
    pane = make()
    pane.setFocus()
    assert focused(pane).accessibleName() == "Import contacts"
    services.people.add(PersonDraft(name="Ann Only"))
    qtbot.waitUntil(pane._table.isVisible)
    assert pane._table.hasFocus()
    store.undo()
    qtbot.waitUntil(lambda: not pane._table.isVisible())
    assert focused(pane).accessibleName() == "Import contacts"
    store.redo()
    qtbot.waitUntil(pane._table.isVisible)
    assert pane._table.hasFocus()


def test_focus_in_the_detail_is_not_lost_when_everybody_goes(
    qtbot: QtBot, make: Make, services: Services, store: Store
) -> None:
    services.people.add(PersonDraft(name="Ann Only"))
    pane = make()
    pane._detail.view._heading.edit.setFocus()
    store.undo()
    qtbot.waitUntil(lambda: not pane._table.isVisible())
    assert focused(pane).accessibleName() == "Import contacts"


@pytest.mark.parametrize("keys", ["Ctrl+E", "Ctrl+I", "Ctrl+N", "Ctrl+D", "Ctrl+K", "Ctrl+T"])
@pytest.mark.parametrize("where", ["filter", "first name", "introduced by", "e-mail", "zone"])
def test_keys_of_the_program_work_in_every_field(
    qtbot: QtBot, make: Make, people: list[int], keys: str, where: str
) -> None:
    pane = make()
    pane._detail.edit()
    form = pane._detail.form
    field: QWidget = {
        "filter": pane._side.filter,
        "first name": form._first,
        "introduced by": form._by._line,
        "e-mail": form._reach["email"].rows()[0].value,
        "zone": form._zone._combo,
    }[where]
    action = QAction(pane.window())
    action.setShortcut(QKeySequence(keys))
    pane.window().addAction(action)
    field.setFocus()
    pressed = QKeySequence(keys)[0]
    with qtbot.waitSignal(action.triggered, timeout=500):
        qtbot.keyClick(field, pressed.key(), pressed.keyboardModifiers())


def test_filtering_by_key_leaves_every_field_of_the_form(
    qtbot: QtBot, make: Make, people: list[int]
) -> None:
    pane = make()
    pane.show_item(people[3])
    pane._detail.edit()
    form = pane._detail.form
    row = form._reach["email"].rows()[0]
    fields = (form._first, form._by._line, form._zone._combo, row.value, row.star, form._note)
    for field in (*fields, form._channel, form._done):
        field.setFocus()
        qtbot.keyClick(field, Key.Key_F, CTRL)
        assert pane._side.filter.hasFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "11")
        qtbot.wait(20)
        assert pane._side.filter.hasFocus()
        assert pane._side.filter.text() == "11"
        pane._side.filter.clear()
    pane.leave()
    person = reading.person(people[3])
    assert person is not None
    assert person.name == "Person 03"


def test_escape_leaves_the_form_from_everywhere(
    qtbot: QtBot, make: Make, people: list[int]
) -> None:
    pane = make()
    pane.show_item(people[3])
    form = pane._detail.form
    for number in range(9):
        pane._detail.edit()
        row = form._reach["email"].rows()[0]
        fields: tuple[QWidget, ...] = (
            form._first,
            form._channel,
            form._by._line,
            form._zone._combo,
            row.value,
            row.star,
            form._reach["phone"]._add,
            form._note,
            form._done,
        )
        fields[number].setFocus()
        qtbot.keyClick(fields[number], Key.Key_Escape)
        assert not form.isVisible(), number
        assert pane._table.hasFocus()


def test_only_a_handful_that_came_back_is_selected(
    qtbot: QtBot, make: Make, people: list[int], services: Services, store: Store
) -> None:
    pane = make()
    services.people.delete(people[:5])
    qtbot.waitUntil(lambda: len(pane._model.ids) == 7)
    store.undo()
    qtbot.waitUntil(lambda: len(pane._model.ids) == 12)
    assert pane._table.selected_ids() == people[:5]
    services.people.delete(people[:6])
    qtbot.waitUntil(lambda: len(pane._model.ids) == 6)
    store.undo()
    qtbot.waitUntil(lambda: len(pane._model.ids) == 12)
    assert pane._table.selected_ids() == [people[0]]


def test_home_and_end_go_to_the_first_and_the_last_row(
    qtbot: QtBot, make: Make, people: list[int]
) -> None:
    pane = make()
    table = pane._table
    pane.show_item(people[4])
    qtbot.keyClick(table, Key.Key_End)
    assert table.selected_ids() == [people[-1]]
    qtbot.keyClick(table, Key.Key_Home)
    assert table.selected_ids() == [people[0]]
    pane.show_item(people[9])
    qtbot.keyClick(table, Key.Key_End, SHIFT)
    assert table.selected_ids() == people[9:]
    assert table.current_id() == people[-1]


def test_spaces_around_an_address_go_when_the_field_is_left(
    qtbot: QtBot, make: Make, people: list[int]
) -> None:
    pane = make()
    pane.show_item(people[0])
    pane._detail.edit()
    value = pane._detail.form._reach["email"].rows()[0].value
    value.setFocus()
    value.selectAll()
    qtbot.keyClicks(value, "  ann@c.example ")
    qtbot.keyClick(value, Key.Key_Tab)
    assert value.text() == "ann@c.example"
    person = reading.person(people[0])
    assert person is not None
    assert [reach.value for reach in person.emails] == ["ann@c.example"]
