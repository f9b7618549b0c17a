"""What holds for the clock whatever happened, in whatever order it is handed in."""

from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice import countdown
from infoview_gui.practice.countdown import By, Event, EventKind, Phase, State

HOUR = 3_600_000
moments = st.integers(0, 2 * HOUR) | st.integers(0, 120).map(lambda n: n * 60_000)
agreed = st.integers(-5, 120)
given_minutes = st.none() | st.integers(-5, 60)


@st.composite
def one_event(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(EventKind))
    minutes = draw(given_minutes) if kind is EventKind.EXTENDED else None
    return Event(kind, draw(moments), minutes, draw(st.sampled_from(By)))


@st.composite
def sensible(draw: st.DrawFn) -> list[Event]:
    """A talk as the program records it: started, then what the keys allow, not yet closed."""
    what = [Event(EventKind.STARTED, 0)]
    for _ in range(draw(st.integers(0, 8))):
        now = what[-1].at + draw(st.integers(1, HOUR // 4))
        shown = countdown.state(what, 15, now)
        choices = [EventKind.RESUMED if shown.paused else EventKind.PAUSED]
        choices += [EventKind.EXTENDED] * shown.may_extend
        kind = draw(st.sampled_from(choices))
        minutes = draw(st.sampled_from([5, 10, None])) if kind is EventKind.EXTENDED else None
        what.append(Event(kind, now, minutes, By.THEM))
    return what


senseless = st.lists(one_event(), max_size=12)
any_events = senseless | sensible()


@given(any_events, agreed, moments)
def test_a_state_agrees_with_itself(what: list[Event], minutes: int, now: int) -> None:
    shown = countdown.state(what, minutes, now)
    live = shown.phase in (Phase.CALM, Phase.CLOSING, Phase.OVER)
    assert shown.elapsed_ms >= 0
    assert shown.span_ms >= 0
    assert (shown.left_ms is None) == shown.open_ended
    assert (shown.phase is Phase.ENDED) == (shown.ended_at is not None)
    assert live == (shown.started_at is not None and shown.ended_at is None)
    assert live or not (shown.may_close or shown.may_extend or shown.paused)
    assert shown.extended >= shown.open_ended
    assert shown.may_extend <= shown.may_close
    assert countdown.clock_text(shown)


@given(any_events, agreed, moments)
def test_the_phase_follows_from_what_is_left(what: list[Event], minutes: int, now: int) -> None:
    shown = countdown.state(what, minutes, now)
    if shown.phase not in (Phase.CALM, Phase.CLOSING, Phase.OVER):
        return
    window = min(180_000, shown.span_ms // 5)
    if shown.left_ms is None or shown.left_ms > window:
        assert shown.phase is Phase.CALM
    else:
        assert shown.phase is (Phase.OVER if shown.left_ms <= 0 else Phase.CLOSING)


@given(any_events, agreed, moments, moments)
def test_time_goes_forward_only(what: list[Event], minutes: int, one: int, other: int) -> None:
    early, late = sorted((one, other))
    before, after = countdown.state(what, minutes, early), countdown.state(what, minutes, late)
    assert 0 <= after.elapsed_ms - before.elapsed_ms <= late - early
    assert countdown.elapsed_ms(what, early) <= countdown.elapsed_ms(what, late)
    if before.phase is Phase.ENDED or before.paused:
        assert _without_keys(after) == _without_keys(before)
    if before.phase is Phase.OVER:
        assert after.phase is Phase.OVER
    if before.open_ended:
        assert after.open_ended


@given(any_events, agreed, moments, one_event())
def test_ended_stays_ended(what: list[Event], minutes: int, now: int, more: Event) -> None:
    closed = [*what, Event(EventKind.CLOSED, now)]
    assert countdown.state([*closed, more], minutes, now).phase is Phase.ENDED


@given(sensible(), st.integers(0, HOUR), st.sampled_from(EventKind), given_minutes)
def test_what_happens_now_takes_no_time_away(
    what: list[Event], later: int, kind: EventKind, minutes: int | None
) -> None:
    now = what[-1].at + later
    happened = [*what, Event(kind, countdown.moment_of_next(what, now), minutes)]
    before, after = countdown.state(what, 15, now), countdown.state(happened, 15, now)
    assert after.elapsed_ms - before.elapsed_ms in (0, 1)  # 1: put after the event at this very ms


@given(sensible(), st.integers(1, HOUR), st.integers(1, 60))
def test_given_time_is_added_before_zero_and_runs_from_now_after(
    what: list[Event], later: int, minutes: int
) -> None:
    now = what[-1].at + later
    before = countdown.state(what, 15, now)
    after = countdown.state([*what, Event(EventKind.EXTENDED, now, minutes, By.THEM)], 15, now)
    if before.left_ms is None:
        assert after == before  # after an open end there is nothing to give
    else:
        assert after.left_ms == max(0, before.left_ms) + minutes * 60_000
        assert (after.span_ms, after.extended) == (minutes * 60_000, True)
        assert after.given_minutes == before.given_minutes + minutes


@given(any_events, agreed, moments, st.integers(0, HOUR))
def test_an_open_end_is_never_over(what: list[Event], minutes: int, now: int, later: int) -> None:
    if countdown.state(what, minutes, now).open_ended:
        assert countdown.state(what, minutes, now + later).phase in (Phase.CALM, Phase.ENDED)


@given(st.lists(one_event(), max_size=10, unique_by=lambda event: event.at), st.data(), moments)
def test_the_order_of_the_rows_does_not_matter(
    what: list[Event], data: st.DataObject, now: int
) -> None:
    shuffled = data.draw(st.permutations(what))
    assert countdown.state(shuffled, 15, now) == countdown.state(what, 15, now)


@given(any_events, agreed, moments)
def test_a_tick_comes_exactly_when_the_text_changes(
    what: list[Event], minutes: int, now: int
) -> None:
    shown = countdown.state(what, minutes, now)
    change = countdown.next_change_at(what, minutes, now)
    if change is None:
        assert shown.paused or shown.phase in (Phase.NOT_STARTED, Phase.ENDED)
        later = countdown.state(what, minutes, now + HOUR)
        assert countdown.clock_text(later) == countdown.clock_text(shown)
        return
    just_before, then = (countdown.state(what, minutes, m) for m in (change - 1, change))
    assert countdown.clock_text(just_before) == countdown.clock_text(shown)
    assert just_before.phase is shown.phase
    assert countdown.clock_text(then) != countdown.clock_text(shown)
    assert 1 <= (countdown.ms_to_next_second(what, minutes, now) or 0) <= 1000


@given(any_events, moments)
def test_lines_go_from_prep_to_during_to_after(what: list[Event], moment: int) -> None:
    order = ["prep", "during", "after"]
    phases = [countdown.line_phase(what, m) for m in (moment, moment + 60_000)]
    assert order.index(phases[0]) <= order.index(phases[1])
    if phases[0] == "prep":
        assert countdown.elapsed_ms(what, moment) == 0


def _without_keys(shown: State) -> tuple[object, ...]:
    return (shown.phase, shown.paused, shown.elapsed_ms, shown.left_ms, shown.span_ms)
