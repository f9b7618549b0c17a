"""Makes the rows of several people those of one, inside a change that is under way.

What can be only once (``CHOSEN``) comes from whom the user chose; everything else is united.
"""

from collections.abc import Iterator, Mapping, Sequence

import apsw
from peewee import ForeignKeyField

from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.routine.rows import ABOUT_A_PERSON, DueKind
from infoview_gui.services import derived
from infoview_gui.services.people import match_key
from infoview_gui.store.deleting import delete_rows
from infoview_gui.store.models import (
    MODELS,
    Attendance,
    Capture,
    ContactPoint,
    Participant,
    Person,
    PersonDistinct,
    PersonTag,
    Settled,
)

CHOSEN: Mapping[str, tuple[str, ...]] = {
    "name": ("first_name", "last_name", "name"),
    "company": ("company",),
    "role": ("role",),
    "channel": ("channel", "channel_detail"),
    "introduced_by": ("introduced_by_id",),
    "zone": ("zone", "zone_confirmed"),
}
"""The fields of which one value stays, and the columns that go together."""

_OWN_WAY = (Person, ContactPoint, PersonTag, Participant, Attendance, PersonDistinct)


def merge(
    connection: apsw.Connection,
    into: int,
    gone: Sequence[int],
    chosen: Mapping[str, int],
    country: str,
) -> None:
    """Make ``into`` the one person; ``country`` is that of phone numbers without a prefix."""
    everyone = [into, *gone]
    rows = {row.id: row for row in Person.select().where(Person.id << everyone)}
    employers = {row.employer_id for row in rows.values()}
    _unite_points(everyone, country)
    _unite_tags(into, gone)
    _unite_talks(into, gone)
    _unite_meetings(into, gone)
    _hand_over(into, gone)
    _hand_over_settled(into, gone)
    _inherit_distinctions(into, gone)
    _fill(rows, everyone, chosen)
    delete_rows(connection, "person", gone)
    derived.gather_reach(into)
    derived.refresh([into], employers)


def _fill(rows: Mapping[int, Person], everyone: Sequence[int], chosen: Mapping[str, int]) -> None:
    person = rows[everyone[0]]
    for field, columns in CHOSEN.items():
        owner = rows[_owner(field, rows, everyone, chosen)]
        for column in columns:
            setattr(person, column, getattr(owner, column))
        if field == "company":
            employer = (owner.employer_id, owner.employer_by_hand)
    keeper = next((row for row in map(rows.__getitem__, everyone) if row.keep_in_touch), person)
    person.keep_in_touch, person.keep_since = keeper.keep_in_touch, keeper.keep_since
    person.note = _joined([rows[ident].note for ident in everyone])
    person.created_at = min(row.created_at for row in rows.values())
    if person.introduced_by_id in everyone:
        person.introduced_by = None
    derived.spell(person, person.name)
    if employer[1]:
        person.employer_id, person.employer_by_hand = employer
    person.save()


def _owner(
    field: str, rows: Mapping[int, Person], everyone: Sequence[int], chosen: Mapping[str, int]
) -> int:
    """Return whose value is taken: whose was chosen, else the first who has one."""
    if chosen.get(field) in rows:
        return chosen[field]
    of_others = (ident for ident in everyone if _says(field, rows[ident], everyone))
    return next(of_others, everyone[0])


def _says(field: str, row: Person, everyone: Sequence[int]) -> bool:
    if field == "introduced_by":
        return row.introduced_by_id is not None and row.introduced_by_id not in everyone
    return any(getattr(row, column) for column in CHOSEN[field])


def _joined(notes: Sequence[str]) -> str:
    """Put notes below each other; one that is part of another is said once."""
    kept: list[str] = []
    for note in sorted(filter(None, map(str.strip, notes)), key=len, reverse=True):
        if not any(note in longer for longer in kept):
            kept.append(note)
    return "\n\n".join(sorted(kept, key=lambda note: _place(note, notes)))


def _place(note: str, notes: Sequence[str]) -> int:
    return next(at for at, one in enumerate(notes) if one.strip() == note)


