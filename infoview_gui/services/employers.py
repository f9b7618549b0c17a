"""Employers: people grouped by them, their priority as in the LAMP list, renaming and merging.

A person belongs to an employer by its exact name (without case, legal form and punctuation) or
because the user says so; similar names are offered for merging, never merged silently
(PRODUCT.md, "People").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infoview_gui.interchange.company_names import company_key
from infoview_gui.practice.names import sort_key
from infoview_gui.services import derived, many_people, people_list
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.services.records import EmployerName
from infoview_gui.services.similar_employers import key_ends, similar_pairs
from infoview_gui.store.models import Employer, EmployerAlias, EmployerDistinct, Person
from infoview_gui.store.store import Store

PRIORITY_RANGES = {"motivation": (0, 3), "advocacy": (0, 1), "posting": (0, 3)}
# The LAMP list sorts by motivation, then posting, then advocacy (Dalton, "The 2-Hour Job Search").
GROUP_SORTS = {
    "priority": ("motivation DESC", "posting DESC", "advocacy DESC", "name_key"),
    "name": ("name_key",),
    "people": ("people DESC", "name_key"),
    "last": (
        "(SELECT max(last_at) FROM person WHERE employer_id = g.employer_id) DESC",
        "name_key",
    ),
}
_ORDER = """
SELECT g.employer_id, g.people
FROM (SELECT employer_id, count(*) AS people FROM person {where} GROUP BY employer_id) g
LEFT JOIN employer e ON e.id = g.employer_id
ORDER BY g.employer_id IS NULL, {order}
"""
_LAST = "(SELECT max(last_at) FROM person WHERE employer_id = employer.id)"
_ROWS = f"""
SELECT id, name, (SELECT count(*) FROM person WHERE employer_id = employer.id), motivation,
       advocacy, posting, coalesce({_LAST}, 0)
FROM employer WHERE id IN ({{marks}})
"""  # noqa: S608 - constants
_COVERED = """
SELECT DISTINCT person.employer_id, question.category
FROM question
JOIN participant ON participant.conversation_id = question.conversation_id
JOIN person ON person.id = participant.person_id
WHERE question.asked_at IS NOT NULL AND question.category != '' AND person.employer_id IN ({marks})
"""
_USED = """
(EXISTS (SELECT 1 FROM person WHERE employer_id = employer.id)
 OR motivation OR advocacy OR posting)
