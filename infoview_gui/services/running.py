"""Which conversation runs, asked without Peewee: the window wants to know before its first picture.

The verbs are in ``talking``.
"""

from infoview_gui.store.store import Store


class NotNow(Exception):
    """The clock does not allow it at this moment; the text says why."""


def running(store: Store) -> int | None:
    """Return the conversation that is running, if any."""
    query = "SELECT id FROM conversation WHERE status = 'running' LIMIT 1"
    found = store.connection().execute(query).get
    return None if found is None else int(found)
