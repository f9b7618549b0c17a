"""The mini countdown: what it says in each state, and that it never takes the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.call_clock import CallClock
from infoview_gui.panes.mini_countdown import MiniCountdown
from infoview_gui.theme import Scheme, Theme
from tests.looking import spoken_name
from tests.panes.interviews_desk import LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


@pytest.fixture
def call(desk: Desk) -> CallClock:
    """A talk of 15 minutes has begun."""
    talk = desk.conversation(minutes=15)
    call = desk.call()
    call.start(talk)
    return call


@pytest.fixture
def mini(desk: Desk, call: CallClock, qtbot: QtBot) -> Iterator[MiniCountdown]:
    made = MiniCountdown(desk.theme, call)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


def _after(desk: Desk, call: CallClock, **span: float) -> None:
    desk.clock.advance(**span)
    call.refresh()


def _offered(mini: MiniCountdown) -> list[str]:
    buttons = [button for button in mini._buttons() if button.isVisibleTo(mini)]
    return [spoken_name(button) for button in buttons]


def _asked(desk: Desk, call: CallClock) -> str:
    assert call.running_id is not None
    questions = desk.record(call.running_id).questions
    ticked = sum(question.asked_at is not None for question in questions)
    return f"{ticked} of {len(questions)} asked" if questions else ""


def test_calm(desk: Desk, call: CallClock, mini: MiniCountdown) -> None:
    _after(desk, call, minutes=5, seconds=58)
    assert mini.shown == ("9:02", "Amara Okafor", _asked(desk, call))
    assert _offered(mini) == ["Pause", "End", "Back to Infoview"]
    assert not mini.property("tone")


def test_begin_to_close_proposes_the_next_question(
    desk: Desk, call: CallClock, mini: MiniCountdown
) -> None:
    _after(desk, call, minutes=12, seconds=21)
    view = call.view
    assert view is not None
    assert mini.shown == ("2:39", "Begin to close", view.next_question or _asked(desk, call))


def test_over_offers_to_end(desk: Desk, call: CallClock, mini: MiniCountdown) -> None:
    _after(desk, call, minutes=16, seconds=24)
    assert mini.shown == ("+1:24", "Offer to end now", "Amara Okafor")
    assert _offered(mini) == ["They went on", "End"]
    assert mini.property("tone") == "red"


def test_they_went_on_gives_five_then_ten_then_an_open_end(
    desk: Desk, call: CallClock, mini: MiniCountdown, qtbot: QtBot
) -> None:
    _after(desk, call, minutes=16)
    qtbot.mouseClick(mini.went_on_button, Qt.MouseButton.LeftButton)
    assert mini.shown[1] == "of 5 more minutes they gave"
    _after(desk, call, seconds=1)
    assert _offered(mini)[0] == "They went on: +10 min"
    qtbot.mouseClick(mini.again_button, Qt.MouseButton.LeftButton)
    assert mini.shown[1] == "of 10 more minutes they gave"
    _after(desk, call, seconds=1)
    qtbot.mouseClick(mini.again_button, Qt.MouseButton.LeftButton)
    assert mini.shown[1] == "Open end, by their choice"
    _after(desk, call, seconds=4)
    assert _offered(mini) == ["End", "Back to Infoview"]


def test_pause_and_resume(desk: Desk, call: CallClock, mini: MiniCountdown, qtbot: QtBot) -> None:
    qtbot.mouseClick(mini.pause_button, Qt.MouseButton.LeftButton)
    assert mini.shown[1] == "Paused"
    _after(desk, call, minutes=3)
    assert mini.shown[0] == "15:00"
    assert _offered(mini)[0] == "Resume"
    qtbot.mouseClick(mini.pause_button, Qt.MouseButton.LeftButton)
    assert _offered(mini)[0] == "Pause"


def test_end(call: CallClock, mini: MiniCountdown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(mini.said):
        qtbot.mouseClick(mini.stop_button, Qt.MouseButton.LeftButton)
    assert call.running_id is None


def test_it_stays_on_top_and_never_takes_the_keyboard(mini: MiniCountdown) -> None:
    flags = mini.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.FramelessWindowHint
    assert mini.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    policies = {button.focusPolicy() for button in mini._buttons()}
    assert policies == {Qt.FocusPolicy.NoFocus}


def test_the_ring_speaks_in_whole_minutes(desk: Desk, call: CallClock, mini: MiniCountdown) -> None:
    _after(desk, call, minutes=5, seconds=58)
    assert mini.ring.accessibleDescription() == "Calm, 10 minutes left, with Amara Okafor"


def test_it_is_dragged_with_the_mouse(mini: MiniCountdown, qtbot: QtBot) -> None:
    mini.move(100, 100)
    qtbot.mousePress(mini, Qt.MouseButton.LeftButton, pos=QPoint(200, 8))
    qtbot.mouseMove(mini, QPoint(230, 28))
    qtbot.waitUntil(lambda: mini.pos() == QPoint(130, 120))
    qtbot.mouseRelease(mini, Qt.MouseButton.LeftButton, pos=QPoint(200, 8))
    assert mini.pos() == QPoint(130, 120)


@pytest.mark.parametrize("corner", [QPoint(-5000, 40), QPoint(90_000, 90_000), QPoint(780, -3)])
def test_it_stands_where_it_can_be_seen_whole(mini: MiniCountdown, corner: QPoint) -> None:
    mini.stand_at(corner)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(mini.geometry())


def test_it_comes_back_when_its_screen_is_gone(mini: MiniCountdown, qtbot: QtBot) -> None:
    handle, screen = mini.windowHandle(), QGuiApplication.primaryScreen()
    mini.move(-5000, 40)
    handle.screenChanged.emit(screen)
    qtbot.waitUntil(lambda: screen.availableGeometry().contains(mini.geometry()))
    mini.move(-20, 40)  # partly beyond the edge by its owner's own wish
    handle.screenChanged.emit(screen)
    assert mini.x() == -20


def _ground(mini: MiniCountdown) -> int:
    return mini.grab().toImage().pixelColor(mini.width() // 2, 8).lightness()


def test_it_follows_the_theme(theme: Theme, mini: MiniCountdown) -> None:
    light = _ground(mini)
    theme.set_scheme(Scheme.DARK)
    try:
        assert _ground(mini) < light
    finally:
        theme.set_scheme(Scheme.LIGHT)
