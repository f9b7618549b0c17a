"""The conversation dialog against a real store: plans, changes, checks, keeps drafts."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.panes.dialogs.conversation_dialog import ConversationDialog
from infoview_gui.panes.dialogs.picker_chips import ChipRoom, PersonChip
from infoview_gui.panes.dialogs.time_field import TimeField, parse_time
from infoview_gui.panes.dialogs.when_field import DayField
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme

# What the offscreen platform says about every window that pops up.
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def at(day: int, hour: int, minute: int = 0) -> int:
    """A moment in November 2026, in the time of Berlin."""
    return round(datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def host(qtbot: QtBot, theme: Theme) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return host


@pytest.fixture
def dialog(
    qtbot: QtBot, host: QWidget, theme: Theme, services: Services, times: LocalTime
) -> Iterator[ConversationDialog]:
    dialog = ConversationDialog(theme, services, times, parent=host)
    yield dialog
    dialog.close()


@pytest.fixture
def amara(services: Services) -> int:
    phones = (ContactPoint("+1 1", "home", False), ContactPoint("+1 212 555 0142", "work", True))
    draft = PersonDraft(name="Amara Okafor", zone="America/New_York", phones=phones)
    return services.people.add(draft)


@pytest.fixture
def kenji(services: Services) -> int:
    return services.people.add(PersonDraft(name="Kenji Mori"))


def field(dialog: QWidget, kind: type, name: str) -> QWidget:
    found = [
        one for one in dialog.findChildren(kind) if name in {one.accessibleName(), one.objectName()}
    ]
    assert found, name
    return found[0]


def line(dialog: QWidget, name: str) -> QLineEdit:
    found = field(dialog, QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def clock(dialog: QWidget) -> TimeField:
    return dialog.findChildren(TimeField)[0]


def said(dialog: QWidget, name: str) -> str:
    found = field(dialog, QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    qtbot.mouseClick(field(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def choose_first(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)


def the_only_one() -> ConversationRecord:
    ids = reading.all_conversation_ids()
    assert len(ids) == 1
    record = reading.conversation(ids[0])
    assert record is not None
    return record


def write(dialog: QWidget, name: str, text: str) -> None:
    line(dialog, name).setText(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9", time(9)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("14 h", time(14)),
        ("2:30 pm", time(14, 30)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        (" 23:59 ", time(23, 59)),
        ("24:00", None),
        ("25:99", None),
        ("14 pm", None),
        ("noon", None),
        ("", None),
    ],
)
def test_times_are_typed_freely(text: str, value: time | None) -> None:
    assert parse_time(text) == value


def test_the_time_steps_by_quarters(qtbot: QtBot, times: LocalTime) -> None:
    field = TimeField(times.locale)
    qtbot.addWidget(field)
    field.set_value(time(9, 5))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == time(9, 15)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == time(9, 30)
    field.set_value(time(9, 5))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == time(9)
    field.set_value(time(0))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == time(0)


def test_enter_plans_what_is_filled_in(
    qtbot: QtBot, dialog: ConversationDialog, amara: int
) -> None:
    dialog.create([amara], at(25, 15), 15)
    assert said(dialog, "Both local times") == "Wed 25 Nov, 15:00 here, 09:00 in New York"
    write(dialog, "Goal", "Learn the jargon")
    write(dialog, "Call link", "zoom.us/j/1")
    with qtbot.waitSignals([dialog.saved, dialog.said]):
        qtbot.keyClick(line(dialog, "Goal"), Qt.Key.Key_Return)
    talk = the_only_one()
    assert [person.id for person in talk.people] == [amara]
    assert (talk.starts_at, talk.minutes, talk.status) == (at(25, 15), 15, "planned")
    assert (talk.way, talk.link, talk.goal) == ("link", "https://zoom.us/j/1", "Learn the jargon")
    assert talk.zone == "Europe/Berlin"
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "day", "moment", "there"),
    [
        ("fri 16:30", 27, (16, 30), "Fri 27 Nov, 16:30 here, 10:30 in New York"),
        ("an hour later", 25, (16, 0), "Wed 25 Nov, 16:00 here, 10:00 in New York"),
    ],
)
def test_a_day_may_be_typed_with_the_time(
    qtbot: QtBot,
    dialog: ConversationDialog,
    amara: int,
    typed: str,
    day: int,
    moment: tuple[int, int],
    there: str,
) -> None:
    dialog.create([amara], at(25, 15), 15)
    clock(dialog).setEditText(typed)
    assert said(dialog, "Both local times") == there
    QApplication.sendEvent(clock(dialog), QFocusEvent(QEvent.Type.FocusOut))
    assert clock(dialog).value() == time(*moment)
    assert field(dialog, DayField, "Day").date().day() == day
    qtbot.keyClick(line(dialog, "Goal"), Qt.Key.Key_Return)
    assert the_only_one().starts_at == at(day, *moment)


@POPUP
def test_keyboard_alone_with_a_new_person(
    qtbot: QtBot, dialog: ConversationDialog, services: Services
) -> None:
    dialog.create([], at(25, 15), 15)
    who = line(dialog, "With")
    qtbot.keyClicks(who, "Joanna Wisla")
    choose_first(qtbot)
    qtbot.keyClick(line(dialog, "Goal"), Qt.Key.Key_Return)
    assert the_only_one().title == "Joanna Wisla"


def test_what_is_missing_is_said_beside_the_field(
    qtbot: QtBot, dialog: ConversationDialog, amara: int
) -> None:
    dialog.create([], at(25, 15), 15)
    clock(dialog).setEditText("25:99")
    write(dialog, "Call link", "ftp://example.org")
    press(qtbot, dialog, "Plan conversation")
    assert said(dialog, "Problem with the people") == "A conversation needs a person."
    assert said(dialog, "Problem with the time").startswith("Write the time like ")
    assert "https://" in said(dialog, "Problem with the call link")
    assert dialog.focusWidget() is line(dialog, "With")
    assert dialog.isVisible()
    assert reading.all_conversation_ids() == []
    clock(dialog).setEditText("16")
    assert said(dialog, "Problem with the time") == ""


def test_a_name_that_is_typed_and_not_chosen_is_not_dropped(
    qtbot: QtBot, dialog: ConversationDialog, amara: int
) -> None:
    dialog.create([amara], at(25, 15), 15)
    line(dialog, "With").setText("Kenji")
    press(qtbot, dialog, "Plan conversation")
    assert said(dialog, "Problem with the people") == "Choose “Kenji” from the list."
    assert reading.all_conversation_ids() == []


def test_clash_odd_hour_and_past_are_hints_only(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, kenji: int, services: Services
) -> None:
    services.conversations.schedule(ConversationDraft(people=(kenji,), starts_at=at(25, 9)))
    dialog.create([amara], at(25, 9), 15)
    assert "At the same time: Kenji Mori (09:00–09:15)." in said(dialog, "Hint")
    assert "early for them: 03:00 in New York" in said(dialog, "Hint")
    day = field(dialog, QDateEdit, "Day")
    assert isinstance(day, QDateEdit)
    day.setDate(QDate(2026, 11, 20))
    assert said(dialog, "Hint").startswith("That time is past.")
    press(qtbot, dialog, "Plan conversation")
    assert len(reading.all_conversation_ids()) == 2


def test_the_phone_is_the_preferred_number(
    qtbot: QtBot, dialog: ConversationDialog, amara: int
) -> None:
    dialog.create([amara], at(25, 15), 15)
    press(qtbot, dialog, "Phone")
    assert line(dialog, "Phone number").text() == "+1 212 555 0142"
    assert line(dialog, "Phone number").isVisible()
    press(qtbot, dialog, "Plan conversation")
    talk = the_only_one()
    assert (talk.way, talk.link, talk.place) == ("phone", "", "+1 212 555 0142")


def test_of_long_words_the_beginning_is_seen(
    dialog: ConversationDialog, services: Services, amara: int
) -> None:
    link, goal = f"https://meet.example/{'room' * 40}", "What is to be learned first?" * 8
    draft = ConversationDraft(people=(amara,), starts_at=at(26, 10), link=link, goal=goal)
    dialog.edit(services.conversations.schedule(draft))
    fields = [one for one in dialog.findChildren(QLineEdit) if one.text() in {link, goal}]
    assert [one.cursorPosition() for one in fields] == [0, 0]


def test_no_time_yet_and_only_proposed(
    qtbot: QtBot, dialog: ConversationDialog, amara: int
) -> None:
    dialog.create([amara], None, 15)
    for name in ("No time yet", "Only proposed so far"):
        box = field(dialog, QCheckBox, name)
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not clock(dialog).isEnabled()
    press(qtbot, dialog, "Plan conversation")
    talk = the_only_one()
    assert (talk.starts_at, talk.status) == (None, "proposed")


def test_the_time_is_meant_in_the_zone_that_was_agreed(
    qtbot: QtBot, dialog: ConversationDialog, amara: int
) -> None:
    dialog.create([amara], at(25, 15), 15)
    zones = field(dialog, QComboBox, "Time zone in which it was agreed")
    assert isinstance(zones, QComboBox)
    zones.setCurrentIndex(zones.findData("America/New_York"))
    clock(dialog).setEditText("9:30")
    assert said(dialog, "Both local times") == "Wed 25 Nov, 15:30 here, 09:30 in New York"
    press(qtbot, dialog, "Plan conversation")
    talk = the_only_one()
    assert (talk.starts_at, talk.zone) == (at(25, 15, 30), "America/New_York")
    dialog.edit(talk.id)
    assert clock(dialog).value() == time(9, 30)


def test_a_cancelled_creation_is_there_again(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, kenji: int
) -> None:
    dialog.create([amara], at(25, 15), 15)
    write(dialog, "Goal", "Learn the jargon")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.create([kenji], at(26, 9), 15)
    assert line(dialog, "Goal").text() == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.create([], at(26, 11), 15)
    assert line(dialog, "Goal").text() == "Learn the jargon"
    assert clock(dialog).value() == time(11)
    press(qtbot, dialog, "Start afresh")
    assert line(dialog, "Goal").text() == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert reading.all_conversation_ids() == []


def test_a_draft_is_used_up_by_saving(qtbot: QtBot, dialog: ConversationDialog, amara: int) -> None:
    dialog.create([amara], at(25, 15), 15)
    write(dialog, "Goal", "Learn the jargon")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.create([], None, 15)
    assert clock(dialog).value() == time(15)
    press(qtbot, dialog, "Plan conversation")
    dialog.create([], None, 15)
    assert line(dialog, "Goal").text() == ""


@POPUP
def test_editing_is_one_step_and_stages_follow(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, kenji: int, services: Services
) -> None:
    key = services.conversations.schedule(ConversationDraft(people=(amara,), starts_at=at(25, 15)))
    before = reading.conversation(key)
    dialog.edit(key)
    press(qtbot, dialog, "Remove Amara Okafor")
    qtbot.keyClicks(line(dialog, "With"), "Kenji")
    choose_first(qtbot)
    minutes = field(dialog, QSpinBox, "Minutes")
    assert isinstance(minutes, QSpinBox)
    minutes.setValue(30)
    clock(dialog).setEditText("16:10")
    press(qtbot, dialog, "Place")
    write(dialog, "Place", "Café Anna")
    press(qtbot, dialog, "Save")
    talk = the_only_one()
    assert [person.id for person in talk.people] == [kenji]
    assert (talk.starts_at, talk.minutes, talk.place) == (at(25, 16, 10), 30, "Café Anna")
    stages = {one: reading.person(one) for one in (amara, kenji)}
    assert [p.stage for p in stages.values() if p] == [Stage.KNOWN, Stage.SCHEDULED]
    services.store.undo()
    assert reading.conversation(key) == before


def test_saving_without_a_change_is_no_step(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, services: Services
) -> None:
    key = services.conversations.schedule(ConversationDraft(people=(amara,), starts_at=at(25, 15)))
    label = services.store.history.undo_label
    dialog.edit(key)
    press(qtbot, dialog, "Save")
    assert services.store.history.undo_label == label


def test_cancelled_editing_changes_nothing_and_leaves_no_draft(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, services: Services
) -> None:
    key = services.conversations.schedule(ConversationDraft(people=(amara,), starts_at=at(25, 15)))
    before = reading.conversation(key)
    dialog.edit(key)
    write(dialog, "Goal", "Something else")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert reading.conversation(key) == before
    dialog.create([], None, 15)
    assert line(dialog, "Goal").text() == ""


def test_a_running_one_keeps_its_time(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, services: Services
) -> None:
    key = services.conversations.schedule(ConversationDraft(people=(amara,), starts_at=at(24, 10)))
    services.talking.start(key)
    dialog.edit(key)
    assert not clock(dialog).isEnabled()
    assert "running" in said(dialog, "Why the time stays")
    write(dialog, "Goal", "Listen")
    press(qtbot, dialog, "Save")
    talk = the_only_one()
    assert (talk.status, talk.starts_at, talk.goal) == ("running", at(24, 10), "Listen")


def test_one_that_was_deleted_meanwhile_is_not_made_anew(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, services: Services
) -> None:
    key = services.conversations.schedule(ConversationDraft(people=(amara,), starts_at=at(25, 15)))
    dialog.edit(key)
    services.conversations.delete(key)
    with qtbot.waitSignal(dialog.said) as words:
        press(qtbot, dialog, "Save")
    assert "deleted" in words.args[0]
    assert reading.all_conversation_ids() == []


def test_every_field_has_a_name(dialog: ConversationDialog, amara: int) -> None:
    dialog.create([amara], at(25, 15), 15)
    kinds = (QLineEdit, QComboBox, QSpinBox, QDateEdit, QCheckBox, QPushButton)
    inner = ("qt_spinbox_lineedit", "qt_calendar_yearedit")
    for kind in kinds:
        for one in dialog.findChildren(kind):
            own = not isinstance(one.parent(), QComboBox) and one.objectName() not in inner
            assert one.accessibleName() or not (one.isVisible() and own), one


@POPUP
def test_the_day_is_one_stop_for_tab_and_takes_numbers_at_once(
    qtbot: QtBot, dialog: ConversationDialog, kenji: int
) -> None:
    dialog.create([kenji], at(24, 9), 15)
    qtbot.waitActive(dialog)
    day = field(dialog, QDateEdit, "Day")
    assert isinstance(day, QDateEdit)
    qtbot.waitUntil(day.hasFocus)
    qtbot.keyClicks(day, "26")
    assert day.date() == QDate(2026, 11, 26)
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert not day.hasFocus()
    inside = dialog.focusWidget()
    assert isinstance(inside, TimeField) or isinstance(inside.parent(), TimeField)


@POPUP
def test_a_time_agreed_elsewhere_that_is_early_here_is_said(
    dialog: ConversationDialog, kenji: int
) -> None:
    dialog.create([kenji], at(24, 9), 15)
    zones = field(dialog, QComboBox, "Time zone in which it was agreed")
    assert isinstance(zones, QComboBox)
    zones.setCurrentIndex(zones.findData("Asia/Tokyo"))
    clock = field(dialog, TimeField, "Time")
    assert isinstance(clock, TimeField)
    clock.setEditText("14:00")
    both, hint = (field(dialog, QLabel, name) for name in ("Both local times", "Hint"))
    assert isinstance(both, QLabel)
    assert isinstance(hint, QLabel)
    assert "06:00 here, 14:00 in Tokyo" in both.text()
    assert "That is early for you: 06:00 here." in hint.text()


def test_with_very_many_people_the_dialog_still_fits_a_small_window(
    qtbot: QtBot, dialog: ConversationDialog, services: Services
) -> None:
    people = [services.people.add(PersonDraft(name=f"Person Number {one}")) for one in range(60)]
    dialog.create(people, None, 15)
    assert dialog.height() <= 680
    rooms = dialog.findChildren(ChipRoom)
    assert [room.verticalScrollBar().maximum() > 0 for room in rooms] == [True]
    first = field(dialog, PersonChip, "Remove Person Number 0")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())


@POPUP
def test_who_is_chosen_already_is_not_added_again_by_enter(
    qtbot: QtBot, dialog: ConversationDialog, services: Services, amara: int
) -> None:
    dialog.create([amara], None, 15)
    names = line(dialog, "With")
    names.setFocus()
    qtbot.keyClicks(names, "amara")
    choose_first(qtbot)
    assert services.people_list.count() == 1

    names.clear()
    qtbot.keyClicks(names, "Zoe")
    choose_first(qtbot)
    assert services.people_list.count() == 2


@POPUP
def test_the_list_of_people_shows_no_needless_scroll_bar(
    qtbot: QtBot, dialog: ConversationDialog, amara: int, kenji: int
) -> None:
    assert amara != kenji
    dialog.create([], None, 15)
    names = line(dialog, "With")
    names.setFocus()
    qtbot.keyClicks(names, "m")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QAbstractItemView)
    assert popup.verticalScrollBar().maximum() == 0
    popup.hide()


def test_what_is_said_below_a_field_can_be_heard(dialog: ConversationDialog, amara: int) -> None:
    dialog.create([amara], None, 15)
    for name in ("Both local times", "Hint"):
        words = field(dialog, QLabel, name)
        assert isinstance(words, QLabel)
        seen = QAccessible.queryAccessibleInterface(words)
        assert seen is not None
        assert seen.text(QAccessible.Text.Name) == words.text()
