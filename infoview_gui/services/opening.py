"""Opens the database: one of an earlier version gets what is kept with each person anew."""

from pathlib import Path

import apsw

from infoview_gui.store.store import Deliver, Store, at_once

# Few, while 100,000 may be there; the stage and the last contact of all others are as they were.
_TALKED_OR_ASKED = """
SELECT person_id FROM participant UNION SELECT person_id FROM letter WHERE sent_at IS NOT NULL
"""


def open_store(path: Path, backups: Path, deliver: Deliver = at_once) -> Store:
    """Open or create the file, as ``Store`` does; raises StoreError."""
    return Store(path, backups=backups, deliver=deliver, renew=_renew)


def _renew(connection: apsw.Connection) -> None:
    """The program that wrote the file may have known fewer kinds of next steps and of contacts."""
    from infoview_gui.services import derived, next_steps  # noqa: PLC0415 - rarely wanted at a start

    people = connection.execute(_TALKED_OR_ASKED).fetchall()
    derived.refresh(int(str(ident)) for (ident,) in people)
    next_steps.refresh_all(connection)
