"""What a transaction changed, read from SQLite's own changeset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

import apsw

_MANY = 2000
_TOO_MUCH = 2_000_000
"""Bytes of an import: no reader asks for single rows any more."""


class Origin(StrEnum):
    """Who changed something, so that an editor need not reload what it has just saved."""

    COMMAND = "command"
    AUTOSAVE = "autosave"
    UNDO = "undo"
    REDO = "redo"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows changed by table: ids, or None where they are too many to name."""

    rows: Mapping[str, frozenset[int] | None]
    origin: Origin
    label: str = ""
    everything: bool = field(default=False)

    def touch(self, *tables: str) -> bool:
        """Tell whether any row of these tables changed."""
        return self.everything or any(table in self.rows for table in tables)

    def ids(self, table: str) -> frozenset[int] | None:
        """Return the changed rows of a table; None means possibly all of them.

        For a table without an id of its own it is the first column of the key.
        """
        return None if self.everything else self.rows.get(table, frozenset())


def read_changes(changesets: Sequence[bytes], origin: Origin, label: str = "") -> Changes:
    """Read which rows changesets touch, giving up on the names beyond 2,000 rows of a table."""
    if sum(map(len, changesets)) > _TOO_MUCH and origin is not Origin.AUTOSAVE:
        return Changes({}, origin, label, everything=True)
    rows: dict[str, set[int] | None] = {}
    for change in chain.from_iterable(map(apsw.Changeset.iter, changesets)):
        ids = rows.setdefault(change.name, set())
        if ids is None:
            continue
        values = change.new if change.op == "INSERT" else change.old
        if values is not None and isinstance(values[0], int):
            ids.add(values[0])
        if len(ids) > _MANY:
            rows[change.name] = None
        if all(known is None for known in rows.values()) and len(rows) > 3:
            # An import: no reader asks for single rows any more.
            return Changes({}, origin, label, everything=True)
    frozen = {name: None if ids is None else frozenset(ids) for name, ids in rows.items()}
    return Changes(frozen, origin, label)
