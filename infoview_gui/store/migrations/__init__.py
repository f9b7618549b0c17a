"""Numbered, frozen steps from one version of the file to the next. They import no models."""

from collections.abc import Callable

import apsw

from infoview_gui.store.migrations import m0001, m0002, m0003, m0004, m0005, m0006

STEPS = (m0001.SQL, m0002.SQL, m0003.SQL, m0004.SQL, m0005.SQL, m0006.SQL)
CURRENT_VERSION = len(STEPS)
APPLICATION_ID = 0x496E6676  # "Infv", so that file(1) and we can tell our database from others


def migrate(
    connection: apsw.Connection,
    *,
    up_to: int = CURRENT_VERSION,
    renew: Callable[[apsw.Connection], None] | None = None,
) -> int:
    """Bring an open database to version ``up_to``, each step one transaction; return its old one.

    ``renew`` is called in that of the last step. The caller has refused files of other programs and
    newer versions, and made a backup.
    """
    found = int(connection.execute("PRAGMA user_version").get)
    for number in range(found + 1, up_to + 1):
        with connection:
            connection.execute(STEPS[number - 1])
            if renew is not None and number == up_to:
                renew(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
    return found