"""
_NAMES = f"""
SELECT id, name FROM employer
WHERE instr(name_key, ?) AND {_USED} ORDER BY name_key, id LIMIT ?
"""  # noqa: S608 - constants
_IN_USE = f"SELECT id, key, name FROM employer WHERE {_USED}"  # noqa: S608 - constants
_ENDING_ALIKE = f"""
SELECT id, key, name FROM employer
WHERE (substr(replace(key, ' ', ''), 1, 4) = ? OR substr(replace(key, ' ', ''), -4) = ?)
AND id != ? AND {_USED} LIMIT 2000
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """An employer with its priority; ``people`` and ``last_at`` count all who belong to it."""

    id: int
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

    def order(
        self, text: str = "", sort: str = "priority", *, only: PeopleFilter = EVERYONE
    ) -> list[tuple[int | None, int]]:
        """Return the employers of everyone who matches, each with how many do.

        People without an employer (None) come last.
        """
        where, values = people_list.where(text, only, self._clock())
        query = _ORDER.format(where=where, order=", ".join(GROUP_SORTS[sort]))
        return [(row[0], row[1]) for row in self._store.connection().execute(query, values)]

    def rows(self, ids: Sequence[int]) -> dict[int, EmployerRow]:
        """Fetch these employers; those that are gone are missing."""
        query = _ROWS.format(marks=",".join("?" * len(ids)))
        found = self._store.connection().execute(query, tuple(ids))
        return {
            ident: EmployerRow(ident, name, people, motivation, bool(advocacy), posting, last_at)
            for ident, name, people, motivation, advocacy, posting, last_at in found
        }

    def covered(self, employer_ids: Sequence[int]) -> dict[int, frozenset[str]]:
        """Return the question categories that have been asked about at these employers."""
        query = _COVERED.format(marks=",".join("?" * len(employer_ids)))
        found: dict[int, set[str]] = {}
        for employer_id, category in self._store.connection().execute(query, tuple(employer_ids)):
            found.setdefault(employer_id, set()).add(category)
        return {employer_id: frozenset(categories) for employer_id, categories in found.items()}

    def people(
        self, employer_id: int | None, text: str = "", *, only: PeopleFilter = EVERYONE
    ) -> list[int]:
        """Return who matches at one employer, or at none, by name."""
        where, values = people_list.where(text, only, self._clock())
        joint = f"{where} AND" if where else "WHERE"
        query = f"SELECT id FROM person {joint} employer_id IS ? ORDER BY name_key, id"  # noqa: S608
        rows = self._store.connection().execute(query, (*values, employer_id))
        return [row[0] for row in rows]

    def names(self, text: str = "", limit: int = 50) -> list[EmployerName]:
        """Return the employers whose names hold these words, for a picker.

        One that nobody belongs to and that nobody has judged, such as a name that was half typed,
        is left out.
        """
        letters = sort_key(text).partition(b"\0")[0]  # without case and accents
        rows = self._store.connection().execute(_NAMES, (letters, limit))
        return [EmployerName(ident, name) for ident, name in rows]

    def is_by_hand(self, person_id: int) -> bool:
        """Tell whether the user said to whom a person belongs."""
        row = Person.get_or_none(Person.id == person_id)
        return row is not None and bool(row.employer_by_hand)

    def similar(self) -> list[tuple[EmployerName, EmployerName]]:
        """Return pairs whose names look alike and that the user has not said are two."""
        known = self._apart()
        keys: dict[int, str] = {}
        named: dict[int, EmployerName] = {}
        for ident, key, name in self._store.connection().execute(_IN_USE):
            keys[ident], named[ident] = key, EmployerName(ident, name)
        pairs = similar_pairs(keys)
        return [(named[one], named[other]) for one, other in pairs if (one, other) not in known]

    def similar_to(self, employer_id: int) -> list[EmployerName]:
        """Return the employers whose names look like this one's; quicker than ``similar``."""
        row = Employer.get_or_none(Employer.id == employer_id)
        if row is None:
            return []
        begin, end = key_ends(row.key)
        found = self._store.connection().execute(_ENDING_ALIKE, (begin, end, employer_id))
        near = {ident: (key, name) for ident, key, name in found}
        keys = {ident: key for ident, (key, _name) in near.items()} | {employer_id: row.key}
        mine = [pair for pair in similar_pairs(keys) if employer_id in pair]
        known = self._apart()
        others = [sum(pair) - employer_id for pair in mine if pair not in known]
        return [EmployerName(other, near[other][1]) for other in others]

    def _apart(self) -> set[tuple[int, int]]:
        return {(row.first_id, row.second_id) for row in EmployerDistinct.select()}

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
        if not gone:
            return

        def work() -> None:
            rows = list(Employer.select().where(Employer.id << [into, *gone]))
            for field in PRIORITY_RANGES:
                best = max(getattr(row, field) for row in rows)
                Employer.update(**{field: best}).where(Employer.id == into).execute()
            Person.update(employer=into).where(Person.employer << gone).execute()
            _inherit_distinctions(into, gone)
            EmployerAlias.update(employer=into).where(EmployerAlias.employer << gone).execute()
            keys = [row.key for row in rows if row.id != into]
            Employer.delete().where(Employer.id << gone).execute()
            for key in keys:
                EmployerAlias.create(key=key, employer=into)
            derived.refresh_steps([], [into])

        self._store.change(f"Merge employers into {_name(into)}", work)

    def keep_apart(self, one: int, other: int) -> None:
        """Remember that two similar names are two employers."""
        first, second = sorted((one, other))
        self._store.change(
            f"Keep {_name(one)} and {_name(other)} apart",
            lambda: (
                EmployerDistinct.insert(first=first, second=second).on_conflict_ignore().execute()
            ),
        )

    def assign(self, person_ids: Sequence[int], employer_id: int | None) -> None:
        """Say to whom people belong; None goes by the name of their company again."""
        name = _name(employer_id) if employer_id is not None else "their company"

        def work() -> None:
            many_people.assign(self._store.connection(), person_ids, employer_id)

        self._store.change(f"File people under {name}", work)


def _inherit_distinctions(into: int, gone: Sequence[int]) -> None:
    """What was said to be another employer than one that goes is another than the one that stays.

    The rows of those that go are deleted with them.
    """
    for row in EmployerDistinct.select():
        pair = {row.first_id, row.second_id}
        other = next(iter(pair - set(gone)), into)
        if pair & set(gone) and other != into:
            first, second = sorted((into, other))
            EmployerDistinct.insert(first=first, second=second).on_conflict_ignore().execute()


def _name(employer_id: int) -> str:
    return str(Employer.get_by_id(employer_id).name)


def _id_of_key(key: str) -> int | None:
    row = Employer.get_or_none(Employer.key == key)
    if row is not None:
        return int(row.id)
    alias = EmployerAlias.get_or_none(EmployerAlias.key == key)
    return None if alias is None else int(alias.employer_id)
