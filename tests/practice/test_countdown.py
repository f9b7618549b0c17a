"""The clock, example by example: what a person would read off a stopwatch and a calendar."""

from dataclasses import replace

import pytest

from infoview_gui.practice import countdown
from infoview_gui.practice.countdown import By, Event, EventKind, Phase

START = 1_764_000_000_000
NO_FIGURE = None


def at(clock: str) -> int:
    """Turn "14:59.5" after the start into a moment."""
    minutes, seconds = clock.split(":")
    return START + int(minutes) * 60_000 + round(float(seconds) * 1000)


def event(words: str) -> Event:
    """Turn "extended 15:30 5" or "closed 15:00 them" into an event; "open" is the open end."""
    kind, clock, *more = words.split()
    if kind == "extended":
        minutes = None if more[0] == "open" else int(more[0])
        return Event(EventKind.EXTENDED, at(clock), minutes, By.THEM)
    return Event(EventKind(kind), at(clock), by=By(more[0]) if more else By.USER)


def events(*words: str) -> list[Event]:
    return [event(word) for word in words]


BEGUN = "started 0:00"
TABLE = [
    # what happened, agreed minutes, now, phase, clock, span in minutes
    ((), 15, "0:00", Phase.NOT_STARTED, "15:00", 15),
    ((BEGUN,), 15, "0:00", Phase.CALM, "15:00", 15),
    ((BEGUN,), 15, "0:00.999", Phase.CALM, "15:00", 15),
    ((BEGUN,), 15, "0:01", Phase.CALM, "14:59", 15),
    ((BEGUN,), 15, "5:58", Phase.CALM, "9:02", 15),
    ((BEGUN,), 15, "11:59.999", Phase.CALM, "3:01", 15),
    ((BEGUN,), 15, "12:00", Phase.CLOSING, "3:00", 15),
    ((BEGUN,), 15, "14:59.999", Phase.CLOSING, "0:01", 15),
    ((BEGUN,), 15, "15:00", Phase.OVER, "+0:00", 15),
    ((BEGUN,), 15, "16:24.999", Phase.OVER, "+1:24", 15),
    # In short talks a fifth, in long ones three minutes.
    ((BEGUN,), 5, "3:59", Phase.CALM, "1:01", 5),
    ((BEGUN,), 5, "4:00", Phase.CLOSING, "1:00", 5),
    ((BEGUN,), 60, "56:59", Phase.CALM, "3:01", 60),
    ((BEGUN,), 60, "57:00", Phase.CLOSING, "3:00", 60),
    ((BEGUN,), 90, "0:00", Phase.CALM, "90:00", 90),
    # Given before zero: added to the end, with a begin to close and a closing card of its own.
    ((BEGUN, "extended 14:00 5"), 15, "14:00", Phase.CALM, "6:00", 5),
    ((BEGUN, "extended 14:00 5"), 15, "18:59", Phase.CALM, "1:01", 5),
    ((BEGUN, "extended 14:00 5"), 15, "19:00", Phase.CLOSING, "1:00", 5),
    ((BEGUN, "extended 14:00 5"), 15, "20:00", Phase.OVER, "+0:00", 5),
    # Given when over: runs from the moment it was given.
    ((BEGUN, "extended 16:30 5"), 15, "16:30", Phase.CALM, "5:00", 5),
    ((BEGUN, "extended 16:30 5"), 15, "17:49", Phase.CALM, "3:41", 5),
    ((BEGUN, "extended 16:30 10"), 15, "24:30", Phase.CLOSING, "2:00", 10),
    ((BEGUN, "extended 16:30 5"), 15, "22:00", Phase.OVER, "+0:30", 5),
    ((BEGUN, "extended 15:00 5", "extended 21:00 5"), 15, "25:30", Phase.CLOSING, "0:30", 5),
    # An open end counts up and is never over.
    ((BEGUN, "extended 12:00 open"), 15, "12:05", Phase.CALM, "12:05", 15),
    ((BEGUN, "extended 16:00 open"), 15, "75:03", Phase.CALM, "75:03", 15),
    ((BEGUN, "extended 16:00 5", "extended 17:00 open"), 15, "40:00", Phase.CALM, "40:00", 5),
    # A pause freezes everything, in over time too.
    ((BEGUN, "paused 5:00"), 15, "50:00", Phase.CALM, "10:00", 15),
    ((BEGUN, "paused 5:00", "resumed 8:00"), 15, "14:00", Phase.CALM, "4:00", 15),
    ((BEGUN, "paused 16:00"), 15, "50:00", Phase.OVER, "+1:00", 15),
    ((BEGUN, "paused 16:00", "extended 20:00 5"), 15, "50:00", Phase.CALM, "5:00", 5),
    (
        (BEGUN, "paused 16:00", "extended 20:00 5", "resumed 30:00"),
        15,
        "31:00",
        Phase.CALM,
        "4:00",
        5,
    ),
    # Ended: how long they talked; closed in a pause it ends at the pause.
    ((BEGUN, "closed 14:12"), 15, "90:00", Phase.ENDED, "14:12", 15),
    ((BEGUN, "paused 10:00", "closed 14:12"), 15, "90:00", Phase.ENDED, "10:00", 15),
    ((BEGUN, "extended 14:00 open", "closed 40:00"), 15, "90:00", Phase.ENDED, "40:00", 15),
    # What makes no sense is left out.
    ((BEGUN, "paused 5:00", "paused 6:00", "resumed 7:00"), 15, "8:00", Phase.CALM, "9:00", 15),
    ((BEGUN, "resumed 5:00", "started 6:00"), 15, "8:00", Phase.CALM, "7:00", 15),
    (("paused 0:00", "extended 0:00 5", "started 1:00"), 15, "2:00", Phase.CALM, "14:00", 15),
    ((BEGUN, "extended 14:00 0", "extended 14:00 -5"), 15, "14:30", Phase.CLOSING, "0:30", 15),
    (("started 5:00", "closed 3:00"), 15, "6:00", Phase.ENDED, "0:00", 15),
    (("closed 3:00",), 15, "6:00", Phase.ENDED, "0:00", 15),
    (
        (BEGUN, "closed 3:00", "resumed 4:00", "extended 5:00 5"),
        15,
        "6:00",
        Phase.ENDED,
        "3:00",
        15,
    ),
    ((BEGUN,), 0, "0:00", Phase.OVER, "+0:00", 0),
    ((BEGUN,), -3, "1:00", Phase.OVER, "+1:00", 0),
    # The clock was set back: it waits, it never runs backwards.
    (("started 5:00",), 15, "1:00", Phase.CALM, "15:00", 15),
    ((BEGUN, "paused 5:00", "resumed 6:00"), 15, "2:00", Phase.CALM, "10:00", 15),
]


