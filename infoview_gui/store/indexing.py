"""Keeps what SQLite looks things up in right where many people change at once. Knows no rules.

A trigger costs about 70 µs a row, building the index of words anew 5 µs for each who is there. The
sorting indexes of people are nine tenths of the pages that small transactions write, so a long
import sets them aside and builds them once; a file left like that by a crash is mended when opened.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

MANY = 1000
_WORTH = 8
_CACHE_KIB = 65_536
_LOG_PAGES = 20_000
_ANEW = """
INSERT INTO person_words (person_words) VALUES ('rebuild');
DELETE FROM note_words WHERE rowid IN (
    SELECT note_id FROM note_words_seen WHERE note_id NOT IN (SELECT id FROM note));
DELETE FROM note_words_seen WHERE note_id NOT IN (SELECT id FROM note);
INSERT INTO note_words (rowid, text)
    SELECT id, text FROM note WHERE id NOT IN (SELECT note_id FROM note_words_seen);
INSERT INTO note_words_seen
    SELECT id, saved_at FROM note WHERE id NOT IN (SELECT note_id FROM note_words_seen);
"""
_WORDS_OF_NEW = """
INSERT INTO person_words (rowid, name, company, role, reach)
SELECT id, name, company, role, reach FROM person WHERE id >= ?
"""
# Not the one that foreign keys look into: without it each deleted person costs a walk through all.
_SORTING = """
SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND (
    tbl_name = 'person' AND name <> 'person_by_introducer' OR name = 'contact_point_by_key')
"""
_ASIDE = "SELECT 1 FROM sqlite_schema WHERE name = 'set_aside'"


def worth_while(connection: apsw.Connection, changed: int) -> bool:
    """Tell whether so many changed people are many, and many among those who are there."""
    return changed >= MANY and changed * _WORTH >= _people(connection)


@contextmanager
def reindexed(connection: apsw.Connection, changed: int) -> Iterator[None]:
    """Inside a transaction that changes about so many people: index once, after the body.

    Where few change among many, the triggers do it row by row as ever.
    """
    if not worth_while(connection, changed):
        yield
        return
    with _untriggered(connection), roomy(connection):
        indexes = _drop_sorting(connection)
        yield
        for sql in indexes:
            connection.execute(sql)
        connection.execute(_ANEW)


@contextmanager
def words_at_once(connection: apsw.Connection, first_id: int) -> Iterator[None]:
    """Inside a transaction whose body only inserts people from ``first_id`` on: index them once."""
    with _untriggered(connection):
        yield
        connection.execute(_WORDS_OF_NEW, (first_id,))


@contextmanager
def roomy(connection: apsw.Connection) -> Iterator[None]:
    """Give the body room for the pages of 100,000 people, and the memory back afterwards."""
    before = int(connection.execute("PRAGMA cache_size").get)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {before}")
        connection.execute("PRAGMA shrink_memory")


def set_aside(connection: apsw.Connection) -> None:
    """Drop the sorting indexes, keeping in the file how to build them."""
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    with _transaction(connection):
        connection.execute("CREATE TABLE set_aside (sql TEXT NOT NULL)")
        rows = [(sql,) for sql in _drop_sorting(connection)]
        connection.executemany("INSERT INTO set_aside VALUES (?)", rows)


def build_next(connection: apsw.Connection) -> bool:
    """Build one index that was set aside; return whether there was anything left to do.

    One at a time, so that an autosave waits for one of them and not for all.
    """
    if not connection.execute(_ASIDE).get:
        return False
    with _transaction(connection):
        found = connection.execute("SELECT rowid, sql FROM set_aside LIMIT 1").fetchone()
        if found is None:
            connection.execute("DROP TABLE set_aside")
        else:
            connection.execute(str(found[1]))
            connection.execute("DELETE FROM set_aside WHERE rowid = ?", (found[0],))
    if found is None:
        connection.execute("PRAGMA wal_autocheckpoint = 1000")
    return True


def build_all(connection: apsw.Connection) -> None:
    """Build every index that was set aside and not built again, as after a crash."""
    while build_next(connection):
        pass


@contextmanager
def _transaction(connection: apsw.Connection) -> Iterator[None]:
    """As a statement of its own: apsw's ``with connection`` commits without letting others run."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _drop_sorting(connection: apsw.Connection) -> list[str]:
    """Drop the sorting indexes and return the statements that make them."""
    found = connection.execute(_SORTING).fetchall()
    for name, _sql in found:
        connection.execute(f'DROP INDEX "{name}"')
    return [str(sql) for _name, sql in found]


@contextmanager
def _untriggered(connection: apsw.Connection) -> Iterator[None]:
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    try:
        yield
    finally:
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 1)


def _people(connection: apsw.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM person").get)
