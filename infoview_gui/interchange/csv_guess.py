"""Columns of a CSV without a header, guessed from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from infoview_gui.interchange.csv_headers import MOST_COLUMNS, Column

_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ().\-/]{5,24}")
_LINK = re.compile(r"(?:https?://|www\.|(?:\w+\.)?linkedin\.com/)\S+", re.IGNORECASE)
_SHAPES = (("email", _EMAIL), ("phone", _PHONE), ("link", _LINK))


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
