"""The bar that reminds: in time, in words that follow the clock, never in the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from infoview_gui.panes.today.due_row import DueRowWidget
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft
from infoview_gui.widgets.rail import RailButton
from infoview_gui.window import MainWindow
from infoview_gui.window.reminder_bar import ReminderBar
from infoview_gui.window.reminders import Reminders
from tests import looking
from tests.panes.settable_clock import SettableClock
from tests.window.conftest import Open
from tests.window.house import HOUR, House

Reminded = tuple[MainWindow, House, ReminderBar]


@pytest.fixture
def remind(open_window: Open, clock: SettableClock) -> Callable[[float], Reminded]:
    """A window some minutes later, and its bar."""

    def make(minutes: float) -> Reminded:
        window, house = open_window()
        clock.advance(minutes=minutes)
        reminders = window.findChild(Reminders)
        assert reminders is not None
        reminders.look()
        looking.settle()
        bar = window.findChild(ReminderBar)
        assert bar is not None
        return window, house, bar

    return make


def _words(bar: ReminderBar) -> str:
    return " | ".join(one.text() for one in bar.findChildren(QLabel) if one.text())


def _button(bar: ReminderBar, words: str) -> QPushButton:
    return next(one for one in bar.findChildren(QPushButton) if one.text() == words)


def _shown(window: MainWindow) -> list[str]:
    return [one.text() for one in window.findChildren(RailButton) if one.isChecked()]


def test_its_words_follow_the_clock_and_it_goes_when_the_talk_is_over(
    remind: Callable[[float], Reminded], clock: SettableClock
) -> None:
    _window, _house, bar = remind(46)
    assert bar.isVisible()
    assert _words(bar) == "Amara Okafor in 14 min, 11:00 (meet.example)"
    clock.advance(minutes=5)
    bar.refresh()
    assert _words(bar) == "Amara Okafor in 9 min, 11:00 (meet.example)"
    clock.advance(minutes=12)
    bar.refresh()
    assert _words(bar) == "Amara Okafor was planned for today 11:00 (meet.example)"
    clock.advance(minutes=30)
    bar.refresh()
    assert not bar.isVisible()


def test_open_leads_to_what_is_to_be_prepared_and_the_bar_goes(
    remind: Callable[[float], Reminded],
) -> None:
    window, _house, bar = remind(46)
    QTest.mouseClick(_button(bar, "Open"), Qt.MouseButton.LeftButton)
    looking.settle()
    assert _shown(window) == ["Interviews"]
    assert any(
        one.isVisible() and one.text() == "Amara Okafor" for one in window.findChildren(QLabel)
    )
    assert not bar.isVisible()


def test_it_takes_no_keyboard_and_gives_back_what_came_by_tab(
    remind: Callable[[float], Reminded],
) -> None:
    window, _house, bar = remind(46)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert not bar.isAncestorOf(focus)
    close = _button(bar, "Close")
    close.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(close, Qt.Key.Key_Space)
    looking.settle()
    assert not bar.isVisible()
    after = QApplication.focusWidget()
    assert after is not None
    assert window.isAncestorOf(after)
    assert after.isVisible()


def test_it_is_quiet_during_a_conversation_and_goes_with_what_is_cancelled(
    remind: Callable[[float], Reminded], services: Services
) -> None:
    _window, house, bar = remind(46)
    other = services.conversations.schedule(
        ConversationDraft(people=house.people[2:3], starts_at=services.clock() + HOUR)
    )
    services.talking.start(other)
    looking.settle()
    assert not bar.isVisible()
    services.talking.end(other)
    looking.settle()
    assert bar.isVisible()
    services.conversations.cancel(house.ahead)
    looking.settle()
    assert not bar.isVisible()
    assert not bar.open_action.isEnabled()
    assert not bar.close_action.isEnabled()


def test_what_is_due_leads_to_the_first_row_of_today(
    remind: Callable[[float], Reminded],
) -> None:
    window, _house, bar = remind(24 * 60)
    assert "due" in _words(bar)
    bar.open_action.trigger()
    looking.settle()
    assert _shown(window) == ["Today"]
    focus = window.focusWidget()
    rows = [one for one in window.findChildren(DueRowWidget) if one.isVisible()]
    assert focus is not None
    assert rows[0].isAncestorOf(focus)
