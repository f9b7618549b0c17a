"""Everyone in order, kept in memory: who is found is put in order without asking for names.

Sorting what a filter found in SQL reads a wide row for each hit. Kept until the database changes.
"""

import json
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from itertools import compress

import apsw

HOLDING = "SELECT rowid FROM person_words WHERE person_words MATCH ?"
_ONLY_HOLDING = f"WHERE id IN ({HOLDING})"
_KEPT = 8
"""So many lists: taking letters back shows again what was shown before."""
_FEW = 8
"""A list this many times shorter than everyone is sorted; a longer one is picked out in order."""
_Stamp = tuple[apsw.Connection, int, int]


class PeopleOrder:
    """The ids of everyone in one order, and of whom the last filters found."""

    def __init__(self) -> None:
        self._stamp: _Stamp | None = None
        self._order = ""
        self._everyone: array[int] = array("q")
        self._ranks: array[int] | None = None
        self._found: OrderedDict[object, array[int]] = OrderedDict()

    def ids(
        self, connection: apsw.Connection, order: str, condition: str, values: Sequence[object]
    ) -> "array[int]":
        """Return who meets a WHERE, or everyone if it is empty, by the terms of an ORDER BY."""
        with connection:  # everyone and the hits are of the same moment
            self._renew(connection, order)
            key = (condition, *values)
            if condition and key not in self._found:
                self._found[key] = self._in_order(_hits(connection, condition, values))
        if not condition:
            return self._everyone
        self._found.move_to_end(key)
        if len(self._found) > _KEPT:
            self._found.popitem(last=False)
        return self._found[key]

    def _renew(self, connection: apsw.Connection, order: str) -> None:
        """Read everyone anew if they may have changed; others' commits change the version."""
        version = connection.execute("PRAGMA data_version").get
        stamp = (connection, version, connection.total_changes())
        if stamp == self._stamp and order == self._order:
            return
        query = f"SELECT id FROM person ORDER BY {order}"  # noqa: S608 - of constants
        self._everyone = array("q", _numbers(connection, query, ()))
        self._stamp, self._order, self._ranks = stamp, order, None
        self._found.clear()

    def _in_order(self, hits: list[int]) -> "array[int]":
        ranks = self._ranks = _ranks(self._everyone) if self._ranks is None else self._ranks
        if len(hits) * _FEW < len(self._everyone):
            return array("q", sorted(hits, key=ranks.__getitem__))
        mine = bytearray(len(self._everyone))
        for person_id in hits:
            mine[ranks[person_id]] = True
        return array("q", list(compress(self._everyone, mine)))


def _ranks(everyone: "array[int]") -> "array[int]":
    """Return the place of each person, by id."""
    ranks = array("i", bytes(4 * (max(everyone, default=0) + 1)))
    for rank, person_id in enumerate(everyone):
        ranks[person_id] = rank
    return ranks


def _hits(connection: apsw.Connection, condition: str, values: Sequence[object]) -> list[int]:
    """Return who meets the condition; words alone need no look at the people."""
    if condition == _ONLY_HOLDING:
        return _numbers(connection, HOLDING, values)
    query = f"SELECT id FROM person {condition}"  # noqa: S608 - built from constants and marks
    return _numbers(connection, query, values)


def _numbers(connection: apsw.Connection, query: str, values: Sequence[object]) -> list[int]:
    """Return the only column of a query; as one JSON text it takes half the time of rows."""
    column = query.split(maxsplit=2)[1]
    text = f"SELECT json_group_array({column}) FROM ({query})"  # noqa: S608 - as above
    found: list[int] = json.loads(connection.execute(text, tuple(values)).get)
    return found
