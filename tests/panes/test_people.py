"""The People pane as its user meets it: filter, sort, select, delete, go elsewhere, come back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.targets import spelled, target
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from tests.panes.settable_clock import SettableClock

HOUR = 3_600_000
Key = Qt.Key


@dataclass
class Crowd:
    ada: int
    bo: int
    cy: int
    di: int


@pytest.fixture
def crowd(services: Services) -> Crowd:
    add = services.people.add
    ada = add(PersonDraft(name="Ada Zorn", company="Northwind", role="Chief"))
    return Crowd(
        ada=ada,
        bo=add(PersonDraft(name="Bo Young", company="Alpha", introduced_by=ada)),
        cy=add(PersonDraft(name="Cy Xu", company="Northgate", zone="America/New_York")),
        di=add(PersonDraft(name="Di Wu", company="Beta")),
    )


@pytest.fixture
def pane(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    crowd: Crowd,
) -> PeoplePane:
    return shown(qtbot, PeoplePane(theme, services, feed, times))


def shown(qtbot: QtBot, pane: PeoplePane) -> PeoplePane:
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.show_item(None)
    return pane


def names(pane: PeoplePane) -> list[str]:
    model = pane._model
    found = (model.person_at(row) for row in range(model.rowCount()))
    return [person.name for person in found if person]


def button(pane: QWidget, name: str) -> QPushButton:
    found = [one for one in pane.findChildren(QPushButton) if one.accessibleName() == name]
    seen = [one for one in found if one.isVisible()]
    assert seen, f"no button {name}"
    return seen[0]


def action(pane: PeoplePane, text: str) -> QAction:
    return next(one for one in every_action(pane.menu_actions()) if one.text().startswith(text))


def every_action(actions: Iterable[QAction]) -> Iterator[QAction]:
    """The actions of a menu and of the menus in it."""
    for one in actions:
        yield one
        inner = one.menu()
        if isinstance(inner, QMenu):
            yield from every_action(inner.actions())


def focus_inside(pane: PeoplePane) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus) and focus.isVisible()


# -- finding


def test_typing_filters_at_once_and_counts(qtbot: QtBot, pane: PeoplePane) -> None:
    qtbot.keyClick(pane, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(pane._side.filter, "north")
    assert names(pane) == ["Ada Zorn", "Cy Xu"]
    assert pane._side.count.text() == "2 of 4"
    qtbot.keyClick(pane._side.filter, Key.Key_Escape)
    assert len(names(pane)) == 4
    assert pane._side.count.text() == "4 people"


def test_down_leads_from_the_filter_into_the_table_and_up_back(
    qtbot: QtBot, pane: PeoplePane
) -> None:
    field = pane._side.filter
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Down)
    assert pane._table.hasFocus()
    qtbot.keyClick(pane._table, Key.Key_Up)
    assert field.hasFocus()


def test_letters_typed_in_the_table_filter(qtbot: QtBot, pane: PeoplePane) -> None:
    qtbot.keyClicks(pane._table, "d")
    assert pane._side.filter.text() == "d"
    assert names(pane) == ["Di Wu"]


def test_nobody_matches_offers_to_clear_the_filter(qtbot: QtBot, pane: PeoplePane) -> None:
    pane._side.filter.setText("xyz")
    assert pane._side._no_hit.isVisible()
    assert pane._side._no_hit.accessibleName() == "Nobody matches “xyz”"
    button(pane, "Clear the filter").click()
    assert len(names(pane)) == 4
    assert focus_inside(pane)


def test_nobody_at_all_offers_to_import_and_to_add(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> None:
    pane = shown(qtbot, PeoplePane(theme, services, feed, times))
    with qtbot.waitSignal(pane.import_requested):
        button(pane, "Import contacts").click()
    with qtbot.waitSignal(pane.new_person_requested) as asked:
        button(pane, "Add a person").click()
    assert asked.args == [None]


def test_header_click_and_menu_sort_and_turn_round(qtbot: QtBot, pane: PeoplePane) -> None:
    header = pane._table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(Column.COMPANY) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(pane) == ["Bo Young", "Di Wu", "Cy Xu", "Ada Zorn"]
    action(pane, "Sort by company").trigger()
    assert names(pane) == ["Ada Zorn", "Cy Xu", "Di Wu", "Bo Young"]
    action(pane, "Sort by name").trigger()
    assert names(pane) == ["Ada Zorn", "Bo Young", "Cy Xu", "Di Wu"]


def test_selection_stays_with_the_person_when_the_order_changes(
    pane: PeoplePane, crowd: Crowd
) -> None:
    pane._table.choose([crowd.cy, crowd.ada], crowd.cy)
    action(pane, "Sort by company").trigger()
    assert set(pane._table.selected_ids()) == {crowd.cy, crowd.ada}
    assert pane._table.current_id() == crowd.cy


# -- the person


def test_detail_shows_the_person(pane: PeoplePane, services: Services, crowd: Crowd) -> None:
    services.people.set_tags(crowd.cy, ["grid"])
    emails = (Reach("cy@northgate.example", "work", preferred=True),)
    services.people.set_reach(crowd.cy, "email", emails)
    pane.show_item(crowd.cy)
    view = pane._detail.view
    heading = view._heading
    assert heading._name.text() == "Cy Xu"
    assert (heading._company.text(), heading._zone.text()) == ("Northgate", "New York")
    assert button(pane, "E-mail cy@northgate.example").isVisible()
    assert [chip.tag for chip in view._tags] == ["grid"]
    assert not view._notes.isVisible()


def test_introductions_lead_both_ways(pane: PeoplePane, crowd: Crowd) -> None:
    pane.show_item(crowd.bo)
    button(pane._detail, "Ada Zorn").click()
    assert pane._detail.person_id == crowd.ada
    assert pane._table.selected_ids() == [crowd.ada]
    button(pane._detail, "Bo Young").click()
    assert pane._detail.person_id == crowd.bo


def test_showing_somebody_the_filter_hides_clears_it(pane: PeoplePane, crowd: Crowd) -> None:
    pane._side.filter.setText("north")
    pane.show_item(crowd.di)
    assert pane._side.filter.text() == ""
    assert pane._table.selected_ids() == [crowd.di]


def test_timeline_says_what_happened_and_what_is_planned(
    qtbot: QtBot, pane: PeoplePane, services: Services, crowd: Crowd, clock: SettableClock
) -> None:
    services.people.set_stage([crowd.cy], Stage.ASKED)
    clock.advance(hours=1)
    plan = ConversationDraft(
        people=(crowd.cy,), starts_at=clock.now + 4 * HOUR, way="call", link="https://zoom.us/j/1"
    )
    talk = services.conversations.schedule(plan)
    pane.show_item(crowd.cy)
    entries = pane._detail.view._timeline.entries()
    assert entries[0].title == "Conversation today, 15:00–15:15"
    assert entries[0].detail.startswith("Zoom · 09:00 in New York · ")
    assert entries[0].detail.endswith("questions ready")
    assert (entries[1].title, entries[1].detail) == ("Stage set to asked", "Today, 10:00")
    assert entries[2].detail == "Added, today"
    assert pane._detail.view._stage.text() == "Scheduled · today 15:00"
    with qtbot.waitSignal(pane.place_requested) as asked:
        pane._detail.view._timeline.activated.emit(entries[0].key)
    assert asked.args == [Place(INTERVIEWS, talk)]
    with qtbot.waitSignal(pane.place_requested) as asked:
        button(pane, "Notes").click()
    assert asked.args == [Place(INTERVIEWS, talk)]


def test_timeline_of_a_talk_that_was_held(
    pane: PeoplePane, services: Services, crowd: Crowd, clock: SettableClock
) -> None:
    clock.advance(minutes=30)
    plan = ConversationDraft(people=(crowd.ada,), starts_at=clock.now, place="Café")
    talk = services.conversations.schedule(plan)
    services.conversations.happened(talk, clock.now, 18)
    clock.advance(days=1)
    services.conversations.thank(talk)
    pane.show_item(crowd.ada)
    shown = [(one.title, one.detail) for one in pane._detail.view._timeline.entries()]
    assert shown == [
        ("You thanked", "Today, 10:30"),
        ("You talked, 18 min", "Yesterday, 10:30 · Café"),
        ("", "Added, yesterday"),
    ]


def test_schedule_asks_for_this_person(qtbot: QtBot, pane: PeoplePane, crowd: Crowd) -> None:
    pane.show_item(crowd.di)
    with qtbot.waitSignal(pane.new_conversation_requested) as asked:
        button(pane, "Schedule").click()
    assert asked.args == [crowd.di]


def test_address_is_copied_by_key_and_opened_by_click(
    qtbot: QtBot,
    pane: PeoplePane,
    services: Services,
    crowd: Crowd,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    services.people.set_reach(crowd.ada, "phone", (Reach("+49 30 1234"),))
    pane.show_item(crowd.ada)
    line = button(pane, "Phone +49 30 1234")
    line.setFocus()
    with qtbot.waitSignal(pane.said):
        qtbot.keyClick(line, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+49 30 1234"
    assert "tel:+49301234" in line.toolTip()
    line.click()
    assert [url.toString() for url in opened] == ["tel:+49301234"]


@pytest.mark.parametrize(
    ("kind", "value", "url"),
    [
        ("email", "ada@example.org", "mailto:ada@example.org"),
        ("email", "ada@example.org?body=x", "mailto:ada@example.org%3Fbody=x"),
        ("email", "no address", None),
        ("phone", "+1 (212) 555-0142", "tel:+12125550142"),
        ("phone", "ask Ben", None),
        ("link", "linkedin.com/in/ada", "https://linkedin.com/in/ada"),
        ("link", "http://ada.example", "http://ada.example"),
        ("link", "file:///etc/passwd", None),
        ("link", "javascript:alert(1)", None),
        ("link", "/etc/passwd", None),
        ("link", "smb://server.example/x", None),
        ("link", "https://аpple.com", "https://xn--pple-43d.com"),
    ],
)
def test_only_web_mail_and_phone_can_be_opened(kind: str, value: str, url: str | None) -> None:
    found = target(kind, value)
    assert (None if found is None else spelled(found)) == url


# -- changing


def test_delete_key_deletes_says_so_and_selects_the_next(
    qtbot: QtBot, pane: PeoplePane, crowd: Crowd, store: Store, feed: ChangeFeed
) -> None:
    pane.show_item(crowd.bo)
    with qtbot.waitSignal(feed.changed), qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(pane._table, Key.Key_Delete)
    assert said.args == ["Deleted Bo Young. Ctrl+Z brings them back."]
    assert names(pane) == ["Ada Zorn", "Cy Xu", "Di Wu"]
    assert pane._table.selected_ids() == [crowd.cy]
    assert pane._table.hasFocus()
    store.undo()
    qtbot.waitUntil(lambda: len(names(pane)) == 4)
    assert pane._table.selected_ids() == [crowd.bo]
    assert pane._table.hasFocus()
    store.redo()
    qtbot.waitUntil(lambda: len(names(pane)) == 3)
    assert focus_inside(pane)


def test_delete_says_what_goes_along(
    qtbot: QtBot, pane: PeoplePane, services: Services, crowd: Crowd, clock: SettableClock
) -> None:
    plan = ConversationDraft(people=(crowd.ada,), starts_at=clock.now + HOUR)
    talk = services.conversations.schedule(plan)
    services.notes.save(talk, "said much", [clock.now]).result()
    pane.show_item(crowd.ada)
    with qtbot.waitSignal(pane.said) as said:
        action(pane, "Delete").trigger()
    assert said.args == ["Deleted Ada Zorn and 1 conversation with notes. Ctrl+Z brings them back."]


def test_deleting_the_last_row_and_then_everybody_keeps_the_focus(
    qtbot: QtBot, pane: PeoplePane, crowd: Crowd, store: Store
) -> None:
    pane.show_item(crowd.di)
    qtbot.keyClick(pane._table, Key.Key_Delete)
    assert pane._table.selected_ids() == [crowd.cy]
    qtbot.keyClick(pane._table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane._table, Key.Key_Delete)
    assert names(pane) == []
    assert focus_inside(pane)
    store.undo()
    qtbot.waitUntil(lambda: len(names(pane)) == 3)
    assert focus_inside(pane)


def test_stage_of_several_is_one_undo_step(
    qtbot: QtBot, pane: PeoplePane, services: Services, crowd: Crowd, store: Store
) -> None:
    pane._table.choose([crowd.ada, crowd.di], crowd.ada)
    assert pane._detail.many.isVisible()
    menu = pane._actions.stages
    next(one for one in menu.actions() if one.text() == "Not now").trigger()

    def stages() -> list[Stage]:
        rows = services.people_list.rows([crowd.ada, crowd.bo, crowd.di])
        return [rows[one].stage for one in (crowd.ada, crowd.bo, crowd.di)]

    assert stages() == [Stage.NOT_NOW, Stage.KNOWN, Stage.NOT_NOW]
    assert len(menu.actions()) == 10  # nine stages and a line
    store.undo()
    assert stages() == [Stage.KNOWN] * 3


def test_stage_set_elsewhere_is_shown(
    qtbot: QtBot, pane: PeoplePane, services: Services, crowd: Crowd
) -> None:
    pane.show_item(crowd.ada)
    services.people.set_stage([crowd.ada], Stage.TALKED)
    qtbot.waitUntil(lambda: pane._detail.view._stage.text() == "Talked")
    person = pane._model.person_at(0)
    assert person is not None
    assert person.stage is Stage.TALKED


def test_export_hands_over_the_filter_or_the_selection(
    qtbot: QtBot, pane: PeoplePane, crowd: Crowd
) -> None:
    pane._side.filter.setText("north")
    with qtbot.waitSignal(pane.export_requested) as asked:
        button(pane, "Export").click()
    assert asked.args == [[crowd.ada, crowd.cy]]
    pane._side.filter.clear()
    pane._table.choose([crowd.bo, crowd.di], crowd.bo)
    with qtbot.waitSignal(pane.export_requested) as asked:
        button(pane, "Export").click()
    assert asked.args == [[crowd.bo, crowd.di]]


def test_person_added_elsewhere_appears_and_selection_stays(
    qtbot: QtBot, pane: PeoplePane, services: Services, crowd: Crowd
) -> None:
    pane.show_item(crowd.cy)
    services.people.add(PersonDraft(name="Aaron Ax"))
    qtbot.waitUntil(lambda: names(pane)[0] == "Aaron Ax")
    assert pane._table.selected_ids() == [crowd.cy]


# -- coming back


def test_state_survives_and_garbage_is_ignored(
    qtbot: QtBot,
    pane: PeoplePane,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    crowd: Crowd,
) -> None:
    pane._side.filter.setText("north")
    action(pane, "Sort by company").trigger()
    pane._table.setColumnWidth(Column.NAME, 260)
    pane.show_item(crowd.ada)
    other = shown(qtbot, PeoplePane(theme, services, feed, times))
    other.restore_state(pane.save_state())
    assert names(other) == ["Cy Xu", "Ada Zorn"]
    assert other._table.selected_ids() == [crowd.ada]
    assert abs(other._table.columnWidth(Column.NAME) - 260) <= 2
    other.restore_state(
        {"filter": 3, "sort": [], "columns": ["x"] * 5, "splitter": [None], "person": "y"}
    )
    assert len(names(other)) == 4


def test_a_pane_that_was_never_shown_keeps_the_widths_it_was_given(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> None:
    hidden = PeoplePane(theme, services, feed, times)
    qtbot.addWidget(hidden)
    usual = hidden.save_state()["splitter"]
    hidden.restore_state({"splitter": [700, 420]})
    assert hidden.save_state()["splitter"] == [700, 420]
    assert isinstance(usual, list)
    assert sum(usual) > 1000


def test_everything_is_there_after_a_restart(
    qtbot: QtBot, pane: PeoplePane, store: Store, services: Services, crowd: Crowd
) -> None:
    pane.show_item(crowd.bo)
    qtbot.keyClick(pane._table, Key.Key_Delete)
    pane.leave()
    store.close()
    again = Store(store.path)
    try:
        assert reading.person(crowd.bo) is None
        found = reading.person(crowd.ada)
        assert found is not None
        assert found.name == "Ada Zorn"
    finally:
        again.close()


def spoken(control: QWidget) -> bool:
    """Whether a control or what it belongs to says its name."""
    inside = isinstance(control.parent(), QComboBox | QLineEdit)
    text = control.text() if isinstance(control, QPushButton) else ""
    return inside or bool(control.accessibleName() or text)


def test_every_control_has_a_name(pane: PeoplePane, crowd: Crowd) -> None:
    pane.show_item(crowd.ada)
    pane._detail.edit()
    controls: list[QWidget] = [*pane.findChildren(QPushButton), *pane.findChildren(QToolButton)]
    controls += [*pane.findChildren(QLineEdit), *pane.findChildren(QComboBox)]
    nameless = [one for one in controls if not spoken(one)]
    assert nameless == []
    assert pane._table.accessibleName() == "People"
    assert pane._side.filter.accessibleName() == "Filter people"
