"""What a file is, by its content and not its name: vCards, LDIF, or the rows of a table.

Every way in which a file can be unreadable ends in `UnreadableFile` with one plain sentence.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.csv_table import Table, read_table
from infoview_gui.interchange.decoding import decode, looks_binary

MOST_BYTES = 256 * 1024 * 1024
"""A larger file is refused: it would not fit into memory beside the window."""

_VCARD = re.compile(r"^[ \t\ufeff]*BEGIN[ ]?:[ ]?VCARD[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_CALENDAR = re.compile(r"^\ufeff?BEGIN:VCALENDAR", re.IGNORECASE)
_LDIF = re.compile(r"(?:(?:#[^\n]*|version: *\d+)?\s*\n)*dn::? ?", re.IGNORECASE)
_MAGIC = (
    (b"PK\x03\x04", "a zip archive within another; unpack it first"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF document; export the contacts as CSV or vCard"),
    (b"SQLite format 3\0", "a database; open it with Restore if it is Infoview's"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as XLSX or CSV"),
    (b"\x7fELF", "a program"),
)


@dataclass(frozen=True, slots=True)
class Content:
    """Clean text of vCards, LDIF or a calendar, or a table."""

    kind: str
    """vcard, ldif, calendar or table."""
    text: str = ""
    table: Table | None = None
    inner: str = ""
    """The name of the file within a zip archive."""


def content_of(path: Path) -> Content:
    """Open a file and say what it is. Raises UnreadableFile; nothing raises anything else."""
    return content_in(_bytes_of(path), path.name)


def content_in(data: bytes, name: str, *, packed: bool = False) -> Content:
    """Say what these bytes are; see `content_of`. ``packed``: they come out of a zip archive."""
    if data.startswith(b"PK\x03\x04") and not packed:
        from infoview_gui.interchange import archives  # noqa: PLC0415 - few files need it

        return archives.content_in_zip(data, name)
    _refuse_binary(data, name)
    text = decode(data).removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableFile(f"“{name}” is empty; nothing was imported.")
    if "VCARD" in text[:200].upper() or _VCARD.search(text):
        return Content("vcard", text)
    if _CALENDAR.match(text):
        return Content("calendar", text)
    if looks_binary(data):
        raise UnreadableFile(f"“{name}” is not a text file; choose a CSV or vCard file.")
    if _LDIF.match(text):
        return Content("ldif", text)
    if text.lstrip()[:1] == "<":
        raise UnreadableFile(
            f"“{name}” is a web page or XML, not a list of people; choose a CSV or vCard file."
        )
    return Content("table", table=read_table(text))


def _bytes_of(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableFile(f"“{path.name}” is a folder; choose a file.")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFile(f"“{path.name}” is not an ordinary file; choose a file.")
        if found.st_size > MOST_BYTES:
            raise UnreadableFile(
                f"“{path.name}” is larger than {MOST_BYTES // 1024 // 1024} MB; "
                "split it and import the parts."
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(f"“{path.name}” does not exist; check the name.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(f"“{path.name}” could not be opened ({why.lower()}).") from error
    if not data:
        raise UnreadableFile(f"“{path.name}” is empty; nothing was imported.")
    return data


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(f"“{name}” is {what}, not a list of people Infoview can read.")
