"""Which conversation runs, asked without Peewee: the window wants to know before its first picture.

The verbs are in ``talking``.
"""

from infoview_gui.store.store import Store

_LAST = """
SELECT coalesce(max(at), 0) FROM (
    SELECT at FROM event WHERE conversation_id = ?1
    UNION ALL SELECT asked_at FROM question WHERE conversation_id = ?1
    UNION ALL SELECT saved_at FROM note WHERE conversation_id = ?1)
"""


class NotNow(Exception):
    """The clock does not allow it at this moment; the text says why."""


def running(store: Store) -> int | None:
    """Return the conversation that is running, if any."""
    query = "SELECT id FROM conversation WHERE status = 'running' LIMIT 1"
    found = store.connection().execute(query).get
    return None if found is None else int(found)


def last_moment(store: Store, conversation_id: int) -> int:
    """Return the last moment known of a conversation: an event, a tick, a saved note; 0 for none.

    The program was running then, so it is not earlier now, whatever the clock says.
    """
    return int(store.connection().execute(_LAST, (conversation_id,)).get)
