"""A proposed time becomes the conversation: in the calendar, in Interviews, with the answer."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.dialogs.answer_dialog import AnswerDialog
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.letters.writing import writer_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.today import TodayPane
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.offers import WEEK_MS
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.week_layout import Entry
from infoview_gui.widgets.week_view import WeekView
from tests.panes.interviews_desk import Desk
from tests.panes.settable_clock import SettableClock

HOUR = 3_600_000
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SAID = (
    "Agreed with Wei Chen: Wed 25 Nov 15:00, 09:00 in New York; the other time is let go. "
    "Ctrl+Z takes it back."
)


@dataclass
class Offer:
    """Two times proposed to Wei Chen in New York: tomorrow 15:00 and 16:00 in Berlin."""

    person: int
    letter: int
    first: int
    second: int

    @property
    def statuses(self) -> tuple[str, str]:
        found = (reading.conversation(one) for one in (self.first, self.second))
        one, two = ("gone" if record is None else record.status for record in found)
        return one, two


@pytest.fixture
def offer(services: Services, clock: SettableClock, times: LocalTime) -> Offer:
    draft = PersonDraft(name="Wei Chen", zone="America/New_York")
    person = services.people.add(draft)
    letter = services.letters.write(person, LetterKind.FIRST, writer_of(Preferences(), times))
    moments = [clock.now + 29 * HOUR, clock.now + 30 * HOUR]
    services.offers.propose(letter, moments, 15, "Europe/Berlin")
    first, second = (row.id for row in services.offers.held_for(letter))
    return Offer(person, letter, first, second)


def _settle(services: Services, feed: ChangeFeed, qtbot: QtBot) -> None:
    heard: list[bool] = []
    services.store.flush()
    feed.deliver(lambda: heard.append(True))
    qtbot.waitUntil(lambda: bool(heard))


# -- the calendar


@pytest.fixture
def calendar(
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


def _entry(pane: CalendarPane, key: int) -> Entry:
    week = pane.findChildren(WeekView)[0]
    return next(entry for entry in week._entries if entry.key == key)


def test_one_key_in_the_calendar_takes_a_time(
    offer: Offer, calendar: CalendarPane, services: Services, feed: ChangeFeed, qtbot: QtBot
) -> None:
    said: list[str] = []
    calendar.said.connect(said.append)
    _settle(services, feed, qtbot)
    calendar.show_item(offer.first)
    assert _entry(calendar, offer.first).look == "hatched"
    week = calendar.findChildren(WeekView)[0]
    QTest.keyClick(week.focusProxy() or week, Qt.Key.Key_Return, CTRL_SHIFT)
    assert offer.statuses == ("planned", "gone")
    assert said == [SAID]
    assert _entry(calendar, offer.first).look == "solid"
    services.store.undo()
    assert offer.statuses == ("proposed", "proposed")


def test_a_clash_is_said_when_a_time_is_taken(
    offer: Offer, calendar: CalendarPane, services: Services, clock: SettableClock
) -> None:
    ana = services.people.add(PersonDraft(name="Ana"))
    at = clock.now + 29 * HOUR
    services.conversations.schedule(ConversationDraft(people=(ana,), starts_at=at))
    said: list[str] = []
    calendar.said.connect(said.append)
    calendar.show_item(offer.first)
    _action(calendar.menu_actions(), "Take this time").trigger()
    assert said == [f"{SAID} At the same time: Ana (15:00–15:15)."]


def test_what_is_planned_cannot_be_taken(offer: Offer, calendar: CalendarPane) -> None:
    action = _action(calendar.menu_actions(), "Take this time")
    calendar.show_item(offer.first)
    assert action.isEnabled()
    action.trigger()
    calendar.show_item(offer.first)
    assert not action.isEnabled()


def test_a_week_later_a_time_is_drawn_paler_and_says_so(
    offer: Offer,
    calendar: CalendarPane,
    services: Services,
    clock: SettableClock,
    feed: ChangeFeed,
    qtbot: QtBot,
) -> None:
    far = clock.now + 9 * 24 * HOUR
    services.offers.propose(offer.letter, [far], 15, "Europe/Berlin")
    held = services.offers.held_for(offer.letter)[0].id
    services.letters.mark_sent(offer.letter)
    clock.now += WEEK_MS
    _settle(services, feed, qtbot)
    calendar.show_item(held)
    entry = _entry(calendar, held)
    assert (entry.look, entry.kind) == ("faded", "proposed")
    assert entry.about.startswith("proposed, a week old")


def _action(actions: list[QAction], words: str) -> QAction:
    return next(one for one in actions if one.text().replace("&", "").startswith(words))


# -- Interviews


def test_in_interviews_a_proposed_time_is_taken_with_key_and_button(
    offer: Offer, desk: Desk, services: Services
) -> None:
    services.notes.save(offer.second, "ask about tariffs", [None]).result()
    pane = desk.pane()
    said: list[str] = []
    pane.said.connect(said.append)
    pane.show_item(offer.first)
    assert pane.actions_of_pane["take_time"].isEnabled()
    QTest.keyClick(pane.notes, Qt.Key.Key_Return, CTRL_SHIFT)
    assert offer.statuses == ("planned", "gone")
    assert said == [SAID]
    desk.settle()
    assert not pane.actions_of_pane["take_time"].isEnabled()
    assert services.notes.load(offer.first).text == "ask about tariffs"


# -- the answer


@pytest.fixture
def answer(
    offer: Offer, qtbot: QtBot, theme: Theme, services: Services, times: LocalTime
) -> AnswerDialog:
    dialog = AnswerDialog(theme, services, times, offer.person)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def _choices(dialog: QWidget) -> list[str]:
    return [one.text() for one in dialog.findChildren(QRadioButton) if one.isVisible()]


def test_the_answer_says_which_time_they_took(offer: Offer, answer: AnswerDialog) -> None:
    assert _choices(answer) == [
        "Not decided yet",
        "Wed 25 Nov 15:00, 09:00 in New York",
        "Wed 25 Nov 16:00, 10:00 in New York",
        "Another time",
        "None of them",
    ]
    said: list[str] = []
    answer.said.connect(said.append)
    QTest.keyClicks(answer.line, "Gladly")
    answer.choices[0].click()
    QTest.keyClick(answer.log, Qt.Key.Key_Return)
    assert offer.statuses == ("planned", "gone")
    assert said == [SAID]
    kinds = [(item.kind, item.detail) for item in reading.timeline(offer.person)]
    assert ("answered", "Gladly") in kinds


def test_an_answer_without_a_decision_leaves_the_times(offer: Offer, answer: AnswerDialog) -> None:
    QTest.keyClick(answer.line, Qt.Key.Key_Return)
    assert offer.statuses == ("proposed", "proposed")
    assert any(item.kind == "answered" for item in reading.timeline(offer.person))


def test_another_time_is_read_back_before_it_is_agreed(
    offer: Offer, answer: AnswerDialog, services: Services
) -> None:
    answer.other.click()
    QTest.keyClick(answer.own.line, Qt.Key.Key_Return)
    assert answer.isVisible()
    assert answer.own.reading.text().startswith("Which time?")
    QTest.keyClicks(answer.own.line, "fri 15:30")
    assert answer.own.reading.text().startswith("Friday 27 November, 15:30 · 09:30 in New York")
    QTest.keyClick(answer.own.line, Qt.Key.Key_Return)
    assert offer.statuses == ("planned", "gone")
    services.store.undo()
    assert offer.statuses == ("proposed", "proposed")


def test_none_of_them_lets_all_go(offer: Offer, answer: AnswerDialog) -> None:
    said: list[str] = []
    answer.said.connect(said.append)
    answer.none.click()
    answer.log.click()
    assert offer.statuses == ("gone", "gone")
    assert said == [
        "Wei Chen answered. The two times proposed to Wei Chen are let go. Ctrl+Z takes it back."
    ]


def test_the_notes_that_go_with_the_times_are_counted(
    offer: Offer, qtbot: QtBot, theme: Theme, services: Services, times: LocalTime
) -> None:
    services.notes.save(offer.first, "What is new?\n\nAsk about storage", [1, 1, 1]).result()
    services.notes.save(offer.second, "Read their report", [1]).result()
    dialog = AnswerDialog(theme, services, times, offer.person)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    said: list[str] = []
    dialog.said.connect(said.append)
    dialog.open()
    dialog.none.click()
    dialog.log.click()
    (words,) = said
    assert words.endswith("Wei Chen are let go, with 3 lines of notes. Ctrl+Z takes it back.")


def test_who_was_offered_nothing_is_not_asked_about_times(
    qtbot: QtBot, theme: Theme, services: Services, times: LocalTime
) -> None:
    dialog = AnswerDialog(theme, services, times, services.people.add(PersonDraft(name="Ben")))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert _choices(dialog) == []


# -- Today


def test_today_offers_to_let_old_times_go(
    offer: Offer,
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    clock: SettableClock,
) -> None:
    services.letters.mark_sent(offer.letter)
    services.notes.save(offer.first, "What is new?", [1]).result()
    clock.now += WEEK_MS
    pane = TodayPane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    with qtbot.waitExposed(pane):
        pane.show()
    said: list[str] = []
    pane.said.connect(said.append)
    qtbot.waitUntil(lambda: _named(pane, "Let them go") is not None)
    button = _named(pane, "Let them go")
    assert button is not None
    button.click()
    assert offer.statuses == ("gone", "gone")
    assert said == [
        "The two times proposed to Wei Chen are let go, with 1 line of notes. Ctrl+Z takes it back."
    ]
    services.store.undo()
    assert offer.statuses == ("proposed", "proposed")


def _named(pane: QWidget, name: str) -> QPushButton | None:
    buttons = pane.findChildren(QPushButton)
    return next((one for one in buttons if one.isVisible() and one.text() == name), None)
