"""Who may be one certain person: the question that is asked whenever somebody is looked at.

Asks the indexes for a handful of candidates, so it costs the same with 100,000 people.
"""

import json

import apsw

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.company_names import plain_words
from infoview_gui.interchange.matching import shown_name
from infoview_gui.services.employer_keys import employer_keys
from infoview_gui.services.known import cards_for_export
from infoview_gui.services.people import match_key
from infoview_gui.services.similar_people import similar_people

_POINTS = "SELECT kind, value FROM contact_point WHERE person_id = ?"
_OWNERS = """
SELECT DISTINCT person_id FROM contact_point
WHERE match_key IN (SELECT value FROM json_each(?)) AND person_id != ? LIMIT 20
"""
_NAMED = """
SELECT id FROM person
WHERE id IN (SELECT rowid FROM person_words WHERE person_words MATCH ?1)
    AND id != ?2 AND (?3 IS NULL OR employer_id = ?3)
LIMIT 40
"""
_EMPLOYER = "SELECT employer_id FROM person WHERE id = ?"
_DISTINCT = """
SELECT first_id, second_id FROM person_distinct WHERE first_id = ?1 OR second_id = ?1
"""


def suspects_of(connection: apsw.Connection, person_id: int, country: str) -> list[int]:
    """Return the ids of those who may be this person and are not known to be another.

    ``country`` (ISO 3166) is that of phone numbers without a prefix.
    """
    card = next(cards_for_export([person_id]), None)
    if card is None:
        return []
    found = _reachable_alike(connection, person_id, country)
    found |= _named_alike(connection, person_id, card)
    people = {person_id: card}
    for ident in sorted(found):
        people.update((ident, other) for other in cards_for_export([ident]))
    rows = connection.execute(_DISTINCT, (person_id,))
    distinct = {(int(str(first)), int(str(second))) for first, second in rows}
    groups = similar_people(people, distinct, country, employer_keys(connection))
    mine = {ident for group in groups if person_id in group.ids for ident in group.ids}
    return sorted(mine - {person_id})


def _reachable_alike(connection: apsw.Connection, person_id: int, country: str) -> set[int]:
    rows = connection.execute(_POINTS, (person_id,))
    points = [(str(kind), str(value)) for kind, value in rows]
    # A number may have been stored before the country was known.
    found = {match_key(kind, value, way) for kind, value in points for way in (country, "")}
    known = json.dumps(sorted(found - {""}))
    return {row[0] for row in connection.execute(_OWNERS, (known, person_id))}


def _named_alike(connection: apsw.Connection, person_id: int, card: PersonCard) -> set[int]:
    """Return colleagues with a word of the name, and others with the whole of it."""
    # As the index spells them; initials would find everybody.
    words = [word for word in plain_words(shown_name(card)).split() if len(word) > 1]
    quoted = [f'"{word}"' for word in words]
    employer = connection.execute(_EMPLOYER, (person_id,)).get
    asked = []
    if words and employer is not None:
        asked.append((" OR ", employer))
    if len(words) > 1:
        asked.append((" AND ", None))
    found: set[int] = set()
    for joint, at in asked:
        match = f"name : ({joint.join(quoted)})"
        found |= {row[0] for row in connection.execute(_NAMED, (match, person_id, at))}
    return found
