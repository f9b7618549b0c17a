"""Single lines of version 2.1 and 4.0 in the words of version 3.0.

Only what is safe is converted; a parameter or value that 3.0 does not know stays as it is.
"""

from __future__ import annotations

import re

from infoview_gui.interchange.content_lines import ContentLine, encoding_of, format_line
from infoview_gui.interchange.vcard_values import (
    escape,
    escape_breaks,
    part_text,
    phone_text,
    raw_value,
    split_parts,
)

_TEXT_NAMES = {"FN", "NOTE", "TITLE", "ROLE", "LABEL", "MAILER", "SORT-STRING", "PRODID"}
_PART_NAMES = {"N", "ADR", "ORG"}
_LIST_NAMES = {"CATEGORIES", "NICKNAME"}
BINARY_NAMES = {"PHOTO", "LOGO", "SOUND", "KEY"}
_DATA_URI = re.compile(r"data:(?:\w+/)?([\w.+-]*)(?:;[\w.+=-]+)*;base64,", re.IGNORECASE)
_YEARLESS = re.compile(r"--(\d\d)-?(\d\d)$")
_GEO = re.compile(r"geo:(-?[\d.]+),(-?[\d.]+)$", re.IGNORECASE)


def as_version_3(line: ContentLine, version: str) -> ContentLine:
    """Return the same property for a card of version 3.0, unchanged where nothing is needed."""
    encoded = encoding_of(line.params) == "QUOTED-PRINTABLE"
    if encoded or version == "2.1":
        line = _from_2_1(line, version, encoded=encoded)
    if version.startswith("4"):
        line = _from_4_0(line)
    return line


def _from_2_1(line: ContentLine, version: str, *, encoded: bool) -> ContentLine:
    value = _escaped(line.key, raw_value(line), version, encoded=encoded)
    params = modern_params(line)
    if value == line.value and params == line.params:
        return line
    return line._replace(value=value, params=params, source="")


def _escaped(key: str, raw: str, version: str, *, encoded: bool) -> str:
    if key == "AGENT":
        return escape(raw)
    if version == "2.1" and key in _TEXT_NAMES:
        return escape(raw)
    if version == "2.1" and key in _PART_NAMES:
        return ";".join(escape(part_text(part, version)) for part in split_parts(raw))
    if version == "2.1" and key in _LIST_NAMES:
        return ",".join(escape(part_text(part, version)) for part in split_parts(raw, ","))
    return escape_breaks(raw) if encoded else raw


def modern_params(line: ContentLine) -> str:
    """Return the parameters of 3.0: TYPE for bare words, no charset, base64 called b."""
    parts: list[str] = []
    types: list[str] = []
    for name, values in line.parameters():
        kept = [value for value in values if value]
        if name == "TYPE":
            types += kept
        elif name == "ENCODING":
            parts += ["ENCODING=b"] if encoding_of(line.params) == "BASE64" else []
        elif name != "CHARSET":
            parts.append(f"{name}={','.join(map(quoted, kept))}")
    if types:
        parts.append(f"TYPE={','.join(map(quoted, types))}")
    return ";".join(parts)


def quoted(value: str) -> str:
    """Return a parameter's value in quotes where its marks need them; no quotes inside."""
    value = value.replace('"', "'").replace("\r", " ").replace("\n", " ")
    return f'"{value}"' if any(mark in value for mark in ";:,") else value


def _from_4_0(line: ContentLine) -> ContentLine:
    if ("PREF", ["1"]) in line.parameters():
        params = ";".join(filter(None, [without(line, "PREF"), "TYPE=pref"]))
        line = line._replace(params=params, source="")
    key, value = line.key, line.value
    if key == "TEL" and value[:4].lower() == "tel:":
        params = without(line, "VALUE")
        return line._replace(value=phone_text(value), params=params, source="")
    if key in BINARY_NAMES and value[:5].lower() == "data:":
        return _binary(line)
    if key in ("BDAY", "ANNIVERSARY") and (day := _YEARLESS.match(value)):
        # Apple's way, which the others read: a leap year that the parameter takes back.
        params = ";".join(filter(None, [line.params, "X-APPLE-OMIT-YEAR=1604"]))
        return line._replace(value=f"1604-{day[1]}-{day[2]}", params=params, source="")
    if key == "GEO" and (place := _GEO.match(value)):
        return line._replace(value=f"{place[1]};{place[2]}", source="")
    if key == "EMAIL" and value[:7].lower() == "mailto:":
        return line._replace(value=value[7:], params=without(line, "VALUE"), source="")
    return line


def _binary(line: ContentLine) -> ContentLine:
    found = _DATA_URI.match(line.value)
    if not found:
        return line
    params = [part for part in without(line, "VALUE", "MEDIATYPE").split(";") if part]
    kind = found.group(1).upper().removesuffix("+XML")
    added = ["ENCODING=b", *([f"TYPE={kind}"] if kind else [])]
    return line._replace(
        value=line.value[found.end() :], params=";".join([*added, *params]), source=""
    )


def without(line: ContentLine, *names: str) -> str:
    """Return the parameters but those of these names."""
    return ";".join(
        f"{name}={','.join(map(quoted, values))}"
        for name, values in line.parameters()
        if name not in names
    )


def made(name: str, value: str, params: str = "", group: str = "") -> ContentLine:
    """Make a line of our own from an escaped value."""
    return ContentLine(group, name, params, value)


def plain_text(line: ContentLine) -> str:
    """Return the unfolded line."""
    return format_line(line.group, line.name, line.params, line.value)
