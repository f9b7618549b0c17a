"""Single lines of version 3.0 in the words of version 4.0 (RFC 6350).

Only what is safe is converted; what 4.0 dropped (LABEL, MAILER, AGENT …) stays as it is, since
readers pass over properties that they do not know and ours takes them back.
"""

from __future__ import annotations

import re

from infoview_gui.interchange.content_lines import ContentLine, encoding_of
from infoview_gui.interchange.vcard_convert import BINARY_NAMES, as_version_3, quoted, without

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z?))?$")
_PLACE = re.compile(r"(-?[\d.]+)[;,](-?[\d.]+)$")
_MOMENTS = {"BDAY", "ANNIVERSARY", "REV", "DEATHDATE"}
_MEDIA = {"SOUND": "audio", "KEY": "application"}
_NO_YEAR = "X-APPLE-OMIT-YEAR"
_SNIFFED = {"/9j/": "jpeg", "iVBO": "png", "R0lG": "gif", "UklG": "webp", "Qk": "bmp"}
"""How pictures begin in base64, for those that do not say what they are."""


def as_version_4(line: ContentLine, version: str) -> ContentLine:
    """Return the same property for a card of version 4.0, unchanged where nothing is needed."""
    if version.startswith("4") and line.source:
        return line
    line = as_version_3(line, version) if line.source else line
    key = line.key
    if key in _MOMENTS:
        return _moment(line)
    if key == "GEO" and (place := _PLACE.match(line.value)):
        return line._replace(value=f"geo:{place[1]},{place[2]}", source="")
    if not line.params:
        return line
    if key in BINARY_NAMES and encoding_of(line.params) == "BASE64":
        return _data_uri(line)
    return _ranked(line) if "PREF" in line.params.upper() else line


def _moment(line: ContentLine) -> ContentLine:
    found = _DAY.match(line.value)
    if not found:
        return line
    year, month, day, hour, minute, second, zone = found.groups()
    parameters = dict(line.parameters())
    if parameters.get(_NO_YEAR) == [year]:
        params = without(line, _NO_YEAR)
        return line._replace(value=f"--{month}{day}", params=params, source="")
    value = f"{year}{month}{day}" + (f"T{hour}{minute}{second or '00'}{zone}" if hour else "")
    return line._replace(value=value, source="")


def _data_uri(line: ContentLine) -> ContentLine:
    types = [value for name, values in line.parameters() if name == "TYPE" for value in values]
    kinds = [kind for kind in types if kind.lower() != "pref"]
    guess = next((kind for head, kind in _SNIFFED.items() if line.value.startswith(head)), "")
    kind = kinds[0].lower() if kinds else guess if line.key in ("PHOTO", "LOGO") else ""
    media = f"{_MEDIA.get(line.key, 'image')}/{kind}" if kind else ""
    params = [without(line, "ENCODING", "TYPE")] + (["PREF=1"] if len(types) > len(kinds) else [])
    return line._replace(
        value=f"data:{media};base64,{line.value}", params=";".join(filter(None, params)), source=""
    )


def _ranked(line: ContentLine) -> ContentLine:
    """Say TYPE=pref as PREF=1."""
    parts: list[str] = []
    preferred = ranked = False
    for name, values in line.parameters():
        kept = [value for value in values if name != "TYPE" or value.lower() != "pref"]
        preferred = preferred or len(kept) < len(values)
        ranked = ranked or name == "PREF"
        if kept:
            parts.append(f"{name}={','.join(map(quoted, kept))}")
    if not preferred:
        return line
    return line._replace(params=";".join([*parts, *([] if ranked else ["PREF=1"])]), source="")
