"""Today as a person sees it: what comes next, what is due, what happens when it is done."""

from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDateTimeEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.task_dialog import TaskDialog
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.panes.today import TodayPane
from infoview_gui.panes.today.due_row import DueRowWidget
from infoview_gui.panes.today.figure_button import FigureButton
from infoview_gui.panes.today.happened_dialog import HappenedDialog
from infoview_gui.panes.today.later_dialog import LaterDialog
from infoview_gui.panes.today.later_menu import LaterMenu
from infoview_gui.panes.today.lesson_row import LessonRow
from infoview_gui.panes.today.name_button import NameButton
from infoview_gui.panes.today.page import TodayPage
from infoview_gui.panes.today.week_chip import WeekChip
from infoview_gui.practice.checklist import DEFAULTS
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.models import Insight, Letter, Opening, Term
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from tests.panes.settable_clock import SettableClock
from tests.theme.look import shows

DialogT = TypeVar("DialogT", bound=QDialog)
DAY = 24 * 3_600_000


class Desk:
    """A pane on the screen and short words for what a person does with it."""

    def __init__(self, qtbot: QtBot, pane: TodayPane, services: Services, times: LocalTime) -> None:
        self.qtbot = qtbot
        self.pane = pane
        self.services = services
        self.times = times

    def person(self, first: str, last: str, **values: str) -> int:
        draft = PersonDraft(first_name=first, last_name=last, **values)  # type: ignore[arg-type]
        return self.services.people.add(draft)

    def at(self, day: int, hour: int, minute: int = 0) -> int:
        local = datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - the zone is that of times
        return self.times.moment(local)

    def talk(self, person: int, day: int, hour: int, minute: int = 0, **values: str) -> int:
        at = self.at(day, hour, minute)
        draft = ConversationDraft(people=(person,), starts_at=at, **values)  # type: ignore[arg-type]
        return self.services.conversations.schedule(draft)

    def talked(self, person: int, day: int, hour: int, minute: int = 0) -> int:
        talk = self.talk(person, day, hour, minute)
        at = self.at(day, hour, minute)
        self.services.conversations.happened(talk, at, 15)
        return talk

    def button(self, words: str, number: int = 0) -> QPushButton:
        found = [
            button
            for button in self.pane.findChildren(QPushButton)
            if button.accessibleName() == words and button.isVisible()
        ]
        return found[number]

    def icon(self, name: str, number: int = 0) -> QToolButton:
        """A button that shows only an icon."""
        found = self.pane.findChildren(QToolButton)
        return [one for one in found if one.accessibleName() == name and one.isVisible()][number]

    def choose(self, words: str) -> None:
        """Choose in the menu of the first row."""
        self.icon("Not now").click()
        menu = self.pane.findChild(LaterMenu)
        assert menu is not None
        action = next(one for one in menu.actions() if words in one.text().replace("&", ""))
        action.trigger()
        menu.close()

    def verb(self, words: str) -> QAction:
        """The action of the menu, whomever it names."""
        actions = self.pane.menu_actions()
        return next(one for one in actions if one.text().replace("&", "").startswith(words))

    def dialog(self, kind: type[DialogT]) -> DialogT:
        found = [one for one in self.pane.findChildren(kind) if one.isVisible()]
        return found[0]

    def sees(self, words: str) -> bool:
        texts = [one.text() for one in self.pane.findChildren(QLabel) if one.isVisible()]
        texts += [one.words() for one in self.pane.findChildren(NameButton) if one.isVisible()]
        texts += [one.text() for one in self.pane.findChildren(QPushButton) if one.isVisible()]
        return any(words in text for text in texts)

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.sees(words))

    def wait_without(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: not self.sees(words))

    def focused(self) -> QWidget:
        focus = self.pane.focusWidget()
        assert focus is not None
        assert focus.hasFocus()
        return focus


def focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()


