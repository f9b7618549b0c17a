"""Conversations by who takes part, by their goal and by the day on which they are.

Reads only; every query is bounded (see ``finding``).
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from infoview_gui.practice.names import sort_key
from infoview_gui.services.began import BEGAN_AT
from infoview_gui.services.finding_days import Days, read_days
from infoview_gui.services.finding_people import MOST_HOLDING, PeopleSearch
from infoview_gui.services.finding_words import like_pattern, words
from infoview_gui.services.found import Found, FoundKind
from infoview_gui.store.search import match_expression
from infoview_gui.store.store import Store

_LATEST = 1000
_LATEST_OF_MANY = 400
_MOST_OF_A_DAY = 200
_OF_PEOPLE = """
SELECT id FROM conversation WHERE id IN (
    SELECT conversation_id FROM participant WHERE person_id IN ({marks}))
ORDER BY starts_at DESC LIMIT ?
"""
# Where the words fit many people, most of whom were never talked to, go by the conversations.
_LATEST_OF_PEOPLE = """
SELECT id FROM (SELECT id FROM conversation ORDER BY starts_at DESC LIMIT ?) talk
WHERE EXISTS (SELECT 1 FROM participant JOIN person ON person.id = person_id
    WHERE conversation_id = talk.id AND {names})
LIMIT ?
"""
_NAME = "instr(x'20' || name_key, ?)"
_BY_GOAL = """
SELECT id FROM (SELECT id, goal FROM conversation ORDER BY starts_at DESC LIMIT ?)
WHERE goal != '' AND {goals} LIMIT ?
"""
_GOAL = "' ' || goal LIKE ? ESCAPE '\\'"
# When it truly began, else when it is planned for; the first condition uses the indexes.
_ON = f"""
SELECT id FROM conversation
WHERE (starts_at >= ?1 AND starts_at < ?2 OR id IN (
        SELECT conversation_id FROM event WHERE kind = 'started' AND at >= ?1 AND at < ?2))
    AND {BEGAN_AT} >= ?1 AND {BEGAN_AT} < ?2
ORDER BY {BEGAN_AT} LIMIT ?3
"""  # noqa: S608 - constants
_ROWS = f"""
SELECT id, {BEGAN_AT}, goal, (
    SELECT group_concat(name, ', ') FROM (
        SELECT name FROM participant JOIN person ON person.id = person_id
        WHERE conversation_id = conversation.id ORDER BY position))
FROM conversation WHERE id IN ({{marks}})
"""  # noqa: S608 - constants


class TalkFinding:
    """The queries for conversations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(
        self, text: str, people: PeopleSearch, most: int, today: date, zone: ZoneInfo
    ) -> list[Found]:
        """Return at most so many: of that day, with those people, then with that goal."""
        ids: dict[int, None] = {}
        for tier in self._tiers(text, people, most, today, zone):
            ids.update(dict.fromkeys(tier))
            if len(ids) >= most:
                break
        return self.named(list(ids)[:most])

    def named(self, ids: Sequence[int]) -> list[Found]:
        """Return these conversations in this order; those that are gone are left out."""
        rows = {row[0]: row for row in self._fetch(_ROWS.format(marks=_marks(ids)), *ids)}
        return [_found(rows[ident]) for ident in ids if ident in rows]

    def _tiers(
        self, text: str, people: PeopleSearch, most: int, today: date, zone: ZoneInfo
    ) -> Iterator[list[int]]:
        days, rest = read_days(text, today)
        for span in days:
            yield self._on(span, zone, rest, most)
        yield self._with_people(text, people, most)
        yield self._by_goal(text, most)

    def _on(self, days: Days, zone: ZoneInfo, rest: str, most: int) -> list[int]:
        """Return those of these days; words beside the day must be held by people or goal."""
        begin, end = (_midnight(day, zone) for day in days)
        ids = self._ids(_ON, begin, end, _MOST_OF_A_DAY)
        wanted = words(rest)
        if not wanted:
            return ids[:most]
        held = [found for found in self.named(ids) if _holds(found, wanted)]
        return [found.id for found in held][:most]

    def _with_people(self, text: str, people: PeopleSearch, most: int) -> list[int]:
        held = people.holding()
        if match_expression(text) and len(held) < MOST_HOLDING:
            return self._ids(_OF_PEOPLE.format(marks=_marks(held)), *held, most)
        if not words(text):
            return []
        keys = [sort_key(word).partition(b"\0")[0] for word in words(text)]
        query = _LATEST_OF_PEOPLE.format(names=" AND ".join([_NAME] * len(keys)))
        return self._ids(query, _LATEST_OF_MANY, *(b" " + key for key in keys), most)

    def _by_goal(self, text: str, most: int) -> list[int]:
        wanted = text.split()
        query = _BY_GOAL.format(goals=" AND ".join([_GOAL] * len(wanted)))
        return self._ids(query, _LATEST, *(like_pattern(word) for word in wanted), most)

    def _ids(self, query: str, *values: object) -> list[int]:
        return [row[0] for row in self._fetch(query, *values)]

    def _fetch(self, query: str, *values: object) -> list[Any]:
        return list(self._store.connection().execute(query, values))


def _found(row: Sequence[Any]) -> Found:
    ident, began_at, goal, names = row
    title = names or "Nobody yet"
    return Found(FoundKind.CONVERSATION, ident, title, goal, at=began_at)


def _holds(found: Found, wanted: Sequence[str]) -> bool:
    held = words(f"{found.title} {found.detail}")
    return all(any(word.startswith(part) for word in held) for part in wanted)


def _midnight(day: date, zone: ZoneInfo) -> int:
    local = datetime.combine(day, time(), tzinfo=zone)
    return round(local.astimezone(UTC).timestamp() * 1000)


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))
