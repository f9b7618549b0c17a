"""Deletes rows with all that belongs to them, as the file's foreign keys say, many at once.

SQLite itself asks every table about every row, which takes three times as long. Knows no rules.
"""

from collections.abc import Iterable

import apsw

_POINTING = """
SELECT child.name, key."from", key.on_delete
FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
WHERE child.type = 'table' AND key."table" = ? ORDER BY child.name, key.seq
"""
# ruff: noqa: S608 - the names are those of our own tables


def delete_rows(connection: apsw.Connection, table: str, ids: Iterable[int]) -> None:
    """Delete rows of a table by id, inside a change."""
    _delete(connection, table, ids, 0)


def _delete(connection: apsw.Connection, table: str, ids: Iterable[int], depth: int) -> None:
    going = f"temp.going_{depth}"
    connection.execute(f"CREATE TABLE IF NOT EXISTS {going} (id INTEGER PRIMARY KEY)")
    connection.executemany(f"INSERT OR IGNORE INTO {going} VALUES (?)", ((one,) for one in ids))
    these = f"(SELECT id FROM {going})"
    for child, column, action in _pointing(connection, table):
        among = f'"{child}" WHERE "{column}" IN {these}'
        if not connection.execute(f'SELECT 1 FROM "{child}" LIMIT 1').get:
            continue
        if action != "CASCADE":
            connection.execute(
                f'UPDATE "{child}" SET "{column}" = NULL WHERE "{column}" IN {these}'
            )
        elif _pointing(connection, child):
            rows = connection.execute(f"SELECT id FROM {among}").fetchall()
            _delete(connection, child, (int(str(ident)) for (ident,) in rows), depth + 1)
        else:
            connection.execute(f"DELETE FROM {among}")
    connection.execute(f'DELETE FROM "{table}" WHERE id IN {these}')
    connection.execute(f"DELETE FROM {going}")


def _pointing(connection: apsw.Connection, table: str) -> list[tuple[str, str, str]]:
    """Return (table, column, what becomes of it) of everything that points to a table."""
    rows = connection.execute(_POINTING, (table,)).fetchall()
    return [(str(child), str(column), str(action)) for child, column, action in rows]