@pytest.mark.parametrize(("what", "minutes", "now", "phase", "clock", "span"), TABLE)
def test_clock(
    what: tuple[str, ...], minutes: int, now: str, phase: Phase, clock: str, span: int
) -> None:
    shown = countdown.state(events(*what), minutes, at(now))
    assert (shown.phase, countdown.clock_text(shown)) == (phase, clock)
    assert shown.span_ms == span * 60_000


def test_order_of_rows_does_not_matter() -> None:
    what = events(BEGUN, "paused 2:00", "resumed 3:00", "extended 15:30 5", "closed 18:00 them")
    assert countdown.state(what[::-1], 15, at("20:00")) == countdown.state(what, 15, at("20:00"))


def test_a_whole_talk_is_kept() -> None:
    what = events(BEGUN, "extended 15:10 5", "extended 20:30 10", "closed 24:00 them")
    shown = countdown.state(what, 15, at("99:00"))
    assert (shown.started_at, shown.ended_at) == (START, at("24:00"))
    assert (shown.given_minutes, shown.agreed_minutes, shown.closed_by) == (15, 15, By.THEM)
    assert (shown.extended, shown.open_ended, shown.paused) == (True, False, False)
    assert shown.left_ms == at("30:30") - at("24:00")


def test_paused_only_while_paused() -> None:
    what = events(BEGUN, "paused 1:00", "resumed 2:00", "paused 3:00", "closed 4:00")
    paused = [countdown.state(what[:n], 15, at("5:00")).paused for n in range(6)]
    assert paused == [False, False, True, False, True, False]


@pytest.mark.parametrize(
    ("what", "now", "may_close", "may_extend"),
    [
        ((), "0:00", False, False),
        ((BEGUN,), "11:59", False, False),
        ((BEGUN,), "12:00", True, True),
        ((BEGUN,), "17:00", True, True),
        ((BEGUN, "paused 13:00"), "14:00", True, True),
        ((BEGUN, "extended 14:00 5"), "14:03", True, True),  # F9 again
        ((BEGUN, "extended 14:00 5"), "14:03.001", True, False),
        ((BEGUN, "extended 14:00 5"), "19:00", True, True),
        ((BEGUN, "extended 14:00 open"), "14:01", True, False),
        ((BEGUN, "closed 14:00"), "14:01", False, False),
    ],
)
def test_keys(what: tuple[str, ...], now: str, may_close: bool, may_extend: bool) -> None:
    shown = countdown.state(events(*what), 15, at(now))
    assert (shown.may_close, shown.may_extend) == (may_close, may_extend)


