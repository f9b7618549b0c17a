"""People as a workbook that Excel, LibreOffice and Numbers open, in our own columns.

Every cell is text: nothing runs as a formula and no number loses its zeros.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from typing import BinaryIO

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.people_table import COLUMNS, PeopleTable

_LONGEST = 32_767
"""Characters of a cell, of which Excel counts some as two; the rest goes on in *Note (2)*."""
_PART = _LONGEST // 2
_MOST_ROWS = 1_048_575
_WIDTH_FROM = 500
_NARROWEST, _WIDEST = 8, 48
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class TooManyRows(OSError):
    """A workbook cannot hold so many people."""


def write_xlsx(
    cards: Iterable[PersonCard],
    out: BinaryIO,
    *,
    private: bool = True,
    columns: Collection[str] = COLUMNS,
) -> int:
    """Write the cards to a binary sink and return how many they were; see `csv_write.write_csv`.

    Raises OSError where the disk is full or the people are more than a workbook has rows.
    """
    people = list(cards)
    if len(people) > _MOST_ROWS:
        raise TooManyRows(0, "a workbook has no room for so many people")
    table = PeopleTable(people, columns, private=private)
    header, rows = _in_parts(table.header, list(table.rows()))
    from xlsxwriter.exceptions import XlsxWriterException  # noqa: PLC0415 - 60 ms

    data = io.BytesIO()
    try:
        _write(data, header, rows)
    except XlsxWriterException as error:
        raise OSError(0, str(error)) from error
    out.write(data.getbuffer())
    return len(people)


def _write(data: io.BytesIO, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from xlsxwriter import Workbook  # noqa: PLC0415 - see above

    book = Workbook(data, _OPTIONS)
    sheet = book.add_worksheet("People")
    for at, width in enumerate(_widths(header, rows)):
        sheet.set_column(at, at, width)
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for at, cell in enumerate(header):
        sheet.write_string(0, at, cell, bold)
    for line, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            if cell:
                sheet.write_string(line, at, cell)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(header) - 1)
    book.close()


def _widths(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return a width for each column that shows most of its cells."""
    some = rows[:_WIDTH_FROM]
    longest = (
        max([len(head) + 3, *(len(row[at].partition("\n")[0]) for row in some)])
        for at, head in enumerate(header)
    )
    return [min(max(width, _NARROWEST), _WIDEST) for width in longest]


def _in_parts(
    header: list[str], rows: list[list[str]]
) -> tuple[list[str], Sequence[Sequence[str]]]:
    """Let a text longer than a cell go on in columns of its own at the end."""
    long = {
        at: max(len(row[at]) for row in rows)
        for at in range(len(header))
        if any(len(row[at]) > _PART for row in rows)
    }
    if not long:
        return header, rows
    more = [(at, part) for at, most in long.items() for part in range(1, -(-most // _PART))]
    wide = [
        [
            *(cell[:_PART] for cell in row),
            *(row[at][part * _PART : (part + 1) * _PART] for at, part in more),
        ]
        for row in rows
    ]
    return [*header, *(f"{header[at]} ({part + 1})" for at, part in more)], wide
