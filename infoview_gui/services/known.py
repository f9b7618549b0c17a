"""Stored people as cards: for comparing with what comes in and for writing out.

Asks SQLite itself, a page of people at a time: as models 100,000 take three times as long.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from infoview_gui.interchange.cards import ContactPoint as Point
from infoview_gui.interchange.cards import PersonCard
from infoview_gui.store.binding import DATABASE

_PAGE = 1000
_FIELDS = {"email": "emails", "phone": "phones", "link": "links"}
_THESE = "(SELECT value FROM json_each(?))"
_PERSON = """
SELECT person.id, person.first_name, person.last_name, person.name, person.company, person.role,
    person.zone, person.note, person.channel, person.channel_detail, person.uid, person.stage,
    coalesce(introducer.name, '')
FROM person LEFT JOIN person AS introducer ON introducer.id = person.introduced_by_id
"""
_POINT = "SELECT person_id, kind, value, label, preferred FROM contact_point"
_POINT_ORDER = "ORDER BY person_id, position, id"
_TAG = "SELECT person_id, name FROM person_tag"
_SOURCE = """
SELECT person_id, format = 'vcard', text FROM source_card
WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
Sources = tuple[str, tuple[str, ...]]
"""A vCard, further ones and the rows of tables, as a person was imported from them."""
_NO_SOURCES: Sources = ("", ())
Points = dict[str, Any]
_NO_POINTS: Points = {}
"""Addresses, numbers and links by their field of a card."""


def stored_people() -> dict[int, PersonCard]:
    """Return everyone by id, without who introduced them and their source cards."""
    connection = DATABASE.connection()
    points = _points(connection.execute(f"{_POINT} {_POINT_ORDER}"))
    tags = _tags(connection.execute(_TAG))
    rows = connection.execute(_PERSON)
    everyone: dict[Any, PersonCard] = {}
    for row in rows:
        everyone[row[0]] = _card((*row[:-1], ""), points, tags, {})
    return everyone


def cards_for_export(ids: Sequence[int]) -> Iterator[PersonCard]:
    """Return the people of these ids in this order, each with the vCard and rows it came from.

    Their name is what first and last name make.
    """
    for at in range(0, len(ids), _PAGE):
        yield from _page(list(ids[at : at + _PAGE]))


def cards_for_vcards(ids: Sequence[int]) -> Iterator[PersonCard]:
    """Return the same; who came from a vCard goes by the name on it while that still fits.

    First and last name are all we keep of “Dr. Ann M. Lee, PhD”; see `vcard_write.card_text`.
    """
    for card in cards_for_export(ids):
        if card.source_text:
            card.name = ""
        yield card


def _page(ids: list[int]) -> Iterator[PersonCard]:
    connection = DATABASE.connection()
    these = (json.dumps(ids),)
    within = f"WHERE person_id IN {_THESE}"
    points = _points(connection.execute(f"{_POINT} {within} {_POINT_ORDER}", these))
    tags = _tags(connection.execute(f"{_TAG} {within}", these))
    sources = _sources(connection.execute(_SOURCE, these))
    people = connection.execute(f"{_PERSON} WHERE person.id IN {_THESE}", these)
    by_id: dict[Any, Any] = {row[0]: row for row in people}
    for ident in ids:
        if ident in by_id:
            yield _card(by_id[ident], points, tags, sources)


def _points(rows: Iterable[Any]) -> dict[int, Points]:
    found: dict[int, Points] = {}
    for ident, kind, value, label, preferred in rows:
        kinds = found.setdefault(ident, {})
        name = _FIELDS[kind]
        kinds[name] = (*kinds.get(name, ()), Point(value, label, bool(preferred)))
    return found


def _tags(rows: Iterable[Any]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for ident, name in rows:
        found[ident] = (*found.get(ident, ()), name)
    return found


def _sources(rows: Iterable[Any]) -> dict[int, Sources]:
    """Return by person the first vCard, and whatever else they came from."""
    found: dict[int, Sources] = {}
    for ident, is_vcard, text in rows:
        card, further = found.get(ident, _NO_SOURCES)
        first = is_vcard and not card
        found[ident] = (text, further) if first else (card, (*further, text))
    return found


def _card(
    row: tuple[Any, ...],
    points: Mapping[int, Points],
    tags: Mapping[int, tuple[str, ...]],
    sources: Mapping[int, Sources],
) -> PersonCard:
    ident, first, last, name, company, role, zone, note, *found, uid, stage, introducer = row
    channel, detail = found
    source_text, further = sources.get(ident, _NO_SOURCES)
    return PersonCard(
        first_name=first,
        last_name=last,
        name=name,
        company=company,
        role=role,
        zone=zone,
        note=note,
        tags=tags.get(ident, ()),
        channel=channel,
        channel_detail=detail,
        uid=uid,
        stage=stage,
        introduced_by=introducer,
        source_text=source_text,
        further=further,
        **points.get(ident, _NO_POINTS),
    )
