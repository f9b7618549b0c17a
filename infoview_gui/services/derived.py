"""Columns of a person that follow from other facts, rewritten in the same transaction as those.

The functions themselves are in ``practice``; here they are fed from the tables.
"""

import json
from collections.abc import Iterable

from infoview_gui.interchange.matching import company_key
from infoview_gui.practice import correspondence, stages
from infoview_gui.practice.correspondence import Contact, Message
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.names import display_name, sort_key
from infoview_gui.practice.stages import Stage, StageFact
from infoview_gui.services import next_steps
from infoview_gui.services.engagement_records import day_of, met_at
from infoview_gui.store.binding import DATABASE
from infoview_gui.store.models import (
    Activity,
    Attendance,
    ContactPoint,
    Conversation,
    Employer,
    EmployerAlias,
    Engagement,
    Event,
    Letter,
    Participant,
    Person,
    PersonTag,
)

STAGE_BY_HAND = "stage"
_CONTACTS = ("answered", "contact")
"""Kinds of activities in which a person and the user heard of each other."""


def spell(person: Person, name: str = "") -> None:
    """Set the shown name, the sorting keys and the employer of a person (not saved here).

    An employer that the user chose is kept as long as the company is written as it was.
    """
    moved = sort_key(person.company) != person.company_key
    person.name = display_name(person.first_name, person.last_name) or name or person.name
    person.name_key = sort_key(person.name)
    person.company_key = sort_key(person.company)
    if moved or not person.employer_by_hand:
        person.employer, person.employer_by_hand = employer_of(person.company), False


def employer_of(company: str) -> Employer | None:
    """Find the employer of that name without case, legal form and punctuation, or create it."""
    key, name = company_key(company), company.strip()
    if not key:
        return None
    known = known_employer(company)
    return known or Employer.create(key=key, name=name, name_key=sort_key(name))


def known_employer(company: str) -> Employer | None:
    """Find the employer of that name, or one it was merged into; None when there is none."""
    key = company_key(company)
    known: Employer | None = Employer.get_or_none(Employer.key == key)
    alias = None if known else EmployerAlias.get_or_none(EmployerAlias.key == key)
    return known if alias is None else Employer.get_by_id(alias.employer_id)


def gather_reach(person_id: int) -> None:
    """Rewrite the searchable text of a person's addresses, numbers, links and tags."""
    values = [point.value for point in ContactPoint.select().where(_of(person_id))]
    tags = [tag.name for tag in PersonTag.select().where(PersonTag.person == person_id)]
    Person.update(reach=" ".join(values + tags)).where(Person.id == person_id).execute()


def _of(person_id: int) -> object:
    return ContactPoint.person == person_id


def _begins_at(row: Conversation) -> int | None:
    """Return for when it is planned; of one that runs, when it truly began."""
    if row.status != "running":
        return row.starts_at
    mine = (Event.conversation == row.id) & (Event.kind == "started")
    first = Event.select().where(mine).order_by(Event.at).first()
    return row.starts_at if first is None else first.at


def stage_facts(person_id: int) -> list[StageFact]:
    """Return everything that moves a person from stage to stage."""
    facts: list[StageFact] = []
    by_hand = (Activity.person == person_id) & (Activity.kind == STAGE_BY_HAND)
    facts += [
        StageFact(Stage(row.detail), row.at, by_hand=True)
        for row in Activity.select().where(by_hand)
    ]
    conversations = Conversation.select().join(Participant).where(Participant.person == person_id)
    for row in conversations:
        facts += _facts_of(row)
    return correspondence.stage_facts(_messages(person_id), _contacts(person_id), facts)


def _messages(person_id: int) -> Iterable[Message]:
    mine = (Letter.person == person_id) & Letter.sent_at.is_null(False)
    known = Letter.kind << [kind.value for kind in LetterKind]
    for row in Letter.select().where(mine & known):
        yield Message(row.id, person_id, LetterKind(row.kind), row.sent_at or 0, row.about_id)


def _contacts(person_id: int) -> Iterable[Contact]:
    mine = (Activity.person == person_id) & (Activity.kind << _CONTACTS)
    for row in Activity.select().where(mine):
        yield Contact(person_id, row.at, row.kind == "answered")


def _facts_of(row: Conversation) -> Iterable[StageFact]:
    if row.status in {"planned", "running"}:
        yield StageFact(Stage.SCHEDULED, row.created_at)
    if row.status == "done" and row.ended_at is not None:
        yield StageFact(Stage.TALKED, row.ended_at)
        if row.thanked_at is not None:
            yield StageFact(Stage.THANKED, row.thanked_at)


def refresh(person_ids: Iterable[int], left: Iterable[int | None] = ()) -> None:
    """Compute stage, next step and last contact of these people anew.

    With them the next step of who waits for an answer at their employers, and at those that
    somebody has ``left``.
    """
    ids = list(person_ids)
    for person_id in ids:
        stage = stages.stage(stage_facts(person_id))
        values = {"stage": stage.value, "stage_order": stage.order, "last_at": last_at(person_id)}
        Person.update(**values).where(Person.id == person_id).execute()
    refresh_steps(ids, left)


def refresh_steps(person_ids: Iterable[int | None], left: Iterable[int | None] = ()) -> None:
    """Compute the next step alone anew, where stages and last contacts are as they were."""
    ids = [one for one in person_ids if one is not None]
    employers = [one for one in left if one is not None]
    next_steps.refresh(DATABASE.connection(), ids, employers)


def save(person: Person) -> None:
    """Save a person who was spelled anew; with the employer it changes who waits for whom there."""
    before = employers_of([person.id])
    person.save()
    if before != {person.employer_id}:
        refresh_steps([person.id], before)


def employers_of(person_ids: Iterable[int]) -> set[int | None]:
    """Return the employers of these people, None among them if one has none."""
    query = "SELECT DISTINCT employer_id FROM person WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in DATABASE.connection().execute(query, (json.dumps([*person_ids]),))}


def last_at(person_id: int) -> int:
    """Return when something last happened with a person, or will: a planned talk counts too."""
    moments = [Person.get_by_id(person_id).created_at]
    mine = Activity.select(Activity.at).where(Activity.person == person_id)
    moments += [row.at for row in mine]
    sent = (Letter.person == person_id) & Letter.sent_at.is_null(False)
    moments += [row.sent_at or 0 for row in Letter.select(Letter.sent_at).where(sent)]
    for row in Conversation.select().join(Participant).where(Participant.person == person_id):
        ahead = _begins_at(row) if row.status in {"planned", "running"} else None
        moments += [at for at in (row.ended_at, row.thanked_at, ahead) if at is not None]
    moments += _meetings(person_id)
    return int(max(moments))


def _meetings(person_id: int) -> Iterable[int]:
    mine = Engagement.select().join(Attendance).where(Attendance.person == person_id)
    return (met_at(row.starts_at, day_of(row.first_day)) for row in mine)


def people_of(conversation_id: int) -> list[int]:
    """Return the ids of those who take part in a conversation."""
    query = Participant.select().where(Participant.conversation == conversation_id)
    return [row.person_id for row in query.order_by(Participant.position)]
