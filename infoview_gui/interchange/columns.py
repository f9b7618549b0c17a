"""What the columns of a table mean: guessed from its header, shown to the user, chosen by them.

Knows which of our fields a column may hold, not what a person is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from infoview_gui.interchange.cards import UnreadableFile, excerpt
from infoview_gui.interchange.content import content_of
from infoview_gui.interchange.csv_guess import completed
from infoview_gui.interchange.csv_headers import Column, column_of, format_of, is_ours
from infoview_gui.interchange.csv_table import Table

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "first": "First name",
        "last": "Last name",
        "name": "Full name",
        "company": "Company",
        "role": "Role",
        "email": "E-mail",
        "phone": "Phone",
        "link": "Link",
        "note": "Note",
        "tags": "Tags",
        "zone": "Time zone",
        "channel": "Found through",
        "": "Leave out",
    }
)
"""The key of each field that a column may be given, with the words shown for it."""
_EXAMPLES = 3
_LOOK_AT = 200
_SHORT = 40


@dataclass(frozen=True, slots=True)
class ColumnsFound:
    """The columns of one file and what they seem to hold."""

    header: tuple[str, ...]
    """As in the file; “Column 3” where there is none."""
    fields: tuple[str, ...]
    """The guessed key of `FIELDS` for each column."""
    examples: tuple[tuple[str, ...], ...]
    """For each column up to three of its first filled cells, shortened."""
    known: bool
    """A program's file that we recognise, our own, or every header understood: ask nobody."""


def find_columns(path: Path) -> ColumnsFound | None:
    """Look at the columns of a table; None when the file is none (vCard, LDIF).

    Raises UnreadableFile, also for a text that is no table.
    """
    content = content_of(path)
    if content.table is None:
        return None
    return columns_in(completed(content.table), path.name)


def columns_in(table: Table, name: str) -> ColumnsFound:
    """Say what the columns of a completed table hold. Raises UnreadableFile."""
    width = len(table.columns)
    if width < 2 and not table.recognised:
        raise UnreadableFile(no_columns(table, name))
    header = [cell or f"Column {at + 1}" for at, cell in enumerate(_padded(table.header, width))]
    return ColumnsFound(
        tuple(header),
        tuple(map(shown_field, table.columns)),
        tuple(_examples(table, at) for at in range(width)),
        _is_known(table),
    )


def with_fields(table: Table, fields: Sequence[str]) -> Table:
    """Return the table with the columns that the user chose; the rest of a row stays kept.

    A column whose guess is confirmed keeps what the guess knew beyond the field: a middle name
    or the label of an address.
    """
    chosen = _padded(fields, len(table.columns))
    heads = _padded(table.header, len(table.columns))
    columns = [
        column if shown_field(column) == field else replace(column_of(head), field=field, pair="")
        for column, head, field in zip(table.columns, heads, chosen, strict=True)
    ]
    return replace(table, columns=columns, recognised=True)


def shown_field(column: Column) -> str:
    """Return the key of `FIELDS` for a column; nothing for those that are never asked about."""
    return column.field if column.field in FIELDS else ""


def no_columns(table: Table, name: str) -> str:
    """Return the sentence for a file in which nothing says who somebody is."""
    shown = table.all_rows[0][1] if table.all_rows and not table.header else table.header
    found = excerpt(", ".join(cell for cell in shown[:12] if cell), 160)
    what = f"the headers found are: {found}" if found else "no headers were found"
    return (
        f"“{name}” has no column that is a name or an e-mail address ({what}); "
        "give its columns headers such as First Name, Last Name and Email."
    )


def _is_known(table: Table) -> bool:
    if is_ours(table.header) or format_of(table.header, table.columns) != "csv":
        return True
    filled = [at for at in range(len(table.columns)) if _examples(table, at)]
    named = (table.columns[at].field or table.columns[at].pair for at in filled)
    return table.recognised and bool(table.header) and all(named)


def _examples(table: Table, at: int) -> tuple[str, ...]:
    rows = table.rows[:_LOOK_AT]
    filled = (cells[at].strip() for _, cells in rows if at < len(cells) and cells[at].strip())
    return tuple(excerpt(cell, _SHORT) for cell in islice(dict.fromkeys(filled), _EXAMPLES))


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]