class Starts:
    """A call clock that only notes what was started."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.started: list[int] = []

    def start(self, conversation_id: int) -> None:
        self.services.talking.start(conversation_id)
        self.started.append(conversation_id)


@pytest.fixture
def starts(services: Services) -> Starts:
    return Starts(services)


@pytest.fixture
def desk(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    starts: Starts,
) -> Desk:
    pane = TodayPane(theme, services, feed, times, starts)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    pane.show()
    pane.activateWindow()
    qtbot.waitActive(pane)
    return Desk(qtbot, pane, services, times)


# -- beginning


def test_an_empty_database_shows_how_to_begin(desk: Desk) -> None:
    asked = []
    desk.pane.new_person_requested.connect(asked.append)
    desk.pane.import_requested.connect(lambda: asked.append("import"))
    assert desk.sees("Who do you know?")
    assert not desk.sees("To do")
    desk.button("Add a person").click()
    desk.button("Import contacts").click()
    assert asked == [None, "import"]


def test_the_first_person_ends_the_beginning_and_undo_brings_it_back(desk: Desk) -> None:
    desk.person("Kenji", "Mori")
    desk.wait_for("Nothing is due")
    assert not desk.sees("Who do you know?")
    asked = []
    desk.pane.new_conversation_requested.connect(asked.append)
    desk.button("Plan a conversation").click()
    assert asked == [None]
    desk.services.store.undo()
    desk.wait_for("Who do you know?")


# -- the next conversation


def test_the_next_conversation_says_when_here_and_there_and_how(desk: Desk) -> None:
    amara = desk.person(
        "Amara",
        "Okafor",
        company="Northwind Energy",
        role="Head of Grid Analytics",
        zone="America/New_York",
    )
    desk.talk(amara, 24, 10, 42, link="https://us02web.zoom.us/j/1")
    desk.wait_for("Next conversation · in 42 min")
    assert desk.sees("Amara Okafor")
    assert desk.sees(
        "Head of Grid Analytics, Northwind Energy · 10:42–10:57 · 04:42 in New York · Zoom"
    )
    assert desk.sees("One conversation today.")


def test_the_sentence_counts_what_was_held_as_well(desk: Desk) -> None:
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    assert desk.sees("One conversation today, held.")


def test_prepare_leads_to_the_interview_and_start_begins_it(desk: Desk, starts: Starts) -> None:
    talk = desk.talk(desk.person("Amara", "Okafor"), 24, 10, 42)
    desk.wait_for("Amara Okafor")
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    desk.button("Prepare").click()
    desk.button("Start").click()
    assert places == [Place("interviews", talk), Place("interviews", talk)]
    assert starts.started == [talk]
    desk.wait_for("Running now")
    assert not desk.sees("Start")
    desk.button("Open").click()
    assert places[-1] == Place("interviews", talk)


def test_the_keyboard_stays_on_the_card_when_start_becomes_open(desk: Desk) -> None:
    desk.talk(desk.person("Amara", "Okafor"), 24, 10, 42)
    desk.wait_for("Amara Okafor")
    desk.button("Start").setFocus()
    QTest.keyClick(desk.focused(), Qt.Key.Key_Space)
    desk.wait_for("Running now")
    assert desk.focused() is desk.button("Open")


def test_minutes_pass_in_words(desk: Desk, clock: SettableClock) -> None:
    desk.talk(desk.person("Amara", "Okafor"), 24, 10, 42)
    desk.wait_for("in 42 min")
    clock.advance(minutes=1)
    desk.pane._on_minute()
    assert desk.sees("in 41 min")
    clock.advance(minutes=46)
    desk.pane._on_minute()
    assert desk.sees("should have begun 5 min ago")


def test_at_midnight_it_is_another_day(desk: Desk, clock: SettableClock) -> None:
    desk.person("Amara", "Okafor")
    desk.wait_for("Tuesday, 24 November")
    clock.advance(hours=14)
    desk.pane._on_minute()
    assert desk.sees("Wednesday, 25 November")


# -- what is due


def test_thanks_are_counted_in_hours_and_escalate(desk: Desk, clock: SettableClock) -> None:
    desk.talked(desk.person("Kenji", "Mori"), 24, 9, 45)
    desk.wait_for("Thank Kenji Mori")
    assert desk.sees("24 h left of 24")
    assert desk.sees("A thank-you is due by tomorrow 10:00.")
    clock.advance(hours=3, minutes=30)
    desk.pane._on_minute()
    assert desk.sees("20 h left of 24")
    clock.advance(hours=24)
    desk.pane._on_minute()
    assert desk.sees("3 h late")
    assert not desk.sees("thank now")
    clock.advance(hours=21)
    desk.pane._on_minute()
    assert desk.sees("24 h late: thank now")
    assert desk.sees("A thank-you is late.")


def test_sent_thanks_go_and_undo_brings_them_back(desk: Desk) -> None:
    talk = desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    said: list[str] = []
    desk.pane.said.connect(said.append)
    QTest.mouseClick(desk.button("Mark as sent"), Qt.MouseButton.LeftButton)
    assert not desk.sees("Thank Kenji Mori")
    assert said == ["Thanks to Kenji Mori are marked as sent. Ctrl+Z takes it back."]
    stored = reading.conversation(talk)
    assert stored is not None
    assert stored.thanked_at is not None
    desk.services.store.undo()
    desk.wait_for("Thank Kenji Mori")
    desk.services.store.redo()
    desk.wait_without("Thank Kenji Mori")


def test_thanks_can_be_waived(desk: Desk) -> None:
    talk = desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    desk.choose("No thanks needed")
    stored = reading.conversation(talk)
    assert stored is not None
    assert stored.thanks_waived_at is not None
    assert desk.pane.due_count() == 0


def test_the_number_for_the_rail_is_told_once_per_change(desk: Desk) -> None:
    told: list[tuple[str, int]] = []
    desk.pane.due_changed.connect(lambda pane, count: told.append((pane, count)))
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    desk.button("Mark as sent").click()
    desk.services.store.flush()
    desk.qtbot.wait(20)
    assert told == [("today", 1), ("today", 0)]


def test_what_becomes_due_is_told_while_another_pane_is_shown(
    desk: Desk, clock: SettableClock
) -> None:
    desk.talk(desk.person("Farah", "Demir"), 24, 10, 30)
    desk.wait_for("Farah Demir")
    desk.pane.hide()
    told: list[int] = []
    desk.pane.due_changed.connect(lambda _pane, count: told.append(count))
    clock.advance(hours=1)
    desk.pane._on_minute()
    assert told == [1]


def test_the_keyboard_goes_to_the_next_row_and_is_never_lost(desk: Desk) -> None:
    desk.talked(desk.person("Ana", "Silva"), 24, 8)
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    desk.button("Mark as sent").setFocus()
    assert desk.focused().accessibleDescription() == "Thank Ana Silva"
    QTest.keyClick(desk.focused(), Qt.Key.Key_Space)
    assert desk.focused().accessibleDescription() == "Thank Kenji Mori"
    QTest.keyClick(desk.focused(), Qt.Key.Key_Space)
    assert desk.focused() is desk.button("Plan a conversation")


def test_a_double_click_settles_one_row_only(desk: Desk) -> None:
    desk.talked(desk.person("Ana", "Silva"), 24, 8)
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    QTest.mouseClick(desk.button("Mark as sent"), Qt.MouseButton.LeftButton)
    under_the_mouse = desk.button("Mark as sent")
    centre = QPointF(under_the_mouse.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind,
            centre,
            under_the_mouse.mapToGlobal(centre),
            left,
            left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(under_the_mouse, event)
    assert desk.pane.due_count() == 1
    assert desk.sees("Thank Kenji Mori")


def test_a_name_leads_to_the_person(desk: Desk) -> None:
    kenji = desk.person("Kenji", "Mori")
    desk.talked(kenji, 24, 9)
    desk.wait_for("Thank Kenji Mori")
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    name = next(
        one for one in desk.pane.findChildren(NameButton) if one.words().startswith("Thank")
    )
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Space)
    assert places == [Place("people", kenji)] * 2


# -- conversations that passed unstarted


def test_an_unstarted_conversation_asks_what_became_of_it(desk: Desk) -> None:
    talk = desk.talk(desk.person("Farah", "Demir"), 24, 9, way="phone")
    desk.wait_for("Did you talk with Farah Demir?")
    assert desk.sees("Planned for today 09:00–09:15, not started · phone")
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    desk.button("Move").click()
    assert places == [Place("calendar", talk)]
    desk.button("They did not come").click()
    stored = reading.conversation(talk)
    assert stored is not None
    assert stored.status == "missed"
    desk.services.store.undo()
    desk.wait_for("Did you talk with Farah Demir?")
    desk.button("Cancel").click()
    stored = reading.conversation(talk)
    assert stored is not None
    assert stored.status == "cancelled"


def test_it_happened_asks_when_and_then_thanks_are_due(desk: Desk) -> None:
    talk = desk.talk(desk.person("Farah", "Demir"), 24, 9)
    desk.wait_for("Did you talk with Farah Demir?")
    desk.button("It happened").click()
    dialog = desk.pane.findChild(HappenedDialog)
    assert dialog is not None
    dialog.findChild(QSpinBox).setValue(20)
    save = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")
    save.click()
    desk.wait_for("Thank Farah Demir")
    stored = reading.conversation(talk)
    assert stored is not None
    assert stored.ended_at == desk.at(24, 9, 20)


def test_what_would_end_in_the_future_has_not_happened(desk: Desk) -> None:
    desk.talk(desk.person("Farah", "Demir"), 24, 9)
    desk.wait_for("Did you talk with Farah Demir?")
    desk.button("It happened").click()
    dialog = desk.pane.findChild(HappenedDialog)
    assert dialog is not None
    edit = dialog.findChild(QDateTimeEdit)
    edit.setDateTime(edit.dateTime().addSecs(3600))
    save = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")
    assert not save.isEnabled()
    assert any("future" in one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
    dialog.reject()
    assert desk.sees("Did you talk with Farah Demir?")


# -- the week


def test_the_week_shows_its_conversations_and_leads_to_the_calendar(desk: Desk) -> None:
    silva = desk.talk(desk.person("Ana", "Silva"), 26, 11)
    desk.talk(desk.person("Wei", "Chen"), 30, 11)
    desk.wait_for("Ana Silva")
    desk.qtbot.waitUntil(lambda: bool(desk.pane.findChildren(WeekChip)))
    chips = [chip for chip in desk.pane.findChildren(WeekChip) if chip.isVisible()]
    assert [chip.accessibleName() for chip in chips] == ["11:00 Silva, planned"]
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert places == [Place("calendar", silva)]
    assert desk.sees("Fri 27")
    assert not desk.sees("Sat 28")


def test_a_conversation_at_the_weekend_shows_all_seven_days(desk: Desk) -> None:
    desk.talk(desk.person("Ana", "Silva"), 28, 11)
    desk.wait_for("Sat 28")
    assert desk.sees("Mon 23")


def test_a_proposed_time_that_faded_is_pale_and_said_to_be(desk: Desk, theme: Theme) -> None:
    wei = desk.person("Wei", "Chen")
    desk.talk(wei, 23, 11, status="proposed")
    desk.talk(wei, 27, 11, status="proposed")
    desk.qtbot.waitUntil(lambda: len(desk.pane.findChildren(WeekChip)) == 2)
    past, ahead = desk.pane.findChildren(WeekChip)
    assert past.accessibleName() == "11:00 Chen, proposed, past"
    assert past.toolTip().endswith("proposed, past")
    assert ahead.accessibleName() == "11:00 Chen, proposed"
    assert not shows(past, theme.colour("accent-soft"))
    assert shows(ahead, theme.colour("accent-soft"))


def test_a_proposed_time_that_passed_is_no_conversation_of_today(desk: Desk) -> None:
    desk.talk(desk.person("Wei", "Chen"), 24, 9, status="proposed")
    desk.wait_for("1 conversation")
    assert desk.sees("No conversation today.")


def test_what_is_cancelled_leaves_the_week(desk: Desk) -> None:
    talk = desk.talk(desk.person("Ana", "Silva"), 26, 11)
    desk.wait_for("1 conversation")
    desk.services.conversations.cancel(talk)
    desk.wait_for("Nothing is due")


# -- around it


def test_tab_leads_from_the_top_down(desk: Desk) -> None:
    desk.talk(desk.person("Amara", "Okafor"), 24, 10, 42)
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    desk.pane.show_item(None)
    names = []
    for _ in range(15):
        names.append(desk.focused().accessibleName())
        QTest.keyClick(desk.focused(), Qt.Key.Key_Tab)
    assert names == [
        "Prepare",
        "Start",
        *DEFAULTS,
        "Add a task",
        "Thank Kenji Mori",
        "Mark as sent",
        "Not now",
        "09:00 Mori, done",
        "10:42 Okafor, planned",
    ]


def test_markup_in_names_is_shown_as_it_is(desk: Desk) -> None:
    desk.talked(desk.person("<b>Bo</b>", "<img src=/etc/passwd>"), 24, 9)
    desk.wait_for("Thank <b>Bo</b> <img src=/etc/passwd>")
    for one in desk.pane.findChildren(QLabel):
        assert one.textFormat() == Qt.TextFormat.PlainText or not one.text()


def test_the_menu_acts_on_the_most_pressing_thanks(desk: Desk) -> None:
    first = desk.talked(desk.person("Ana", "Silva"), 20, 8)
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    desk.icon("Add a task").setFocus()
    action = desk.verb("Mark as sent or done")
    assert action.text().replace("&", "") == "Mark as sent or done: Ana Silva"
    action.trigger()
    stored = reading.conversation(first)
    assert stored is not None
    assert stored.thanked_at is not None
    assert desk.sees("Thank Kenji Mori")


def test_the_menu_acts_on_the_row_with_the_keyboard_only(desk: Desk) -> None:
    kenji, farah = desk.person("Kenji", "Mori"), desk.person("Farah", "Demir")
    talk = desk.talked(kenji, 24, 9)
    desk.talk(farah, 24, 9)
    desk.services.learned.add_task("Buy stamps", date(2026, 11, 24))
    desk.wait_for("Buy stamps")
    focus(desk.button("Done"))
    words = {one.text().replace("&", ""): one.isEnabled() for one in desk.pane.menu_actions()}
    assert words["Edit the task…"]
    assert words["Mark as sent or done"]
    for absent in ("No thanks needed", "It happened…", "They did not come", "Show in People"):
        assert not words[absent]
    desk.verb("No thanks needed").trigger()
    stored = reading.conversation(talk)
    assert stored is not None
    assert stored.thanks_waived_at is None

    focus(desk.button("It happened"))
    assert desk.verb("It happened").isEnabled()
    assert not desk.verb("No thanks needed").isEnabled()
    focus(desk.icon("Add a task"))
    assert desk.verb("It happened").text().replace("&", "") == "It happened: Farah Demir…"
    assert desk.verb("No thanks needed").text().replace("&", "") == "No thanks needed: Kenji Mori"


def test_a_menu_that_takes_the_keyboard_acts_on_the_row_it_came_from(desk: Desk) -> None:
    desk.talked(desk.person("Ana", "Silva"), 24, 8)
    second = desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    focus(desk.button("Mark as sent", 1))
    beside = QLineEdit(desk.pane)
    beside.show()
    focus(beside)
    waive = desk.verb("No thanks needed")
    assert waive.text().replace("&", "") == "No thanks needed: Kenji Mori"
    waive.trigger()
    stored = reading.conversation(second)
    assert stored is not None
    assert stored.thanks_waived_at is not None


def test_a_long_name_leaves_the_buttons_their_place(desk: Desk) -> None:
    desk.talked(desk.person("Maximiliane " * 20, "Hohenstaufen " * 20), 24, 9)
    desk.wait_for("Maximiliane")
    desk.pane.resize(824, 610)
    desk.qtbot.wait(20)
    button = desk.icon("Not now")
    right = button.mapTo(desk.pane, button.rect().topRight()).x()
    assert right < 824


def test_state_is_nothing_and_garbage_is_ignored(desk: Desk) -> None:
    desk.pane.restore_state({"what": ["ever"]})
    desk.pane.leave()
    assert desk.pane.save_state() == {}


def test_after_it_happened_the_keyboard_is_on_the_next_row(desk: Desk) -> None:
    first = desk.talk(desk.person("Kenji", "Mori"), 23, 9)
    desk.talk(desk.person("Amara", "Okafor"), 23, 11)
    desk.qtbot.waitUntil(lambda: len(desk.pane.findChildren(QPushButton, "")) > 0)
    desk.wait_for("Did you talk with Amara Okafor?")
    button = desk.button("It happened")
    button.setFocus()
    button.click()
    dialog = desk.pane.findChild(HappenedDialog)
    assert dialog is not None
    desk.qtbot.waitActive(dialog)
    dialog.settled.emit(first, desk.at(23, 9), 15)
    dialog.accept()
    desk.qtbot.waitUntil(lambda: desk.button("It happened").hasFocus())
    row = desk.focused().parentWidget()
    assert row is not None


def test_a_talk_counts_on_the_day_it_was_held(desk: Desk) -> None:
    talk = desk.talk(desk.person("Kenji", "Mori"), 30, 9)
    desk.services.conversations.happened(talk, desk.at(24, 9), 15)
    desk.wait_for("One conversation today, held.")
    assert [one.accessibleName() for one in desk.pane.findChildren(WeekChip)] == [
        "09:00 Mori, done"
    ]


# -- the routine


def asked(desk: Desk, person: int, day: int, kind: LetterKind = LetterKind.FIRST) -> None:
    at = desk.at(day, 9)
    desk.services.store.change(
        "Send",
        lambda: Letter.create(
            kind=kind.value, person=person, created_at=at, changed_at=at, sent_at=at
        ),
    )


def test_silence_is_answered_put_off_and_done(desk: Desk) -> None:
    ines = desk.person("Inês", "Carvalho", company="Northgate Power")
    rui = desk.person("Rui", "Martins", company="Northgate Power")
    asked(desk, ines, 18)
    desk.wait_for("No answer from Inês Carvalho")
    assert desk.sees("3 business days: the next person at Northgate Power is Rui Martins")
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    desk.button("Next person").click()
    assert places == [Place("people", rui)]
    desk.choose("In 3 days")
    desk.wait_without("No answer from Inês Carvalho")
    desk.services.store.undo()
    desk.wait_for("No answer from Inês Carvalho")
    desk.icon("Done").click()
    assert not desk.sees("No answer")
    desk.services.store.undo()
    desk.wait_for("No answer from Inês Carvalho")
    wanted: list[int] = []
    desk.pane.answer_requested.connect(wanted.append)
    desk.choose("They answered")
    QTest.keyClick(desk.button("Next person"), Qt.Key.Key_A)
    assert wanted == [ines, ines]
    desk.services.letters.log_answer(ines, "Yes, on Thursday")
    desk.wait_without("No answer from Inês Carvalho")


def test_a_row_comes_back_on_the_day_that_is_typed(desk: Desk, clock: SettableClock) -> None:
    asked(desk, desk.person("Inês", "Carvalho"), 12)
    desk.wait_for("Second message to Inês Carvalho")
    desk.choose("Another day")
    dialog = desk.dialog(LaterDialog)
    line = dialog.findChild(QLineEdit)
    assert not dialog.save_button.isEnabled()
    line.setText("yesterday or so")
    assert not dialog.save_button.isEnabled()
    line.setText("friday")
    assert any(one.text() == "Friday 27 November" for one in dialog.findChildren(QLabel))
    dialog.keep()
    desk.wait_without("Second message to Inês Carvalho")
    clock.advance(hours=72)
    desk.pane._on_minute()
    assert desk.sees("Second message to Inês Carvalho")


def test_a_task_is_asked_for_changed_ticked_and_deleted(desk: Desk) -> None:
    desk.person("Ana", "Silva")
    desk.wait_for("Nothing is due")
    asked = []
    desk.pane.new_task_requested.connect(lambda: asked.append("task"))
    desk.button("Add a task").click()
    desk.services.learned.add_task("Send the notebook", date(2026, 11, 24))
    desk.wait_for("Send the notebook")
    desk.icon("Add a task").click()
    assert asked == ["task", "task"]
    assert {mark.accessibleName() for mark in desk.pane.findChildren(Avatar)} == {""}
    assert desk.sees("today")
    row = desk.button("Done")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_E)
    again = desk.dialog(TaskDialog)
    again.text.setText("Send the long notebook")
    again.keep()
    desk.wait_for("Send the long notebook")
    QTest.keyClick(desk.button("Done"), Qt.Key.Key_Delete)
    desk.wait_without("Send the long notebook")
    desk.services.store.undo()
    desk.wait_for("Send the long notebook")
    desk.button("Done").click()
    desk.wait_without("Send the long notebook")
    desk.services.store.undo()
    desk.wait_for("Send the long notebook")


def test_a_task_for_somebody_names_them_and_leads_to_them(desk: Desk) -> None:
    kenji = desk.person("Kenji", "Mori", role="Meteorologist")
    desk.services.learned.add_task("Send the notebook", date(2026, 11, 24))
    desk.wait_for("Send the notebook")
    QTest.keyClick(desk.button("Done"), Qt.Key.Key_E)
    dialog = desk.dialog(TaskDialog)
    dialog.person.set_people([kenji])
    dialog.keep()
    desk.wait_for("For Kenji Mori · Meteorologist")
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    desk.choose("Show in People")
    assert places == [Place("people", kenji)]
    next(
        one for one in desk.pane.findChildren(NameButton) if one.words() == "Send the notebook"
    ).click()
    assert desk.dialog(TaskDialog).person.people() == [kenji]
    desk.dialog(TaskDialog).reject()
    desk.services.store.undo()
    desk.wait_without("For Kenji Mori")


def test_a_task_without_a_date_stands_at_the_end_and_is_not_counted(desk: Desk) -> None:
    said: list[str] = []
    desk.pane.said.connect(said.append)
    desk.services.learned.add_task("Read the annual report")
    desk.services.learned.add_task("Buy stamps", date(2026, 11, 26))
    desk.wait_for("Read the annual report")
    desk.wait_for("Buy stamps")
    assert [one.row.due.text for one in desk.pane.findChildren(DueRowWidget)][-1] == (
        "Read the annual report"
    )
    assert desk.sees("no date")
    assert desk.sees("1 due")
    assert desk.pane.due_count() == 1
    assert desk.sees("No conversation today. One thing is due")
    title = next(one for one in desk.pane.findChildren(NameButton) if "annual" in one.words())
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    dialog = desk.dialog(TaskDialog)
    assert dialog.day.day() is None
    dialog.day.show_day(date(2026, 12, 7))
    dialog.keep()
    desk.wait_without("Read the annual report")
    (sentence,) = said
    assert sentence.startswith("The task is changed. It is due on Monday 7 December and comes up ")
    assert sentence.endswith("on Today from Friday 4 December. Ctrl+Z takes it back.")
    desk.services.store.undo()
    desk.wait_for("Read the annual report")


def test_a_lone_task_without_a_date_is_no_duty(desk: Desk) -> None:
    desk.person("Ana", "Silva")
    desk.services.learned.add_task("Read the annual report")
    desk.wait_for("Read the annual report")
    assert desk.sees("No conversation today.")
    assert not desk.sees("due.")
    assert desk.pane.due_count() == 0


def test_one_row_tells_of_all_introductions(desk: Desk) -> None:
    lena = desk.person("Lena", "Ek")
    for day, first in ((19, "Kenji"), (20, "Ben")):
        draft = PersonDraft(first_name=first, last_name="Ito", introduced_by=lena)
        talk = desk.talked(desk.services.people.add(draft), day, 9)
        desk.services.conversations.thank(talk)
    desk.wait_for("Tell Lena Ek how it went with Kenji Ito and Ben Ito")
    assert desk.sees("They made the introductions")
    assert desk.pane.due_count() == 1
    wanted: list[object] = []
    desk.pane.letter_requested.connect(lambda *words: wanted.append(words))
    desk.pane.refresh()
    desk.button("Write").click()
    assert wanted == [(lena, LetterKind.INTRODUCER, None, None)]
    desk.icon("Done").click()
    assert desk.pane.due_count() == 0
    desk.services.store.undo()
    desk.qtbot.waitUntil(lambda: desk.pane.due_count() == 1)


def test_of_very_many_things_the_most_pressing_are_shown(desk: Desk) -> None:
    def work() -> None:
        for number in range(300):
            desk.services.learned.add_task(f"Task {number}", date(2026, 11, 24))

    desk.services.store.change("Add many", work)
    desk.wait_for("300 due")
    assert desk.pane.due_count() == 300
    assert desk.sees("and 260 more, when these are done")
    assert desk.sees("Task 39")
    assert not desk.sees("Task 40")


def test_keys_lead_through_the_rows(desk: Desk) -> None:
    desk.talked(desk.person("Ana", "Silva"), 24, 8)
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.services.learned.add_task("Buy stamps", date(2026, 11, 24))
    desk.wait_for("Buy stamps")
    desk.button("Mark as sent").setFocus()
    QTest.keyClick(desk.focused(), Qt.Key.Key_Down)
    QTest.keyClick(desk.focused(), Qt.Key.Key_Down)
    assert desk.focused().accessibleDescription() == "Buy stamps"
    QTest.keyClick(desk.focused(), Qt.Key.Key_Down)
    assert desk.focused().accessibleDescription() == "Buy stamps"
    QTest.keyClick(desk.focused(), Qt.Key.Key_D)
    assert not desk.sees("Buy stamps")
    assert desk.focused().accessibleDescription() == "Thank Kenji Mori"
    QTest.keyClick(desk.focused(), Qt.Key.Key_Up)
    QTest.keyClick(desk.focused(), Qt.Key.Key_N)
    menu = desk.pane.findChild(LaterMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert not desk.sees("Thank Ana Silva")


def test_enter_on_a_name_is_the_one_action_and_unfit_keys_do_nothing(desk: Desk) -> None:
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    name = next(one for one in desk.pane.findChildren(NameButton) if "Thank" in one.words())
    for key in (Qt.Key.Key_E, Qt.Key.Key_Delete, Qt.Key.Key_A):
        QTest.keyClick(name, key)
    assert desk.sees("Thank Kenji Mori")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert not desk.sees("Thank Kenji Mori")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_D])
def test_a_key_held_since_a_dialog_closed_ticks_nothing(desk: Desk, key: Qt.Key) -> None:
    desk.services.learned.add_task("Buy stamps", date(2026, 11, 24))
    desk.wait_for("Buy stamps")
    done = desk.button("Done")
    done.setFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    QApplication.sendEvent(done, held)
    assert desk.sees("Buy stamps")
    assert desk.pane.due_count() == 1
    QTest.keyClick(done, key)
    assert not desk.sees("Buy stamps")


def test_write_is_offered_only_while_somebody_opens_letters(desk: Desk) -> None:
    kenji = desk.person("Kenji", "Mori")
    talk = desk.talked(kenji, 24, 9)
    desk.wait_for("Thank Kenji Mori")
    assert not desk.sees("Write")
    wanted: list[object] = []
    desk.pane.letter_requested.connect(lambda *words: wanted.append(words))
    desk.services.conversations.thank(talk)
    desk.wait_without("Thank Kenji Mori")
    desk.services.store.undo()
    desk.wait_for("Write")
    desk.button("Write").click()
    assert wanted == [(kenji, LetterKind.THANKS, talk, None)]
    desk.icon("Mark as sent").click()
    assert not desk.sees("Thank Kenji Mori")


# -- the checklist and the side


def test_a_point_is_ticked_on_the_card_and_undone(desk: Desk) -> None:
    talk = desk.talk(desk.person("Amara", "Okafor"), 24, 10, 42)
    desk.wait_for("Amara Okafor")

    def box() -> QCheckBox:
        found = desk.pane.findChildren(QCheckBox)
        return next(one for one in found if one.accessibleName() == DEFAULTS[0])

    QTest.mouseClick(box(), Qt.MouseButton.LeftButton)
    assert desk.services.checklists.points(talk)[0].done_at is not None
    desk.services.store.undo()
    desk.qtbot.waitUntil(lambda: not box().isChecked())


def test_figures_count_people_and_lead_to_them(desk: Desk) -> None:
    ines, rui = desk.person("Inês", "Carvalho"), desk.person("Rui", "Martins")
    for person in (ines, rui):
        asked(desk, person, 23)
    asked(desk, ines, 24, LetterKind.SECOND)
    desk.services.letters.log_answer(rui, "")
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)

    def numbers() -> list[str]:
        found = desk.pane.findChildren(FigureButton)
        return [one.accessibleName() for one in found]

    desk.qtbot.waitUntil(lambda: "talked: 1 person" in numbers())
    assert numbers() == [
        "asked: 3 people",  # Kenji must have been, or he would not have agreed
        "answered: 2 people",
        "talked: 1 person",
        "referred: 0 people",
    ]
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    asked_button = desk.pane.findChildren(FigureButton)[0]
    asked_button.click()
    asked_button.setFocus()
    QTest.keyClick(asked_button, Qt.Key.Key_Space)
    assert places == [Place("people", lately="asked")] * 2


def test_what_was_learned_leads_to_where_it_was_said(desk: Desk) -> None:
    ben, farah = desk.person("Ben", "Ito"), desk.person("Farah", "Demir")
    talk = desk.talked(ben, 17, 9)
    at = desk.at(17, 10)

    def keep() -> None:
        Insight.create(text="Regulators ask", person=ben, conversation=talk, at=at)
        Opening.create(company="Northwind", role="planner", person=farah, at=at + 1)
        for who in (ben, farah):
            Term.create(term="DERMS", meaning="steers batteries", person=who, at=at + 2)

    desk.services.store.change("Keep", keep)
    desk.wait_for("Regulators ask")
    assert desk.sees("heard from 2 people")
    rows = desk.pane.findChildren(LessonRow)
    assert [one.accessibleName() for one in rows] == [
        "Term: DERMS, steers batteries, heard from 2 people",
        "Opening: Northwind: planner, Farah Demir, Tue 17 Nov",
        "Insight: Regulators ask, Ben Ito, Tue 17 Nov",
    ]
    places: list[Place] = []
    desk.pane.place_requested.connect(places.append)
    for row in rows[1:]:
        row.click()
    assert places == [Place("people", farah), Place("interviews", talk)]


def test_the_side_stands_beside_in_a_wide_pane_and_below_in_a_narrow_one(desk: Desk) -> None:
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")

    def place() -> tuple[bool, bool]:
        due = desk.pane._page.due
        side = desk.pane._page.figures
        left = side.mapTo(desk.pane, side.rect().topLeft())
        right = due.mapTo(desk.pane, due.rect().bottomRight())
        return left.x() > right.x(), left.y() > right.y()

    desk.qtbot.waitUntil(lambda: place() == (True, False))
    desk.pane.resize(824, 610)
    desk.qtbot.waitUntil(lambda: place() == (False, True))


def test_shown_anew_it_begins_at_the_top(desk: Desk) -> None:
    desk.person("Ana", "Silva")
    for number in range(12):
        desk.services.learned.add_task(f"Task {number}", date(2026, 11, 24))
    desk.wait_for("Task 11")
    page = desk.pane.findChild(TodayPage)
    assert page is not None
    desk.qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    focus(desk.button("Done", 11))
    assert page.verticalScrollBar().value() > 0
    desk.pane.hide()
    desk.pane.show()
    desk.pane.show_item(None)
    assert page.verticalScrollBar().value() == 0
    assert not page.heading.visibleRegion().isEmpty()


def test_one_hour_and_fifty_minutes_are_not_one_hour(desk: Desk, clock: SettableClock) -> None:
    desk.talked(desk.person("Kenji", "Mori"), 24, 9)
    desk.wait_for("Thank Kenji Mori")
    clock.advance(hours=21, minutes=25)
    desk.pane._on_minute()
    assert desk.sees("1 h 50 min left of 24")


def test_numbers_of_the_sentence_are_all_in_words(desk: Desk) -> None:
    for name in ("Ana", "Kenji"):
        desk.talked(desk.person(name, "Mori"), 24, 9)
    desk.services.learned.add_task("Buy stamps", date(2026, 11, 24))
    desk.services.learned.add_task("Buy paper", date(2026, 11, 24))
    desk.wait_for(
        "Two thank-yous are due, the first by tomorrow 09:15. Two things are due besides."
    )
