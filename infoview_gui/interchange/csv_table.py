"""A CSV file of unknown dialect becomes a header and rows with their line numbers.

Delimiter and header row are found by content: what stands in the cells decides, not the file's
name. Knows headers (`csv_headers`), not what a card is.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from infoview_gui.interchange.csv_headers import Column, columns_of

_DELIMITERS = ",;\t|"
_HEADER_WITHIN = 25
"""Rows among which the header is looked for; exports begin with notes of a few lines."""
_CELL_LIMIT = 64 * 1024 * 1024
_MOST_WORK = 3
"""How often, on average, a line may be parsed anew for the sake of unclosed quotes."""
_MARK = "\x1einfoview-end\x1e"
_STAND_IN = "\x1e"
_NAMES = {"name", "first", "last", "email"}

Row = tuple[int, list[str]]


@dataclass(slots=True)
class Table:
    """Header and rows of a CSV file; a row is its 1-based line and its cells."""

    header: list[str]
    columns: list[Column]
    rows: list[Row]
    recognised: bool
    """Whether the header names people: a name or an e-mail column is among it."""
    all_rows: list[Row]
    """Every row, the header and what stands before it too."""
    guarded: bool = True
    """Whether apostrophes keep formulas from running, as in a CSV; a workbook needs none."""


def read_table(text: str) -> Table:
    """Find dialect and header and split everything; never fails on content."""
    best: tuple[int, int, str] | None = None
    hint = _separator_line(text)
    sample = _sample(text)
    for delimiter in hint or _DELIMITERS:
        rows = split_rows(sample, delimiter)
        score, width = _best_header(rows)[1], max((len(row) for _, row in rows), default=0)
        if best is None or (score, width) > best[:2]:
            best = (score, width, delimiter)
    delimiter = best[2] if best else ","
    rows = split_rows(text, delimiter)
    at, _ = _best_header(rows[hint != "" :])
    return _table(rows, at + (hint != ""))


def table_of(rows: list[Row], *, guarded: bool = True) -> Table:
    """Find the header among rows that are split already."""
    return replace(_table(rows, _best_header(rows)[0]), guarded=guarded)


def _table(rows: list[Row], at: int) -> Table:
    if at >= len(rows):
        return Table([], [], [], recognised=False, all_rows=rows)
    header = [cell.strip().strip("\ufeff") for cell in rows[at][1]]
    columns = columns_of(header)
    recognised = any(column.field in _NAMES for column in columns)
    return Table(header, columns, rows[at + 1 :], recognised, rows)


def _separator_line(text: str) -> str:
    """Excel's first line `sep=;` names the delimiter."""
    head = text[:6]
    return head[4] if head[:4].lower() == "sep=" and head[4:5] in _DELIMITERS and head[4:5] else ""


def _sample(text: str) -> str:
    """Return the start of the text, whole lines of it."""
    if len(text) <= 60_000:
        return text
    stop = max(text.rfind("\n", 0, 60_000), text.rfind("\r", 0, 60_000))
    return text[: stop + 1] if stop > 0 else text[:60_000]


def _best_header(rows: Sequence[Row]) -> tuple[int, int]:
    """Return index and score of the row that looks most like a header; the first of equals."""
    best, best_score = _first_filled(rows), 0
    for at, (_, cells) in enumerate(rows[:_HEADER_WITHIN]):
        score = _header_score(cells)
        if score > best_score:
            best, best_score = at, score
    return best, best_score


def _header_score(cells: list[str]) -> int:
    if len(cells) > 500 or any("@" in cell for cell in cells):
        return 0
    fields = [column for column in columns_of(cells) if column.field or column.pair]
    named = sum(1 for column in fields if column.field in _NAMES)
    return len(fields) + 2 * named if named else 0


def _first_filled(rows: Sequence[Row]) -> int:
    return next((at for at, (_, cells) in enumerate(rows) if any(map(str.strip, cells))), 0)


