"""People out of an LDIF file (RFC 2849), as Thunderbird, Outlook and directories write it.

Tolerant: a line that is none costs that line. Values from other files or addresses (`attr:<`)
are never fetched.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from infoview_gui.interchange.cards import LeftOut, Reading, UnreadableFile, excerpt
from infoview_gui.interchange.csv_headers import Column, column_of, compact
from infoview_gui.interchange.csv_read import read_rows
from infoview_gui.interchange.csv_table import Row, Table
from infoview_gui.interchange.decoding import decode

_LINE = re.compile(r"([A-Za-z0-9.\-]+)((?:;[^:]*)?):([:<]?)[ ]*(.*)", re.DOTALL)
_BAD_LINE = "This line is not readable; the rest of the entry was taken."
_FETCHED = "This value lies in another file, which is never fetched."
_A_LIST = "This is a list or a folder, not a person."
_NO_PERSON = {"groupofnames", "groupofuniquenames", "organizationalunit", "posixgroup", "dcobject"}
_SILENT = {"dn", "objectclass", "changetype", "version", "modifytimestamp"}
_OTHERWISE = {
    # What a directory means by these is not what a table of people means by them.
    "displayname": Column("file_as"),
    "title": Column("role"),
    "info": Column("note"),
    "homephone": Column("phone", "home"),
    "telephonenumber": Column("phone", "work"),
    "uid": Column(""),
}
_MOST_ATTRIBUTES = 2000


@dataclass(slots=True)
class _Entry:
    """One entry: its values by attribute, a repeated attribute numbered."""

    line: int
    values: dict[str, str] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)


def read_ldif(text: str, source_name: str = "") -> Reading:
    """Read every entry. Raises UnreadableFile when there are none."""
    left_out: list[LeftOut] = []
    entries = list(_entries(text, left_out))
    people = [entry for entry in entries if _is_person(entry, left_out)]
    if not entries:
        raise UnreadableFile(f"“{source_name}” is an LDIF file without an entry.")
    reading = _reading(people, source_name) if people else Reading("", source_name=source_name)
    reading.format = "ldif"
    reading.left_out = sorted([*left_out, *reading.left_out], key=lambda left: left.line)
    return reading


def _reading(people: list[_Entry], source_name: str) -> Reading:
    """Read the entries as rows of a table whose headers are the attributes."""
    names = list(dict.fromkeys(name for entry in people for name in entry.values))
    header = names[:_MOST_ATTRIBUTES]
    columns = [_column(name) for name in header]
    rows: list[Row] = [
        (entry.line, [entry.values.get(name, "") for name in header]) for entry in people
    ]
    return read_rows(Table(header, columns, rows, recognised=True, all_rows=rows), source_name)


def _column(name: str) -> Column:
    plain = compact(name.partition(" (")[0].partition(";")[0])
    return _OTHERWISE.get(plain) or column_of(plain)


def _is_person(entry: _Entry, left_out: list[LeftOut]) -> bool:
    if not entry.classes & _NO_PERSON:
        return True
    left_out.append(LeftOut(entry.line, _A_LIST, excerpt(entry.values.get("cn", ""))))
    return False


def _entries(text: str, left_out: list[LeftOut]) -> Iterator[_Entry]:
    entry = _Entry(0)
    for number, line in _logical_lines(text):
        if not line:
            if entry.values:
                yield entry
            entry = _Entry(0)
            continue
        entry.line = entry.line or number
        _take(entry, number, line, left_out)
    if entry.values:
        yield entry


def _take(entry: _Entry, number: int, line: str, left_out: list[LeftOut]) -> None:
    found = _LINE.fullmatch(line)
    if not found:
        left_out.append(LeftOut(number, _BAD_LINE, excerpt(line)))
        return
    name, options, mark, value = found.groups()
    if mark == "<":
        left_out.append(LeftOut(number, _FETCHED, excerpt(line)))
        return
    text = _decoded(value) if mark == ":" and "binary" not in options else value
    if name.lower() == "objectclass":
        entry.classes.add(text.strip().lower())
    if name.lower() not in _SILENT and text.strip():
        _put(entry.values, name + options, text)


def _put(values: dict[str, str], name: str, text: str) -> None:
    key, number = name, 1
    while key in values:
        number += 1
        key = f"{name} ({number})"
    values[key] = text


def _decoded(value: str) -> str:
    """Undo base64; what is a picture stays as it is written, what is damaged too."""
    try:
        data = base64.b64decode("".join(value.split()), validate=True)
    except (binascii.Error, ValueError):
        return value
    return value if b"\0" in data else decode(data)


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield (1-based line, unfolded line); comments are left out, a blank line ends an entry."""
    begin = 0
    parts: list[str] = []
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip("\r")
        if line.startswith(" ") and parts:
            parts.append(line[1:])
            continue
        if parts and not parts[0].startswith("#"):
            yield begin, "".join(parts)
        begin, parts = number, [line]
    if parts and not parts[0].startswith("#"):
        yield begin, "".join(parts)