def _unite_points(everyone: Sequence[int], country: str) -> None:
    """Keep every address, number and link once; the first one preferred stays that."""
    known: dict[tuple[str, str], ContactPoint] = {}
    preferred: set[str] = set()
    for ident in everyone:
        mine = ContactPoint.select().where(ContactPoint.person == ident)
        for point in mine.order_by(ContactPoint.position, ContactPoint.id):
            value = match_key(point.kind, point.value, country) or point.value.casefold()
            first = known.setdefault((point.kind, value), point)
            if first is not point:
                first.label = first.label or point.label
                point.delete_instance()
    for position, point in enumerate(known.values()):
        point.person_id, point.position = everyone[0], position
        point.preferred = point.preferred and point.kind not in preferred
        preferred |= {point.kind} if point.preferred else set()
        point.save()


def _unite_tags(into: int, gone: Sequence[int]) -> None:
    names = PersonTag.select(PersonTag.name).where(PersonTag.person << list(gone)).distinct()
    rows = [{"person": into, "name": row.name} for row in names]
    if rows:
        PersonTag.insert_many(rows).on_conflict_ignore().execute()


def _unite_talks(into: int, gone: Sequence[int]) -> None:
    """Let ``into`` take part where the others did, at the first of their places."""
    places: dict[int, int] = {}
    mine = Participant.select().where(Participant.person << [into, *gone])
    for row in mine.order_by(Participant.position):
        places.setdefault(row.conversation_id, row.position)
    Participant.delete().where(Participant.person << [into, *gone]).execute()
    for conversation_id, position in places.items():
        Participant.create(conversation=conversation_id, person=into, position=position)


def _unite_meetings(into: int, gone: Sequence[int]) -> None:
    """Let ``into`` have been met where the others were, at the first of their places."""
    places: dict[int, int] = {}
    mine = Attendance.select().where(Attendance.person << [into, *gone])
    for row in mine.order_by(Attendance.position):
        places.setdefault(row.engagement_id, row.position)
    Attendance.delete().where(Attendance.person << [into, *gone]).execute()
    for engagement_id, position in places.items():
        Attendance.create(engagement=engagement_id, person=into, position=position)


def _hand_over(into: int, gone: Sequence[int]) -> None:
    """Let everything that names one of the others name the one who stays."""
    others = list(gone)
    for field in _mentions():
        field.model.update({field: into}).where(field << others).execute()
    introduced = (Person.introduced_by << others) & (Person.id != into)
    Person.update(introduced_by=into).where(introduced).execute()
    kept = (Capture.kind == MarkKind.PERSON.value) & (Capture.target_id << others)
    Capture.update(target_id=into).where(kept).execute()


def _hand_over_settled(into: int, gone: Sequence[int]) -> None:
    """Let what was said of rows of Today about the others be said of the one who stays."""
    everyone = {into, *gone}
    about = Settled.kind << [kind.value for kind in ABOUT_A_PERSON]
    rows = [row for row in Settled.select().where(about) if _meant(row) & everyone]
    for row in rows:
        row.delete_instance()
    # Of two that become one, what is done outweighs what was put off.
    for row in sorted(rows, key=lambda row: (row.done_at is not None, row.until or "")):
        person = into if row.subject_id in everyone else row.subject_id
        told = row.kind == DueKind.REPORT and row.cycle in everyone
        Settled.insert(
            kind=row.kind,
            subject_id=person,
            cycle=into if told else row.cycle,
            done_at=row.done_at,
            until=row.until,
        ).on_conflict_replace().execute()


def _meant(row: Settled) -> set[int]:
    """Return whom a row is about; that of an introduction names the introducer as well."""
    return {row.subject_id, row.cycle} if row.kind == DueKind.REPORT else {row.subject_id}


def _mentions() -> Iterator[ForeignKeyField]:
    """Yield every column that names a person and that nothing here treats in a way of its own."""
    for model in MODELS:
        for field in model._meta.sorted_fields:  # noqa: SLF001 - Peewee's way to ask for them
            names = isinstance(field, ForeignKeyField) and field.rel_model is Person
            if names and model not in _OWN_WAY:
                yield field


def _inherit_distinctions(into: int, gone: Sequence[int]) -> None:
    """Whoever was said to be another than one of those who go is another than the one who stays."""
    others = set(gone)
    mine = (PersonDistinct.first << list(gone)) | (PersonDistinct.second << list(gone))
    for row in list(PersonDistinct.select().where(mine)):
        for other in {row.first_id, row.second_id} - others - {into}:
            first, second = sorted((into, other))
            PersonDistinct.insert(first=first, second=second).on_conflict_ignore().execute()
    PersonDistinct.delete().where(mine).execute()
