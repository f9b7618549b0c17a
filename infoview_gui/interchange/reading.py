"""A file of any kind becomes people: what it is is recognised by its content, not its name.

Every way in which a file can be unreadable ends in `UnreadableFile` with one plain sentence.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path

from infoview_gui.interchange.cards import Reading, UnreadableFile
from infoview_gui.interchange.csv_read import read_csv
from infoview_gui.interchange.decoding import decode, looks_binary
from infoview_gui.interchange.vcard_read import read_vcards

MOST_BYTES = 256 * 1024 * 1024
"""A larger file is refused: it would not fit into memory beside the window."""

_VCARD = re.compile(r"^[ \t\ufeff]*BEGIN[ ]?:[ ]?VCARD[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_CALENDAR = re.compile(r"^\ufeff?BEGIN:VCALENDAR", re.IGNORECASE)
_LDIF = re.compile(r"(?:version: \d+\s+)?dn::? ", re.IGNORECASE)
_MAGIC = (
    (b"PK\x03\x04", "a zip archive or spreadsheet; unpack it or save it as CSV"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF document; export the contacts as CSV or vCard"),
    (b"SQLite format 3\0", "a database; open it with Restore if it is Infoview's"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as CSV"),
    (b"\x7fELF", "a program"),
)


def read_people(path: Path) -> Reading:
    """Read the people in a file. Raises UnreadableFile; no content raises anything else."""
    data = _bytes_of(path)
    name = path.name
    _refuse_binary(data, name)
    text = decode(data)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableFile(f"“{name}” is empty; nothing was imported.")
    if "VCARD" in text[:200].upper() or _VCARD.search(text):
        return _vcards(text, name)
    if _CALENDAR.match(text):
        raise UnreadableFile(
            f"“{name}” is a calendar, not a list of people; choose a CSV or vCard file."
        )
    if looks_binary(data):
        raise UnreadableFile(_not_text(name))
    if _LDIF.match(text):
        raise UnreadableFile(
            f"“{name}” is an LDIF file, which cannot be read yet; export CSV or vCard instead."
        )
    if text.lstrip()[:1] == "<":
        raise UnreadableFile(
            f"“{name}” is a web page or XML, not a list of people; choose a CSV or vCard file."
        )
    return read_csv(text, name)


def _vcards(text: str, name: str) -> Reading:
    reading = read_vcards(text, name)
    if not reading.cards and not reading.left_out:
        raise UnreadableFile(f"“{name}” looks like a vCard file but no card begins in it.")
    return reading


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


def _not_text(name: str) -> str:
    return f"“{name}” is not a text file; choose a CSV or vCard file."
