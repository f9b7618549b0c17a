"""Appointments and networking events in the calendar: shown, moved, copied, deleted, taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.keys import EngagementKey
from infoview_gui.panes.calendar.span import View
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_reading import all_engagement_ids, engagement
from infoview_gui.services.engagement_records import (
    APPOINTMENT,
    NETWORKING,
    EngagementDraft,
    EngagementRow,
)
from infoview_gui.widgets.agenda_view import AgendaView
from infoview_gui.widgets.month_view import MonthView
from tests.panes.calendar.desk import action, at, entries, wall, week
from tests.panes.settable_clock import SettableClock

Add = Callable[..., EngagementKey]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def add(services: Services) -> Add:
    """Write something down that lasts an hour, or whole days where a day is given."""

    def made(title: str, start: int | date, **more: object) -> EngagementKey:
        when = {"starts_at": start} if isinstance(start, int) else {"first_day": start}
        draft = EngagementDraft(title=title, **{"kind": NETWORKING, **when, **more})  # type: ignore[arg-type]
        return EngagementKey(services.engagements.add(draft))

    return made


def row(key: EngagementKey) -> EngagementRow:
    found = engagement(key.id)
    assert found is not None
    return found


def test_kinds_are_told_apart_by_words_and_colour(
    qtbot: QtBot, pane: CalendarPane, add: Add
) -> None:
    lunch = add("Lunch, IEEE PES chapter", at(24, 12), place="Harbour club")
    dentist = add("Dentist", at(25, 13), kind=APPOINTMENT, minutes=90)
    qtbot.waitUntil(lambda: {lunch, dentist} <= entries(pane).keys())
    one, other = entries(pane)[lunch], entries(pane)[dentist]
    assert (one.start, one.minutes, one.tone) == (wall(24, 12), 60, "vio")
    assert one.detail == "networking event · Harbour club"
    assert (other.minutes, other.detail, other.kind) == (90, "appointment", "appointment")
    assert other.tone not in {one.tone, "muted"}
    assert other.look != "pale"


def test_moving_and_stretching_by_key_are_steps_and_keep_the_choice(
    qtbot: QtBot, pane: CalendarPane, add: Add, services: Services
) -> None:
    key = add("Dentist", at(25, 13), kind=APPOINTMENT)
    pane.show_engagement(key.id)
    qtbot.keyClick(week(pane), Key.Key_Down, CTRL)
    qtbot.keyClick(week(pane), Key.Key_Right, CTRL)
    qtbot.keyClick(week(pane), Key.Key_Down, SHIFT)
    assert (row(key).starts_at, row(key).minutes) == (at(26, 13, 15), 65)
    assert week(pane).chosen_key() == key
    for _ in range(3):
        services.store.undo()
    qtbot.waitUntil(lambda: entries(pane)[key].start == wall(25, 13))
    assert (row(key).starts_at, row(key).minutes) == (at(25, 13), 60)
    assert week(pane).chosen_key() == key


def _drag(qtbot: QtBot, pane: CalendarPane, begin: QPoint, by: QPoint) -> None:
    ground = week(pane).viewport()
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=begin)
    for part in (by / 2, by):
        qtbot.mouseMove(ground, begin + part)
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=begin + by)


def test_dragging_moves_by_mouse(qtbot: QtBot, pane: CalendarPane, add: Add) -> None:
    key = add("Dentist", at(25, 10), kind=APPOINTMENT)
    pane.show_engagement(key.id)
    view = week(pane)
    box = next(piece.box for piece in view._pieces if piece.entry.key == key)
    begin = QPoint(round(box.left) + 20, round(box.top + view._y(0)) + 5)
    _drag(qtbot, pane, begin, QPoint(0, 72))
    assert row(key).starts_at == at(25, 11)


def _bar(pane: CalendarPane, key: EngagementKey) -> QPoint:
    (box,) = week(pane)._whole.boxes_of(key)
    return QPoint(round(box.left) + 12, round(box.top) + 8)


def test_whole_days_lie_in_the_strip_and_are_dragged_along_it(
    qtbot: QtBot, pane: CalendarPane, add: Add, services: Services
) -> None:
    key = add("Fair", date(2026, 11, 25), days=2)
    pane.show_engagement(key.id)
    column = week(pane)._grid.column(1)[1]
    _drag(qtbot, pane, _bar(pane, key), QPoint(round(column), 40))
    assert (row(key).first_day, row(key).days) == (date(2026, 11, 26), 2)
    assert week(pane).chosen_key() == key
    services.store.undo()
    qtbot.waitUntil(lambda: entries(pane)[key].start == wall(25, 0))


def test_escape_during_that_drag_leaves_it_where_it_was(
    qtbot: QtBot, pane: CalendarPane, add: Add
) -> None:
    key = add("Fair", date(2026, 11, 25))
    pane.show_engagement(key.id)
    ground, begin = week(pane).viewport(), _bar(pane, key)
    there = week(pane)._whole.boxes_of(key)
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(ground, begin + QPoint(300, 0))
    assert week(pane)._whole.boxes_of(key) != there
    qtbot.keyClick(week(pane), Key.Key_Escape)
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=begin + QPoint(300, 0))
    assert week(pane)._whole.boxes_of(key) == there
    assert row(key).first_day == date(2026, 11, 25)


def test_keys_move_whole_days_by_days_and_make_them_more(
    qtbot: QtBot, pane: CalendarPane, add: Add
) -> None:
    key = add("Fair", date(2026, 11, 25))
    pane.show_engagement(key.id)
    qtbot.keyClick(week(pane), Key.Key_Right, CTRL)
    assert row(key).first_day == date(2026, 11, 26)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Key.Key_Up, CTRL)
    assert "whole days" in said.args[0]
    qtbot.keyClick(week(pane), Key.Key_Down, SHIFT)
    assert (row(key).first_day, row(key).days) == (date(2026, 11, 26), 2)
    qtbot.keyClick(week(pane), Key.Key_Up, SHIFT)
    qtbot.keyClick(week(pane), Key.Key_Up, SHIFT)
    assert row(key).days == 1


@pytest.mark.parametrize("zone", ["Pacific/Apia", "America/Los_Angeles", "Asia/Kolkata"])
def test_whole_days_never_shift_when_the_laptop_travels(
    qtbot: QtBot, pane: CalendarPane, add: Add, times: LocalTime, zone: str
) -> None:
    key = add("Fair", date(2026, 11, 25), days=2)
    timed = add("Dentist", at(25, 13), kind=APPOINTMENT)
    times.set_zone(zone)
    pane._page.go_to(date(2026, 11, 25))
    qtbot.waitUntil(lambda: key in entries(pane))
    assert (entries(pane)[key].start, entries(pane)[key].end) == (wall(25, 0), wall(27, 0))
    assert entries(pane)[timed].start == times.local(at(25, 13))


@pytest.mark.parametrize("view", list(View))
def test_every_view_shows_them_and_moves_them_by_a_day(
    qtbot: QtBot, pane: CalendarPane, add: Add, view: View
) -> None:
    timed, whole = add("Lunch", at(25, 12)), add("Fair", date(2026, 11, 25))
    pane._page.use_view(view)
    for key in (timed, whole):
        pane.show_engagement(key.id)
        assert pane._views.chosen_key() == key
        qtbot.keyClick(pane._views.shown(), Key.Key_Right, CTRL)
        assert pane._views.chosen_key() == key
    assert row(timed).starts_at == at(26, 12)
    assert row(whole).first_day == date(2026, 11, 26)
    if view is View.AGENDA:
        shown = pane.findChildren(AgendaView)[0]._model.rows
        assert {"Lunch", "Fair"} <= {one.title for one in shown}
    if view is View.MONTH:
        (bar,) = pane.findChildren(MonthView)[0]._days.bars()
        assert bar.key == whole


def test_a_time_is_typed_and_a_whole_day_stays_whole(
    qtbot: QtBot, pane: CalendarPane, add: Add
) -> None:
    timed, whole = add("Lunch", at(25, 12)), add("Fair", date(2026, 11, 25))
    told: list[str] = []
    for key in (timed, whole):
        pane.show_engagement(key.id)
        qtbot.keyClick(week(pane), Key.Key_F2)
        line = next(one for one in pane.findChildren(QLineEdit) if one.isVisible())
        qtbot.keyClicks(line, "fri 16:30")
        told.append(pane._page.move_field.reading.text())
        qtbot.keyClick(line, Key.Key_Return)
    assert told == ["Friday 27 November, 16:30", "Friday 27 November"]
    assert row(timed).starts_at == at(27, 16, 30)
    assert (row(whole).starts_at, row(whole).first_day) == (None, date(2026, 11, 27))


def test_copy_plans_it_again_without_those_who_were_met(
    qtbot: QtBot, pane: CalendarPane, add: Add, services: Services
) -> None:
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    key = add("Lunch", at(24, 12), people=(person,), place="Harbour club")
    pane.show_engagement(key.id)
    qtbot.keyClick(week(pane), Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Lunch · Tue 24 Nov 12:00–13:00 · Harbour club"
    week(pane).choose(None)
    week(pane)._cursor = wall(26, 9)
    qtbot.keyClick(week(pane), Key.Key_V, CTRL)
    copy = EngagementKey(max(all_engagement_ids()))
    assert (row(copy).starts_at, row(copy).place, row(copy).people) == (
        *(at(26, 9), "Harbour club", ()),
    )
    assert len(row(key).people) == 1
    assert week(pane).chosen_key() == copy


def test_cut_and_paste_move_it(qtbot: QtBot, pane: CalendarPane, add: Add) -> None:
    key = add("Fair", date(2026, 11, 24))
    pane.show_engagement(key.id)
    qtbot.keyClick(week(pane), Key.Key_X, CTRL)
    week(pane).choose(None)
    week(pane)._cursor = wall(26, 15)
    qtbot.keyClick(week(pane), Key.Key_V, CTRL)
    assert row(key).first_day == date(2026, 11, 26)
    assert all_engagement_ids() == [key.id]


def test_delete_says_how_it_comes_back(
    qtbot: QtBot, pane: CalendarPane, add: Add, services: Services
) -> None:
    key = add("Dentist", at(25, 13), kind=APPOINTMENT)
    pane.show_engagement(key.id)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Key.Key_Delete)
    assert said.args == ["Deleted the appointment “Dentist”. Ctrl+Z brings it back."]
    assert key not in entries(pane)
    services.store.undo()
    qtbot.waitUntil(lambda: week(pane).chosen_key() == key)


def test_enter_and_double_click_ask_for_it(qtbot: QtBot, pane: CalendarPane, add: Add) -> None:
    key = add("Dentist", at(25, 13), kind=APPOINTMENT)
    pane.show_engagement(key.id)
    with qtbot.waitSignal(pane.engagement_requested) as asked:
        qtbot.keyClick(week(pane), Key.Key_Return)
    assert asked.args == [key.id]
    box = next(piece.box for piece in week(pane)._pieces if piece.entry.key == key)
    spot = QPoint(round(box.left) + 20, round(box.top + week(pane)._y(0)) + 5)
    with qtbot.waitSignal(pane.engagement_requested):
        qtbot.mouseDClick(week(pane).viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_people_are_met_at_events_that_have_begun(
    qtbot: QtBot, pane: CalendarPane, add: Add, clock: SettableClock
) -> None:
    met = action(pane, "Add people met")
    past, ahead = add("Lunch", at(23, 12)), add("Lunch", at(25, 12))
    own = add("Dentist", at(23, 15), kind=APPOINTMENT)
    allowed = {}
    for key in (past, ahead, own):
        pane.show_engagement(key.id)
        allowed[key] = met.isEnabled()
    assert allowed == {past: True, ahead: False, own: False}
    assert not action(pane, "Start").isEnabled()
    assert action(pane, "Delete").isEnabled()
    pane.show_engagement(past.id)
    with qtbot.waitSignal(pane.people_met_requested) as asked:
        qtbot.keyClick(week(pane), Key.Key_M, CTRL | SHIFT)
    assert asked.args == [past.id]
    clock.now = at(25, 12)
    pane.show_engagement(ahead.id)
    assert met.isEnabled()


def test_a_new_one_begins_in_the_chosen_time_and_is_chosen(
    qtbot: QtBot, pane: CalendarPane, add: Add
) -> None:
    week(pane)._cursor = wall(26, 9)
    with qtbot.waitSignal(pane.new_engagement_requested) as asked:
        pane._actions._actions["new_event"].trigger()
    assert asked.args == [NETWORKING, at(26, 9)]
    key = add("Lunch", at(26, 9))
    qtbot.waitUntil(lambda: week(pane).chosen_key() == key)


def test_a_conversation_hears_of_what_takes_its_time(
    qtbot: QtBot, pane: CalendarPane, add: Add, services: Services
) -> None:
    add("Dentist", at(25, 13), kind=APPOINTMENT)
    add("Fair", date(2026, 11, 25))
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    talk = services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=at(24, 13))
    )
    pane.show_item(talk)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Key.Key_Right, CTRL)
    assert "At the same time: Dentist (13:00–14:00, appointment)" in said.args[0]
    assert "Fair (all day, networking event)" in said.args[0]
    key = add("Lunch", at(25, 12))
    pane.show_engagement(key.id)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Key.Key_Down, SHIFT)
    assert "Ana Lopes (13:00–13:15)" in said.args[0]
    assert "Lunch" not in said.args[0]


def test_what_lies_on_the_weekend_is_said(qtbot: QtBot, pane: CalendarPane, add: Add) -> None:
    add("Hackathon", date(2026, 11, 28), days=2)

    def said() -> bool:
        buttons = pane.findChildren(QPushButton)
        return any(b.isVisible() and b.text() == "1 on the weekend" for b in buttons)

    qtbot.waitUntil(said)
