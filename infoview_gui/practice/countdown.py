"""The countdown of a conversation as a function of what happened and of the time now.

Nothing here counts: the events are rows, and the clock is computed from them, so that sleep, a
crash or a restart lose no second (ARCHITECTURE.md, "The countdown is a function"). Knows no Qt, no
database and no clock of its own.

Moments are integers, milliseconds since 1970 UTC. Events may come in any order and may make no
sense together: what makes no sense is left out, nothing here raises. All events handed in have
happened, so a clock that was set back below the last of them counts as standing at that one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from infoview_gui.practice.course import By, Course, Event, EventKind, course_of

__all__ = [
    "By",
    "Event",
    "EventKind",
    "Phase",
    "State",
    "clock_text",
    "elapsed_ms",
    "last_extension",
    "line_phase",
    "minutes_text",
    "moment_of_next",
    "ms_to_next_second",
    "next_change_at",
    "next_extension",
    "replaces_last",
    "state",
]

MINUTE_MS = 60_000
SECOND_MS = 1_000
CLOSING_MS = 3 * MINUTE_MS
AGAIN_MS = 3 * SECOND_MS
FIRST_EXTENSION, SECOND_EXTENSION = 5, 10


class Phase(StrEnum):
    """Where the clock stands."""

    NOT_STARTED = "not started"
    CALM = "calm"
    CLOSING = "begin to close"
    OVER = "over"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class State:
    """The clock at one moment.

    ``elapsed_ms`` is talk time without pauses. ``left_ms`` is negative in over time and None with
    an open end; before the start it is the whole time, after the end what was left then.
    ``span_ms`` is the length of the present span: the agreed minutes, or those last given (with an
    open end the last span that had a length). It can be less than ``left_ms``, when time was given
    before zero: a ring is then full. ``extended`` holds from the moment they gave time. ``paused``
    is false once ended. ``ended_at`` is when it was closed, even if the talk was paused before.
    """

    phase: Phase
    paused: bool
    extended: bool
    open_ended: bool
    elapsed_ms: int
    left_ms: int | None
    span_ms: int
    given_minutes: int
    agreed_minutes: int
    closed_by: By | None
    started_at: int | None
    ended_at: int | None
    may_close: bool
    may_extend: bool


@dataclass(frozen=True, slots=True)
class _Limit:
    """When the time is up, in talk time (None: open end), and the span that leads there."""

    end_ms: int | None
    span_ms: int
    given_minutes: int
    extended: bool


def state(events: Sequence[Event], minutes: int, now: int) -> State:
    """Return the clock of a conversation of so many agreed minutes.

    Rules: PRODUCT.md, "The conversation". F8 (``may_close``) works from the first begin to close
    on, in calm given time too. F9 (``may_extend``) works in begin to close and over time, and for
    three seconds after an extension, so that it can be pressed again; with an open end there is
    nothing left to give. Ask anew at the key press: between two ticks those seconds may run out.
    """
    course, agreed = course_of(events), max(0, minutes)
    limit = _limit(course, agreed)
    elapsed = course.elapsed(course.moment(now))
    left = None if limit.end_ms is None else limit.end_ms - elapsed
    phase = _phase(course, left, limit.span_ms)
    late = phase in (Phase.CLOSING, Phase.OVER)
    live = course.started_at is not None and course.ended_at is None
    return State(
        phase=phase,
        paused=live and not course.running,
        extended=limit.extended,
        open_ended=left is None,
        elapsed_ms=elapsed,
        left_ms=left,
        span_ms=limit.span_ms,
        given_minutes=limit.given_minutes,
        agreed_minutes=agreed,
        closed_by=course.closed_by,
        started_at=course.started_at,
        ended_at=course.ended_at,
        may_close=live and (late or limit.extended),
        may_extend=live and left is not None and (late or _again(course, now)),
    )


def elapsed_ms(events: Sequence[Event], moment: int) -> int:
    """Return the talk time without pauses from the start to that moment, in ms, never negative."""
    return course_of(events).elapsed(moment)


def line_phase(events: Sequence[Event], moment: int) -> Literal["prep", "during", "after"]:
    """Say whether a line begun at that moment was written before, during or after the talk.

    The moment of the start belongs to the talk, the moment of the end to what comes after.
    """
    course = course_of(events)
    if course.ended_at is not None and moment >= course.ended_at:
        return "after"
    if course.started_at is None or moment < course.started_at:
        return "prep"
    return "during"


def last_extension(events: Sequence[Event]) -> Event | None:
    """Return the extension that counts as the last one: the event that F9 may replace."""
    extensions = course_of(events).extensions
    return extensions[-1] if extensions else None


def replaces_last(events: Sequence[Event], now: int) -> bool:
    """Say whether F9 now changes the last extension (pressed again within three seconds).

    The caller then deletes ``last_extension(events)`` and stores the new event, at the present
    moment, in the same change: five minutes become ten, not fifteen.
    """
    return _again(course_of(events), now)


def next_extension(events: Sequence[Event], now: int) -> int | None:
    """Return the minutes that F9 gives now: 5, pressed again 10, and again None, the open end."""
    course = course_of(events)
    if not _again(course, now):
        return FIRST_EXTENSION
    last = course.extensions[-1].minutes
    return SECOND_EXTENSION if last is not None and last < SECOND_EXTENSION else None


def moment_of_next(events: Sequence[Event], now: int) -> int:
    """Return the moment to store with a new event: now, but always after the last one.

    So even if a clock went back, the order of the moments is the order in which things happened.
    """
    return max([now, *(event.at + 1 for event in events)])


def next_change_at(events: Sequence[Event], minutes: int, now: int) -> int | None:
    """Return the moment at which ``clock_text`` changes next, or None while nothing moves.

    Begin to close and over time fall on such moments too. Nothing moves before the start, in a
    pause and after the end.
    """
    course = course_of(events)
    if not course.running:
        return None
    moment, clock = course.moment(now), state(events, minutes, now)
    if clock.left_ms is not None and clock.left_ms > 0:
        return moment + (clock.left_ms - 1) % SECOND_MS + 1
    counted = clock.elapsed_ms if clock.left_ms is None else -clock.left_ms
    return moment + SECOND_MS - counted % SECOND_MS


def ms_to_next_second(events: Sequence[Event], minutes: int, now: int) -> int | None:
    """Return how long a display may wait, 1 to 1000 ms, or None while nothing moves.

    At most a second even when the clock was set back far: it may be put right at any time.
    """
    at = next_change_at(events, minutes, now)
    return None if at is None else min(SECOND_MS, at - now)


def clock_text(clock: State) -> str:
    """Return what the clock shows: time left "9:02", over time "+1:24".

    With an open end, and after the end, it is the time talked: "12:05". Time left is rounded up, so
    that it starts at "15:00"; time gone is rounded down.
    """
    if clock.left_ms is None or clock.phase is Phase.ENDED:
        return minutes_text(clock.elapsed_ms)
    if clock.left_ms > 0:
        return minutes_text(clock.left_ms + SECOND_MS - 1)
    sign = "+" if clock.phase is Phase.OVER else ""
    return sign + minutes_text(-clock.left_ms)


def minutes_text(duration_ms: int) -> str:
    """Return a duration of at least 0 ms as minutes and whole seconds past: "0:48", "75:03"."""
    minutes, seconds = divmod(max(0, duration_ms) // SECOND_MS, 60)
    return f"{minutes}:{seconds:02}"


def _limit(course: Course, minutes: int) -> _Limit:
    end, span, total = minutes * MINUTE_MS, minutes * MINUTE_MS, 0
    for event in course.extensions:
        if event.minutes is None:
            return _Limit(None, span, total, extended=True)
        span = event.minutes * MINUTE_MS
        # Given before zero it is added to the end; given in over time it runs from now.
        end = max(end, course.elapsed(event.at)) + span
        total += event.minutes
    return _Limit(end, span, total, extended=bool(course.extensions))


def _phase(course: Course, left: int | None, span: int) -> Phase:
    if course.ended_at is not None:
        return Phase.ENDED
    if course.started_at is None:
        return Phase.NOT_STARTED
    if left is None:
        return Phase.CALM
    if left <= 0:
        return Phase.OVER
    return Phase.CLOSING if left <= min(CLOSING_MS, span // 5) else Phase.CALM


def _again(course: Course, now: int) -> bool:
    live = course.ended_at is None and bool(course.extensions)
    return live and 0 <= now - course.extensions[-1].at <= AGAIN_MS
