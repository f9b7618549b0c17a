"""What the People table can be filtered by, with how many people each choice would show.

Counted only when a menu opens; a choice counts what the words and the other conditions let through.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from infoview_gui.practice.names import sort_key
from infoview_gui.practice.stages import Stage
from infoview_gui.services import people_list
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.people_filter import PeopleFilter
from infoview_gui.store.store import Store

KINDS = ("stages", "channels", "tags", "employers")
MOST = 300
"""How many choices a menu is given at once; typing finds the others."""
NO_CHANNEL = "Not said"
_GROUPED = "SELECT {column}, count(*) FROM person {where} GROUP BY {column}"
_TAGS = """
SELECT name, count(*) FROM person_tag {where} GROUP BY name ORDER BY name COLLATE NOCASE
"""
_MINE = "WHERE person_id IN (SELECT id FROM person {where})"
_EMPLOYERS = """
SELECT employer.id, employer.name, g.people
FROM (SELECT employer_id, count(*) AS people FROM person {where} GROUP BY employer_id) g
JOIN employer ON employer.id = g.employer_id
WHERE instr(employer.name_key, ?)
ORDER BY employer.name_key, employer.id
"""
_OF_PEOPLE = "SELECT name, count(*) FROM person_tag WHERE person_id IN ({marks}) GROUP BY name"
_MOST_VARIABLES = 10_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter in words, and how many people it would show."""

    value: str | int
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The first choices that were found, and how many more there are."""

    found: tuple[Choice, ...]
    left_out: int = 0


class PeopleChoices:
    """Reads what there is to choose from, on the thread that asks."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock

    def of(self, kind: str, text: str, only: PeopleFilter, search: str = "") -> Choices:
        """Return the choices of a kind (see KINDS) whose names hold ``search``, chosen ones first.

        Those of stages and channels come all, in their order.
        """
        chosen: tuple[str | int, ...] = getattr(only, kind)
        dropped: dict[str, Any] = {kind: ()}
        others = replace(only, **dropped)
        where, values = people_list.where(text, others, self._clock())
        if kind == "stages":
            return Choices(tuple(_stages(dict(self._groups("stage_order", where, values)))))
        if kind == "channels":
            return Choices(tuple(_channels(dict(self._groups("channel", where, values)), chosen)))
        found = (
            self._tags(where, values, search)
            if kind == "tags"
            else self._employers(where, values, search)
        )
        return self._first(found, chosen, kind)

    def employer_names(self, employer_ids: Sequence[int]) -> dict[int, str]:
        """Return the names of these employers; those that are gone are missing."""
        marks = ",".join("?" * len(employer_ids))
        query = f"SELECT id, name FROM employer WHERE id IN ({marks})"  # noqa: S608 - marks only
        return dict(self._store.connection().execute(query, tuple(employer_ids)))

    def tag_counts(self, person_ids: Sequence[int]) -> dict[str, int]:
        """Return the tags that any of these people has, and how many of them have it."""
        found: dict[str, int] = {}
        for at in range(0, len(person_ids), _MOST_VARIABLES):
            part = tuple(person_ids[at : at + _MOST_VARIABLES])
            query = _OF_PEOPLE.format(marks=",".join("?" * len(part)))
            for name, count in self._store.connection().execute(query, part):
                found[name] = found.get(name, 0) + count
        return found

    def _groups(self, column: str, where: str, values: Sequence[object]) -> Iterable[Any]:
        query = _GROUPED.format(column=column, where=where)
        return self._store.connection().execute(query, tuple(values))

    def _tags(self, where: str, values: Sequence[object], search: str) -> list[Choice]:
        query = _TAGS.format(where=_MINE.format(where=where) if where else "")
        rows = self._store.connection().execute(query, tuple(values))
        words = _primary(search)
        return [Choice(name, name, n) for name, n in rows if words in sort_key(name)]

    def _employers(self, where: str, values: Sequence[object], search: str) -> list[Choice]:
        query = _EMPLOYERS.format(where=where)
        rows = self._store.connection().execute(query, (*values, _primary(search)))
        return [Choice(ident, name, n) for ident, name, n in rows]

    def _first(self, found: list[Choice], chosen: tuple[str | int, ...], kind: str) -> Choices:
        mine = [one for one in found if one.value in chosen]
        missing = [value for value in chosen if value not in {one.value for one in mine}]
        names: dict[int, str] = {}
        if kind == "employers" and missing:
            names = self.employer_names([one for one in missing if isinstance(one, int)])
        mine += [Choice(one, _gone(one, names), 0) for one in missing]
        rest = [one for one in found if one.value not in chosen]
        room = max(0, MOST - len(mine))
        return Choices((*mine, *rest[:room]), max(0, len(rest) - room))


def _gone(value: str | int, names: dict[int, str]) -> str:
    return value if isinstance(value, str) else names.get(value, "A company that is gone")


def _primary(search: str) -> bytes:
    """Return the words as they stand in a sorting key, without case and marks."""
    return sort_key(search.strip()).partition(b"\0")[0]


def _stages(counts: dict[int, int]) -> Iterable[Choice]:
    for stage in Stage:
        yield Choice(stage.value, stage.label, counts.get(stage.order, 0))


def _channels(counts: dict[str, int], chosen: tuple[str | int, ...]) -> Iterable[Choice]:
    for channel, label in CHANNELS.items():
        yield Choice(channel, label, counts.get(channel, 0))
    for channel in sorted({*counts, *map(str, chosen)} - {*CHANNELS, ""}):
        yield Choice(channel, channel, counts.get(channel, 0))
    if "" in counts or "" in chosen:
        yield Choice("", NO_CHANNEL, counts.get("", 0))
