"""What happened to a conversation's clock, put in order: stretches of talk, the time given.

The ground of ``countdown``, which says what the clock shows. Moments are integers, milliseconds
since 1970 UTC. Events may come in any order and may make no sense together (paused twice, closed
before the start): what makes no sense is left out, nothing here raises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """What can happen to the clock of a conversation."""

    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    EXTENDED = "extended"
    CLOSED = "closed"


class By(StrEnum):
    """Who did it: the other person, or the user."""

    THEM = "them"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; ``minutes`` counts for EXTENDED only, None there means open end."""

    kind: EventKind
    at: int
    minutes: int | None = None
    by: By = By.USER


@dataclass(frozen=True, slots=True)
class Course:
    """What the events amount to: the stretches of talk and the time that was given."""

    started_at: int | None
    ended_at: int | None
    closed_by: By | None
    runs: tuple[tuple[int, int | None], ...]
    extensions: tuple[Event, ...]
    last_at: int | None

    @property
    def running(self) -> bool:
        """Say whether the clock moves: started, not paused, not ended."""
        return self.ended_at is None and bool(self.runs) and self.runs[-1][1] is None

    def moment(self, now: int) -> int:
        """Return the moment that the clock shows: not before the last event, not after the end."""
        if self.ended_at is not None:
            return self.ended_at
        return now if self.last_at is None else max(now, self.last_at)

    def elapsed(self, moment: int) -> int:
        """Return the talk time without pauses up to that moment, in ms, never negative."""
        ends = ((begin, moment if end is None else min(end, moment)) for begin, end in self.runs)
        return sum(max(0, end - begin) for begin, end in ends)


def course_of(events: Sequence[Event]) -> Course:
    """Return what the events amount to."""
    ordered = sorted(events, key=_order)
    start = next((event for event in ordered if event.kind is EventKind.STARTED), None)
    close = next((event for event in ordered if event.kind is EventKind.CLOSED), None)
    started_at = start.at if start else None
    # A close before the start (a clock set back) is a close all the same: ended stays ended.
    ended_at = None if close is None else close.at if start is None else max(close.at, start.at)
    inside = [event for event in ordered if _inside(event, started_at, ended_at)]
    return Course(
        started_at=started_at,
        ended_at=ended_at,
        closed_by=close.by if close else None,
        runs=() if started_at is None else _runs(inside, started_at, ended_at),
        extensions=tuple(_extensions(inside)),
        last_at=ordered[-1].at if ordered else None,
    )


def _order(event: Event) -> tuple[int, int]:
    rank = {EventKind.STARTED: 0, EventKind.CLOSED: 2}
    return event.at, rank.get(event.kind, 1)


def _inside(event: Event, started_at: int | None, ended_at: int | None) -> bool:
    begun = started_at is not None and event.at >= started_at
    return begun and (ended_at is None or event.at <= ended_at)


def _runs(
    inside: Sequence[Event], started_at: int, ended_at: int | None
) -> tuple[tuple[int, int | None], ...]:
    """Return the stretches of talk; the last one is open (None) while the clock runs."""
    runs: list[tuple[int, int | None]] = []
    begin: int | None = started_at
    for event in inside:
        if event.kind is EventKind.PAUSED and begin is not None:
            runs.append((begin, event.at))
            begin = None
        elif event.kind is EventKind.RESUMED and begin is None:
            begin = event.at
    if begin is not None:
        runs.append((begin, ended_at))
    return tuple(runs)


def _extensions(inside: Sequence[Event]) -> list[Event]:
    """Return the extensions that give something: none after an open end, none of no minutes."""
    given: list[Event] = []
    for event in inside:
        if event.kind is not EventKind.EXTENDED:
            continue
        if event.minutes is None:
            return [*given, event]
        if event.minutes > 0:
            given.append(event)
    return given
