"""The People table as ids: SQL filters and sorts, and pages of rows are fetched when painted."""

from array import array
from collections.abc import Sequence

from infoview_gui.practice.stages import Stage
from infoview_gui.services.drafts import found_through
from infoview_gui.services.records import PersonName, PersonRow
from infoview_gui.store.search import match_expression
from infoview_gui.store.store import Store

SORTS = {
    "name": ("name_key", "id"),
    "company": ("company_key", "name_key", "id"),
    "stage": ("stage_order", "name_key", "id"),
    "channel": ("channel", "channel_detail", "name_key", "id"),
    "next": ("next_kind = ''", "next_at IS NULL", "next_at", "name_key", "id"),
}
# Those without a next step stand at the end, whichever way the others are turned.
_NEVER_TURNED = {"next_kind = ''", "next_at IS NULL"}
_ROW = """
SELECT p.id, p.name, p.first_name, p.last_name, p.company, p.role, p.stage, p.channel,
       p.channel_detail, i.name, p.next_kind, p.next_at
FROM person p LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE p.id IN ({marks})
"""


class PeopleList:
    """Queries for the People table. Reads on the thread that asks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self, text: str = "", sort: str = "name", *, descending: bool = False) -> "array[int]":
        """Return the ids of everyone whose words begin with those of ``text``, in order."""
        turned = set(SORTS[sort]) - _NEVER_TURNED if descending else set()
        order = ", ".join(f"{term} DESC" if term in turned else term for term in SORTS[sort])
        match = match_expression(text)
        connection = self._store.connection()
        if match:
            query = (
                "SELECT id FROM person WHERE id IN "  # noqa: S608 - order is one of SORTS
                f"(SELECT rowid FROM person_words WHERE person_words MATCH ?) ORDER BY {order}"
            )
            rows = connection.execute(query, (match,))
        elif text.strip():
            rows = connection.execute(
                "SELECT id FROM person "  # noqa: S608 - order is one of SORTS
                "WHERE name || ' ' || company || ' ' || role || ' ' || reach "
                f"LIKE ? ESCAPE '\\' ORDER BY {order}",
                (f"%{_escaped(text.strip())}%",),
            )
        else:
            rows = connection.execute(f"SELECT id FROM person ORDER BY {order}")  # noqa: S608 - as above
        return array("q", (row[0] for row in rows))

    def count(self) -> int:
        """Return how many people there are."""
        return int(self._store.connection().execute("SELECT count(*) FROM person").get)

    def rows(self, ids: Sequence[int]) -> dict[int, PersonRow]:
        """Fetch the rows of these ids; those that are gone are missing."""
        marks = ",".join("?" * len(ids))
        found = self._store.connection().execute(_ROW.format(marks=marks), tuple(ids))
        return {row[0]: _row(row) for row in found}

    def names(self, text: str = "", limit: int = 50) -> list[PersonName]:
        """Return the first people for a picker, filtered like the table."""
        ids = self.ids(text)[:limit]
        rows = self.rows(ids)
        return [
            PersonName(row.id, row.name, row.first_name, row.last_name, row.company, row.role)
            for row in (rows[person_id] for person_id in ids if person_id in rows)
        ]


def _row(row: Sequence[object]) -> PersonRow:
    (person_id, name, first, last, company, role, stage, channel, detail, by, kind, at) = row
    through = found_through(str(channel), str(detail), None if by is None else str(by))
    return PersonRow(
        id=int(str(person_id)),
        name=str(name),
        first_name=str(first),
        last_name=str(last),
        company=str(company),
        role=str(role),
        stage=Stage(str(stage)),
        found_through=through,
        next_kind=str(kind),
        next_at=at if isinstance(at, int) else None,
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
