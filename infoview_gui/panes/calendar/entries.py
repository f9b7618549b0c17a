"""Conversations and other calendars as entries: words, tone and look. Knows no widget.

Moments are ms since 1970 UTC.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from functools import partial

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.keys import EngagementKey
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.panes.planning import proposed_words
from infoview_gui.practice.follow_ups import Status
from infoview_gui.services.calendar_files import Foreign
from infoview_gui.services.calendar_reading import Stamp
from infoview_gui.services.engagement_records import NETWORKING, EngagementRow
from infoview_gui.services.records import ConversationRow
from infoview_gui.widgets.week_layout import Entry

_TONES: Mapping[str, tuple[str, str]] = {
    Status.DONE: ("grn", "solid"),
    Status.RUNNING: ("acc", "strong"),
    Status.PROPOSED: ("acc", "hatched"),
    Status.MISSED: ("muted", "outline"),
    Status.CANCELLED: ("muted", "outline"),
}
_FAR: Mapping[str, str] = {
    Status.RUNNING: "talking now",
    Status.MISSED: "did not come",
    Status.CANCELLED: "cancelled",
}
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.RUNNING})
_DAY_MINUTES = 24 * 60
_MINUTE_MS = 60_000
_STAYS: Mapping[str, str] = {
    Status.DONE: "It has taken place: its time stays as it was.",
    Status.RUNNING: "It is running: only the other person gives more time.",
}


def entry_of(row: ConversationRow, times: LocalTime) -> Entry | None:
    """Return what the week shows of a conversation; None while it has no time."""
    if row.began_at is None:
        return None
    stamp = Stamp(row.id, row.began_at, row.lasts, row.status, None, row.offered_at)
    return entry_of_stamp(stamp, row.title, lambda _stamp: detail_of(row, times), times)


def entry_of_stamp(
    stamp: Stamp,
    title: str | None,
    detail: Callable[[Stamp], str],
    times: LocalTime,
    brief: Callable[[Stamp], tuple[str, str]] | None = None,
) -> Entry:
    """Return what is shown of a conversation with these people.

    ``detail`` and ``brief`` are asked when wanted.
    """
    tone, look = look_of(stamp.status, faded=stamp.has_faded(times.clock()))
    lasts = stamp.lasts
    start, until, told = _reach(stamp.at, lasts, times)
    return Entry(
        key=stamp.id,
        start=start,
        minutes=lasts,
        title=title or "Nobody yet",
        more=partial(detail, stamp),
        brief=None if brief is None else partial(brief, stamp),
        tone=tone,
        look=look,
        movable=not stays(stamp.status),
        kind="proposed" if stamp.status == Status.PROPOSED else "own",
        until=until,
        told_end=told,
        second=bool(start.fold),
    )


def _reach(
    at: int, minutes: int, times: LocalTime
) -> tuple[datetime, datetime | None, datetime | None]:
    """Return start, ``until`` and ``told_end`` of an entry.

    What ends in an hour that has come twice is drawn as long as it lasts: by the clock on the wall
    it would end before it began, or soon after.
    """
    start, until = times.span(at, minutes)
    if until is None or not until.fold or minutes >= _DAY_MINUTES:
        return start, until, None
    return start, start + timedelta(minutes=minutes), until


def look_of(status: str, *, faded: bool = False) -> tuple[str, str]:
    """Return tone and look of a conversation that is so far."""
    return ("muted", "faded") if faded else _TONES.get(status, ("acc", "solid"))


def entry_of_other(one: Foreign, times: LocalTime) -> Entry:
    """Return what the calendar shows of an event of another calendar: to be read only."""
    told: datetime | None = None
    if isinstance(one.start, int) and isinstance(one.end, int):
        minutes, whole = max(0, round((one.end - one.start) / _MINUTE_MS)), False
        start, end, told = _reach(one.start, minutes, times)
        end = end or times.local(one.end)
    else:
        start, end, whole = _midnight(one.start), _midnight(one.end), True
        minutes = max(0, round((end - start).total_seconds() / 60))
    place = " ".join(one.place.split())
    return Entry(
        key=one.key,
        start=start,
        minutes=minutes,
        title=" ".join(one.title.split()),
        detail=dotted(_passes(start, told, times), place, f"from {one.calendar}"),
        tone=one.tone,
        look="pale",
        movable=False,
        kind="foreign",
        until=None if whole else end,
        all_day=whole,
        told_end=told,
        second=bool(start.fold),
    )


def entry_of_engagement(row: EngagementRow, times: LocalTime) -> Entry:
    """Return what the calendar shows of an appointment or a networking event."""
    until, told = None, None
    if row.first_day is not None:
        start, minutes, whole = _midnight(row.first_day), row.days * _DAY_MINUTES, True
    else:
        minutes, whole = row.minutes, False
        start, until, told = _reach(row.starts_at or 0, minutes, times)
    met = f"{len(row.people)} met" if row.people else ""
    place = " ".join(row.place.split())
    return Entry(
        key=EngagementKey(row.id),
        start=start,
        minutes=minutes,
        title=row.title,
        detail=dotted(row.kind_words, _passes(start, told, times), place, met),
        tone="vio" if row.kind == NETWORKING else "blu",
        kind=row.kind,
        until=until,
        all_day=whole,
        told_end=told,
        second=bool(start.fold),
    )


def _midnight(day: object) -> datetime:
    return datetime.combine(day, time())  # type: ignore[arg-type]


def detail_of(row: ConversationRow, times: LocalTime, *, elsewhere: bool = True) -> str:
    """Return "09:30 in New York · Zoom", and before it how far the conversation is.

    It stands where it truly began; for when it was planned comes right after how far it is. Without
    ``elsewhere`` nothing is said of the time there.
    """
    at, there = row.began_at, ""
    if elsewhere and at is not None:
        there = planning.there(times, at, planning.zones_of(row.people))
    return dotted(_how_far(row, times), there, planning.way_words(row.way, row.link, row.place))


def brief_of(row: ConversationRow, times: LocalTime) -> tuple[str, str]:
    """Return "09:30 New York" and "Zoom": what a single line has room for.

    The first is what to keep of it: while the talk is still to come, when it is for them.
    """
    way = planning.way_words(row.way, row.link, row.place)
    far, there = _how_far(row, times), ""
    if row.began_at is not None:
        zones = planning.zones_of(row.people)
        there = planning.there_in_short(times, row.began_at, zones)
    return (there, dotted(far, way)) if row.status in _AHEAD else ("", dotted(far, there, way))


def _how_far(row: ConversationRow, times: LocalTime) -> str:
    planned = times.planned_text(row.planned_at, row.began_at)
    return dotted(_state(row, times.clock()), planned, _passes_of(row, times))


def _passes_of(row: ConversationRow, times: LocalTime) -> str:
    if row.began_at is None:
        return ""
    start, _, told = _reach(row.began_at, row.lasts, times)
    return _passes(start, told, times)


def _passes(start: datetime, told_end: datetime | None, times: LocalTime) -> str:
    """Return "the second 02:30", or "until the second 02:00", where an hour comes twice."""
    if start.fold:
        return f"the second {times.clock_text(start.time())}"
    return f"until the second {times.clock_text(told_end.time())}" if told_end else ""


def stays(status: str) -> str:
    """Say why the time of a conversation is not changed any more; empty when it may be."""
    return _STAYS.get(status, "")


def _state(row: ConversationRow, now: int) -> str:
    if row.status == Status.DONE:
        return "talked" if row.is_settled else "talked, thank"
    if row.status == Status.PROPOSED:
        return proposed_words(row, now)
    return _FAR.get(row.status, "")
