"""Values of vCard properties: escaping, quoted-printable, structured parts, labels.

Knows how one value is written in versions 2.1, 3.0 and 4.0, not what a card consists of.
"""

from __future__ import annotations

import binascii
import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from infoview_gui.interchange.content_lines import ContentLine, encoding_of, parameters
from infoview_gui.interchange.decoding import clean, decode_as

_ESCAPED = re.compile(r"\\([nN,;:\\])")
_APPLE_LABEL = re.compile(r"^_\$!<(.*)>!\$_$", re.DOTALL)
_SILENT_TYPES = {"pref", "internet", "voice", "x400", "msg", "uri", "text"}
_STANDARD_TYPES = ("home", "work", "cell", "fax", "pager", "car", "isdn", "video", "other", "main")
_WORD_OF_TYPE = {"cell": "mobile"}
_TYPE_OF_WORD = {"mobile": "cell"}
NOT_PREFERRED = 1000


class Described(NamedTuple):
    """What the parameters say of an address: its label and its rank, 1 the most preferred."""

    label: str
    rank: int


def unescape(value: str) -> str:
    r"""Undo the escapes of 3.0 and 4.0, and Apple's `\:`; other backslashes stay."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(_unescaped, value)


def _unescaped(found: re.Match[str]) -> str:
    mark = found.group(1)
    return "\n" if mark in "nN" else mark


def escape(text: str) -> str:
    r"""Escape a text value for vCard 3.0. Line ends of any kind become `\n`."""
    if text.isalnum():
        return text
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return escape_breaks(text)


def escape_breaks(text: str) -> str:
    """Escape line ends only, for a value whose other marks are already as they must be."""
    if "\n" not in text and "\r" not in text:
        return text
    return text.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")


def split_parts(value: str, mark: str = ";") -> list[str]:
    """Split at unescaped marks; the parts are still escaped."""
    pieces = value.split(mark)
    if "\\" not in value:
        return pieces
    parts: list[str] = []
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if (len(piece) - len(piece.rstrip("\\"))) % 2 == 0:
            parts.append(mark.join(held))
            held = []
    return [*parts, mark.join(held)] if held else parts


def raw_value(line: ContentLine) -> str:
    """Return the value with quoted-printable undone, escapes still in it."""
    if not line.params or encoding_of(line.params) != "QUOTED-PRINTABLE":
        return line.value
    data = line.value.encode("utf-8")
    return decode_as(binascii.a2b_qp(data), charset_of(line.params))


def charset_of(params: str) -> str:
    """Return the charset that the parameters name, or nothing."""
    if "CHARSET" not in params.upper():
        return ""
    return next((values[0] for name, values in parameters(params) if name == "CHARSET"), "")


def text_value(line: ContentLine, version: str) -> str:
    """Return the text of a property that is one text. In 2.1 a backslash is a backslash."""
    raw = raw_value(line) if line.params else line.value
    return raw if version == "2.1" or "\\" not in raw else unescape(raw)


def parts_of(line: ContentLine, version: str) -> list[str]:
    """Return the texts of a property in parts, such as N and ORG."""
    return [part_text(part, version) for part in split_parts(raw_value(line))]


def part_text(part: str, version: str) -> str:
    r"""Undo the escapes in one part; 2.1 knows only `\;` and `\\`."""
    if "\\" not in part:
        return part
    if version == "2.1":
        return re.sub(r"\\([;\\])", r"\1", part)
    return unescape(part)


def phone_text(value: str) -> str:
    """Return a number as people write it: without `tel:`, the extension said in words."""
    if value[:4].lower() != "tel:":
        return value
    number, _, rest = value[4:].partition(";")
    for part in rest.split(";"):
        if part.lower().startswith("ext="):
            number += f" ext. {part[4:]}"
    # Percent signs can bring back what the border removed.
    return clean(unquote(number))


def email_text(value: str) -> str:
    """Return an address without `mailto:`."""
    return value[7:] if value[:7].lower() == "mailto:" else value


def apple_label(text: str) -> str:
    """Return what is meant by Apple's `_$!<Home>!$_`; its own words in small letters."""
    found = _APPLE_LABEL.match(text)
    return found.group(1).lower() if found else text


@lru_cache(maxsize=2048)
def described(params: str) -> Described:
    """Read label and rank out of parameters; cached, since a file repeats a few of them."""
    words: list[str] = []
    rank = NOT_PREFERRED
    for name, values in parameters(params):
        if name == "PREF":
            rank = min(rank, _rank(values[0]))
        elif name == "TYPE":
            for value in values:
                word = value.lower()
                if word == "pref":
                    rank = min(rank, 1)
                elif word not in _SILENT_TYPES and word:
                    words.append(
                        _WORD_OF_TYPE.get(word, word if word in _STANDARD_TYPES else value)
                    )
    return Described(" ".join(dict.fromkeys(words)), rank)


def _rank(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def types_for(label: str) -> list[str] | None:
    """Return the TYPE values that read back as this label, or None when it needs its own line."""
    words = label.split(" ") if label else []
    types = [_TYPE_OF_WORD.get(word, word) for word in words]
    if all(one in _STANDARD_TYPES for one in types) and described_as(types) == label:
        return types
    return None


def described_as(types: list[str]) -> str:
    """Return the label that TYPE values read back as."""
    return described(f"TYPE={','.join(types)}").label if types else ""
