"""People by what was typed: who is further in the routine first, beginnings of names before words.

Reads only; every query is bounded (see ``finding``).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from infoview_gui.practice.names import sort_key
from infoview_gui.practice.stages import Stage
from infoview_gui.services.finding_words import holds, words
from infoview_gui.services.found import Found, FoundKind
from infoview_gui.store.search import match_expression
from infoview_gui.store.store import Store

_LOOKED_AT = 100
MOST_HOLDING = 500
_MET = tuple(
    stage.order
    for stage in Stage
    if stage not in {Stage.KNOWN, Stage.NOT_NOW, Stage.DO_NOT_CONTACT}
)
# One walk for each stage in its index; names of people who were only imported fill up the rest.
_MET_BEGIN = f"""
SELECT id FROM person WHERE stage_order IN ({",".join(map(str, _MET))})
AND name_key >= ? AND name_key < ? LIMIT ?
"""  # noqa: S608 - numbers
_BEGIN = "SELECT id FROM person WHERE name_key >= ? AND name_key < ? ORDER BY name_key, id LIMIT ?"
_WITHIN = "SELECT id FROM person WHERE instr(name_key, ?) LIMIT ?"
_WORDS = "SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT ?"
_ROWS = """
SELECT id, name, first_name, last_name, company, role, last_at
FROM person WHERE id IN ({marks})
"""


class PeopleFinding:
    """The queries for people."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def search(self, text: str) -> "PeopleSearch":
        """Begin to look for a text."""
        return PeopleSearch(self, text)

    def named(self, ids: Sequence[int]) -> list[Found]:
        """Return these people in this order; those who are gone are left out."""
        rows = self.rows(ids)
        return [_found(rows[ident]) for ident in ids if ident in rows]

    def ids(self, query: str, *values: object) -> list[int]:
        """Return the first column of a query."""
        return [row[0] for row in self._store.connection().execute(query, values)]

    def rows(self, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        """Return the rows of these people; those who are gone are missing."""
        query = _ROWS.format(marks=",".join("?" * len(ids)))
        return {row[0]: row for row in self._store.connection().execute(query, tuple(ids))}


class PeopleSearch:
    """One text looked for; the index of words is asked once for all."""

    def __init__(self, finding: PeopleFinding, text: str) -> None:
        self._finding = finding
        self._text = text
        self._match = match_expression(text)
        self._holding: list[int] | None = None

    def find(self, most: int) -> list[Found]:
        """Return at most so many people, the best first."""
        ids: dict[int, None] = {}
        for tier in self._tiers(most):
            ids.update(dict.fromkeys(tier))
            if len(ids) >= most or (ids and not self._match):
                break
        return self._finding.named(list(ids)[:most])

    def holding(self) -> list[int]:
        """Return who holds all the words anywhere; MOST_HOLDING when there are as many or more."""
        if self._holding is None:
            self._holding = []
            if self._match:
                self._holding = self._finding.ids(_WORDS, self._match, MOST_HOLDING)
        return self._holding

    def _tiers(self, most: int) -> Iterator[list[int]]:
        ids = self._finding.ids
        key = sort_key(self._text).partition(b"\0")[0]
        if key:
            span = (key, key + b"\xff")
            yield ids(_MET_BEGIN, *span, most)
            yield ids(_BEGIN, *span, most)
        if self._match:
            if len(self.holding()) == MOST_HOLDING and " " not in self._text:
                named = ids(_WORDS, f"{{name}} : ({self._match})", _LOOKED_AT)
                yield self._by_name_and_contact(named)
            yield self._by_name_and_contact(self.holding()[: max(most, _LOOKED_AT)])
        elif key and not self._text.isascii():
            yield ids(_WITHIN, key, most)  # a look at every name

    def _by_name_and_contact(self, ids: list[int]) -> list[int]:
        """Return those with the words in their names first, then by when the last contact was."""
        rows, wanted = self._finding.rows(ids), words(self._text)
        return sorted(rows, key=lambda one: (not holds(rows[one][1], wanted), -rows[one][6]))


def _found(row: tuple[Any, ...]) -> Found:
    ident, name, first, last, company, role, _last_at = row
    detail = " · ".join(part for part in (role, company) if part)
    return Found(FoundKind.PERSON, ident, name, detail, first_name=first, last_name=last)
