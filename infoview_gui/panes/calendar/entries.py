"""Conversations as entries of the week view: words, tone and look. Knows no widget.

Moments are ms since 1970 UTC.
"""

from infoview_gui.panes import planning
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.practice.follow_ups import Status
from infoview_gui.services.records import ConversationRow
from infoview_gui.widgets.week_layout import Entry

_TONES = {
    Status.DONE: ("grn", "solid"),
    Status.RUNNING: ("acc", "strong"),
    Status.PROPOSED: ("acc", "hatched"),
    Status.MISSED: ("muted", "outline"),
    Status.CANCELLED: ("muted", "outline"),
}
_STAYS = {
    Status.DONE: "It has taken place: its time stays as it was.",
    Status.RUNNING: "It is running: only the other person gives more time.",
}


def entry_of(row: ConversationRow, times: LocalTime) -> Entry | None:
    """Return what the week shows of a conversation; None while it has no time."""
    if row.began_at is None:
        return None
    tone, look = _TONES.get(Status(row.status), ("acc", "solid"))
    return Entry(
        key=row.id,
        start=times.local(row.began_at),
        minutes=row.lasts,
        title=row.title,
        detail=detail_of(row, times),
        tone=tone,
        look=look,
        movable=not stays(row.status),
    )


def detail_of(row: ConversationRow, times: LocalTime) -> str:
    """Return "Zoom · 09:30 in New York", and before it how far the conversation is.

    It stands where it truly began; for when it was planned comes right after how far it is.
    """
    way = planning.way_words(row.way, row.link, row.place)
    zones = planning.zones_of(row.people)
    there = planning.there(times, row.began_at, zones) if row.began_at is not None else ""
    planned = times.planned_text(row.planned_at, row.began_at)
    return dotted(_state(row), planned, way, there)


def stays(status: str) -> str:
    """Say why the time of a conversation is not changed any more; empty when it may be."""
    return _STAYS.get(Status(status), "")


def _state(row: ConversationRow) -> str:
    if row.status == Status.DONE:
        return "talked" if row.is_settled else "talked, thank"
    words = {
        Status.PROPOSED: "proposed",
        Status.RUNNING: "talking now",
        Status.MISSED: "did not come",
        Status.CANCELLED: "cancelled",
    }
    return words.get(Status(row.status), "")
