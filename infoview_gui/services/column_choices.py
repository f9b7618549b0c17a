"""What the columns of a table mean: guessed, or as the user once said for the same header row.

Reads on any thread that may; what is remembered is written beside the steps of undo.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from infoview_gui.interchange.cards import PersonCard, UnreadableFile
from infoview_gui.interchange.columns import FIELDS, ColumnsFound, columns_in
from infoview_gui.interchange.content import content_of
from infoview_gui.interchange.csv_guess import completed
from infoview_gui.interchange.csv_read import read_rows
from infoview_gui.interchange.csv_table import Table
from infoview_gui.store.models import ColumnChoice
from infoview_gui.store.store import Store

NAMING = frozenset({"first", "last", "name", "email", "phone", "company"})
"""Without one of these no row is anybody."""
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The columns of one file and what they are taken for."""

    path: Path
    found: ColumnsFound
    fields: tuple[str, ...]
    """As remembered, else as guessed."""
    asked: bool
    """Whether only the user can say: neither known nor remembered."""
    sample: Table

    def first_person(self, fields: Sequence[str]) -> PersonCard | None:
        """Return the first person of the file, read with these fields."""
        try:
            return next(iter(read_rows(self.sample, self.path.name, fields).cards), None)
        except UnreadableFile:
            return None


def table_columns(path: Path) -> TableColumns | None:
    """Look at the columns of a table; None for a file that is none.

    Raises UnreadableFile.
    """
    table = content_of(path).table
    if table is None:
        return None
    table = completed(table)
    found = columns_in(table, path.name)
    chosen = remembered(found.header)
    sample = replace(table, rows=table.rows[:_SAMPLE], all_rows=table.all_rows[:_SAMPLE])
    asked = chosen is None and not found.known
    return TableColumns(path, found, chosen or found.fields, asked, sample)


def chosen_before(path: Path) -> tuple[str, ...] | None:
    """Return what the user once said of the columns of such a file; None without a choice."""
    if not ColumnChoice.select().exists():
        return None
    try:
        columns = table_columns(path)
    except UnreadableFile:
        return None  # whoever reads it says why
    return None if columns is None else remembered(columns.found.header)


def remembered(header: Sequence[str]) -> tuple[str, ...] | None:
    """Return what was chosen for a header row; None when nothing was, or it makes no sense now."""
    row = ColumnChoice.get_or_none(ColumnChoice.header == _key(header))
    fields = json.loads(row.fields) if row is not None else ()
    fits = len(fields) == len(header) and all(field in FIELDS for field in fields)
    return tuple(fields) if fields and fits else None


def remember(store: Store, header: Sequence[str], fields: Sequence[str]) -> None:
    """Keep a choice for the next file with this header row; nothing for a file without one."""
    if all(name == f"Column {at}" for at, name in enumerate(header, 1)):
        return
    row = {"header": _key(header), "fields": json.dumps(list(fields))}
    store.save(lambda: _write(row)).result()


def _write(row: dict[str, str]) -> None:
    ColumnChoice.insert(row).on_conflict_replace().execute()


def _key(header: Sequence[str]) -> str:
    return json.dumps(list(header), ensure_ascii=False)
