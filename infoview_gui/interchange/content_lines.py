"""The lines of a vCard, without loss: what is not changed is written as it was read.

A `ContentLine` keeps its physical text, folds included, beside its parts. Knows the syntax of
RFC 6350 / 2426 and of vCard 2.1, not the meaning of any property.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

FOLD_AT = 75
"""Octets of a physical line without its end (RFC 2426, 2.6)."""

_BARE_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT", "B", "Q"}
_BARE_VALUES = {"URL", "URI", "INLINE", "CONTENT-ID", "CID"}


class ContentLine(NamedTuple):
    """One property: `[group.]name[;params]:value`, the value still escaped and encoded."""

    group: str
    name: str
    params: str
    """Everything between the name and the colon, without the first semicolon."""
    value: str
    source: str = ""
    """Physical text with folds and line ends; empty for a line that was made, not read."""

    @property
    def key(self) -> str:
        """The name in capitals; names are matched without case and kept as written."""
        return self.name.upper()

    def parameters(self) -> list[tuple[str, list[str]]]:
        """Return the parameters, names in capitals, bare words of vCard 2.1 given theirs."""
        return parameters(self.params) if self.params else []


def physical_lines(text: str) -> list[str]:
    """Split at line feeds (or carriage returns where there are no others), ends kept off.

    A carriage return before a line feed stays at the end of its line, so that joining with the
    separator gives the text back.
    """
    return text.split(separator(text))


def separator(text: str) -> str:
    """Return what parts the physical lines of a text."""
    return "\n" if "\n" in text or "\r" not in text else "\r"


def read_lines(
    lines: Sequence[str], first: int = 0, last: int | None = None
) -> Iterator[ContentLine | tuple[int, str]]:
    """Yield each logical line, or `(number, text)` for one that is no property.

    Blank lines are passed over. Takes time linear in the text.
    """
    end = len(lines) if last is None else last
    at = first
    while at < end:
        begin, line = at, lines[at].rstrip("\r")
        at += 1
        if at < end and lines[at].startswith((" ", "\t")) and not _is_soft_broken(line):
            at, line = _unfold(lines, at, end, line)
        if not line.strip(" \t\ufeff"):
            continue
        parts = split_line(line)
        if parts is None:
            yield begin, line
            continue
        group, name, params, value = parts
        if params and ("=" in params or "-" in params or "6" in params):
            at, value = _encoded_rest(lines, at, end, params, value)
        yield ContentLine(group, name, params, value, "\n".join(lines[begin:at]))


def _is_soft_broken(line: str) -> bool:
    """A blank after a soft break of quoted-printable is text, not a fold."""
    return line.endswith("=") and encoding_of(line.partition(":")[0]) == "QUOTED-PRINTABLE"


def _unfold(lines: Sequence[str], at: int, end: int, line: str) -> tuple[int, str]:
    parts = [line]
    while at < end and lines[at].startswith((" ", "\t")):
        parts.append(lines[at][1:].rstrip("\r"))
        at += 1
    return at, "".join(parts)


def _encoded_rest(
    lines: Sequence[str], at: int, end: int, params: str, value: str
) -> tuple[int, str]:
    """Take the lines that belong to a quoted-printable or base64 value without being folded."""
    encoding = encoding_of(params)
    if encoding == "QUOTED-PRINTABLE" and value.endswith("="):
        return _soft_broken(lines, at, end, value)
    if encoding == "BASE64":
        parts = [value]
        # No base64 contains a colon, so a line without one goes on with the data.
        while at < end and ":" not in lines[at] and lines[at].strip():
            parts.append(lines[at].strip())
            at += 1
        return at, "".join("".join(parts).split())
    return at, value


def _soft_broken(lines: Sequence[str], at: int, end: int, value: str) -> tuple[int, str]:
    parts = [value[:-1]]
    open_end = True
    while open_end and at < end and not is_end(lines[at]):
        line = lines[at].rstrip("\r")
        at += 1
        open_end = line.endswith("=")
        parts.append(line[:-1] if open_end else line)
    return at, "".join(parts)


def is_begin(line: str) -> bool:
    """Tell whether a physical line begins a card, sloppy spelling included."""
    return ":" in line and line.strip("\ufeff \t\r").replace(" ", "").upper() == "BEGIN:VCARD"


def is_end(line: str) -> bool:
    """Tell whether a physical line ends a card, sloppy spelling included."""
    return ":" in line and line.strip("\ufeff \t\r").replace(" ", "").upper() == "END:VCARD"


def split_line(line: str) -> tuple[str, str, str, str] | None:
    """Split an unfolded line into group, name, params and value; None when it is no property."""
    head, colon, value = line.partition(":")
    if not colon:
        return None
    if '"' in head:
        head, value = _split_quoted(line)
    name, _, params = head.partition(";")
    group = ""
    if "." in name:
        group, _, name = name.rpartition(".")
    name = name.strip(" \t\ufeff")
    if not name or " " in name:
        return None
    return group.strip(" \t\ufeff"), name, params, value


def _split_quoted(line: str) -> tuple[str, str]:
    """Part head from value at the first colon outside quotes, or at the very first."""
    quoted = False
    for at, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif character == ":" and not quoted:
            return line[:at], line[at + 1 :]
    head, _, value = line.partition(":")
    return head, value


def parameters(text: str) -> list[tuple[str, list[str]]]:
    """Read parameters: names in capitals, values unquoted; bare words get the name they lack."""
    found: list[tuple[str, list[str]]] = []
    for part in _split_outside_quotes(text, ";"):
        name, equals, value = part.partition("=")
        name = name.strip()
        if equals:
            values = [one.strip().strip('"') for one in _split_outside_quotes(value, ",")]
            found.append((name.upper(), values))
        elif name:
            found.append((_bare_name(name.upper()), [name]))
    return found


def _bare_name(word: str) -> str:
    if word in _BARE_ENCODINGS:
        return "ENCODING"
    return "VALUE" if word in _BARE_VALUES else "TYPE"


def _split_outside_quotes(text: str, mark: str) -> list[str]:
    if '"' not in text:
        return text.split(mark)
    parts: list[str] = []
    open_parts: list[str] = []
    quotes = 0
    for piece in text.split(mark):
        open_parts.append(piece)
        quotes += piece.count('"')
        if quotes % 2 == 0:
            parts.append(mark.join(open_parts))
            open_parts, quotes = [], 0
    return parts + open_parts


@lru_cache(maxsize=4096)
def encoding_of(params: str) -> str:
    """Return QUOTED-PRINTABLE, BASE64 or nothing."""
    capitals = params.upper()
    if "QUOTED-PRINTABLE" in capitals or "ENCODING=Q" in capitals:
        return "QUOTED-PRINTABLE"
    if "BASE64" in capitals or "ENCODING=B" in capitals or 'ENCODING="B' in capitals:
        return "BASE64"
    return ""


def format_line(group: str, name: str, params: str, value: str) -> str:
    """Put the parts together, unfolded and without a line end."""
    head = f"{group}.{name}" if group else name
    return f"{head};{params}:{value}" if params else f"{head}:{value}"


def fold(line: str) -> str:
    """Fold at 75 octets between characters; CRLF inside, none at the end."""
    if len(line) <= FOLD_AT and (line.isascii() or len(line.encode()) <= FOLD_AT):
        return line
    if line.isascii():
        step = FOLD_AT - 1
        rest = [line[at : at + step] for at in range(FOLD_AT, len(line), step)]
        return "\r\n ".join([line[:FOLD_AT], *rest])
    return _fold_wide(line)


def _fold_wide(line: str) -> str:
    data = line.encode()
    parts: list[str] = []
    at, room = 0, FOLD_AT
    while at < len(data):
        stop = min(at + room, len(data))
        while stop < len(data) and data[stop] & 0xC0 == 0x80:
            stop -= 1
        parts.append(data[at:stop].decode())
        at, room = stop, FOLD_AT - 1
    return "\r\n ".join(parts)
