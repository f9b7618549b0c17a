"""One transaction recorded as a changeset, and a changeset applied exactly or not at all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import apsw

from infoview_gui.store.indexing import reindexed, worth_while

_KEPT = """
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'person_words*'
    AND name NOT GLOB 'note_words*' AND name NOT IN ('set_aside', 'sqlite_sequence')
"""
_BYTES_A_PERSON = 400
"""About what a person with an address and an imported line takes in a changeset."""


@dataclass(slots=True)
class Recorder:
    """Holds the changeset once the transaction is committed."""

    changeset: bytes = b""


@contextmanager
def recorded(connection: apsw.Connection, *, many: bool = False) -> Iterator[Recorder]:
    """Run the body as one transaction whose changes SQLite's session extension records.

    ``many`` rows are recorded faster, few slower: to name the tables takes longer than an autosave,
    but a filter is asked again for each row of the tables that it refuses.

    BEGIN IMMEDIATE, because a deferred transaction that reads first fails at once when another
    process writes, whatever the timeout (QUALITY.md).
    """
    recorder = Recorder()
    session = apsw.Session(connection, "main")
    try:
        if many:
            for (name,) in connection.execute(_KEPT).fetchall():
                session.attach(str(name))
        else:
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


def apply_exactly(changesets: Sequence[bytes], connection: apsw.Connection) -> bool:
    """Apply just what the changesets say, in this order, or nothing and return False.

    Without foreign-key actions a row that was added since (notes typed into a conversation whose
    creation is undone) is reported as a conflict instead of being swept along.
    """
    changed = sum(map(len, changesets)) // _BYTES_A_PERSON
    with references_checked_once(connection, changed) as sound:
        connection.execute("BEGIN IMMEDIATE")
        try:
            with reindexed(connection, changed):
                for changeset in changesets:
                    _apply(changeset, connection)
            if sound():
                connection.execute("COMMIT")
                return True
        except (apsw.AbortError, apsw.ConstraintError):
            pass
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("ROLLBACK")
        return False


def _apply(changeset: bytes, connection: apsw.Connection) -> None:
    apsw.Changeset.apply(
        changeset,
        connection,
        conflict=_on_conflict,
        flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
    )


@contextmanager
def references_checked_once(
    connection: apsw.Connection, changed: int
) -> Iterator[Callable[[], bool]]:
    """Give the body a check of all foreign keys; for many people it replaces that of each row.

    SQLite asks ten tables for every deleted person, which takes longer than deleting them. Where
    few change, the rows were checked one by one and the check says yes.
    """
    if not worth_while(connection, changed):
        yield lambda: True
        return
    connection.execute("PRAGMA foreign_keys = 0")
    try:
        yield lambda: connection.execute("PRAGMA foreign_key_check").fetchone() is None
    finally:
        connection.execute("PRAGMA foreign_keys = 1")


def joined(changesets: Sequence[bytes]) -> list[bytes]:
    """Return the one changeset that does all, one after the other; none if nothing is left."""
    builder = apsw.ChangesetBuilder()
    try:
        for changeset in changesets:
            builder.add(changeset)
        whole = builder.output()
    finally:
        builder.close()
    return [whole] if whole else []


def inverted(changesets: Sequence[bytes]) -> list[bytes]:
    """Return what takes all of them back, the last one first."""
    return [apsw.Changeset.invert(changeset) for changeset in reversed(changesets)]


def _is_kept(table: str) -> bool:
    """The search indexes follow their tables by triggers and must not be recorded."""
    return not table.startswith(("person_words", "note_words"))


def _on_conflict(reason: int, change: apsw.TableChange) -> int:
    gone_already = reason == apsw.SQLITE_CHANGESET_NOTFOUND and change.op == "DELETE"
    return apsw.SQLITE_CHANGESET_OMIT if gone_already else apsw.SQLITE_CHANGESET_ABORT
