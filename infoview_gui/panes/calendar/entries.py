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
from infoview_gui.panes.taking import proposed_words
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
_MINUTE_MS = 60_000
_DAY_MINUTES = 24 * 60
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
    stamp: Stamp, title: str | None, detail: Callable[[Stamp], str], times: LocalTime
) -> Entry:
    """Return what is shown of a conversation with these people; ``detail`` is asked when wanted."""
    tone, look = look_of(stamp.status, faded=stamp.has_faded(times.clock()))
    lasts = stamp.lasts
    start, end = times.local(stamp.at), times.local(stamp.at + lasts * _MINUTE_MS)
    return Entry(
        key=stamp.id,
        start=start,
        minutes=lasts,
        title=title or "Nobody yet",
        more=partial(detail, stamp),
        tone=tone,
        look=look,
        movable=not stays(stamp.status),
        kind="proposed" if stamp.status == Status.PROPOSED else "own",
        # Where the clocks change in between, the wall time of the end is not that many minutes on.
        until=end if end - start != timedelta(minutes=lasts) else None,
    )


def look_of(status: str, *, faded: bool = False) -> tuple[str, str]:
    """Return tone and look of a conversation that is so far."""
    return ("muted", "faded") if faded else _TONES.get(status, ("acc", "solid"))


def entry_of_other(one: Foreign, times: LocalTime) -> Entry:
    """Return what the calendar shows of an event of another calendar: to be read only."""
    if isinstance(one.start, int) and isinstance(one.end, int):
        start, end, whole = times.local(one.start), times.local(one.end), False
    else:
        start, end, whole = _midnight(one.start), _midnight(one.end), True
    place = " ".join(one.place.split())
    return Entry(
        key=one.key,
        start=start,
        minutes=max(0, round((end - start).total_seconds() / 60)),
        title=" ".join(one.title.split()),
        detail=dotted(place, f"from {one.calendar}"),
        tone=one.tone,
        look="pale",
        movable=False,
        kind="foreign",
        until=None if whole else end,
        all_day=whole,
    )


def entry_of_engagement(row: EngagementRow, times: LocalTime) -> Entry:
    """Return what the calendar shows of an appointment or a networking event."""
    if row.first_day is not None:
        start, minutes, whole = _midnight(row.first_day), row.days * _DAY_MINUTES, True
        end = start + timedelta(minutes=minutes)
    else:
        start, minutes, whole = times.local(row.starts_at or 0), row.minutes, False
        end = times.local(row.ends_at)
    met = f"{len(row.people)} met" if row.people else ""
    return Entry(
        key=EngagementKey(row.id),
        start=start,
        minutes=minutes,
        title=row.title,
        detail=dotted(row.kind_words, " ".join(row.place.split()), met),
        tone="vio" if row.kind == NETWORKING else "blu",
        kind=row.kind,
        until=end if end - start != timedelta(minutes=minutes) else None,
        all_day=whole,
    )


def _midnight(day: object) -> datetime:
    return datetime.combine(day, time())  # type: ignore[arg-type]


def detail_of(row: ConversationRow, times: LocalTime) -> str:
    """Return "Zoom · 09:30 in New York", and before it how far the conversation is.

    It stands where it truly began; for when it was planned comes right after how far it is.
    """
    way = planning.way_words(row.way, row.link, row.place)
    zones = planning.zones_of(row.people)
    there = planning.there(times, row.began_at, zones) if row.began_at is not None else ""
    planned = times.planned_text(row.planned_at, row.began_at)
    state = _state(row, times.clock())
    return dotted(state, planned, _second_pass(row.began_at, times), way, there)


def _second_pass(at: int | None, times: LocalTime) -> str:
    """Return "the second 02:30" where the clocks go back and the hour comes twice."""
    if at is None or times.moment(times.local(at)) == at:
        return ""
    return f"the second {times.time_text(at)}"


def stays(status: str) -> str:
    """Say why the time of a conversation is not changed any more; empty when it may be."""
    return _STAYS.get(status, "")


def _state(row: ConversationRow, now: int) -> str:
    if row.status == Status.DONE:
        return "talked" if row.is_settled else "talked, thank"
    if row.status == Status.PROPOSED:
        return proposed_words(row, now)
    return _FAR.get(row.status, "")
