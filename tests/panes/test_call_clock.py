"""The clock that pane, strip and mini window share."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from infoview_gui.panes import call_words
from infoview_gui.panes.call_clock import CallView
from infoview_gui.panes.call_strip import CallStrip
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.practice.countdown import Phase
from infoview_gui.services.bundle import make_services
from infoview_gui.services.clock import ProgramClock
from infoview_gui.services.talking import NotNow
from infoview_gui.store.store import Store
from tests.panes.interviews_desk import LEAST_SIZES, Desk
from tests.panes.settable_clock import SettableClock

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def test_nothing_runs_at_first(desk: Desk) -> None:
    call = desk.call()
    assert call.view is None
    assert call.running_id is None
    assert not call.is_ticking


def test_start_is_told_at_once_and_ticks(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    call = desk.call()
    views: list[CallView] = []
    call.ticked.connect(views.append)
    with qtbot.waitSignal(call.changed):
        call.start(talk)
    assert call.running_id == talk
    assert call.is_ticking
    assert views[-1].clock.phase is Phase.CALM
    assert views[-1].title == "Amara Okafor"
    count = len(views)
    qtbot.waitUntil(lambda: len(views) > count, timeout=3000)


def test_a_second_start_is_refused_with_words(desk: Desk) -> None:
    first, second = desk.conversation(), desk.conversation("Joanna Wiśniewska", hours=3)
    call = desk.call()
    call.start(first)
    with pytest.raises(NotNow, match="Amara Okafor"):
        call.start(second)
    assert call.running_id == first


def test_verbs_without_a_running_conversation_say_so(desk: Desk) -> None:
    call = desk.call()
    for verb in (call.end, call.pause_or_resume, call.they_closed, call.they_went_on):
        with pytest.raises(NotNow):
            verb()


def test_a_pause_stops_the_ticking_and_keeps_the_time(desk: Desk) -> None:
    call = desk.call()
    call.start(desk.conversation())
    desk.clock.advance(minutes=5)
    call.pause_or_resume()
    assert not call.is_ticking
    desk.clock.advance(minutes=30)
    call.refresh()
    assert call.view is not None
    assert call.view.clock.left_ms == 10 * 60_000
    call.pause_or_resume()
    assert call.is_ticking
    desk.clock.advance(minutes=1)
    call.refresh()
    assert call.view.clock.left_ms == 9 * 60_000


def test_sleep_and_a_clock_set_forward_lose_nothing(desk: Desk) -> None:
    call = desk.call()
    call.start(desk.conversation())
    desk.clock.advance(hours=2)
    call.refresh()
    assert call.view is not None
    assert call.view.clock.phase is Phase.OVER
    assert call.view.clock.left_ms == -105 * 60_000


def test_a_clock_that_is_set_changes_nothing_of_the_talk_that_runs(
    desk: Desk, store: Store, clock: SettableClock
) -> None:
    steady = SettableClock(5)
    program_clock = ProgramClock(clock, steady)
    desk.services = make_services(store, program_clock)
    call = desk.call()
    call.start(desk.conversation())
    for is_set_by in (-3_600_000, 7_200_000, -86_400_000):
        clock.now += is_set_by
        steady.advance(minutes=2)
        call.refresh()
        assert call.is_ticking
    assert call.view is not None
    assert call_words.look(call.view.clock).text == "9:00"
    call.end()
    desk.settle()
    assert program_clock() == clock.now
    assert not program_clock.is_held


def test_a_restart_finds_the_running_conversation(
    desk: Desk, store: Store, database: Path, clock: SettableClock, feed: ChangeFeed
) -> None:
    talk = desk.conversation()
    desk.call().start(talk)
    clock.advance(minutes=7, seconds=10)
    store.close()
    again = Store(database, deliver=feed.deliver)
    try:
        desk.services = make_services(again, clock)
        call = desk.call()
        assert call.running_id == talk
        assert call.view is not None
        assert call_words.look(call.view.clock).text == "7:50"
    finally:
        again.close()


def test_they_went_on_gives_five_then_ten_then_an_open_end(desk: Desk) -> None:
    call = desk.call()
    call.start(desk.conversation())
    desk.clock.advance(minutes=15)
    call.refresh()
    offers = []
    for _ in range(3):
        assert call.view is not None
        offers.append(call.view.offers_minutes)
        call.they_went_on()
        desk.clock.advance(seconds=1)
    assert offers == [5, 10, None]
    assert call.view is not None
    assert call.view.clock.open_ended
    assert not call.view.clock.may_extend


def test_the_repeated_press_ends_by_itself_after_three_seconds(desk: Desk) -> None:
    call = desk.call()
    call.start(desk.conversation())
    desk.clock.advance(minutes=15)
    call.they_went_on()
    assert call.view is not None
    assert call.view.may_repeat
    desk.clock.advance(seconds=4)
    call.refresh()
    assert not call.view.may_repeat


def test_nobody_extends_in_calm(desk: Desk) -> None:
    call = desk.call()
    call.start(desk.conversation())
    desk.clock.advance(minutes=2)
    call.refresh()
    with pytest.raises(NotNow):
        call.they_went_on()
    with pytest.raises(NotNow):
        call.they_closed()
    assert call.view is not None
    assert call.view.clock.given_minutes == 0


def test_tick_next_takes_the_musts_first(desk: Desk) -> None:
    talk = desk.conversation()
    call = desk.call()
    call.start(talk)
    musts = [question.text for question in desk.record(talk).questions if question.must]
    asked = []
    for _ in musts:
        assert call.view is not None
        asked.append(call.view.next_question)
        call.tick_next()
    assert asked == musts
    assert call.view is not None
    assert call.view.asked == len(musts)


def test_undo_of_the_end_brings_the_clock_back(desk: Desk, qtbot: QtBot) -> None:
    call = desk.call()
    talk = desk.conversation()
    call.start(talk)
    call.end()
    assert call.view is None
    desk.services.store.undo()
    qtbot.waitUntil(lambda: call.running_id == talk)
    desk.services.store.redo()
    qtbot.waitUntil(lambda: call.running_id is None)


def test_deleting_the_running_conversation_stops_the_clock(desk: Desk, qtbot: QtBot) -> None:
    call = desk.call()
    talk = desk.conversation()
    call.start(talk)
    desk.services.conversations.delete(talk)
    qtbot.waitUntil(lambda: call.view is None)
    assert not call.is_ticking


def test_the_strip_shows_and_leads_to_the_conversation(desk: Desk, qtbot: QtBot) -> None:
    call = desk.call()
    talk = desk.conversation()
    strip = CallStrip(desk.theme, call)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    call.start(talk)
    assert not strip.isHidden()
    assert strip.shown == ("15:00", "Calm", "Amara Okafor")
    with qtbot.waitSignal(strip.place_requested) as asked:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert asked.args == [Place(INTERVIEWS, talk)]
    desk.clock.advance(minutes=16, seconds=24)
    call.refresh()
    assert strip.shown == ("+1:24", "Offer to end now", "Amara Okafor")
    call.end()
    assert strip.isHidden()


def test_a_screen_reader_hears_each_minute_not_each_second(desk: Desk, qtbot: QtBot) -> None:
    call = desk.call()
    strip = CallStrip(desk.theme, call)
    qtbot.addWidget(strip)
    call.start(desk.conversation())
    names = set()
    for _ in range(120):
        desk.clock.advance(seconds=1)
        call.refresh()
        names.add(strip.accessibleName())
    assert len(names) == 3
    assert "Calm, 14 minutes left, with Amara Okafor" in names


def test_begin_to_close_names_the_must_that_was_not_asked(desk: Desk, qtbot: QtBot) -> None:
    call = desk.call()
    strip = CallStrip(desk.theme, call)
    qtbot.addWidget(strip)
    call.start(desk.conversation())
    desk.clock.advance(minutes=12)
    call.refresh()
    assert call.view is not None
    assert call.view.clock.phase is Phase.CLOSING
    assert strip.shown[1] == f"Begin to close: {call.view.next_question}"


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "zero"), (1, "one"), (15, "fifteen"), (20, "twenty"), (45, "forty-five"), (120, "120")],
)
def test_numbers_are_said_in_words(number: int, word: str) -> None:
    assert call_words.number_word(number) == word


def test_the_summary_says_what_they_gave(desk: Desk) -> None:
    call = desk.call()
    talk = desk.conversation()
    call.start(talk)
    desk.clock.advance(minutes=15)
    call.they_went_on()
    desk.clock.advance(minutes=3)
    call.refresh()
    assert call.view is not None
    assert (
        call_words.summary(call.view.events, call.view.clock)
        == "You talked 18 min, 3 of them by their choice"
    )
    call.end()


def test_the_summary_tells_given_time_from_time_that_was_taken(desk: Desk) -> None:
    call = desk.call()
    call.start(desk.conversation())
    desk.clock.advance(minutes=17)  # two minutes over
    call.they_went_on()
    desk.clock.advance(minutes=4)
    call.refresh()
    assert call.view is not None
    text = call_words.summary(call.view.events, call.view.clock)
    assert text == "You talked 21 min, 4 of them by their choice, 2 over what was agreed"
