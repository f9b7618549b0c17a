"""Day, week, month and agenda of the Calendar pane, against a real store."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.clock_changes import bands_of, change_words, second_hours
from infoview_gui.panes.calendar.keys import Layer
from infoview_gui.panes.calendar.print_dialog import PrintDialog
from infoview_gui.panes.calendar.span import View, title_of, turned, view_span
from infoview_gui.panes.calendar.waiting import WaitingCard
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_reading import days_taken, stamps_between
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.agenda_view import AgendaView
from infoview_gui.widgets.month_view import MonthView
from infoview_gui.widgets.week_layout import at_minute
from infoview_gui.window.menus import submenu
from tests.panes.settable_clock import SettableClock

Plan = Callable[..., int]
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def at(day: int, hour: int, minute: int = 0) -> int:
    """A moment in November 2026, in the time of Berlin."""
    return round(datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC).timestamp() * 1000)


def wall(day: date, hour: int, minute: int = 0) -> datetime:
    return at_minute(day, hour * 60 + minute)


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> Iterator[CalendarPane]:
    pane = CalendarPane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    pane.show_item(None)
    yield pane
    pane.hide()


@pytest.fixture
def plan(services: Services) -> Plan:
    def made(name: str, starts_at: int | None, zone: str = "", **values: object) -> int:
        person = services.people.add(PersonDraft(name=name, zone=zone))
        draft = ConversationDraft(people=(person,), starts_at=starts_at)
        for key, value in values.items():
            setattr(draft, key, value)
        return services.conversations.schedule(draft)

    return made


def verbs(pane: CalendarPane) -> list[QAction]:
    """Every verb of the menu, those of submenus instead of these."""
    found = []
    for one in pane.menu_actions():
        inner = submenu(one)
        found += [one] if inner is None else inner.actions()
    return found


def action(pane: CalendarPane, text: str) -> QAction:
    found = [one for one in verbs(pane) if one.text().replace("&", "").startswith(text)]
    assert len(found) == 1, text
    return found[0]


def month(pane: CalendarPane) -> MonthView:
    shown = pane._views.shown()
    assert isinstance(shown, MonthView)
    return shown


def agenda(pane: CalendarPane) -> AgendaView:
    shown = pane._views.shown()
    assert isinstance(shown, AgendaView)
    return shown


def starts_at(conversation_id: int) -> int | None:
    record = reading.conversation(conversation_id)
    assert record is not None
    return record.starts_at


def press(qtbot: QtBot, pane: CalendarPane, key: Qt.Key, how: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(pane._views.shown(), key, how)


# -- which days


@pytest.mark.parametrize(
    ("key", "view", "days"),
    [
        (Key.Key_1, View.DAY, 1),
        (Key.Key_2, View.WORK_WEEK, 5),
        (Key.Key_3, View.WEEK, 7),
        (Key.Key_4, View.MONTH, 42),
        (Key.Key_5, View.AGENDA, 28),
    ],
)
def test_alt_and_a_number_choose_the_view(
    qtbot: QtBot, pane: CalendarPane, key: Qt.Key, view: View, days: int
) -> None:
    press(qtbot, pane, key, ALT)
    assert (pane._page.view, pane._page.span.days) == (view, days)
    assert pane._views.shown().hasFocus()


def test_the_last_view_comes_back(
    qtbot: QtBot, pane: CalendarPane, theme: Theme, services: Services, feed: ChangeFeed,
    times: LocalTime,
) -> None:  # fmt: skip
    action(pane, "Show the month").trigger()
    action(pane, "Number the weeks").trigger()
    pane._second_zone.use("Asia/Kolkata")
    kept = pane.save_state()
    second = CalendarPane(theme, services, feed, times)
    qtbot.addWidget(second)
    second.restore_state(kept)
    assert second._page.view is View.MONTH
    assert month(second)._numbered
    assert second.save_state() == kept
    second._page.use_view(View.WEEK)
    assert second._page.week._second is not None
    assert second._page.week._second.title == "Kolkata"


@pytest.mark.parametrize("view", list(View))
def test_what_is_chosen_stays_chosen_in_every_view(
    pane: CalendarPane, plan: Plan, view: View
) -> None:
    key = plan("Amara Okafor", at(25, 15))
    pane.show_item(key)
    pane._page.use_view(view)
    assert pane._views.chosen_key() == key
    assert pane._page.span.holds(date(2026, 11, 25))


@pytest.mark.parametrize(
    ("view", "title"),
    [
        (View.DAY, "Tuesday 24 November 2026"),
        (View.WORK_WEEK, "23–27 November 2026"),
        (View.WEEK, "23–29 November 2026"),
        (View.MONTH, "November 2026"),
        (View.AGENDA, "24 November – 21 December 2026"),
    ],
)
def test_the_days_are_named(times: LocalTime, view: View, title: str) -> None:
    span = view_span(view, date(2026, 11, 24), times.locale)
    assert title_of(span, times.locale) == title
    there_and_back = turned(view, turned(view, span, 1, times.locale), -1, times.locale)
    assert there_and_back == span


def test_page_keys_turn_what_is_shown(qtbot: QtBot, pane: CalendarPane) -> None:
    press(qtbot, pane, Key.Key_1, ALT)
    qtbot.keyClick(pane._views.shown(), Key.Key_PageDown)
    assert pane._page.span.first == date(2026, 11, 25)
    press(qtbot, pane, Key.Key_4, ALT)
    qtbot.keyClick(pane._views.shown(), Key.Key_PageDown)
    assert pane._page.span.month == date(2026, 12, 1)
    assert month(pane).cursor_day() == date(2026, 12, 25)
    press(qtbot, pane, Key.Key_T, CTRL)
    assert month(pane).cursor_day() == date(2026, 11, 24)


def test_a_narrow_calendar_offers_the_views_in_a_menu(qtbot: QtBot, pane: CalendarPane) -> None:
    pane.resize(640, 600)
    qtbot.waitUntil(pane._page.header._view.isVisible)
    menu = pane._page.header._view.menu()
    menu.actions()[3].trigger()
    assert pane._page.view is View.MONTH
    assert pane._page.header._view.text() == "Month"


# -- the month


def test_a_month_shows_its_conversations_and_only_reads_its_days(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    key, far = plan("Amara Okafor", at(25, 15)), plan("Far", at(30, 9) + 40 * 86_400_000)
    action(pane, "Show the month").trigger()
    qtbot.waitUntil(lambda: pane._page.conversations() == [key])
    lines = [line.entry for cell in month(pane)._cells for line in cell.lines]
    assert [(one.title, one.start) for one in lines] == [
        ("Amara Okafor", wall(date(2026, 11, 25), 15))
    ]
    assert far not in pane._page.conversations()


def test_moving_in_the_month_keeps_the_wall_time_across_the_change_of_clocks(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services, times: LocalTime
) -> None:
    day = date(2026, 10, 20)
    key = plan("Amara Okafor", times.moment(wall(day, 15)))
    pane.show_item(key)
    action(pane, "Show the month").trigger()
    press(qtbot, pane, Key.Key_Down, CTRL)  # over 25 October
    moved = starts_at(key)
    assert moved is not None
    assert times.local(moved) == wall(day + timedelta(days=7), 15)
    assert moved - times.moment(wall(day, 15)) == (7 * 24 + 1) * 3_600_000
    services.store.undo()
    assert starts_at(key) == times.moment(wall(day, 15))


def test_the_month_says_place_and_other_time_where_it_is_asked(
    pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Amara Okafor", at(25, 15), "America/New_York", place="Café")
    pane.show_item(key)
    action(pane, "Show the month").trigger()
    said = month(pane).accessibleDescription()
    assert "Café" in said
    assert "09:00 in New York" in said


def test_more_of_a_day_opens_it(pane: CalendarPane, plan: Plan) -> None:
    for number in range(12):
        plan(f"Person {number}", at(25, 8, number))
    action(pane, "Show the month").trigger()
    pane._refresh()
    cell = next(one for one in month(pane)._cells if one.day == date(2026, 11, 25))
    assert cell.more + len(cell.lines) == 12
    month(pane).day_requested.emit(cell.day)
    assert pane._page.view is View.DAY
    assert pane._page.span.first == cell.day
    assert len(pane._page.conversations()) == 12


def test_one_that_began_on_another_day_stands_where_it_began(
    services: Services, plan: Plan, clock: SettableClock
) -> None:
    key = plan("Amara Okafor", at(26, 10))
    services.talking.start(key)  # two days early
    midnight = at(24, 1) - 3_600_000
    days = [midnight + n * 86_400_000 for n in range(4)]
    assert [row[:2] for row in stamps_between(days[0], days[1])] == [(key, clock())]
    assert stamps_between(days[2], days[3]) == []
    assert days_taken(days) == {0}


# -- the agenda


def test_the_agenda_says_times_here_and_there_place_and_what_is_due(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    plan("Amara Okafor", at(25, 15), "America/New_York", place="Café")
    done = plan("Kenji Mori", at(24, 9))
    services.conversations.happened(done, at(24, 9), 15)
    pane._page.use_view(View.AGENDA)
    pane._refresh()
    rows = agenda(pane)._model.rows
    assert [row.title for row in rows] == [
        "Today, Tuesday 24 November",
        "Kenji Mori",
        "Tomorrow, Wednesday 25 November",
        "Amara Okafor",
        "Thank Kenji Mori",
    ]
    assert (rows[3].when, rows[3].there, rows[3].detail) == (
        "15:00–15:15", "09:00 in New York", "Café",
    )  # fmt: skip


def test_the_agenda_by_keys(qtbot: QtBot, pane: CalendarPane, plan: Plan) -> None:
    first, second = plan("Amara Okafor", at(25, 15)), plan("Kenji Mori", at(26, 9))
    pane._page.use_view(View.AGENDA)
    pane._refresh()
    view = agenda(pane)
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Down)
    assert view.chosen_key() == first
    qtbot.keyClick(view, Key.Key_Down)
    assert view.chosen_key() == second
    with qtbot.waitSignal(pane.edit_requested) as asked:
        qtbot.keyClick(view, Key.Key_Return)
    assert asked.args == [second]
    qtbot.keyClick(view, Key.Key_Down, CTRL)
    assert starts_at(second) == at(26, 9, 15)
    assert view.chosen_key() == second
    qtbot.keyClick(view, Key.Key_Delete)
    assert reading.conversation(second) is None
    qtbot.keyClick(view, Key.Key_PageDown)
    assert pane._page.span.first == date(2026, 12, 22)


def test_what_is_due_leads_to_its_conversation(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    done = plan("Kenji Mori", at(24, 9))
    services.conversations.happened(done, at(24, 9), 15)
    pane._page.use_view(View.AGENDA)
    pane._refresh()
    view = agenda(pane)
    qtbot.keyClick(view, Key.Key_End)
    with qtbot.waitSignal(pane.place_requested) as asked:
        qtbot.keyClick(view, Key.Key_Return)
    assert asked.args == [Place(places.INTERVIEWS, done)]


@pytest.mark.parametrize("view", [View.DAY, View.WORK_WEEK, View.WEEK])
def test_the_heads_of_the_hours_tell_what_is_due_while_that_is_shown(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services, times: LocalTime, view: View
) -> None:
    pane._page.use_view(view)
    today = times.today()
    qtbot.waitUntil(lambda: pane._due.is_known)
    assert dict(pane._page.week._due.days) == {}

    services.learned.add_task("Send the notebook", today)
    services.learned.add_task("Call <b>Eve</b>", today)

    qtbot.waitUntil(lambda: today in pane._page.week._due.days)
    due = pane._page.week._due.days[today]
    assert (due.short, due.sentence) == ("2 due", "Send the notebook · Call <b>Eve</b>")

    pane._layers.switch(Layer.DUE, on=False)
    assert dict(pane._page.week._due.days) == {}
    pane._layers.switch(Layer.DUE, on=True)
    qtbot.waitUntil(lambda: today in pane._page.week._due.days)

    pane._page.week.agenda_requested.emit(today)
    titles = [row.title for row in agenda(pane)._model.rows]
    assert {"Send the notebook", "Call <b>Eve</b>"} <= set(titles)


def test_who_is_dragged_has_their_time_told(
    pane: CalendarPane, plan: Plan, times: LocalTime
) -> None:
    waits, agreed = (plan(name, at, "America/New_York") for name, at in (("Bo", None), ("Cy", 0)))
    week = pane._page.week
    start = wall(times.today(), 15)
    assert week._their_time(agreed, start) == "09:00 in New York"

    spot = week.viewport().mapToGlobal(QPoint(400, 300))
    slot = pane._timing.carry(waits, spot)
    assert slot is not None
    assert week.their_time().endswith("in New York")
    pane._timing.let_go()
    assert week.their_time() == ""
    assert week._their_time(None, start) == ""


# -- what is in sight


def test_what_is_early_is_in_sight_from_the_beginning(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    plan: Plan,
) -> None:
    plan("Amara Okafor", at(26, 6, 55))
    pane = CalendarPane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    with qtbot.waitExposed(pane):
        pane.show()
    bar = pane._views.week.verticalScrollBar()
    shown = bar.value() / (bar.maximum() + bar.pageStep()) * 24
    assert shown == pytest.approx(6, abs=0.1)
    bar.setValue(0)
    plan("Ben Ito", at(27, 7, 30))
    pane.show_item(None)
    assert bar.value() == 0
    pane.hide()


# -- typing a moment


def test_a_moment_is_typed_and_its_reading_shown_before_it_is_taken(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(25, 15), "America/New_York")
    pane.show_item(key)
    press(qtbot, pane, Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    field = pane._page.move_field
    assert field.isVisible()
    assert field.line.hasFocus()
    qtbot.keyClicks(field.line, "fri 16:30")
    assert field.reading.text() == "Friday 27 November, 16:30 · 10:30 in New York"
    assert starts_at(key) == at(25, 15)
    qtbot.keyClick(field.line, Key.Key_Return)
    assert starts_at(key) == at(27, 16, 30)
    assert not field.isVisible()
    assert pane._views.chosen_key() == key
    assert pane._views.shown().hasFocus()
    services.store.undo()
    assert starts_at(key) == at(25, 15)


def test_what_was_moved_out_of_sight_by_typing_is_shown(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Amara Okafor", at(25, 15))
    pane.show_item(key)
    bar = pane._views.shown().verticalScrollBar()
    before = bar.value()
    for words, side in (("fri 23:00", 1), ("fri 1:00", -1)):
        press(qtbot, pane, Key.Key_F2, Qt.KeyboardModifier.NoModifier)
        field = pane._page.move_field
        qtbot.keyClicks(field.line, words)
        qtbot.keyClick(field.line, Key.Key_Return)
        assert (bar.value() - before) * side > 0
    press(qtbot, pane, Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    qtbot.keyClicks(pane._page.move_field.line, "10 dec 9:00")
    qtbot.keyClick(pane._page.move_field.line, Key.Key_Return)
    assert pane._page.span.holds(date(2026, 12, 10))
    assert pane._views.chosen_key() == key


def test_what_cannot_be_read_moves_nothing_and_escape_leaves(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Amara Okafor", at(25, 15))
    pane.show_item(key)
    action(pane, "Move to").trigger()
    field = pane._page.move_field
    qtbot.keyClicks(field.line, "some day")
    assert "No time can be read" in field.reading.text()
    qtbot.keyClick(field.line, Key.Key_Return)
    assert field.isVisible()
    qtbot.keyClick(field.line, Key.Key_Escape)
    assert not field.isVisible()
    assert pane._views.shown().hasFocus()
    assert starts_at(key) == at(25, 15)


# -- the clipboard


def test_copy_and_paste_plan_it_again(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(25, 15), "America/New_York", place="Café", minutes=25)
    pane.show_item(key)
    press(qtbot, pane, Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text == "Amara Okafor · Wed 25 Nov 15:00, 09:00 in New York · 25 min · Café"
    qtbot.keyClick(pane._views.shown(), Key.Key_Right)
    press(qtbot, pane, Key.Key_V, CTRL)
    made = pane._views.chosen_key()
    assert isinstance(made, int)
    assert made != key
    copy = reading.conversation(made)
    assert copy is not None
    assert (copy.title, copy.minutes, copy.place) == ("Amara Okafor", 25, "Café")
    assert (copy.starts_at, starts_at(key)) == (at(26, 15), at(25, 15))
    services.store.undo()
    assert reading.conversation(made) is None


def test_cut_changes_nothing_until_it_is_pasted(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(25, 15))
    pane.show_item(key)
    press(qtbot, pane, Key.Key_X, CTRL)
    assert starts_at(key) == at(25, 15)
    qtbot.keyClick(pane._views.shown(), Key.Key_Left)
    press(qtbot, pane, Key.Key_V, CTRL)
    assert starts_at(key) == at(24, 15)
    assert len(reading.all_conversation_ids()) == 1
    services.store.undo()
    assert starts_at(key) == at(25, 15)


def test_pasting_something_else_says_what_to_do(qtbot: QtBot, pane: CalendarPane) -> None:
    QGuiApplication.clipboard().setText("Amara")
    with qtbot.waitSignal(pane.said) as said:
        press(qtbot, pane, Key.Key_V, CTRL)
    assert said.args[0].startswith("Nothing to paste: copy")


# -- changes of the clocks


def test_an_hour_that_is_skipped_and_one_that_comes_twice_are_shown(times: LocalTime) -> None:
    (spring,) = bands_of(times, date(2026, 3, 23), 7)
    assert (spring.day, spring.first, spring.last) == (date(2026, 3, 29), 120, 180)
    assert spring.skipped
    (autumn,) = bands_of(times, date(2026, 10, 19), 7)
    assert (autumn.day, autumn.first, autumn.last) == (date(2026, 10, 25), 120, 180)
    assert not autumn.skipped
    assert bands_of(times, date(2026, 11, 23), 7) == []


@pytest.mark.parametrize(
    ("zone", "day", "first", "last"),
    [
        ("Australia/Lord_Howe", date(2026, 10, 4), 120, 150),
        ("America/Los_Angeles", date(2026, 3, 8), 120, 180),
    ],
)
def test_other_zones_skip_what_they_skip(
    times: LocalTime, zone: str, day: date, first: int, last: int
) -> None:
    (band,) = bands_of(LocalTime(times.clock, zone, times.locale), day, 1)
    assert (band.first, band.last, band.skipped) == (first, last, True)


def test_a_move_onto_a_skipped_hour_says_so(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, times: LocalTime
) -> None:
    key = plan("Amara Okafor", times.moment(wall(date(2026, 3, 28), 2, 30)))
    pane.show_item(key)
    with qtbot.waitSignal(pane.said) as said:
        press(qtbot, pane, Key.Key_Right, CTRL)
    assert "02:30 is skipped on that day" in said.args[0]
    moved = starts_at(key)
    assert moved is not None
    assert times.local(moved) == wall(date(2026, 3, 29), 3, 30)


def test_a_copy_pasted_onto_a_skipped_hour_says_so(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, times: LocalTime
) -> None:
    key = plan("Amara Okafor", times.moment(wall(date(2026, 3, 28), 9)))
    pane.show_item(key)
    press(qtbot, pane, Key.Key_C, CTRL)
    pane._page.go_to(date(2026, 3, 29))
    pane._page.week._go(wall(date(2026, 3, 29), 2, 30))
    with qtbot.waitSignal(pane.said) as said:
        press(qtbot, pane, Key.Key_V, CTRL)

    assert "02:30 is skipped on that day, the clocks go forward: it is at 03:30" in said.args[0]


def test_the_agenda_keeps_the_small_month_on_the_day_it_begins_with(pane: CalendarPane) -> None:
    small = pane._side._month
    assert small.month() == date(2026, 11, 1)

    pane._page.use_view(View.AGENDA)

    assert small.month() == date(2026, 11, 1)
    pane._page.turn(1)
    assert small.month() == date(2026, 12, 1)


def test_an_ordinary_time_needs_no_words(times: LocalTime) -> None:
    assert change_words(times, wall(date(2026, 11, 24), 9)) == ""
    assert "comes twice" in change_words(times, wall(date(2026, 10, 25), 2, 30))


def test_an_entry_over_the_change_ends_when_its_clock_says(
    pane: CalendarPane, plan: Plan, times: LocalTime
) -> None:
    key = plan("Amara Okafor", times.moment(wall(date(2026, 3, 29), 1, 30)), minutes=60)
    pane.show_item(key)
    entry = pane._page.week.chosen_entry()
    assert entry is not None
    assert (entry.end, entry.minutes) == (wall(date(2026, 3, 29), 3, 30), 60)


def test_the_hours_of_another_place(times: LocalTime) -> None:
    hours = second_hours(times, "Asia/Kolkata", date(2026, 11, 24))
    assert hours is not None
    assert (hours.title, hours.labels[9], len(hours.labels)) == ("Kolkata", "13:30", 24)
    assert second_hours(times, times.zone_name, date(2026, 11, 24)) is None
    assert second_hours(times, "", date(2026, 11, 24)) is None


ZONES = (
    "UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia",
    "Australia/Lord_Howe",
)  # fmt: skip


@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001 - wall times
    st.integers(-40, 40),
)
def test_a_move_by_days_keeps_the_wall_time_in_every_zone(
    zone: str, start: datetime, days: int
) -> None:
    britain = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    times = LocalTime(lambda: 0, zone, britain)
    start = start.replace(second=0, microsecond=0)
    moved = start + timedelta(days=days)
    shown = times.local(times.moment(moved))
    if "is skipped" in change_words(times, moved):
        assert timedelta() < shown - moved <= timedelta(hours=1)
        (band,) = (b for b in bands_of(times, moved.date(), 1) if b.skipped)
        assert band.holds(moved)
    else:
        assert shown == moved


@given(st.sampled_from(ZONES), st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)))  # noqa: DTZ001
def test_every_time_that_is_skipped_or_comes_twice_is_in_a_band(zone: str, start: datetime) -> None:
    britain = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    times = LocalTime(lambda: 0, zone, britain)
    start = start.replace(second=0, microsecond=0, fold=0)
    bands = bands_of(times, start.date(), 1)
    assert any(band.holds(start) for band in bands) == bool(change_words(times, start))


def test_the_second_of_two_equal_times_says_so(
    pane: CalendarPane, plan: Plan, times: LocalTime
) -> None:
    first = times.moment(wall(date(2026, 10, 25), 2, 30))
    one, other = plan("First", first), plan("Second", first + 3_600_000)
    pane.show_item(other)
    shown = {entry.key: entry for entry in pane._page.week._entries}
    assert shown[one].start == shown[other].start
    assert (shown[one].about, shown[other].about) == ("", "the second 02:30")
    boxes = [p.box for p in pane._page.week._pieces if p.entry.key in {one, other}]
    assert boxes[0].right <= boxes[1].left  # side by side


def test_a_second_zone_is_offered_from_those_who_talk(pane: CalendarPane, plan: Plan) -> None:
    plan("Amara Okafor", at(25, 15), "America/New_York")
    pane._refresh()
    menu = pane._second_zone.menu
    menu.aboutToShow.emit()
    offered = {one.text().replace("&", ""): one for one in menu.actions()}
    offered["1 New York"].trigger()
    assert pane._page.week._second is not None
    assert pane.save_state()["second_zone"] == "America/New_York"


# -- on paper


@pytest.mark.parametrize("view", list(View))
def test_what_is_shown_can_be_printed(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services, view: View
) -> None:
    plan("Amara Okafor", at(25, 15), "America/New_York", place="<b>Café</b>")
    done = plan("Kenji Mori", at(24, 9))
    services.conversations.happened(done, at(24, 9), 15)
    pane.show_item(done if view is View.DAY else None)
    pane._page.use_view(view)
    pane._refresh()
    press(qtbot, pane, Key.Key_P, CTRL)
    (dialog,) = pane.window().findChildren(PrintDialog)
    words = dialog.preview.accessibleDescription()
    assert "Kenji Mori" in words
    assert "All times are those of Berlin." in words
    if view is not View.DAY:
        assert "Amara Okafor" in words
        assert "09:00 in New York · <b>Café</b>" in words
        assert "Thank Kenji Mori" in words
    assert dialog.sheet.paper.lying == (view in {View.WORK_WEEK, View.WEEK, View.MONTH})
    assert dialog.sheet.pdf().startswith(b"%PDF")
    dialog.reject()


# -- a waiting card dragged in


def card_of(pane: CalendarPane) -> WaitingCard:
    return next(card for card in pane.findChildren(WaitingCard) if card.isVisible())


def carry(card: WaitingCard, to: QPoint) -> None:
    """Press the card and drag it to a place on the screen."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(card, left, none, QPoint(20, 20))
    for part in (QPoint(40, 30), card.mapFromGlobal(to)):
        where = QPointF(part)
        event = QMouseEvent(QEvent.Type.MouseMove, where, card.mapToGlobal(where), left, left, none)
        QApplication.sendEvent(card, event)


