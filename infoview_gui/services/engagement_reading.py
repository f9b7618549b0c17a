"""Reads appointments and networking events: one, those of some days, those that take a time.

By hand, as a calendar asks for them with every key. Reads on any thread that may read the database.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from infoview_gui.services.engagement_records import KINDS, EngagementRow, day_of
from infoview_gui.services.records import PersonName
from infoview_gui.store.binding import DATABASE

_FIELDS = """id, uid, kind, title, starts_at, zone, minutes, first_day, days, place, note, sequence,
    created_at"""
_DAYS_END = "date(first_day, '+' || days || ' days')"
# However long it is: what began before may reach into the span. There are few of them.
_TOUCHING = f"""
SELECT {_FIELDS} FROM engagement
WHERE starts_at < ?2 AND starts_at + minutes * 60000 > ?1 AND id <> ?5 AND {{kinds}}
UNION ALL
SELECT {_FIELDS} FROM engagement
WHERE first_day <> '' AND first_day < ?4 AND {_DAYS_END} > ?3 AND starts_at IS NULL
    AND id <> ?5 AND {{kinds}}
"""  # noqa: S608 - constants
_SOME = f"SELECT {_FIELDS} FROM engagement WHERE id IN ({{marks}})"  # noqa: S608 - constants
_ALL = """
SELECT id FROM engagement
ORDER BY COALESCE(starts_at, CAST(strftime('%s', first_day) AS INTEGER) * 1000), id
"""
_WHO = """
SELECT engagement_id, person.id, name, first_name, last_name, company, role, zone
FROM attendance JOIN person ON person.id = person_id
WHERE engagement_id IN ({marks}) ORDER BY position, person.id
"""
_OF_PERSON = f"""
SELECT {_FIELDS} FROM engagement
WHERE id IN (SELECT engagement_id FROM attendance WHERE person_id = ?)
"""  # noqa: S608 - constants
_AT_ONCE = 500
_NOT_ONE = -1


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time (ms since 1970 UTC, end left out) and the days that it touches."""

    start: int
    end: int
    first: date
    until: date
    """The day after the last."""


def engagement(engagement_id: int) -> EngagementRow | None:
    """Return one with those who were met there; None when there is none."""
    return next(iter(engagements([engagement_id])), None)


def engagements(ids: Sequence[int]) -> list[EngagementRow]:
    """Return these in this order; those that are gone are left out."""
    found: dict[int, EngagementRow] = {}
    for at in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[at : at + _AT_ONCE])
        rows = _rows(_SOME.format(marks=_marks(some)), some)
        found |= {row.id: row for row in rows}
    return [found[ident] for ident in dict.fromkeys(ids) if ident in found]


def engagements_between(
    stretch: Stretch, kinds: Collection[str] = KINDS, but: int | None = None
) -> list[EngagementRow]:
    """Return those that touch a stretch, also where they began before; ``but`` is left out."""
    if not kinds:
        return []
    both = "1" if set(kinds) >= set(KINDS) else f"kind IN ({_quoted(kinds)})"
    values = (
        *(stretch.start, stretch.end, stretch.first.isoformat(), stretch.until.isoformat()),
        _NOT_ONE if but is None else but,
    )
    return _rows(_TOUCHING.format(kinds=both), values)


def days_engaged(edges: Sequence[int], first: date, kinds: Collection[str]) -> set[int]:
    """Return the places of the days on which there is one; ``edges`` bound the days."""
    many = len(edges) - 1
    stretch = Stretch(edges[0], edges[-1], first, first + timedelta(days=many))
    found: set[int] = set()
    for row in engagements_between(stretch, kinds):
        if row.starts_at is None and row.first_day is not None:
            begin = (row.first_day - first).days
            found |= set(range(max(0, begin), min(many, begin + row.days)))
        elif row.starts_at is not None:
            at, end = row.starts_at, max(row.ends_at, row.starts_at + 1)
            found |= {n for n in range(many) if edges[n] < end and at < edges[n + 1]}
    return found


def all_engagement_ids() -> list[int]:
    """Return the ids of all of them, by time."""
    return [int(ident) for (ident,) in DATABASE.connection().execute(_ALL)]


def met_by(person_id: int) -> list[EngagementRow]:
    """Return those at which a person was met."""
    return _rows(_OF_PERSON, (person_id,), with_people=False)


def _rows(query: str, values: Sequence[object], *, with_people: bool = True) -> list[EngagementRow]:
    found: list[Any] = DATABASE.connection().execute(query, values).fetchall()
    people = _people([row[0] for row in found]) if with_people and found else {}
    rows = [_row(row, people.get(row[0], ())) for row in found]
    return [row for row in rows if row.starts_at is not None or row.first_day is not None]


def _row(row: Sequence[Any], people: Iterable[PersonName]) -> EngagementRow:
    ident, uid, kind, title, at, zone, minutes, day, days, place, note, sequence, made = row
    first = day_of(day) if at is None else None
    return EngagementRow(
        ident, uid, kind, title, at, zone, minutes, first, max(1, days) if first else 0,
        place, note, sequence, made, tuple(people),
    )  # fmt: skip


def _people(ids: Sequence[int]) -> dict[int, list[PersonName]]:
    found: dict[int, list[PersonName]] = {}
    rows = DATABASE.connection().execute(_WHO.format(marks=_marks(ids)), tuple(ids))
    for ident, *person in rows:
        found.setdefault(int(ident), []).append(PersonName(*person))
    return found


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))


def _quoted(kinds: Collection[str]) -> str:
    return ",".join(f"'{kind}'" for kind in kinds if kind in KINDS)
