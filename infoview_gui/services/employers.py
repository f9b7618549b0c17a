"""Employers: people grouped by them, their priority as in the LAMP list, renaming and merging.

A person belongs to an employer by its exact name (without case, legal form and punctuation) or
because the user says so; similar names are offered for merging, never merged silently
(PRODUCT.md, "People").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infoview_gui.interchange.company_names import company_key
from infoview_gui.practice.names import sort_key
from infoview_gui.services import derived, people_list
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.services.records import EmployerName
from infoview_gui.services.similar_employers import similar_pairs
from infoview_gui.store.models import Employer, EmployerAlias, EmployerDistinct, Person
from infoview_gui.store.store import Store

PRIORITY_RANGES = {"motivation": (0, 3), "advocacy": (0, 1), "posting": (0, 3)}
# The LAMP list sorts by motivation, then posting, then advocacy (Dalton, "The 2-Hour Job Search").
GROUP_SORTS = {
    "priority": ("motivation DESC", "posting DESC", "advocacy DESC", "name_key"),
    "name": ("name_key",),
    "people": ("people DESC", "name_key"),
    "last": ("last_at DESC", "name_key"),
}
_GROUPS = """
SELECT g.employer_id, coalesce(e.name, ''), g.people, coalesce(e.motivation, 0) AS motivation,
       coalesce(e.advocacy, 0) AS advocacy, coalesce(e.posting, 0) AS posting, g.last_at,
       e.name_key AS name_key
FROM (SELECT employer_id, count(*) AS people, max(last_at) AS last_at
      FROM person {where} GROUP BY employer_id) g
