"""Stored people as cards: for comparing with what comes in and for writing out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from infoview_gui.interchange.cards import ContactPoint as Point
from infoview_gui.interchange.cards import PersonCard
from infoview_gui.store.models import ContactPoint, Person, PersonTag, SourceCard

_PAGE = 500
_FIELDS = ("emails", "phones", "links")


def stored_people() -> dict[int, PersonCard]:
    """Return everyone by id, without their source cards."""
    points = _points(ContactPoint.select())
    tags: dict[int, list[str]] = defaultdict(list)
    for tag in PersonTag.select():
        tags[tag.person_id].append(tag.name)
    return {
        row.id: _card(row, points.get(row.id, {}), tags.get(row.id, []), "", "")
        for row in Person.select()
    }


def cards_for_export(ids: Sequence[int]) -> Iterator[PersonCard]:
    """Return the people of these ids in this order, each with the vCard it came from."""
    for at in range(0, len(ids), _PAGE):
        yield from _page(list(ids[at : at + _PAGE]))


def _page(ids: list[int]) -> Iterator[PersonCard]:
    people = {row.id: row for row in Person.select().where(Person.id << ids)}
    points = _points(ContactPoint.select().where(ContactPoint.person << ids))
    tags: dict[int, list[str]] = defaultdict(list)
    for tag in PersonTag.select().where(PersonTag.person << ids):
        tags[tag.person_id].append(tag.name)
    vcards = (SourceCard.person << ids) & (SourceCard.format == "vcard")
    query = SourceCard.select().where(vcards).order_by(SourceCard.id.desc())
    sources = {row.person_id: row.text for row in query}  # the first card of each wins
    wanted = {row.introduced_by_id for row in people.values() if row.introduced_by_id}
    names = {row.id: row.name for row in Person.select().where(Person.id << list(wanted))}
    for ident in ids:
        if ident in people:
            row = people[ident]
            introducer = names.get(row.introduced_by_id or 0, "")
            yield _card(row, points.get(ident, {}), tags[ident], introducer, sources.get(ident, ""))


def _points(query: object) -> dict[int, dict[str, list[Point]]]:
    found: dict[int, dict[str, list[Point]]] = {}
    ordered = query.order_by(  # type: ignore[attr-defined]  # a Peewee query
        ContactPoint.person, ContactPoint.position, ContactPoint.id
    )
    for row in ordered:
        kinds = found.setdefault(row.person_id, {})
        point = Point(row.value, row.label, bool(row.preferred))
        kinds.setdefault(f"{row.kind}s", []).append(point)
    return found


def _card(
    row: Person, points: dict[str, list[Point]], tags: Sequence[str], introducer: str, source: str
) -> PersonCard:
    emails, phones, links = (tuple(points.get(name, ())) for name in _FIELDS)
    return PersonCard(
        first_name=row.first_name,
        last_name=row.last_name,
        name=row.name,
        company=row.company,
        role=row.role,
        emails=emails,
        phones=phones,
        links=links,
        zone=row.zone,
        note=row.note,
        tags=tuple(tags),
        channel=row.channel,
        uid=row.uid,
        stage=row.stage,
        introduced_by=introducer,
        source_text=source,
    )
