"""People as a CSV for a spreadsheet, for programs, for Google or for Outlook.

No cell runs as a formula (`csv_guard`). What our own columns say our reader reads back equal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.csv_guard import guard
from infoview_gui.interchange.people_table import COLUMNS, Cells, PeopleTable

_CHUNK = 1000
_NEEDS_QUOTES = re.compile(r"[\",;|\t\r\n]|^\s|\s$")
_BETWEEN = "\x1f"
_PLAIN = r"(?:(?:\* )?[^\W_](?:[^\",;|\t\r\n\x1f]*[^\",;|\s\x1f])?)?"
"""Nearly every cell: begins with a letter or digit, needs neither guard nor quotes."""
_PLAIN_ROW = re.compile(f"{_PLAIN}(?:\x1f{_PLAIN})*")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV is written for somebody."""

    mark: bytes
    """The byte order mark, by which Excel knows UTF-8."""
    line_end: str


DIALECTS = {
    "excel": Dialect(b"\xef\xbb\xbf", "\r\n"),
    "programs": Dialect(b"", "\n"),
    "google": Dialect(b"", "\n"),
    "outlook": Dialect(b"\xef\xbb\xbf", "\r\n"),
}
"""For Excel and for programs in our own columns, for Google and Outlook in theirs."""


def write_csv(
    cards: Iterable[PersonCard],
    out: BinaryIO,
    *,
    private: bool = True,
    columns: Collection[str] = COLUMNS,
    dialect: str = "excel",
) -> int:
    """Write the cards to a binary sink and return how many they were.

    `private=False` leaves out what is between the user and the person (`PRIVATE_COLUMNS`).
    `columns` chooses among `COLUMNS`; *Infoview ID* is always written, since by it our reader
    knows the file as ours. Google and Outlook get all their own columns and no id of ours.
    """
    people = list(cards)
    table = _table(people, columns, dialect, private=private)
    form = DIALECTS[dialect]
    out.write(form.mark + _line(table.header, form.line_end).encode("utf-8", "replace"))
    lines: list[str] = []
    for row in table.rows():
        lines.append(_row(row, form.line_end))
        if len(lines) == _CHUNK:
            out.write("".join(lines).encode("utf-8", "replace"))
            lines.clear()
    out.write("".join(lines).encode("utf-8", "replace"))
    return len(people)


def _table(
    people: Sequence[PersonCard], columns: Collection[str], dialect: str, *, private: bool
) -> Cells:
    if dialect in ("excel", "programs"):
        return PeopleTable(people, columns, private=private)
    from infoview_gui.interchange.csv_foreign import foreign_table  # noqa: PLC0415 - seldom needed

    return foreign_table(dialect, people, columns, private=private)


def _row(cells: Sequence[str], line_end: str) -> str:
    row = _BETWEEN.join(cells)
    # One look at the whole row: most have no cell that needs anything.
    if _PLAIN_ROW.fullmatch(row) and row.count(_BETWEEN) == len(cells) - 1:
        return row.replace(_BETWEEN, ",") + line_end
    return _line(cells, line_end)


def _line(cells: Sequence[str], line_end: str) -> str:
    return ",".join(map(_cell, cells)) + line_end


def _cell(text: str) -> str:
    """Return a cell as it stands in the file: safe from formulas, quoted where it must be."""
    text = guard(text)
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
