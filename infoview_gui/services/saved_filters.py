"""Filters of the People table that were kept under a name."""

import json
from dataclasses import dataclass

from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter, read_filter
from infoview_gui.store.models import SavedFilter
from infoview_gui.store.store import Store


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A filter with its words and its name."""

    id: int
    name: str
    text: str = ""
    only: PeopleFilter = EVERYONE


class SavedFilters:
    """The verbs for saved filters."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[NamedFilter]:
        """Return them in the order in which they were kept."""
        rows = SavedFilter.select().order_by(SavedFilter.position, SavedFilter.id)
        return [_named(row) for row in rows]

    def save(self, name: str, text: str, only: PeopleFilter) -> int:
        """Keep a filter; one of the same name is replaced. Raises InvalidDraft without a name."""
        name = " ".join(name.split())
        if not name:
            message = "A saved filter needs a name."
            raise InvalidDraft(message)
        query = json.dumps({"text": text, **only.values()}, ensure_ascii=False)

        def work() -> int:
            known = SavedFilter.get_or_none(SavedFilter.name == name)
            row = known or SavedFilter(name=name, position=SavedFilter.select().count())
            row.query = query
            row.save()
            return int(row.id)

        return self._store.change(f"Save the filter {name}", work)

    def rename(self, filter_id: int, name: str) -> None:
        """Give a saved filter another name; raises InvalidDraft without one."""
        name = " ".join(name.split())
        if not name:
            message = "A saved filter needs a name."
            raise InvalidDraft(message)
        mine = SavedFilter.id == filter_id
        self._store.change(
            f"Rename the filter {name}",
            lambda: SavedFilter.update(name=name).where(mine).execute(),
        )

    def delete(self, filter_id: int) -> None:
        """Forget a saved filter; the people stay."""
        row = SavedFilter.get_or_none(SavedFilter.id == filter_id)
        if row is not None:
            self._store.change(f"Delete the filter {row.name}", row.delete_instance)


def _named(row: SavedFilter) -> NamedFilter:
    try:
        values = json.loads(row.query)
    except ValueError:
        values = {}
    text = values.get("text") if isinstance(values, dict) else ""
    words = text if isinstance(text, str) else ""
    return NamedFilter(int(row.id), str(row.name), words, read_filter(values))
