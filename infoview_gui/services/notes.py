"""The notes of conversations: loaded whole, saved whole, never waiting for the disk."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from infoview_gui.services import revisions
from infoview_gui.services.records import Notes
from infoview_gui.services.stored_moments import read_moments
from infoview_gui.store.models import Note
from infoview_gui.store.store import Store

Clock = Callable[[], int]
# In SQL alone: it runs each second while somebody types.
_UPDATE = "UPDATE note SET text = ?2, moments = ?3, saved_at = ?4 WHERE conversation_id = ?1"
_CREATE = """
INSERT INTO note (conversation_id, text, moments, saved_at)
SELECT id, ?2, ?3, ?4 FROM conversation WHERE id = ?1
"""
_NOT_SEEN = """
SELECT note.id, note.saved_at, note.text FROM note
LEFT JOIN note_words_seen seen ON seen.note_id = note.id
WHERE seen.saved_at IS NOT note.saved_at
"""


class NoteKeeper:
    """Reads and writes notes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def load(self, conversation_id: int) -> Notes:
        """Return the stored notes, empty when there are none."""
        return load_notes(conversation_id)

    def save(
        self, conversation_id: int, text: str, moments: Sequence[int | None]
    ) -> "Future[None]":
        """Hand the notes to the writing thread; the future fails with StoreError if it cannot.

        Typing has its own undo in the editor, so this is no step of the program's. Saving the
        notes of a conversation that is gone does nothing.
        """
        lines = json.dumps(list(moments), separators=(",", ":"))

        def work() -> None:
            connection, now = self._store.connection(), self._clock()
            revisions.keep_earlier(connection, conversation_id, text, now)
            values = (conversation_id, text, lines, now)
            connection.execute(_UPDATE, values)
            if not connection.changes() and text:
                connection.execute(_CREATE, values)

        return self._store.save(work)

    def keep_version(self, conversation_id: int) -> "Future[None]":
        """Keep what is stored as an earlier version, before another is restored."""
        return self._store.save(lambda: revisions.keep_present(conversation_id))

    def index(self) -> "Future[None]":
        """Bring the search index up to what is stored; for a pause, as it costs 1 to 7 ms.

        Catches up with everything that was saved since, also before a crash.
        """
        return self._store.save(_index_notes(self._store))


def _index_notes(store: Store) -> Callable[[], None]:
    def work() -> None:
        connection = store.connection()
        for note_id, saved_at, text in connection.execute(_NOT_SEEN).fetchall():
            connection.execute("DELETE FROM note_words WHERE rowid = ?", (note_id,))
            words = (note_id, text)
            connection.execute("INSERT INTO note_words (rowid, text) VALUES (?, ?)", words)
            seen = "INSERT OR REPLACE INTO note_words_seen VALUES (?, ?)"
            connection.execute(seen, (note_id, saved_at))

    return work


def load_notes(conversation_id: int) -> Notes:
    """Return the stored notes of a conversation; one moment for each line."""
    row = Note.get_or_none(Note.conversation == conversation_id)
    if row is None:
        return Notes("", ())
    return read_moments(row.text, row.moments)
