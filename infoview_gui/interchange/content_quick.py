"""The lines of a well-formed card in one go; nearly every card is one.

`content_lines.read_lines` is the rule and takes what is odd; this must never say anything else.
"""

from __future__ import annotations

import re

from infoview_gui.interchange.content_lines import ContentLine, encoding_of

_LINE = re.compile(
    r"(((?:[\w-]++\.)*+[\w-]++)(?:;((?:[^:\"\r\n]++|\"[^\"\r\n]*+\")*+))?:"
    r"([^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)\r?)\n",
    re.ASCII,
)
_FOLD = re.compile(r"\r?\n[ \t]")


def well_formed_lines(text: str) -> list[ContentLine] | None:
    """Return the lines of a text in which each is one beyond doubt, else None.

    The text ends with a line feed. Quoted-printable and blank lines are matters of doubt.
    """
    capitals = text.upper()
    if "QUOTED-PRINTABLE" in capitals or "ENCODING=Q" in capitals or 'ENCODING="Q' in capitals:
        return None
    found = _LINE.findall(text)
    # Matches neither overlap nor come out of order: they are the text if they are as long.
    if sum([len(one[0]) for one in found]) + len(found) != len(text):
        return None
    encoded = "BASE64" in capitals or "ENCODING=B" in capitals or 'ENCODING="B' in capitals
    return [
        ContentLine("", name, params, value, source)
        if "." not in name and "\n" not in value and not (encoded and params)
        else _joined(name, params, value, source)
        for source, name, params, value in found
    ]


def _joined(name: str, params: str, value: str, source: str) -> ContentLine:
    """Return a line that has a group, is folded or may be encoded."""
    group, _, name = name.rpartition(".")
    if "\n" in value:
        value = _FOLD.sub("", value)
    if params and encoding_of(params) == "BASE64":
        value = "".join(value.split())
    return ContentLine(group, name, params, value, source)
