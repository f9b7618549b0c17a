"""What the pane shows of one employer: its people, its other spellings, the talks held there."""

from dataclasses import dataclass

from infoview_gui.interchange.company_names import company_key
from infoview_gui.services import reading
from infoview_gui.services.employers import EmployerRow, Employers
from infoview_gui.services.records import ConversationRow, PersonName
from infoview_gui.store.models import EmployerAlias, Person


@dataclass(frozen=True, slots=True)
class EmployerDetail:
    """An employer with everything beside its priority; ``spellings`` are other names of it."""

    row: EmployerRow
    people: tuple[PersonName, ...]
    spellings: tuple[str, ...]
    covered: frozenset[str]
    talks: tuple[ConversationRow, ...]


def employer(employers: Employers, employer_id: int, most_people: int) -> EmployerDetail | None:
    """Return an employer with its first people by name; None when there is none."""
    row = employers.rows([employer_id]).get(employer_id)
    if row is None:
        return None
    mine = Person.select().where(Person.employer == employer_id)
    people = [
        reading.person_name(found) for found in mine.order_by(Person.name_key).limit(most_people)
    ]
    covered = employers.covered([employer_id]).get(employer_id, frozenset())
    talks = tuple(reading.conversations_at(employer_id))
    return EmployerDetail(row, tuple(people), _spellings(employer_id, row.name), covered, talks)


def _spellings(employer_id: int, name: str) -> tuple[str, ...]:
    """Return how people write it and what it was called before it was merged or renamed."""
    mine = (Person.employer == employer_id) & (Person.company != "")
    rows = Person.select(Person.company).where(mine).distinct().order_by(Person.company)
    written = [row.company for row in rows]
    known = {company_key(spelling) for spelling in (*written, name)}
    aliases = EmployerAlias.select().where(EmployerAlias.employer == employer_id)
    others = [row.key for row in aliases.order_by(EmployerAlias.key) if row.key not in known]
    return tuple(spelling for spelling in (*written, *others) if spelling != name)
