"""One transaction recorded as a changeset, and a changeset applied exactly or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import apsw

from infoview_gui.store.indexing import reindexed

_BYTES_A_PERSON = 400
"""About what a person with an address and an imported line takes in a changeset."""


@dataclass(slots=True)
class Recorder:
    """Holds the changeset once the transaction is committed."""

    changeset: bytes = b""


@contextmanager
def recorded(connection: apsw.Connection) -> Iterator[Recorder]:
    """Run the body as one transaction whose changes SQLite's session extension records.

    BEGIN IMMEDIATE, because a deferred transaction that reads first fails at once when another
    process writes, whatever the timeout (QUALITY.md).
    """
    recorder = Recorder()
    session = apsw.Session(connection, "main")
    try:
        session.table_filter(_is_kept)
        session.attach()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield recorder
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        recorder.changeset = session.changeset()
    finally:
        session.close()


def apply_exactly(changeset: bytes, connection: apsw.Connection) -> bool:
    """Apply just what the changeset says, or nothing and return False.

    Without foreign-key actions a row that was added since (notes typed into a conversation whose
    creation is undone) is reported as a conflict instead of being swept along.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        with reindexed(connection, len(changeset) // _BYTES_A_PERSON):
            apsw.Changeset.apply(
                changeset,
                connection,
                conflict=_on_conflict,
                flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
            )
        connection.execute("COMMIT")
    except (apsw.AbortError, apsw.ConstraintError):
        connection.execute("ROLLBACK")
        return False
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return True


def joined(first: bytes, second: bytes) -> bytes:
    """Return the changeset that does both, one after the other."""
    builder = apsw.ChangesetBuilder()
    try:
        builder.add(first)
        builder.add(second)
        return builder.output()
    finally:
        builder.close()


def _is_kept(table: str) -> bool:
    """The search indexes follow their tables by triggers and must not be recorded."""
    return not table.startswith(("person_words", "note_words"))


def _on_conflict(reason: int, change: apsw.TableChange) -> int:
    gone_already = reason == apsw.SQLITE_CHANGESET_NOTFOUND and change.op == "DELETE"
    return apsw.SQLITE_CHANGESET_OMIT if gone_already else apsw.SQLITE_CHANGESET_ABORT