LEFT JOIN employer e ON e.id = g.employer_id
ORDER BY g.employer_id IS NULL, {order}
"""
_COVERED = """
SELECT DISTINCT person.employer_id, question.category
FROM question
JOIN participant ON participant.conversation_id = question.conversation_id
JOIN person ON person.id = participant.person_id
WHERE question.asked_at IS NOT NULL AND question.category != '' AND person.employer_id IN ({marks})
"""


@dataclass(frozen=True, slots=True)
class EmployerGroup:
    """The people of one employer as far as they match; ``id`` None: those without an employer."""

    id: int | None
    name: str
    people: int
    motivation: int
    advocacy: bool
    posting: int
    last_at: int


class Employers:
    """The verbs for employers."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock

    # -- reading

    def groups(
        self, text: str = "", sort: str = "priority", *, only: PeopleFilter = EVERYONE
    ) -> list[EmployerGroup]:
        """Return the employers of everyone who matches; people without one come last."""
        where, values = people_list.where(text, only, self._clock())
        query = _GROUPS.format(where=where, order=", ".join(GROUP_SORTS[sort]))
        return [
            EmployerGroup(ident, name, people, motivation, bool(advocacy), posting, last_at)
            for ident, name, people, motivation, advocacy, posting, last_at, _ in (
                self._store.connection().execute(query, values)
            )
        ]

    def covered(self, employer_ids: Sequence[int]) -> dict[int, frozenset[str]]:
        """Return the question categories that have been asked about at these employers."""
        query = _COVERED.format(marks=",".join("?" * len(employer_ids)))
        found: dict[int, set[str]] = {}
        for employer_id, category in self._store.connection().execute(query, tuple(employer_ids)):
            found.setdefault(employer_id, set()).add(category)
        return {employer_id: frozenset(categories) for employer_id, categories in found.items()}

    def names(self, text: str = "", limit: int = 50) -> list[EmployerName]:
        """Return the employers whose names hold these words, for a picker."""
        letters = sort_key(text).partition(b"\0")[0]  # without case and accents
        query = "SELECT id, name FROM employer WHERE instr(name_key, ?) ORDER BY name_key LIMIT ?"
        rows = self._store.connection().execute(query, (letters, limit))
        return [EmployerName(ident, name) for ident, name in rows]

    def get(self, employer_id: int) -> EmployerGroup | None:
        """Return one employer with all its people; None when there is none."""
        only = PeopleFilter(employers=(employer_id,))
        group = next(iter(self.groups(only=only)), None)
        row = Employer.get_or_none(Employer.id == employer_id)
        if group is not None or row is None:
            return group
        return EmployerGroup(
            row.id, row.name, 0, row.motivation, bool(row.advocacy), row.posting, 0
        )

    def similar(self) -> list[tuple[EmployerName, EmployerName]]:
        """Return pairs whose names look alike and that the user has not said are two."""
        known = {(row.first_id, row.second_id) for row in EmployerDistinct.select()}
        keys = {row.id: row.key for row in Employer.select(Employer.id, Employer.key)}
        pairs = [pair for pair in similar_pairs(keys) if pair not in known]
        named = {row.id: row.name for row in Employer.select(Employer.id, Employer.name)}
        return [
            (EmployerName(one, named[one]), EmployerName(other, named[other]))
            for one, other in pairs
        ]

    # -- changing

    def set_priority(self, employer_id: int, field: str, value: int) -> None:
        """Set motivation (0 to 3), advocacy (0, 1) or posting (1 to 3; 0 unknown)."""
        low, high = PRIORITY_RANGES[field]
        if not low <= value <= high:
            message = f"The {field} is from {low} to {high}."
            raise InvalidDraft(message)
        mine = Employer.id == employer_id
        self._store.change(
            f"Change the {field} of {_name(employer_id)}",
            lambda: Employer.update(**{field: value}).where(mine).execute(),
            merge=f"employer:{employer_id}:{field}",
        )

    def rename(self, employer_id: int, name: str) -> None:
        """Show another name; people with the old and with the new one belong to it.

        Raises InvalidDraft without a name, or when another employer has it: merge them then.
        """
        name, key = name.strip(), company_key(name)
        if not key:
            message = "An employer needs a name."
            raise InvalidDraft(message)
        taken = _id_of_key(key)
        if taken not in {None, employer_id}:
            message = f"There is another employer called {name}. Merge the two instead."
            raise InvalidDraft(message)

        def work() -> None:
            mine = Employer.id == employer_id
            Employer.update(name=name, name_key=sort_key(name)).where(mine).execute()
            if taken is None:
                EmployerAlias.create(key=key, employer=employer_id)

        self._store.change(f"Rename {_name(employer_id)}", work)

    def merge(self, into: int, others: Sequence[int]) -> None:
        """Make one employer of several; the higher priorities stay, people and names follow."""
        gone = [one for one in dict.fromkeys(others) if one != into]

        def work() -> None:
            rows = list(Employer.select().where(Employer.id << [into, *gone]))
            for field in PRIORITY_RANGES:
                best = max(getattr(row, field) for row in rows)
                Employer.update(**{field: best}).where(Employer.id == into).execute()
            moved = Person.update(employer=into).where(Person.employer << gone)
            moved.execute()
            EmployerAlias.update(employer=into).where(EmployerAlias.employer << gone).execute()
            keys = [row.key for row in rows if row.id != into]
            Employer.delete().where(Employer.id << gone).execute()
            for key in keys:
                EmployerAlias.create(key=key, employer=into)

        self._store.change(f"Merge employers into {_name(into)}", work)

    def keep_apart(self, one: int, other: int) -> None:
        """Remember that two similar names are two employers."""
        first, second = sorted((one, other))
        self._store.change(
            f"Keep {_name(one)} and {_name(other)} apart",
            lambda: EmployerDistinct.create(first=first, second=second),
        )

    def assign(self, person_ids: Sequence[int], employer_id: int | None) -> None:
        """Say to whom people belong; None goes by the name of their company again."""
        name = _name(employer_id) if employer_id is not None else "their company"

        def work() -> None:
            chosen = None if employer_id is None else Employer.get_by_id(employer_id)
            for person in Person.select().where(Person.id << list(person_ids)):
                person.employer = chosen or derived.employer_of(person.company)
                person.employer_by_hand = chosen is not None
                person.save()

        self._store.change(f"File people under {name}", work)


def _name(employer_id: int) -> str:
    return str(Employer.get_by_id(employer_id).name)


def _id_of_key(key: str) -> int | None:
    row = Employer.get_or_none(Employer.key == key)
    if row is not None:
        return int(row.id)
    alias = EmployerAlias.get_or_none(EmployerAlias.key == key)
    return None if alias is None else int(alias.employer_id)
