"""Many new people at once: the same rows as *Add a person* makes, written in bulk.

A row at a time through models costs 1.4 ms, so 100,000 people more than two minutes.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count

import apsw

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.company_names import company_key
from infoview_gui.practice.names import sort_key, split_name
from infoview_gui.practice.stages import Stage
from infoview_gui.services import derived
from infoview_gui.services.people import match_key
from infoview_gui.store.indexing import words_at_once

_PERSON = """
INSERT INTO person (id, uid, first_name, last_name, name, name_key, company, company_key,
    employer_id, role, channel, channel_detail, zone, zone_confirmed, note, reach, created_at,
    last_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INTRODUCED = "UPDATE person SET introduced_by_id = ? WHERE id = ? AND introduced_by_id IS NULL"
_POINT = """
INSERT INTO contact_point (person_id, kind, value, label, preferred, position, match_key)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_TAG = "INSERT INTO person_tag (person_id, name) VALUES (?, ?)"
_ACTIVITY = "INSERT INTO activity (person_id, kind, at, detail) VALUES (?, ?, ?, ?)"
_SOURCE = """
INSERT INTO source_card (person_id, format, text, file_name, imported_at) VALUES (?, ?, ?, ?, ?)
"""
_EMPLOYER = "INSERT INTO employer (name, key, name_key) VALUES (?, ?, ?) RETURNING id"
_KNOWN_EMPLOYER = """
SELECT id FROM employer WHERE key = ?1
UNION ALL SELECT employer_id FROM employer_alias WHERE key = ?1 LIMIT 1
"""
Row = tuple[object, ...]


def insert_cards(
    connection: apsw.Connection,
    cards: Sequence[tuple[PersonCard, str, str]],
    clock: Callable[[], int],
    employers: "Employers",
    country: str = "",
) -> Iterator[tuple[int, str]]:
    """Insert people inside a change: (card, format, file name) each.

    ``country`` (ISO 3166) is that of phone numbers without a prefix.

    Returns who was introduced by whom, as far as the cards say: (id, name of the introducer).
    """
    now = clock()
    first = 1 + int(connection.execute("SELECT coalesce(max(id), 0) FROM person").get)
    employers.begin()
    uids = _fresh_uids(connection)
    numbered = [(first + place, *rest) for place, rest in enumerate(cards)]
    people = [_person(uids, employers, ident, card, now) for ident, card, _, _ in numbered]
    with words_at_once(connection, first):
        connection.executemany(_PERSON, people)
    connection.executemany(_POINT, _each(partial(_points, country), numbered))
    connection.executemany(_TAG, _each(_tags, numbered))
    connection.executemany(
        _ACTIVITY, ((ident, "imported", now, file_name) for ident, _, _, file_name in numbered)
    )
    connection.executemany(
        _SOURCE,
        (
            (ident, form, card.source_text, file_name, now)
            for ident, card, form, file_name in numbered
            if card.source_text
        ),
    )
    _stage(connection, numbered, now)
    employers.end()
    return ((ident, card.introduced_by) for ident, card, _, _ in numbered if card.introduced_by)


def people_named(connection: apsw.Connection, names: Collection[str]) -> dict[str, int]:
    """Return the ids of those names that exactly one person has."""
    found: dict[str, list[int]] = {}
    for ident, name in connection.execute("SELECT id, name FROM person"):
        if name in names:
            found.setdefault(str(name), []).append(int(str(ident)))
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def introduce(
    connection: apsw.Connection, pairs: Iterable[tuple[int, str]], by_name: Mapping[str, int]
) -> None:
    """Note who was introduced by whom, where the name says it clearly, inside a change."""
    clear = ((by_name[name], ident) for ident, name in pairs if name in by_name)
    connection.executemany(_INTRODUCED, ((by, ident) for by, ident in clear if by != ident))


def _person(
    uids: Callable[[str], str], employers: "Employers", ident: int, card: PersonCard, now: int
) -> Row:
    first, last = card.first_name.strip(), card.last_name.strip()
    if not (first or last) and card.name.strip():
        first, last = split_name(card.name)
    name = _shown_name(card, first, last)
    points = (*card.emails, *card.phones, *card.links)
    return (
        ident,
        uids(card.uid),
        first,
        last,
        name,
        sort_key(name),
        card.company.strip(),
        sort_key(card.company.strip()),
        employers.id_of(card.company.strip()),
        card.role.strip(),
        card.channel,
        card.channel_detail,
        card.zone,
        bool(card.zone),
        card.note,
        " ".join([*(point.value for point in points), *card.tags]),
        now,
        now,
    )


def _shown_name(card: PersonCard, first: str, last: str) -> str:
    """Return the name; who has none is shown by an address, a number or the company."""
    name = " ".join(filter(None, (first, last)))
    others = (point.value.strip() for point in (*card.emails, *card.phones, *card.links))
    return name or next(filter(None, (card.name.strip(), *others, card.company.strip())), "?")


def _points(country: str, ident: int, card: PersonCard) -> Iterator[Row]:
    for kind, points in (("email", card.emails), ("phone", card.phones), ("link", card.links)):
        yield from _points_of(ident, kind, points, country)


def _points_of(
    ident: int, kind: str, points: Iterable[ContactPoint], country: str
) -> Iterator[Row]:
    for position, point in enumerate(points):
        value = point.value.strip()
        if value:
            label, key = point.label.strip(), match_key(kind, value, country)
            yield (ident, kind, value, label, point.preferred, position, key)


def _tags(ident: int, card: PersonCard) -> Iterator[Row]:
    yield from ((ident, tag) for tag in dict.fromkeys(card.tags) if tag)


def _each(
    rows: Callable[[int, PersonCard], Iterator[Row]],
    numbered: Sequence[tuple[int, PersonCard, str, str]],
) -> Iterator[Row]:
    for ident, card, _, _ in numbered:
        yield from rows(ident, card)


def _stage(
    connection: apsw.Connection, numbered: Sequence[tuple[int, PersonCard, str, str]], now: int
) -> None:
    """A stage that the file knows is kept as if set by hand."""
    known = {stage.value for stage in Stage if stage is not Stage.KNOWN}
    staged = [(ident, card.stage) for ident, card, _, _ in numbered if card.stage in known]
    connection.executemany(
        _ACTIVITY, ((ident, derived.STAGE_BY_HAND, now, stage) for ident, stage in staged)
    )
    derived.refresh(ident for ident, _ in staged)


def _fresh_uids(connection: apsw.Connection) -> Callable[[str], str]:
    """Return what gives each card its uid: its own, or a new one where that is taken or missing.

    New ones count up from a random start, so that they lie side by side in their index.
    """
    start, numbers = str(uuid.uuid4())[:24], count(1)

    def uid_of(own: str) -> str:
        taken = own and connection.execute("SELECT 1 FROM person WHERE uid = ?", (own,)).get
        return f"{start}{next(numbers):012x}" if taken or not own else own

    return uid_of


class Employers:
    """Employers by key, found or created once each as long as nobody else writes."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, int] = {}
        self._seen = -1

    def begin(self) -> None:
        """A step begins: forget what may have changed since the last one."""
        if self._connection.total_changes() != self._seen:
            self._ids.clear()

    def end(self) -> None:
        """A step has ended: what is known holds until something else is written."""
        self._seen = self._connection.total_changes()

    def id_of(self, company: str) -> int | None:
        """Return the id of the employer of that name without case and legal form."""
        key = company_key(company)
        if not key:
            return None
        if key not in self._ids:
            found = self._connection.execute(_KNOWN_EMPLOYER, (key,)).get
            new = (company, key, sort_key(company))
            found = found or self._connection.execute(_EMPLOYER, new).get
            self._ids[key] = int(str(found))
        return self._ids[key]
