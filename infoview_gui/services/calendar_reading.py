"""What a calendar reads of many conversations at once: when, and no more than is painted.

A month may hold thousands; their names are read only where they are shown. Moments are ms since
1970 UTC.
"""

import json
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final, Literal, NamedTuple, cast

from infoview_gui.practice.offers import has_faded
from infoview_gui.services import records
from infoview_gui.services.began import STARTED_AT
from infoview_gui.services.offered import OFFERED_AT
from infoview_gui.store.binding import DATABASE

Wanted = Literal["1", "status = 'proposed'", "status <> 'proposed'"]
"""Which conversations: all, those of which the time is only proposed, or the others."""
ANY: Final = "1"
PROPOSED: Final = "status = 'proposed'"
SETTLED: Final = "status <> 'proposed'"
_AT = f"CASE WHEN status IN ('running', 'done') THEN {STARTED_AT} END"
_PLANNED = f"""
SELECT id, COALESCE({_AT}, starts_at), minutes, status, ended_at, {OFFERED_AT} FROM conversation
WHERE starts_at >= ? AND starts_at < ? AND {{wanted}} ORDER BY starts_at
"""  # noqa: S608 - constants
_BEGUN = """
SELECT conversation.id, MIN(at), conversation.minutes, status, ended_at, NULL
FROM event JOIN conversation ON conversation.id = conversation_id
WHERE kind = 'started' AND at >= ?1 AND at < ?2
  AND (starts_at IS NULL OR starts_at < ?1 OR starts_at >= ?2) AND {wanted}
GROUP BY conversation.id
"""
_TAKEN = f"""
WITH day (place, first, last) AS (VALUES {{days}})
SELECT place FROM day WHERE EXISTS (
  SELECT 1 FROM conversation
  WHERE starts_at >= first AND starts_at < last AND status NOT IN ('cancelled', 'missed')
  AND {{wanted}}
  AND COALESCE({_AT}, starts_at) BETWEEN first AND last - 1)
"""  # noqa: S608 - constants and numbers
_BEGAN = "SELECT at FROM event WHERE kind = 'started' AND at >= ? AND at < ?"
_NAMES = """
SELECT conversation_id, name FROM participant JOIN person ON person.id = person_id
WHERE conversation_id IN (SELECT value FROM json_each(?)) ORDER BY position
"""
_TASKS = """
SELECT due, text FROM task WHERE done_at IS NULL AND due >= ? AND due < ? ORDER BY due, id
"""


class Stamp(NamedTuple):
    """When a conversation began or is to begin, its minutes as agreed, and how far it is."""

    id: int
    at: int
    minutes: int
    status: str
    ended_at: int | None
    offered_at: int | None = None

    @property
    def lasts(self) -> int:
        """How many minutes it took, else how many are agreed."""
        return self.minutes if self.ended_at is None else records.minutes_between(
            self.at, self.ended_at)  # fmt: skip

    def has_faded(self, now: int) -> bool:
        """Say whether it is a proposed time that holds nothing any more."""
        return self.offered_at is not None and has_faded(self.at, self.offered_at, now)


Row = tuple[int, int, int, str, int | None, int | None]


def stamps_between(start: int, end: int, wanted: Wanted = ANY) -> list[Row]:
    """Return the fields of those that began, or are planned, from ``start`` to before ``end``.

    In order, as bare tuples: there may be thousands, of which few are looked at.
    """
    connection = DATABASE.connection()
    planned, started = (one.format(wanted=wanted) for one in (_PLANNED, _BEGUN))
    found = cast("list[Row]", connection.execute(planned, (start, end)).fetchall())
    begun = cast("list[Row]", connection.execute(started, (start, end)).fetchall())
    moments = [row[1] for row in found]
    if begun or any(at < before for before, at in pairwise([start, *moments, end])):
        found = [row for row in (*found, *begun) if start <= row[1] < end]
        found.sort(key=itemgetter(1, 0))
    return found


def days_taken(edges: Sequence[int], wanted: Wanted = ANY) -> set[int]:
    """Return the places of the days on which something takes place; ``edges`` bound the days."""
    days = ",".join(f"({n},{a},{b})" for n, (a, b) in enumerate(pairwise(edges)))
    connection = DATABASE.connection()
    found = {int(n) for (n,) in connection.execute(_TAKEN.format(days=days, wanted=wanted))}
    if wanted == PROPOSED:
        return found
    begun = connection.execute(_BEGAN, (edges[0], edges[-1]))
    return found | {bisect_right(edges, at) - 1 for (at,) in begun}


def titles_of(ids: Sequence[int]) -> dict[int, str]:
    """Return the names of those who take part in each."""
    found: dict[int, str] = {}
    for ident, name in DATABASE.connection().execute(_NAMES, (json.dumps(list(ids)),)):
        found[ident] = f"{found[ident]}, {name}" if ident in found else name
    return found


def tasks_due(first: str, end: str) -> list[tuple[str, str]]:
    """Return (day, text) of what is to be done from ``first`` to before ``end``, as 2026-11-27."""
    rows = DATABASE.connection().execute(_TASKS, (first, end))
    return [(str(day), str(text)) for day, text in rows]