def drop(card: WaitingCard, to: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseRelease(card, left, none, card.mapFromGlobal(to))


def test_who_waits_is_dragged_onto_an_hour(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services, times: LocalTime
) -> None:
    key = plan("Joanna Wiśniewska", None)
    pane._refresh()
    week = pane._page.week
    box = week._grid.boxes(wall(date(2026, 11, 26), 11), 15)[0]
    spot = week.viewport().mapToGlobal(
        QPoint(round(box.left) + 30, round(box.top + week._y(0)) + 4)
    )
    carry(card_of(pane), spot)
    assert week._ghost is not None
    assert week._ghost.start == wall(date(2026, 11, 26), 11)
    assert starts_at(key) is None
    drop(card_of(pane), spot)
    assert starts_at(key) == at(26, 11)
    assert week.chosen_key() == key
    assert week._ghost is None
    services.store.undo()
    assert starts_at(key) is None


def test_who_waits_is_dragged_onto_a_day_of_the_month(pane: CalendarPane, plan: Plan) -> None:
    key = plan("Joanna Wiśniewska", None)
    pane._page.use_view(View.MONTH)
    pane._refresh()
    box = month(pane)._grid.cell(month(pane)._grid.index(date(2026, 11, 26)))
    spot = month(pane).mapToGlobal(QPoint(round(box.left) + 30, round(box.bottom) - 8))
    carry(card_of(pane), spot)
    drop(card_of(pane), spot)
    assert starts_at(key) == at(26, 9)


def test_escape_and_a_place_beside_the_hours_leave_it_waiting(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Joanna Wiśniewska", None)
    pane._refresh()
    week = pane._page.week
    inside = week.viewport().mapToGlobal(week.viewport().rect().center())
    opened = []
    pane.edit_requested.connect(opened.append)
    carry(card_of(pane), inside)
    qtbot.keyClick(card_of(pane), Key.Key_Escape)
    assert week._ghost is None
    drop(card_of(pane), inside)
    beside = card_of(pane).mapToGlobal(QPoint(60, 40))
    carry(card_of(pane), beside)
    drop(card_of(pane), beside)
    assert starts_at(key) is None
    assert opened == []  # a drag is no click
