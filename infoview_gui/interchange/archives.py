"""What lies in a zip file: a spreadsheet, LinkedIn's export, or one file of people.

Nothing is unpacked to disk. What would unpack to more than an address book can be is refused
before it is read (QUALITY.md, hostile files).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.content import Content, content_in

MOST_UNPACKED = 128 * 1024 * 1024
"""Bytes; the connections of somebody who knows 500,000 people are fewer."""
_MOST_ENTRIES = 20_000
_MOST_RATIO = 150
_SMALL = 4 * 1024 * 1024
"""What unpacks to less does no harm, however well it was packed."""
_ENTRY_MARK = b"PK\x01\x02"
_PEOPLE = {".csv", ".vcf", ".ldif", ".xlsx"}
_TROUBLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError, KeyError)


def content_in_zip(data: bytes, name: str) -> Content:
    """Say what a zip file holds. Raises UnreadableFile; nothing raises anything else."""
    if data.count(_ENTRY_MARK) > _MOST_ENTRIES:
        raise UnreadableFile(f"“{name}” is a zip archive of too many files; unpack it first.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _content(archive, data, name)
    except _TROUBLE as error:
        raise UnreadableFile(
            f"“{name}” is a zip archive or spreadsheet that is damaged or locked by a password."
        ) from error


def _content(archive: zipfile.ZipFile, data: bytes, name: str) -> Content:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        from infoview_gui.interchange import xlsx_read  # noqa: PLC0415 - few files need it

        _refuse_bombs(archive.infolist(), name)
        return Content("table", table=xlsx_read.table_in(archive, data, name))
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableFile(f"“{name}” is an OpenDocument file; save it as XLSX or CSV.")
    if "[Content_Types].xml" in names or "xl/workbook.bin" in names:
        raise UnreadableFile(
            f"“{name}” is an Office file but no XLSX workbook; save it as XLSX or CSV."
        )
    entry = _people_in(archive, name)
    _refuse_bombs([entry], name)
    inner = PurePosixPath(entry.filename).name
    content = content_in(archive.read(entry), f"{name}: {inner}", packed=True)
    return replace(content, inner=inner)


def _people_in(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """Return the one entry with people; LinkedIn's export has many tables of other things."""
    files = [entry for entry in archive.infolist() if _is_people(PurePosixPath(entry.filename))]
    for entry in files:
        if PurePosixPath(entry.filename).name.casefold() == "connections.csv":
            return entry
    if len(files) == 1:
        return files[0]
    if not files:
        raise UnreadableFile(f"“{name}” is a zip archive without a file of people in it.")
    inner = ", ".join(PurePosixPath(entry.filename).name for entry in files[:4])
    raise UnreadableFile(
        f"“{name}” is a zip archive with {len(files)} files that may hold people ({inner} …); "
        "unpack it and choose among them."
    )


def _is_people(path: PurePosixPath) -> bool:
    # What begins with ._ is a Macintosh's shadow of a file.
    return path.suffix.lower() in _PEOPLE and not path.name.startswith("._")


def _refuse_bombs(entries: list[zipfile.ZipInfo], name: str) -> None:
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > MOST_UNPACKED or (size > _SMALL and size > packed * _MOST_RATIO):
        raise UnreadableFile(
            f"“{name}” would unpack to {size // 1024 // 1024} MB, more than a list of people is; "
            "nothing was read."
        )
