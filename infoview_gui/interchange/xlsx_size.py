"""How large a workbook becomes when it is opened, told from its parts before it is.

A sheet is held as a whole rectangle, and each cell holds a text of its own even where the file
has it once: one cell in the last corner, or one long text named a million times, would be
gigabytes (QUALITY.md, hostile files).
"""

from __future__ import annotations

import re
import zipfile

from infoview_gui.interchange.cards import UnreadableFile

_MOST_CELLS = 4_000_000
_MOST_EMPTY = 500_000
"""A rectangle of more cells must be filled to a twentieth."""
_MOST_TEXT = 150 * 1024 * 1024
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,3})([0-9]{1,7})[\"']")
_SHARED = re.compile(rb"<(?:\w+:)?v>\s*([0-9]{1,9})\s*<")
_FIRST_LETTER = ord("A") - 1


def refuse_large(archive: zipfile.ZipFile, name: str) -> None:
    """Raise UnreadableFile for a workbook that would not fit into memory beside the window."""
    lengths = _text_lengths(archive)
    for entry in archive.namelist():
        if entry.startswith("xl/worksheets/") and entry.endswith(".xml"):
            sheet = archive.read(entry)
            _refuse_wide(sheet, name)
            _refuse_repeated(sheet, lengths, name)


def _text_lengths(archive: zipfile.ZipFile) -> list[int]:
    """Return the bytes of each text that cells share, by its number."""
    try:
        texts = archive.read("xl/sharedStrings.xml")
    except KeyError:
        return []
    return [len(text) for text in re.split(rb"</(?:\w+:)?si>", texts)]


def _refuse_wide(sheet: bytes, name: str) -> None:
    columns = rows = 1
    filled = 0
    for found in _PLACE.finditer(sheet):
        letters, number = found.groups()
        filled += 1
        columns = max(columns, _column(letters))
        rows = max(rows, int(number))
    sparse = columns * rows > _MOST_EMPTY and filled * 20 < columns * rows
    if sparse or columns * rows > _MOST_CELLS:
        raise UnreadableFile(
            f"“{name}” has a sheet of {rows} rows and {columns} columns, too large to read; "
            "copy the people into a sheet of their own."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - _FIRST_LETTER
    return number


def _refuse_repeated(sheet: bytes, lengths: list[int], name: str) -> None:
    # Most workbooks need no counting: their longest text in every cell would do no harm.
    if max(lengths, default=0) * sheet.count(b"v>") // 2 <= _MOST_TEXT:
        return
    total = sum(
        lengths[at]
        for found in _SHARED.finditer(sheet)
        if (at := int(found.group(1))) < len(lengths)
    )
    if total > _MOST_TEXT:
        raise UnreadableFile(
            f"“{name}” repeats a long text so often that it would not fit into memory; "
            "nothing was read."
        )
