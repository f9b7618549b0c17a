"""Notes about a person that belong to no conversation: entries of the timeline with words."""

from collections.abc import Callable

from infoview_gui.services import derived
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.store.models import Activity, Person
from infoview_gui.store.store import Store

NOTE = "note"


class PersonNotes:
    """The verbs for such notes; each is one undoable change."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock

    def add(self, person_id: int, text: str) -> int:
        """Write a note about a person and return its id; raises InvalidDraft without words."""
        text = _written(text)
        name = Person.get_by_id(person_id).name

        def work() -> int:
            now = self._clock()
            row = Activity.create(person=person_id, kind=NOTE, at=now, detail=text)
            derived.refresh([person_id])
            return int(row.id)

        return self._store.change(f"Write a note about {name}", work)

    def change(self, note_id: int, text: str) -> None:
        """Write a note anew; it keeps its moment. Raises InvalidDraft without words."""
        text = _written(text)
        mine = (Activity.id == note_id) & (Activity.kind == NOTE)
        self._store.change(
            f"Change a note about {_about(note_id)}",
            lambda: Activity.update(detail=text).where(mine).execute(),
        )

    def delete(self, note_id: int) -> None:
        """Delete a note."""
        mine = (Activity.id == note_id) & (Activity.kind == NOTE)
        person_id = Activity.get_by_id(note_id).person_id

        def work() -> None:
            Activity.delete().where(mine).execute()
            derived.refresh([person_id])

        self._store.change(f"Delete a note about {_about(note_id)}", work)


def _about(note_id: int) -> str:
    return str(Activity.get_by_id(note_id).person.name)


def _written(text: str) -> str:
    if not text.strip():
        message = "A note needs words."
        raise InvalidDraft(message)
    return text.strip()
