"""What Peewee takes for its database: it borrows the connections of the store that is open.

Imported with the models, so that a start need not wait for Peewee to show the list of people.
"""

import apsw
from playhouse.apsw_ext import APSWDatabase

from infoview_gui.store.database import Database


class Borrowed(APSWDatabase):  # type: ignore[misc]  # playhouse is untyped
    """Opens and closes nothing itself: the store does."""

    def connection(self) -> apsw.Connection:
        """Return this thread's connection of the store that was opened last."""
        if Database.newest is None:
            message = "no store is open"
            raise RuntimeError(message)
        return Database.newest.connection()

    def cursor(self, *_: object) -> apsw.Cursor:
        """Return a cursor for one statement."""
        return self.connection().cursor()


DATABASE = Borrowed("")
