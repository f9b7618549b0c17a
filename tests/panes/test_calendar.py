"""The Calendar pane against a real store: what it shows, asks, changes, and takes back."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.waiting import WaitingCard
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.widgets.week_layout import Entry
from infoview_gui.widgets.week_view import WeekView
from infoview_gui.window.menus import submenu
from tests.panes.settable_clock import SettableClock

Plan = Callable[..., int]
CTRL = Qt.KeyboardModifier.ControlModifier


def at(day: int, hour: int, minute: int = 0) -> int:
    """A moment in November 2026, in the time of Berlin."""
    return round(datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC).timestamp() * 1000)


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
    yield pane
    pane.hide()


@pytest.fixture
def plan(services: Services) -> Plan:
    """Plan a conversation with somebody new; ``zone`` is where they are."""

    def made(name: str, starts_at: int | None, zone: str = "", **values: object) -> int:
        person = services.people.add(PersonDraft(name=name, zone=zone))
        draft = ConversationDraft(people=(person,), starts_at=starts_at)
        for key, value in values.items():
            setattr(draft, key, value)
        return services.conversations.schedule(draft)

    return made


def week(pane: CalendarPane) -> WeekView:
    return pane.findChildren(WeekView)[0]


def entries(pane: CalendarPane) -> dict[object, Entry]:
    return {entry.key: entry for entry in week(pane)._entries}


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


def has(pane: QWidget, name: str) -> bool:
    buttons = pane.findChildren(QPushButton)
    return any(b.isVisible() and b.accessibleName() == name for b in buttons)


def named(pane: QWidget, name: str) -> QPushButton:
    return next(b for b in pane.findChildren(QPushButton) if b.accessibleName() == name)


def wall(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(date(2026, 11, day), time(hour, minute))


def starts_at(conversation_id: int) -> int | None:
    record = reading.conversation(conversation_id)
    assert record is not None
    return record.starts_at


def cards(pane: CalendarPane) -> list[WaitingCard]:
    return [card for card in pane.findChildren(WaitingCard) if card.isVisible()]


def test_this_week_is_shown(pane: CalendarPane) -> None:
    assert "23–27 November 2026" in [label.text() for label in pane.findChildren(QLabel)]


def test_a_conversation_appears_with_way_and_their_time(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Amara Okafor", at(25, 15), "America/New_York", link="https://zoom.us/j/1")
    qtbot.waitUntil(lambda: key in entries(pane))
    entry = entries(pane)[key]
    assert (entry.start, entry.title) == (wall(25, 15), "Amara Okafor")
    assert entry.about == "09:00 in New York · Zoom"
    assert entry.in_line == ("09:00 New York", "Zoom")
    assert (entry.tone, entry.look, entry.movable) == ("acc", "solid", True)


def test_how_far_a_conversation_is_can_be_seen(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    proposed = plan("A", at(24, 12), status="proposed")
    done, missed, running = plan("B", at(24, 9)), plan("C", at(24, 13)), plan("D", at(24, 10))
    services.conversations.happened(done, at(24, 9), 15)
    services.conversations.missed(missed)
    services.talking.start(running)
    qtbot.waitUntil(lambda: entries(pane).get(running, Entry(0, wall(1, 0), 1, "")).look != "solid")
    shown = {key: (e.tone, e.look, e.movable, e.about) for key, e in entries(pane).items()}
    assert shown[proposed] == ("acc", "hatched", True, "proposed")
    assert shown[done] == ("grn", "solid", False, "talked, thank")
    assert shown[missed] == ("muted", "outline", True, "did not come")
    assert shown[running] == ("acc", "strong", False, "talking now")


def test_names_are_never_read_as_markup(qtbot: QtBot, pane: CalendarPane, plan: Plan) -> None:
    key = plan("<b>Bold</b>", at(24, 9), place="<i>x</i>")
    pane.show_item(key)
    box = week(pane)._pieces[0].box
    y = box.top + week(pane)._y(0) + 5
    tip = week(pane).tip_at(QPoint(round(box.left) + 5, round(y)))
    assert "&lt;b&gt;Bold" in tip
    assert "&lt;i&gt;x" in tip


def test_moving_by_key_is_one_step_and_keeps_the_choice(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(24, 15), "America/New_York")
    pane.show_item(key)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Qt.Key.Key_Down, CTRL)
    assert starts_at(key) == at(24, 15, 15)
    assert said.args == ["Moved to Tue 24 Nov 15:15, 09:15 in New York"]
    assert week(pane).chosen_key() == key
    services.store.undo()
    qtbot.waitUntil(lambda: entries(pane)[key].start == wall(24, 15))
    assert week(pane).chosen_key() == key
    services.store.redo()
    qtbot.waitUntil(lambda: entries(pane)[key].start == wall(24, 15, 15))
    assert week(pane).chosen_key() == key


def test_moving_out_of_the_week_is_followed_and_so_is_undo(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(27, 15))
    pane.show_item(key)
    qtbot.keyClick(week(pane), Qt.Key.Key_Right, CTRL)
    assert week(pane).chosen_key() == key
    assert week(pane)._grid.days == 7
    for _ in range(2):
        qtbot.keyClick(week(pane), Qt.Key.Key_Right, CTRL)
    assert week(pane)._grid.first_day == date(2026, 11, 30)
    assert week(pane).chosen_key() == key
    services.store.undo()
    qtbot.waitUntil(lambda: week(pane)._grid.first_day == date(2026, 11, 23))
    assert week(pane).chosen_key() == key


def test_stretching_by_key(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(24, 15))
    pane.show_item(key)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert said.args == ["Now 20 minutes, 15:00–15:20"]
    assert entries(pane)[key].minutes == 20
    services.store.undo()
    qtbot.waitUntil(lambda: entries(pane)[key].minutes == 15)
    assert week(pane).chosen_key() == key


def test_a_clash_and_an_odd_hour_are_said_not_forbidden(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    plan("Kenji Mori", at(24, 11))
    key = plan("Amara Okafor", at(24, 10, 45), "America/New_York")
    pane.show_item(key)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Qt.Key.Key_Down, CTRL)
    assert starts_at(key) == at(24, 11)
    assert "At the same time: Kenji Mori (11:00–11:15)" in said.args[0]
    assert "early for them: 05:00 in New York" in said.args[0]


def test_what_has_begun_stays_and_says_why(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(24, 9))
    services.conversations.happened(key, at(24, 9), 15)
    pane.show_item(key)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Qt.Key.Key_Down, CTRL)
    assert "taken place" in said.args[0]
    assert starts_at(key) == at(24, 9)


def drag(qtbot: QtBot, view: WeekView, key: object, down: int) -> None:
    box = next(piece.box for piece in view._pieces if piece.entry.key == key)
    begin = QPoint(round(box.left) + 20, round(box.top + view._y(0)) + 5)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    for part in (down // 2, down):
        qtbot.mouseMove(view.viewport(), begin + QPoint(0, part))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=begin + QPoint(0, down))


def test_dragging_moves_by_mouse(qtbot: QtBot, pane: CalendarPane, plan: Plan) -> None:
    key = plan("Amara Okafor", at(24, 10))
    pane.show_item(key)
    drag(qtbot, week(pane), key, 72)
    assert starts_at(key) == at(24, 11)
    assert week(pane).chosen_key() == key


def test_dragging_what_is_done_says_why_not(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(24, 9))
    services.conversations.happened(key, at(24, 9), 15)
    pane.show_item(key)
    with qtbot.waitSignal(pane.said) as said:
        drag(qtbot, week(pane), key, 72)
    assert "taken place" in said.args[0]
    assert starts_at(key) == at(24, 9)


def test_delete_says_what_goes_and_comes_back_chosen(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(24, 10))
    services.notes.save(key, "one\n\ntwo", (None, None, None)).result()
    pane.show_item(key)
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(week(pane), Qt.Key.Key_Delete)
    assert "Amara Okafor and 2 lines of notes" in said.args[0]
    assert reading.conversation(key) is None
    services.store.undo()
    qtbot.waitUntil(lambda: key in entries(pane))
    assert week(pane).chosen_key() == key
    assert services.notes.load(key).text == "one\n\ntwo"


def test_settling_follows_the_status(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(24, 9))
    pane.show_item(key)
    assert action(pane, "Start").isEnabled()
    assert not action(pane, "Take up again").isEnabled()
    action(pane, "They did not come").trigger()
    qtbot.waitUntil(lambda: action(pane, "Take up again").isEnabled())
    assert not action(pane, "Start").isEnabled()
    action(pane, "Take up again").trigger()
    qtbot.waitUntil(lambda: action(pane, "Cancel").isEnabled())
    action(pane, "Cancel").trigger()
    record = reading.conversation(key)
    assert record is not None
    assert record.status == "cancelled"
    services.store.undo()
    qtbot.waitUntil(lambda: action(pane, "Cancel").isEnabled())


def test_nothing_chosen_allows_nothing(pane: CalendarPane) -> None:
    names = ("Open", "Open notes", "Start", "Cancel", "Delete")
    texts = {one.text().replace("&", ""): one for one in verbs(pane)}
    assert not any(texts[name].isEnabled() for name in texts if name.startswith(names))


def test_start_opens_the_notes(qtbot: QtBot, pane: CalendarPane, plan: Plan) -> None:
    key = plan("Amara Okafor", at(24, 10))
    pane.show_item(key)
    with qtbot.waitSignal(pane.place_requested) as asked:
        action(pane, "Start").trigger()
    assert asked.args == [Place(places.INTERVIEWS, key)]
    record = reading.conversation(key)
    assert record is not None
    assert record.status == "running"


def test_enter_opens_and_ctrl_enter_opens_the_notes(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Amara Okafor", at(24, 10))
    pane.show_item(key)
    with qtbot.waitSignal(pane.edit_requested) as asked:
        qtbot.keyClick(week(pane), Qt.Key.Key_Return)
    assert asked.args == [key]
    with qtbot.waitSignal(pane.place_requested):
        qtbot.keyClick(week(pane), Qt.Key.Key_Return, CTRL)


def test_a_slot_asks_for_a_new_one_which_is_then_chosen(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    pane.show_item(None)
    qtbot.keyClick(week(pane), Qt.Key.Key_Right)
    with qtbot.waitSignal(pane.new_conversation_at_requested) as asked:
        qtbot.keyClick(week(pane), Qt.Key.Key_Return)
    assert asked.args == [at(25, 9), 15]
    key = plan("Amara Okafor", at(25, 9))
    qtbot.waitUntil(lambda: week(pane).chosen_key() == key)


def test_the_button_asks_for_no_time_that_is_past(qtbot: QtBot, pane: CalendarPane) -> None:
    with qtbot.waitSignal(pane.new_conversation_at_requested) as asked:
        qtbot.mouseClick(named(pane, "New conversation"), Qt.MouseButton.LeftButton)
    assert asked.args == [None, 15]  # the cursor stands at 9 today, and it is 10


def test_the_weekend_is_said_and_shown(qtbot: QtBot, pane: CalendarPane, plan: Plan) -> None:
    key = plan("Amara Okafor", at(28, 11))
    qtbot.waitUntil(lambda: has(pane, "1 on the weekend"))
    assert key not in entries(pane)
    qtbot.mouseClick(named(pane, "1 on the weekend"), Qt.MouseButton.LeftButton)
    assert key in entries(pane)
    assert pane.save_state()["days"] == 5  # the habit stays


def test_five_or_seven_days_by_key(qtbot: QtBot, pane: CalendarPane) -> None:
    pane.show_item(None)
    qtbot.keyClick(week(pane), Qt.Key.Key_D, CTRL)
    assert week(pane)._grid.days == 7
    assert pane.save_state()["days"] == 7
    assert action(pane, "Show seven days").isChecked()
    qtbot.keyClick(week(pane), Qt.Key.Key_D, CTRL)
    assert week(pane)._grid.days == 5


def test_weeks_are_turned_and_today_comes_back(qtbot: QtBot, pane: CalendarPane) -> None:
    pane.show_item(None)
    qtbot.keyClick(week(pane), Qt.Key.Key_PageDown)
    qtbot.keyClick(week(pane), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert week(pane)._grid.first_day == date(2026, 12, 7)
    qtbot.keyClick(week(pane), Qt.Key.Key_T, CTRL)
    assert week(pane)._grid.first_day == date(2026, 11, 23)


def test_only_the_days_shown_are_read(qtbot: QtBot, pane: CalendarPane, plan: Plan) -> None:
    near, far = plan("Near", at(24, 11)), plan("Far", at(30, 11))
    qtbot.waitUntil(lambda: near in entries(pane))
    assert far not in entries(pane)


def test_who_waits_for_a_time_opens_by_enter_and_click(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Joanna Wiśniewska", None, "Europe/Lisbon")
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    card = cards(pane)[0]
    assert "Joanna Wiśniewska" in card.accessibleName()
    assert card.accessibleDescription() == "1 h behind you"
    with qtbot.waitSignal(pane.edit_requested) as asked:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert asked.args == [key]
    card.setFocus()
    with qtbot.waitSignal(pane.edit_requested):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_the_verbs_mean_the_card_that_has_the_focus(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    other, key = plan("Amara Okafor", at(24, 10)), plan("Joanna Wiśniewska", None)
    pane.show_item(other)
    pane.show_item(key)
    assert cards(pane)[0].hasFocus()
    assert week(pane).chosen_key() is None
    qtbot.keyClick(cards(pane)[0], Qt.Key.Key_Delete)
    assert reading.conversation(key) is None
    assert reading.conversation(other) is not None
    services.store.undo()
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)


def test_a_narrow_pane_folds_the_left_column_and_says_who_waits(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    plan("Joanna Wiśniewska", None)
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    pane.resize(824, 610)
    qtbot.waitUntil(lambda: not cards(pane))
    assert pane.width() == 824
    qtbot.mouseClick(named(pane, "1 waits for a time"), Qt.MouseButton.LeftButton)
    assert len(cards(pane)) == 1
    assert pane.save_state()["side_when_narrow"] is True
    assert pane.save_state()["side"] is True


def test_habits_and_conversations_survive_a_restart(
    qtbot: QtBot,
    pane: CalendarPane,
    plan: Plan,
    theme: Theme,
    times: LocalTime,
    store: Store,
    database: Path,
    clock: SettableClock,
    feed: ChangeFeed,
) -> None:
    key = plan("Amara Okafor", at(24, 10))
    action(pane, "Show seven days").trigger()
    action(pane, "Zoom in").trigger()
    kept = pane.save_state()
    pane.leave()
    pane.hide()
    store.close()
    again = Store(database, deliver=feed.deliver)
    second = CalendarPane(theme, make_services(again, clock), feed, times)
    qtbot.addWidget(second)
    second.restore_state(kept)
    assert key in entries(second)
    assert week(second)._grid.days == 7
    assert second.save_state() == kept
    again.close()


def test_garbage_for_a_state_does_no_harm(pane: CalendarPane) -> None:
    before = pane.save_state()
    pane.restore_state({"days": "x", "hour_height": True, "side": None})
    assert pane.save_state() == before


def test_every_verb_has_a_name_and_controls_are_named(pane: CalendarPane) -> None:
    rows = [one for one in verbs(pane) if not one.isSeparator()]
    assert all(one.text() for one in rows)
    shortcuts = [one.shortcut().toString() for one in rows if not one.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts))
    buttons = pane.findChildren(QPushButton)
    assert all(button.accessibleName() for button in buttons if button.isVisible())


def test_one_that_starts_without_a_time_gets_it_then(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Joanna Wiśniewska", None)
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    services.talking.start(key)
    qtbot.waitUntil(lambda: key in entries(pane))
    assert entries(pane)[key].start == wall(24, 10)
    assert not cards(pane)
    services.store.undo()
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    assert starts_at(key) is None


def test_nobody_can_fail_to_come_before_the_time(
    qtbot: QtBot, pane: CalendarPane, plan: Plan
) -> None:
    pane.show_item(plan("Amara Okafor", at(24, 11)))
    assert not action(pane, "They did not come").isEnabled()
    assert action(pane, "Cancel").isEnabled()


def test_the_menu_tells_the_keys_that_move_and_they_are_done(
    pane: CalendarPane, plan: Plan
) -> None:
    key = plan("Amara Okafor", at(24, 15))
    pane.show_item(key)
    actions = {action.text().replace("&", ""): action for action in verbs(pane)}
    assert "Cancel conversation" in actions
    assert "Move a day forward\tCtrl+Right" in actions
    later = actions["Move later\tCtrl+Down"]
    assert later.shortcut().isEmpty()
    later.trigger()
    assert starts_at(key) == at(24, 15, 15)


def test_the_keyboard_is_in_the_week_when_a_deleted_one_comes_back(
    qtbot: QtBot, pane: CalendarPane, plan: Plan, services: Services
) -> None:
    key = plan("Amara Okafor", at(24, 10))
    pane.show_item(key)
    qtbot.keyClick(week(pane), Qt.Key.Key_Delete)
    week(pane).clearFocus()
    services.store.undo()
    qtbot.waitUntil(lambda: week(pane).chosen_key() == key)
    assert pane.window().focusWidget() is week(pane)


def test_the_year_stays_in_the_title_of_a_narrow_calendar(pane: CalendarPane) -> None:
    titles = {1500: "28 December 2026 – 1 January 2027", 1000: "28 Dec 2026 – 1 Jan 2027"}
    week(pane).week_requested.emit(5)
    for width, title in titles.items():
        pane.resize(width, 680)
        QApplication.sendPostedEvents()
        assert title in [label.text() for label in pane.findChildren(QLabel)]


def test_the_focus_goes_on_in_the_waiting_list(
    qtbot: QtBot, pane: CalendarPane, services: Services, plan: Plan
) -> None:
    first, second = plan("Amara Okafor", None), plan("Kenji Mori", None)
    qtbot.waitUntil(lambda: len(cards(pane)) == 2)
    pane.show_item(first)
    action(pane, "Delete").trigger()
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    assert cards(pane)[0].hasFocus()
    assert cards(pane)[0].row.id == second

    action(pane, "Delete").trigger()
    qtbot.waitUntil(lambda: not cards(pane))
    assert week(pane).hasFocus()

    services.store.undo()
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    assert cards(pane)[0].hasFocus()
