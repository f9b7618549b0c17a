"""Notes about a person that belong to no conversation: entries of the timeline with words."""

from collections.abc import Callable

from infoview_gui.services import derived
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.store.models import Activity, Person
from infoview_gui.store.store import Store

NOTE = "note"
_NEW = "note:new:"


class PersonNotes:
    """The verbs for such notes; each is one undoable change."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock

    def add(self, person_id: int, text: str, *, merge: str = "") -> int:
        """Write a note about a person and return its id; raises InvalidDraft without words.

        Changes with the same ``merge`` that follow are one undo step with it, as while it is typed.
        """
        text = _written(text)
        name = Person.get_by_id(person_id).name

        def work() -> int:
            now = self._clock()
            row = Activity.create(person=person_id, kind=NOTE, at=now, detail=text)
            derived.refresh([person_id])
            return int(row.id)

        return self._store.change(f"Write a note about {name}", work, merge=merge)

    def change(self, note_id: int, text: str, *, merge: str = "") -> None:
        """Write a note anew; it keeps its moment. Raises InvalidDraft without words.

        A note that is gone stays gone.
        """
        text = _written(text)
        if not self.exists(note_id):
            return
        verb = "Write" if merge.startswith(_NEW) else "Change"
        self._store.change(
            f"{verb} a note about {_about(note_id)}",
            lambda: Activity.update(detail=text).where(_is(note_id)).execute(),
            merge=merge,
        )

    def exists(self, note_id: int) -> bool:
        """Tell whether a note is still there."""
        return bool(Activity.select().where(_is(note_id)).exists())

    def delete(self, note_id: int, *, merge: str = "") -> None:
        """Delete a note."""
        if not self.exists(note_id):
            return
        person_id = Activity.get_by_id(note_id).person_id

        def work() -> None:
            Activity.delete().where(_is(note_id)).execute()
            derived.refresh([person_id])

        self._store.change(f"Delete a note about {_about(note_id)}", work, merge=merge)


def merge_of_new(token: int) -> str:
    """Return the merge key of a note that is being written for the first time."""
    return f"{_NEW}{token}"


def _is(note_id: int) -> object:
    return (Activity.id == note_id) & (Activity.kind == NOTE)


def _about(note_id: int) -> str:
    return str(Activity.get_by_id(note_id).person.name)


def _written(text: str) -> str:
    if not text.strip():
        message = "A note needs words."
        raise InvalidDraft(message)
    return text.strip()
