"""Columns of a CSV without a header, guessed from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from infoview_gui.interchange.csv_headers import MOST_COLUMNS, Column
from infoview_gui.interchange.csv_table import Table

_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ().\-/]{5,24}")
_LINK = re.compile(r"(?:https?://|www\.|(?:\w+\.)?linkedin\.com/)\S+", re.IGNORECASE)
_SHAPES = (("email", _EMAIL), ("phone", _PHONE), ("link", _LINK))
_LOOK_AT = 50


def completed(table: Table) -> Table:
    """Return a table whose header names nobody with columns guessed from its cells.

    Where they cannot be guessed, `recognised` stays false and the columns are left for the user.
    """
    if table.recognised:
        return table
    rows = table.all_rows
    columns = guessed_columns([cells for _, cells in rows[:_LOOK_AT]])
    if not columns:
        return _unknown(table)
    header = _strange_header([cell.strip() for cell in rows[0][1]], columns)
    below = rows[1:] if header else rows
    return replace(table, header=header, columns=columns, rows=below, recognised=True)


def _unknown(table: Table) -> Table:
    rows = table.all_rows
    width = min(max((len(cells) for _, cells in rows), default=0), MOST_COLUMNS)
    first = [cell.strip() for cell in rows[0][1]] if rows else []
    header = first if _says_words_only(first) else []
    return replace(
        table,
        header=header,
        columns=[Column("")] * width,
        rows=rows[1:] if header else rows,
        recognised=False,
    )


def _says_words_only(cells: Sequence[str]) -> bool:
    """A first row without a number, an address or a link is taken for headers."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_shape([cell]) == "words" for cell in filled)


def _strange_header(first: list[str], columns: Sequence[Column]) -> list[str]:
    """Return the first row when it is headers in words we do not know, such as “Mailbox”.

    It is one when its cell above the e-mail addresses is filled but is none itself.
    """
    at = next(place for place, column in enumerate(columns) if column.field == "email")
    cell = first[at] if at < len(first) else ""
    return first if cell and "@" not in cell else []


def guessed_columns(rows: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns, or nothing when no e-mail address is among them.

    Only e-mail addresses tell a list of people from any other table; the first column of words
    is then the name.
    """
    width = min(max((len(cells) for cells in rows), default=0), MOST_COLUMNS)
    shapes = [_shape([cells[at] for cells in rows if at < len(cells)]) for at in range(width)]
    columns = [Column(shape) for shape in shapes]
    if not any(column.field == "email" for column in columns):
        return []
    name = next((at for at, column in enumerate(columns) if column.field == "words"), None)
    if name is not None:
        columns[name] = Column("name")
    return [Column("") if column.field == "words" else column for column in columns]


def _shape(cells: Sequence[str]) -> str:
    filled = [cell.strip() for cell in cells if cell.strip()]
    for field, pattern in _SHAPES:
        if filled and sum(1 for cell in filled if pattern.fullmatch(cell)) * 2 > len(filled):
            return field
    words = sum(1 for cell in filled if any(map(str.isalpha, cell)) and not cell[0].isdigit())
    return "words" if filled and words * 2 > len(filled) else ""
