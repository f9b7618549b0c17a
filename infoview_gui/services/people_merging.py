"""People who are there twice: who they may be, and making one person of them.

What is theirs comes together: addresses, tags, notes, conversations, introductions, what was kept
from notes. Of what can be only once, the user chooses whose it is. One undo step.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.matching import EmployerKey
from infoview_gui.services import merged_people, reading
from infoview_gui.services.employer_keys import employer_keys
from infoview_gui.services.known import cards_for_export, stored_people
from infoview_gui.services.merged_people import CHOSEN
from infoview_gui.services.people import Country, nowhere
from infoview_gui.services.records import PersonDetail, PersonName
from infoview_gui.services.similar_people import Pair, Suspects, never, similar_people
from infoview_gui.services.suspects_of import suspects_of
from infoview_gui.services.transfer import beside_the_window
from infoview_gui.store.models import Participant, Person, PersonDistinct
from infoview_gui.store.store import Store

# Those whom the user has filed under an employer belong there, whatever they wrote.
_BY_HAND = """
SELECT person.id, employer.name FROM person JOIN employer ON employer.id = person.employer_id
WHERE employer_by_hand
"""


class PeopleMerging:
    """The verbs for people who may be one."""

    def __init__(self, store: Store, country: Country = nowhere) -> None:
        self._store = store
        self._country = country

    # -- reading

    def similar(self, stop: Callable[[], bool] = never) -> list[Suspects]:
        """Return everyone who may be there twice; on any thread that may read.

        Once ``stop`` says yes, what comes back is not whole.
        """
        with beside_the_window():
            return similar_people(*self._everybody(), stop)

    def _everybody(self) -> tuple[dict[int, PersonCard], set[Pair], str, EmployerKey]:
        people = stored_people()
        connection = self._store.connection()
        for ident, name in connection.execute(_BY_HAND):
            people[int(str(ident))].company = str(name)
        rows = connection.execute("SELECT first_id, second_id FROM person_distinct")
        distinct = {(int(str(first)), int(str(second))) for first, second in rows}
        return people, distinct, self._country(), employer_keys(connection)

    def similar_to(self, person_id: int) -> list[PersonName]:
        """Return who may be this person, in a few milliseconds."""
        found = suspects_of(self._store.connection(), person_id, self._country())
        rows = Person.select().where(Person.id << found).order_by(Person.name_key)
        return [reading.person_name(row) for row in rows]

    def reason(self, ids: Sequence[int]) -> str:
        """Return why these may be one person; empty when nothing says so."""
        people = dict(zip(ids, cards_for_export(ids), strict=False))
        found = similar_people(people, (), self._country(), employer_keys(self._store.connection()))
        return found[0].reason if found else ""

    def people(self, ids: Sequence[int]) -> list[PersonDetail]:
        """Return those of these people who are still there, in this order."""
        found = (reading.person(ident) for ident in ids)
        return [person for person in found if person is not None]

    def talks(self, ids: Sequence[int]) -> dict[int, int]:
        """Return how many conversations each of these people has."""
        return {
            ident: Participant.select().where(Participant.person == ident).count() for ident in ids
        }

    def in_order(self, ids: Sequence[int]) -> list[int]:
        """Return these people, first whoever should stay: with the most talks, then the oldest."""
        talks = self.talks(ids)
        return sorted(ids, key=lambda ident: (-talks[ident], ident))

    # -- changing

    def merge(
        self, into: int, others: Sequence[int], chosen: Mapping[str, int] | None = None
    ) -> None:
        """Make one person of several; ``into`` is whose id stays.

        ``chosen`` says for the fields in ``CHOSEN`` whose value is taken; where it says nothing it
        is that of ``into``, or of the first who has one.
        """
        gone = [one for one in dict.fromkeys(others) if one != into]
        if not gone:
            return
        wanted = {field: owner for field, owner in (chosen or {}).items() if field in CHOSEN}
        name = str(Person.get_by_id(wanted.get("name", into)).name)
        country = self._country()
        self._store.change(
            f"Merge {len(gone) + 1} people into {name}",
            lambda: merged_people.merge(self._store.connection(), into, gone, wanted, country),
        )

    def keep_apart(self, ids: Sequence[int]) -> None:
        """Remember that people who look alike are each somebody else."""
        names = [str(Person.get_by_id(ident).name) for ident in ids[:2]]
        who = " and ".join(names) if len(ids) == 2 else f"{len(ids)} people"
        pairs = [
            {"first": first, "second": second} for first, second in combinations(sorted(ids), 2)
        ]
        self._store.change(
            f"Keep {who} apart",
            lambda: PersonDistinct.insert_many(pairs).on_conflict_ignore().execute(),
        )
