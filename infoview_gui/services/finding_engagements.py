"""Appointments and networking events by title and place.

Reads only; every query is bounded (see ``finding``).
"""

from collections.abc import Sequence

from infoview_gui.services.engagement_reading import engagements
from infoview_gui.services.engagement_records import EngagementRow
from infoview_gui.services.finding_words import like_pattern
from infoview_gui.services.found import Found, FoundKind
from infoview_gui.store.store import Store

_LATEST = 2000
_HOLDING = """
SELECT id FROM (
    SELECT id, ' ' || title || ' ' || place AS words FROM engagement ORDER BY id DESC LIMIT ?)
WHERE {holds} LIMIT ?
"""
_HOLDS = "words LIKE ? ESCAPE '\\'"


class EngagementFinding:
    """The query for appointments and events."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, most: int) -> list[Found]:
        """Return at most so many of the latest in which every word of the text begins one."""
        wanted = [like_pattern(word) for word in text.split()]
        if not wanted:
            return []
        query = _HOLDING.format(holds=" AND ".join([_HOLDS] * len(wanted)))
        rows = self._store.connection().execute(query, (_LATEST, *wanted, most))
        return self.named([int(str(ident)) for (ident,) in rows])

    def named(self, ids: Sequence[int]) -> list[Found]:
        """Return these in this order; those that are gone are left out."""
        return [_found(row) for row in engagements(ids)]


def _found(row: EngagementRow) -> Found:
    detail = " · ".join(part for part in (row.kind_words, row.place) if part)
    return Found(
        FoundKind.ENGAGEMENT, row.id, row.title, detail, at=row.starts_at, day=row.first_day
    )