def test_pressing_f9_again_makes_ten_and_then_open_end() -> None:
    what = events(BEGUN)
    clocks = []
    for clock in ("15:10", "15:12", "15:15", "15:16"):
        now = at(clock)
        if not countdown.state(what, 15, now).may_extend:
            continue
        given = Event(EventKind.EXTENDED, now, countdown.next_extension(what, now), By.THEM)
        if countdown.replaces_last(what, now):
            what.remove(countdown.last_extension(what) or given)
        what.append(given)
        clocks.append(countdown.clock_text(countdown.state(what, 15, now)))
    assert clocks == ["5:00", "10:00", "15:15"]
    assert [one.kind for one in what] == [EventKind.STARTED, EventKind.EXTENDED]


@pytest.mark.parametrize(
    ("what", "now", "minutes", "replaces"),
    [
        ((BEGUN,), "15:00", 5, False),
        ((BEGUN, "extended 15:00 5"), "15:03", 10, True),
        ((BEGUN, "extended 15:00 5"), "15:03.001", 5, False),
        ((BEGUN, "extended 15:00 10"), "15:02", NO_FIGURE, True),
        ((BEGUN, "extended 15:00 open"), "15:02", NO_FIGURE, True),
        ((BEGUN, "extended 15:00 5"), "14:00", 5, False),  # the clock went back
        ((BEGUN, "extended 15:00 5", "closed 15:01"), "15:02", 5, False),
    ],
)
def test_what_f9_means(
    what: tuple[str, ...], now: str, minutes: int | None, replaces: bool
) -> None:
    assert countdown.next_extension(events(*what), at(now)) == minutes
    assert countdown.replaces_last(events(*what), at(now)) is replaces


@pytest.mark.parametrize(
    ("moment", "phase", "elapsed"),
    [
        ("-1:00", "prep", "0:00"),
        ("0:00", "during", "0:00"),
        ("1:30", "during", "1:30"),
        ("2:30", "during", "2:00"),  # in the pause
        ("4:00", "during", "3:00"),
        ("10:00", "after", "9:00"),
        ("70:00", "after", "9:00"),
    ],
)
def test_lines_of_the_notes(moment: str, phase: str, elapsed: str) -> None:
    what = events(BEGUN, "paused 2:00", "resumed 3:00", "closed 10:00")
    assert countdown.line_phase(what, at(moment)) == phase
    assert countdown.minutes_text(countdown.elapsed_ms(what, at(moment))) == elapsed


def test_lines_without_a_start_are_prep() -> None:
    assert countdown.line_phase([], START) == "prep"


@pytest.mark.parametrize(
    ("what", "now", "wait"),
    [
        ((), "0:00", NO_FIGURE),
        ((BEGUN,), "0:00", 1000),
        ((BEGUN,), "0:00.001", 999),
        ((BEGUN,), "14:59.999", 1),
        ((BEGUN,), "15:00", 1000),
        ((BEGUN,), "15:00.250", 750),
        ((BEGUN, "extended 16:00.4 5"), "16:01", 400),
        ((BEGUN, "extended 16:00.4 open"), "16:01", 1000),
        ((BEGUN, "paused 1:00"), "2:00", NO_FIGURE),
        ((BEGUN, "closed 1:00"), "2:00", NO_FIGURE),
        (("started 5:00",), "1:00", 1000),  # the clock went back: look again soon
    ],
)
def test_when_a_display_must_tick(what: tuple[str, ...], now: str, wait: int | None) -> None:
    assert countdown.ms_to_next_second(events(*what), 15, at(now)) == wait


def test_new_events_come_after_the_old_ones_even_when_the_clock_went_back() -> None:
    what = events(BEGUN, "paused 10:00")
    assert countdown.moment_of_next(what, at("11:00")) == at("11:00")
    resumed = replace(
        what[0], kind=EventKind.RESUMED, at=countdown.moment_of_next(what, at("3:00"))
    )
    assert resumed.at == at("10:00.001")
    assert not countdown.state([*what, resumed], 15, at("3:00")).paused
