"""The People table as ids: SQL filters and sorts, and pages of rows are fetched when painted."""

from array import array
from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from infoview_gui.practice.names import sort_key
from infoview_gui.practice.stages import Stage
from infoview_gui.services.drafts import found_through
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter, conditions
from infoview_gui.services.people_order import HOLDING, PeopleOrder
from infoview_gui.services.person_row import NEXT_TEXT, PersonRow
from infoview_gui.store.search import match_expression
from infoview_gui.store.store import Store

if TYPE_CHECKING:
    from infoview_gui.services.records import PersonName


def _first(kind: str) -> str:
    """Return SQL for the preferred address or number of a person, else the first."""
    return (
        "(SELECT value FROM contact_point WHERE person_id = person.id "  # noqa: S608 - constants
        f"AND kind = '{kind}' ORDER BY preferred DESC, position, id LIMIT 1)"
    )


_TAGS = "(SELECT group_concat(name, ', ') FROM person_tag WHERE person_id = person.id)"
SORTS = {
    "name": ("name_key", "id"),
    "company": ("company_key", "name_key", "id"),
    "stage": ("stage_order", "name_key", "id"),
    "channel": ("channel", "channel_detail", "name_key", "id"),
    "email": (_first("email"), "name_key", "id"),
    "phone": (_first("phone"), "name_key", "id"),
    "tags": (_TAGS, "name_key", "id"),
    "last": ("last_at", "name_key", "id"),
    "added": ("created_at", "name_key", "id"),
    "next": ("next_kind = ''", "next_at IS NULL", "next_at", "name_key", "id"),
}
# Those without a next step stand at the end, whichever way the others are turned.
_NEVER_TURNED = {"next_kind = ''", "next_at IS NULL"}
_ROW = f"""
SELECT person.id, person.name, person.first_name, person.last_name, person.company, person.role,
       person.stage, person.channel, person.channel_detail, i.name, person.next_kind,
       person.next_at, {_first("email")}, {_first("phone")}, {_TAGS}, person.last_at,
       person.created_at, {NEXT_TEXT}
FROM person LEFT JOIN person i ON i.id = person.introduced_by_id
WHERE person.id IN ({{marks}})
"""  # noqa: S608 - constants


class PeopleList:
    """Queries for the People table. Reads on the thread that asks."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock
        self._order = PeopleOrder()

    def ids(
        self,
        text: str = "",
        sort: str = "name",
        *,
        descending: bool = False,
        only: PeopleFilter = EVERYONE,
        limit: int | None = None,
    ) -> "array[int]":
        """Return the ids of everyone whose words begin with those of ``text``, in order.

        ``limit`` is for the first so many of them, as at a start.
        """
        turned = set(SORTS[sort]) - _NEVER_TURNED if descending else set()
        order = ", ".join(f"{term} DESC" if term in turned else term for term in SORTS[sort])
        condition, values = where(text, only, self._clock())
        if limit is not None:
            query = f"SELECT id FROM person {condition} ORDER BY {order} LIMIT ?"  # noqa: S608
            rows = self._store.connection().execute(query, [*values, limit])
            return array("q", chain.from_iterable(rows))
        return self._order.ids(self._store.connection(), order, condition, values)

    def count(self) -> int:
        """Return how many people there are."""
        return int(self._store.connection().execute("SELECT count(*) FROM person").get)

    def rows(self, ids: Sequence[int]) -> dict[int, PersonRow]:
        """Fetch the rows of these ids; those that are gone are missing."""
        marks = ",".join("?" * len(ids))
        found = self._store.connection().execute(_ROW.format(marks=marks), tuple(ids))
        return {row[0]: _row(row) for row in found}

    def names(self, text: str = "", limit: int = 50) -> "list[PersonName]":
        """Return the first people for a picker, filtered like the table.

        Those of exactly this name come first, however many others begin like it.
        """
        from infoview_gui.services.records import PersonName  # noqa: PLC0415 - the table needs none

        same = self._of_name(text)
        ids = [*same, *(found for found in self.ids(text)[:limit] if found not in same)][:limit]
        rows = self.rows(ids)
        return [
            PersonName(row.id, row.name, row.first_name, row.last_name, row.company, row.role)
            for row in (rows[person_id] for person_id in ids if person_id in rows)
        ]

    def _of_name(self, text: str) -> list[int]:
        if not text.strip():
            return []
        query = "SELECT id FROM person WHERE name_key = ? ORDER BY id"
        return [row[0] for row in self._store.connection().execute(query, (sort_key(text),))]


def where(text: str, only: PeopleFilter, now: int) -> tuple[str, list[object]]:
    """Return the WHERE of who holds these words and passes the filter; empty for everyone."""
    words, spoken = _holding(text)
    found, values = conditions(only, now)
    every = " AND ".join(words + found)
    return (f"WHERE {every}" if every else ""), spoken + values


def _holding(text: str) -> tuple[list[str], list[object]]:
    """Return the condition that a person holds these words, and its value."""
    match = match_expression(text)
    if match:
        return [f"id IN ({HOLDING})"], [match]
    if text.strip():
        whole = "name || ' ' || company || ' ' || role || ' ' || reach LIKE ? ESCAPE '\\'"
        return [whole], [f"%{_escaped(text.strip())}%"]
    return [], []


def _row(row: tuple[Any, ...]) -> PersonRow:
    (person_id, name, first, last, company, role, stage, channel, detail, by, kind, at) = row[:12]
    email, phone, tags, last_at, added_at, next_text = row[12:]
    return PersonRow(
        id=person_id,
        name=name,
        first_name=first,
        last_name=last,
        company=company,
        role=role,
        stage=Stage(stage),
        found_through=found_through(channel, detail, by),
        next_kind=kind,
        next_at=at,
        next_text=next_text,
        email=email or "",
        phone=phone or "",
        tags=tags or "",
        last_at=last_at,
        added_at=added_at,
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
