"""What is true of a vCard file, found without our reader; and what may be compared of two cards."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from collections.abc import Iterator

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.content_lines import ContentLine
from infoview_gui.interchange.vcard_parts import parse_text
from infoview_gui.interchange.vcard_values import raw_value
from tests.corpora.manifest import Entry, asserted, data_of

REWRITTEN = {"VERSION", "FN", "N", "TEL", "AGENT", "BDAY", "GEO", "ANNIVERSARY", "REV"}
"""What versions write differently; asserted in tests of their own."""


def plain(text: str) -> str:
    """Return a name as it is compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def true_names(entry: Entry) -> Counter[str]:
    """Return the names a valid file must give: asserted by its source, else plain FN lines."""
    values = asserted(entry)
    listed = values.get("cards") or [{"FN": name} for name in as_list(values.get("FN"))]
    said = [plain(str(as_list(card.get("FN"))[0])) for card in listed if as_list(card.get("FN"))]
    found = Counter(said)
    for name in fn_lines(data_of(entry)):
        if name not in found:
            found[name] += 1
    return found


def as_list(value: object) -> list[object]:
    """Return what may be one or several as several."""
    return value if isinstance(value, list) else [] if value is None else [value]


def fn_lines(data: bytes) -> Iterator[str]:
    """Yield each FN as a naive reader sees it, where it is plain enough to be sure."""
    try:
        text = data.decode("utf-16" if data[:2] in (codecs.BOM_LE, codecs.BOM_BE) else "utf-8-sig")
    except UnicodeDecodeError:
        return
    unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    depth = 0
    for line in unfolded.split("\n"):
        head, _, value = line.partition(":")
        depth += line.strip().upper().endswith("BEGIN:VCARD")
        depth -= line.strip().upper() == "END:VCARD"
        if depth == 1 and head.upper() == "FN" and value.strip() and "\\" not in value:
            yield plain(value)


def modelled(card: PersonCard) -> list[object]:
    """Return everything we model of a card."""
    points = [
        [(point.value, point.label, point.preferred) for point in field]
        for field in (card.emails, card.phones, card.links)
    ]
    texts = [card.name, card.first_name, card.last_name, card.company, card.role]
    return [*points, [*texts, card.note, card.zone, card.tags, card.uid]]


def kept(text: str) -> set[tuple[str, str, str]]:
    """Return the properties that must come out as they are: group, name and value."""
    parts = parse_text(text)
    assert parts is not None
    return {
        (line.group, line.name, comparable(line))
        for line in parts.lines
        if line.key not in REWRITTEN
    }


def comparable(line: ContentLine) -> str:
    """Return a value without what versions write differently: escapes, blanks, data URIs."""
    value = raw_value(line).rpartition(";base64,")[2].rpartition("data:")[2]
    marks = str.maketrans("", "", "\\\r\n \t")
    return value.replace("\\n", "").replace("\\N", "").translate(marks).removeprefix("base64,")
