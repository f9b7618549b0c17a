"""The columns of the People table: chosen, ordered, sized, sorted by, and kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.columns import (
    USUAL,
    Arrangement,
    Column,
    fitted,
    read_arrangement,
)
from infoview_gui.panes.people.columns_popup import ColumnsPopup
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme
from tests.panes.people_desk import action, menu, names, pick, shown
from tests.panes.settable_clock import SettableClock

Key, Alt, Shift = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    clock: SettableClock,
) -> PeoplePane:
    mail, phone = (Reach("ada@example.org"),), (Reach("+49 30 1"),)
    add = services.people.add
    ada = add(PersonDraft(name="Ada Zorn", emails=mail, phones=phone, tags=("rail", "grid")))
    clock.advance(days=1)
    add(PersonDraft(name="Bo Young", emails=(Reach("aa@example.org"),), company="Alpha"))
    clock.advance(hours=1)
    services.people.set_stage([ada], Stage.ASKED)
    clock.advance(days=1)
    return shown(qtbot, PeoplePane(theme, services, feed, times))


def titles(pane: PeoplePane) -> list[str]:
    """What the header shows, from the left."""
    header = pane._table.horizontalHeader()
    order = [Column(header.logicalIndex(place)) for place in range(header.count())]
    return [column.title for column in order if not header.isSectionHidden(column)]


def columns_popup() -> ColumnsPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, ColumnsPopup)
    return found


def test_the_usual_columns_are_those_of_the_picture(pane: PeoplePane) -> None:
    usual = ["Name", "Company and role", "Stage", "Found through", "Next step"]
    assert titles(pane) == usual


def test_columns_are_chosen_in_the_menu_and_say_what_they_should(pane: PeoplePane) -> None:
    for title in ("E-mail", "Phone", "Tags", "Last contact", "Added", "Found through"):
        pick(pane._arranging.menu, title).trigger()
    assert titles(pane)[-6:] == ["Next step", "E-mail", "Phone", "Tags", "Last contact", "Added"]
    model = pane._model
    ada, bo = ([model.index(row, column).data() for column in list(Column)[5:]] for row in range(2))
    assert ada == ["ada@example.org", "+49 30 1", "grid, rail", "Yesterday", "Tue 24 Nov"]
    assert bo == ["aa@example.org", "", "", "", "Yesterday"]
    action(pane, "Usual columns").trigger()
    assert len(titles(pane)) == len(USUAL)


def test_the_name_cannot_be_taken_away(pane: PeoplePane) -> None:
    pane._arranging.toggle(Column.NAME)
    assert titles(pane)[0] == "Name"
    assert not pane._arranging._checks[Column.NAME].isEnabled()


def test_every_column_sorts(pane: PeoplePane) -> None:
    for column in Column:
        action(pane, f"Sort by {column.sort_words}").trigger()
        assert pane._model.sort_column is column
    action(pane, "Sort by e-mail").trigger()
    assert names(pane) == ["Bo Young", "Ada Zorn"]
    action(pane, "Sort by last contact").trigger()
    assert names(pane) == ["Bo Young", "Ada Zorn"]


def test_a_dragged_column_stays_where_it_was_dropped(pane: PeoplePane) -> None:
    header = pane._table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.STAGE), 1)
    assert titles(pane)[:3] == ["Name", "Stage", "Company and role"]
    pane._arranging.toggle(Column.EMAIL)
    assert titles(pane)[:3] == ["Name", "Stage", "Company and role"]
    assert titles(pane)[-1] == "E-mail"


def test_the_header_offers_the_columns(qtbot: QtBot, pane: PeoplePane) -> None:
    header = pane._table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(20, 10))
    found = menu()
    assert pick(found, "Stage").isChecked()
    assert not pick(found, "Tags").isChecked()
    found.close()


def test_columns_by_keyboard_alone(qtbot: QtBot, pane: PeoplePane) -> None:
    action(pane, "Arrange columns…").trigger()
    rows = columns_popup().list
    qtbot.keyClick(rows, Key.Key_Down)
    qtbot.keyClick(rows, Key.Key_Right, Alt)
    assert titles(pane)[:3] == ["Name", "Stage", "Company and role"]
    qtbot.keyClick(rows, Key.Key_Left, Alt)
    qtbot.keyClick(rows, Key.Key_Left, Alt)
    assert titles(pane)[:3] == ["Name", "Company and role", "Stage"]
    before = pane._table.columnWidth(Column.COMPANY)
    qtbot.keyClick(rows, Key.Key_Right, Shift)
    assert pane._table.columnWidth(Column.COMPANY) > before
    qtbot.keyClick(rows, Key.Key_End)
    qtbot.keyClick(rows, Key.Key_Space)
    assert titles(pane)[-1] == "Added"
    assert rows.currentItem().text() == "Added"
    qtbot.keyClick(rows, Key.Key_Escape)
    assert pane._table.arrangement.shown[-1] is Column.ADDED


def test_the_name_is_moved_by_nothing(qtbot: QtBot, pane: PeoplePane) -> None:
    action(pane, "Arrange columns…").trigger()
    qtbot.keyClick(columns_popup().list, Key.Key_Right, Alt)
    assert titles(pane)[0] == "Name"
    columns_popup().hide()


def test_many_columns_scroll_sideways_and_the_usual_ones_never_do(
    qtbot: QtBot, pane: PeoplePane
) -> None:
    bar = pane._table.horizontalScrollBar()
    assert bar.maximum() == 0
    for column in list(Column)[5:]:
        pane._arranging.toggle(column)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    widths = [pane._table.columnWidth(column) for column in pane._table.seen()]
    assert all(width >= one.least for width, one in zip(widths, pane._table.seen(), strict=True))


def test_columns_come_back_with_the_pane(
    qtbot: QtBot,
    pane: PeoplePane,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
) -> None:
    pane._arranging.toggle(Column.EMAIL)
    header = pane._table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.EMAIL), 1)
    other = shown(qtbot, PeoplePane(theme, services, feed, times))
    other.restore_state(pane.save_state())
    assert titles(other) == titles(pane)
    assert other._table.arrangement == pane._table.arrangement


def test_widths_kept_by_an_older_version_are_read() -> None:
    old = read_arrangement([260, 160, 130, 129, 125])
    assert old.shown == USUAL
    assert old.shares[:5] == (260, 160, 130, 129, 125)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=6)
            | st.dictionaries(st.sampled_from(["shown", "widths", "name", "stage"]), inner)
        ),
        max_leaves=12,
    )
)
def test_whatever_was_kept_makes_an_arrangement(value: object) -> None:
    found = read_arrangement(value)
    assert found.shown[0] is Column.NAME
    assert len(set(found.shown)) == len(found.shown)
    assert all(0 < share < 100_000 for share in found.shares)
    assert read_arrangement(found.values()) == found


@given(st.permutations(list(Column)), st.integers(1, 10), st.integers(0, 4000))
def test_widths_fill_the_room_and_no_column_gets_too_little(
    order: list[Column], count: int, width: int
) -> None:
    shown = order[:count]
    widths = fitted(shown, Arrangement().shares, width)
    least = sum(column.least for column in shown)
    assert all(one >= column.least for one, column in zip(widths, shown, strict=True))
    assert sum(widths) <= max(width, least)
