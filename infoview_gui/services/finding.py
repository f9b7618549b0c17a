"""The search over everything: people, employers, the calendar, tasks, and what is written in notes.

Every query is bounded, so that a key costs less than 10 ms with 100,000 people and the notes of
5,000 conversations (QUALITY.md, "Speed"). Knows no commands and no window.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from infoview_gui.practice.names import sort_key
from infoview_gui.services.finding_engagements import EngagementFinding
from infoview_gui.services.finding_notes import NoteFinding
from infoview_gui.services.finding_people import PeopleFinding
from infoview_gui.services.finding_talks import TalkFinding
from infoview_gui.services.finding_tasks import TaskFinding
from infoview_gui.services.finding_words import rank, tidy
from infoview_gui.services.found import Found, FoundGroup, FoundKind
from infoview_gui.store.store import Store

SHOWN = 6
"""How many of one kind are shown at first."""

_Finder = Callable[[int], list[Found]]
_EMPLOYERS = """
SELECT id, name, (SELECT count(*) FROM person WHERE employer_id = employer.id) AS people
FROM employer
WHERE {condition} AND (people OR motivation OR advocacy OR posting)
ORDER BY name_key, id LIMIT ?
"""
_BEGINS = "name_key >= ? AND name_key < ?"
_WITHIN = "name_key >= x'' AND instr(name_key, ?)"


class Finding:
    """Finds; changes nothing. Reads on the thread that asks."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock
        self._people = PeopleFinding(store)
        self._talks = TalkFinding(store)
        self._engagements = EngagementFinding(store)
        self._tasks = TaskFinding(store)
        self._notes = NoteFinding(store)

    def prepare(self) -> None:
        """Look once at what would take too long at each key; call it when a search begins."""
        self._notes.prepare()

    def find(self, text: str, zone: ZoneInfo, most: int = SHOWN) -> list[FoundGroup]:
        """Return what holds the words typed, in groups, the best first. Never raises for a text.

        ``zone`` is that in which days begin.
        """
        typed = tidy(text)
        if not typed:
            return []
        finders = self._finders(typed, zone)
        groups = (_group(kind, typed, finders[kind], most) for kind in FoundKind)
        return sorted((group for group in groups if group.items), key=lambda group: group.rank)

    def find_kind(self, kind: FoundKind, text: str, zone: ZoneInfo, most: int) -> FoundGroup:
        """Return more of one kind."""
        typed = tidy(text)
        return _group(kind, typed, self._finders(typed, zone)[kind], most)

    def recall(self, kind: FoundKind, item_id: int) -> Found | None:
        """Return somebody or something that was found again; None when it is gone."""
        if kind is FoundKind.PERSON:
            found = self._people.named([item_id])
        elif kind is FoundKind.EMPLOYER:
            found = self._employer_rows("id = ?", (item_id,), 1)
        elif kind is FoundKind.ENGAGEMENT:
            found = self._engagements.named([item_id])
        elif kind is FoundKind.TASK:
            found = self._tasks.named(item_id)
        else:
            found = self._talks.named([item_id])
        return next(iter(found), None)

    def _finders(self, typed: str, zone: ZoneInfo) -> dict[FoundKind, _Finder]:
        today = datetime.fromtimestamp(self._clock() / 1000, zone).date()
        people, written = self._people.search(typed), self._notes.search(typed)
        return {
            FoundKind.PERSON: people.find,
            FoundKind.CONVERSATION: lambda most: self._talks.find(typed, people, most, today, zone),
            FoundKind.ENGAGEMENT: lambda most: self._engagements.find(typed, most),
            FoundKind.TASK: lambda most: self._tasks.find(typed, most),
            FoundKind.EMPLOYER: lambda most: self._employers(typed, most),
            FoundKind.TERM: written.terms,
            FoundKind.LINE: written.lines,
            FoundKind.ABOUT: written.about,
        }

    def _employers(self, text: str, most: int) -> list[Found]:
        """Return employers whose names begin with the text, then those with a word that does."""
        key = sort_key(text).partition(b"\0")[0]
        if not key:
            return []
        found = self._employer_rows(_BEGINS, (key, key + b"\xff"), most)
        if len(found) < most:
            known = {item.id for item in found}
            others = self._employer_rows(_WITHIN, (b" " + key,), most)
            found += [item for item in others if item.id not in known]
        return found[:most]

    def _employer_rows(self, condition: str, values: Sequence[object], most: int) -> list[Found]:
        query = _EMPLOYERS.format(condition=condition)
        rows = self._store.connection().execute(query, (*values, most))
        return [
            Found(FoundKind.EMPLOYER, ident, name, people=people) for ident, name, people in rows
        ]


def _group(kind: FoundKind, typed: str, finder: _Finder, most: int) -> FoundGroup:
    found = finder(most + 1) if typed else []
    items = tuple(found[:most])
    best = min((rank(item.title, typed) for item in items), default=2)
    return FoundGroup(kind, items, len(found) > most, best)
