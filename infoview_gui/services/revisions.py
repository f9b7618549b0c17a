"""Earlier states of notes, at most ten minutes apart, to look at and to restore."""

from dataclasses import dataclass
from datetime import timedelta

import apsw

from infoview_gui.services.records import Notes
from infoview_gui.services.stored_moments import read_moments
from infoview_gui.store.models import Note, Revision

APART_MS = timedelta(minutes=10) // timedelta(milliseconds=1)
_KEEP_EARLIER = """
INSERT INTO revision (conversation_id, text, moments, at)
SELECT note.conversation_id, note.text, note.moments, note.saved_at
FROM note LEFT JOIN revision newest ON newest.id = (
    SELECT id FROM revision WHERE conversation_id = ?1 ORDER BY at DESC LIMIT 1)
WHERE note.conversation_id = ?1
    AND (newest.at IS NULL OR length(?2) < length(note.text) / 2 OR ?3 - newest.at >= ?4)
    AND note.text != ?2
    AND note.text IS NOT newest.text
    AND trim(note.text, ' ' || char(9, 10, 13)) != ''
"""


@dataclass(frozen=True, slots=True)
class NotesRevision:
    """The notes as they were at a moment (ms since 1970 UTC)."""

    id: int
    at: int
    notes: Notes


def keep_earlier(connection: apsw.Connection, conversation_id: int, text: str, now: int) -> None:
    """Before other text is saved, keep what is stored if the last revision is ten minutes old.

    Runs inside a change that is under way. What was cleared away is kept however young it is.
    """
    # In SQL alone: it runs at each autosave, and Peewee would take half the time of one.
    connection.execute(_KEEP_EARLIER, (conversation_id, text, now, APART_MS))


def keep_present(conversation_id: int) -> None:
    """Keep what is stored now, before something else is put in its place.

    Runs inside a change that is under way. The same text is not kept twice in a row.
    """
    row = Note.get_or_none(Note.conversation == conversation_id)
    if row is None or not row.text.strip():
        return
    newest = _of(conversation_id).order_by(Revision.at.desc(), Revision.id.desc()).first()
    if newest is None or newest.text != row.text:
        Revision.create(
            conversation=conversation_id, text=row.text, moments=row.moments, at=row.saved_at
        )


def revisions(conversation_id: int) -> list[NotesRevision]:
    """Return the earlier states, newest first."""
    rows = _of(conversation_id).order_by(Revision.at.desc(), Revision.id.desc())
    return [NotesRevision(row.id, row.at, read_moments(row.text, row.moments)) for row in rows]


def _of(conversation_id: int):  # type: ignore[no-untyped-def]  # noqa: ANN202 - Peewee is untyped
    return Revision.select().where(Revision.conversation == conversation_id)
