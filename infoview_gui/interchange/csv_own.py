"""The columns of our own CSV, and one row of it read back exactly as it was written.

Shared by the writer and the reader, so that what one does the other undoes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from infoview_gui.interchange.cards import CHANNELS, ContactPoint, PersonCard
from infoview_gui.interchange.csv_guard import unguard
from infoview_gui.interchange.zones import known_zone

TEXTS = {
    "First Name": "first_name",
    "Last Name": "last_name",
    "Name": "name",
    "Company": "company",
    "Role": "role",
    "Time Zone": "zone",
    "Found Through": "channel",
    "Where or How": "channel_detail",
    "Introduced By": "introduced_by",
    "Stage": "stage",
    "Note": "note",
    "Infoview ID": "uid",
}
POINTS = {"E-mail": "emails", "Phone": "phones", "Link": "links"}
CHANNEL_WORDS = {
    "friends": "Friends and family",
    "website": "Company website",
    "event": "Networking event",
    "association": "Professional association",
    "social": "Social networking tool",
    "introduction": "Introduction",
}
_CHANNEL_KEYS = {words.casefold(): key for key, words in CHANNEL_WORDS.items()}
_CHANNEL_HINTS = {
    "friend": "friends", "family": "friends", "website": "website", "event": "event",
    "conference": "event", "meetup": "event", "fair": "event", "association": "association",
    "alumni": "association", "introduc": "introduction", "referr": "introduction",
    "linkedin": "social", "xing": "social", "facebook": "social", "social": "social",
}  # fmt: skip
_NUMBERED = re.compile(r"(E-mail|Phone|Link) (\d{1,4}) - (Label|Value)")
_CONTINUED = re.compile(r"(.+) \((\d{1,3})\)")
"""A workbook's cell holds 32,767 characters; the rest of a text stands in *Note (2)*."""


def channel_of(text: str) -> tuple[str, str]:
    """Return the channel that a foreign word means, and the word where it says more; or nothing."""
    plain = text.strip().casefold()
    if plain in CHANNELS:
        return plain, ""
    if plain in _CHANNEL_KEYS:
        return _CHANNEL_KEYS[plain], ""
    found = next((key for hint, key in _CHANNEL_HINTS.items() if hint in plain), "")
    return found, text.strip() if found else ""


def is_own_column(header: str) -> bool:
    """Tell whether our own writer gives this header a meaning."""
    more = _CONTINUED.fullmatch(header)
    name = more[1] if more else header
    return name in TEXTS or header == "Tags" or bool(_NUMBERED.fullmatch(header))


def label_cell(point: ContactPoint) -> str:
    """Write a label; `* ` before it marks the preferred one, as Google does it."""
    if point.preferred:
        return f"* {point.label}"
    # A label that looks like a mark gets a backslash, which the reader takes away.
    return "\\" + point.label if point.label.startswith(("*", "\\")) else point.label


def label_from(cell: str) -> tuple[str, bool]:
    """Undo `label_cell`; a blank that a spreadsheet trimmed is not missed."""
    if cell.startswith("*"):
        return cell[2:], True
    return cell.removeprefix("\\"), False


def tags_cell(tags: Sequence[str]) -> str:
    """Write tags with `; ` between them; a semicolon within one gets a backslash."""
    return "; ".join(tag.replace("\\", "\\\\").replace(";", "\\;") for tag in tags)


def tags_from(cell: str) -> tuple[str, ...]:
    """Undo `tags_cell`."""
    tags: list[str] = []
    held: list[str] = []
    escaped = False
    for character in cell + ";":
        if escaped:
            held.append(character)
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == ";":
            tag = "".join(held)
            tags.append(tag.removeprefix(" ") if tags else tag)
            held = []
        else:
            held.append(character)
    return tuple(tag for tag in tags if tag)


def own_card(header: Sequence[str], cells: Sequence[str], *, guarded: bool = True) -> PersonCard:
    """Read a row that our writer wrote. Nothing is trimmed or guessed.

    ``guarded``: an apostrophe before a formula character is ours and taken away.
    """
    card = PersonCard()
    labels: dict[tuple[str, int], str] = {}
    values: dict[tuple[str, int], str] = {}
    for head, raw in zip(header, cells, strict=False):
        if not raw:
            continue
        cell = unguard(raw) if guarded and raw[0] == "'" else raw
        if head in TEXTS:
            setattr(card, TEXTS[head], cell)
        elif head == "Tags":
            card.tags = tags_from(cell)
        elif found := _NUMBERED.fullmatch(head):
            into = values if found[3] == "Value" else labels
            into[found[1], int(found[2])] = cell
        elif (more := _CONTINUED.fullmatch(head)) and more[1] in TEXTS:
            setattr(card, TEXTS[more[1]], getattr(card, TEXTS[more[1]]) + cell)
    card.channel = _CHANNEL_KEYS.get(card.channel.casefold(), "")
    card.zone = known_zone(card.zone)
    _set_points(card, labels, values)
    return card


def _set_points(
    card: PersonCard, labels: dict[tuple[str, int], str], values: dict[tuple[str, int], str]
) -> None:
    found: dict[str, list[ContactPoint]] = {}
    for key in sorted(values):
        point = ContactPoint(values[key], *label_from(labels.get(key, "")))
        found.setdefault(POINTS[key[0]], []).append(point)
    for field, points in found.items():
        setattr(card, field, tuple(points))
