"""Tasks by their words and by whom they are for, the open ones first.

Reads only; every query is bounded (see ``finding``).
"""

from collections.abc import Sequence
from typing import Any

from infoview_gui.services.finding_words import like_pattern
from infoview_gui.services.found import Found, FoundKind
from infoview_gui.services.learned import day_of
from infoview_gui.store.store import Store

_LATEST = 2000
_ROWS = """
SELECT task.id, text, due, done_at, coalesce(name, '') AS name
FROM task LEFT JOIN person ON person.id = person_id
"""
_HOLDING = f"""
SELECT id, text, due, done_at, name FROM (
    {_ROWS} ORDER BY done_at IS NOT NULL, task.id DESC LIMIT ?)
WHERE {{holds}} ORDER BY done_at IS NOT NULL, due = '', due, id LIMIT ?
"""  # noqa: S608 - constants
_HOLDS = "' ' || text || ' ' || name LIKE ? ESCAPE '\\'"


class TaskFinding:
    """The query for tasks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, most: int) -> list[Found]:
        """Return at most so many in which every word of the text begins one."""
        wanted = [like_pattern(word) for word in text.split()]
        if not wanted:
            return []
        query = _HOLDING.format(holds=" AND ".join([_HOLDS] * len(wanted)))
        rows = self._store.connection().execute(query, (_LATEST, *wanted, most))
        return [_found(row) for row in rows]

    def named(self, task_id: int) -> list[Found]:
        """Return a task; none when it is gone."""
        rows = self._store.connection().execute(f"{_ROWS} WHERE task.id = ?", (task_id,))
        return [_found(row) for row in rows]


def _found(row: Sequence[Any]) -> Found:
    ident, text, due, done_at, name = row
    about = f"for {name}" if name else ""
    detail = about if done_at is None else " · ".join(filter(None, ("done", about)))
    return Found(FoundKind.TASK, ident, text, detail, day=day_of(due))