def split_rows(text: str, delimiter: str) -> list[Row]:
    """Split a text into rows; blank lines are passed over."""
    if _ends_with_return(text):
        # A line feed within a record of such a file is part of a cell, quoted or not.
        lines = [line + "\n" for line in text.replace("\n", _STAND_IN).split("\r")]
        return _restored(_parse(lines, delimiter), "\n")
    lines = _kept(text)
    try:
        return _parse(lines, delimiter)
    except csv.Error:
        # A bare carriage return outside quotes: for the csv module an error, for us a character.
        lines = _kept(text.replace("\r\n", "\n").replace("\r", _STAND_IN))
        return _restored(_parse(lines, delimiter), "\r")


def _kept(text: str) -> list[str]:
    lines = text.split("\n")
    last = lines.pop()
    kept = [line + "\n" for line in lines]
    return [*kept, last + "\n"] if last else kept


def _ends_with_return(text: str) -> bool:
    """Tell whether carriage returns alone end the records (old Macintosh)."""
    at = text.find("\r")
    feed = text.find("\n")
    return (
        at >= 0
        and text[at + 1 : at + 2] != "\n"
        and (feed < 0 or at < feed)
        and ('"' not in text[:at] or feed < 0)
    )


def _restored(rows: list[Row], mark: str) -> list[Row]:
    return [(line, [cell.replace(_STAND_IN, mark) for cell in cells]) for line, cells in rows]


def _parse(lines: list[str], delimiter: str) -> list[Row]:
    """Parse with quotes; from a row whose quote is never closed, take that line as it stands."""
    before = csv.field_size_limit(_CELL_LIMIT)
    try:
        return _with_repairs(lines, delimiter)
    finally:
        csv.field_size_limit(before)


def _with_repairs(lines: list[str], delimiter: str) -> list[Row]:
    rows: list[Row] = []
    start = work = 0
    while work <= max(_MOST_WORK * len(lines), 20_000):
        work += len(lines) - start + 1
        found = _quoted_rows(lines[start:], delimiter, start)
        broken = _first_unclosed(found, lines, delimiter)
        rows += found[:broken]
        if broken is None:
            return rows
        start = found[broken][0]  # the 1-based line of that row is the index of the next
        rows += _bare_rows(lines[start - 1 : start], delimiter, start - 1)
    return [*rows, *_bare_rows(lines[start:], delimiter, start)]


def _first_unclosed(rows: list[Row], lines: list[str], delimiter: str) -> int | None:
    """Return the index of the first row whose quote swallowed the rows after it.

    It reached the mark at the end, or it has another width than the others while its second
    line alone has theirs. The mark in a row of its own is taken off.
    """
    if rows and rows[-1][1] == [_MARK]:
        rows.pop()
    common = Counter(len(cells) for _, cells in rows).most_common(1)
    width = common[0][0] if common else 0
    for at, (line, cells) in enumerate(rows):
        odd = width > 1 and len(cells) != width and any("\n" in cell for cell in cells)
        if odd and _width_alone(lines[line : line + 1], delimiter) == width:
            return at
    return len(rows) - 1 if rows and _MARK in rows[-1][1][-1] else None


def _width_alone(lines: list[str], delimiter: str) -> int:
    try:
        return max(map(len, csv.reader(lines, delimiter=delimiter)), default=0)
    except csv.Error:
        return 0  # it begins within quotes and is no row of its own


def _quoted_rows(lines: list[str], delimiter: str, offset: int) -> list[Row]:
    reader = csv.reader([*lines, _MARK], delimiter=delimiter)
    rows: list[Row] = []
    begin = offset + 1
    for cells in reader:
        if cells and (len(cells) > 1 or cells[0].strip()):
            rows.append((begin, cells))
        begin = offset + reader.line_num + 1
    return rows


def _bare_rows(lines: list[str], delimiter: str, offset: int) -> Iterator[Row]:
    for at, line in enumerate(lines):
        cells = [_bare(cell) for cell in line.rstrip("\r\n").split(delimiter)]
        if any(cells):
            yield offset + at + 1, cells


def _bare(cell: str) -> str:
    return cell.strip().strip('"').replace('""', '"')
