"""What further vCards of one person said beyond the first, which is the one that is kept.

Somebody imported twice, or merged out of two people, keeps both photos, both postal addresses and
whatever else no field of ours holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infoview_gui.interchange.content_lines import ContentLine
from infoview_gui.interchange.vcard_parts import Parts, parse_text

_HELD = frozenset(
    ("VERSION", "FN", "N", "ORG", "TITLE", "ROLE", "NOTE", "CATEGORIES", "TZ", "EMAIL", "TEL",
     "URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-INFOVIEW-ID")
)  # fmt: skip
"""What our fields hold of every card that came."""
_ONCE = frozenset(
    ("BDAY", "ANNIVERSARY", "DEATHDATE", "GENDER", "KIND", "UID", "REV", "PRODID", "SORT-STRING",
     "CLASS", "MAILER", "NAME", "SOURCE", "PROFILE", "X-APPLE-OMIT-YEAR", "X-ABSHOWAS")
)  # fmt: skip
"""A person has one of these; the first card's holds."""


def further_lines(first: Parts, texts: Iterable[str]) -> Iterator[tuple[ContentLine, str]]:
    """Return the lines of further cards that the first does not have, each with its version."""
    said = {(line.key, line.value) for line in first.lines}
    names = {line.key for line in first.lines}
    groups = {line.group.lower() for line in first.lines if line.group}
    for text in texts:
        parts = parse_text(text) if is_vcard(text) else None
        if parts is None:
            continue
        renamed = _free_groups(parts, groups)
        for line in _news(parts, said, names):
            group = renamed.get(line.group.lower(), "")
            yield (line if group == line.group else _regrouped(line, group)), parts.version


def is_vcard(text: str) -> bool:
    """Tell whether a text that a person came from is a vCard."""
    return "VCARD" in text[:40].upper()


def _regrouped(line: ContentLine, group: str) -> ContentLine:
    # The source begins with the group and a dot; what follows stays word for word.
    return line._replace(group=group, source=group + line.source.lstrip()[len(line.group) :])


def _news(parts: Parts, said: set[tuple[str, str]], names: set[str]) -> list[ContentLine]:
    """Return the lines that are new, each with the lines of its group that describe it."""
    fresh = [line for line in parts.lines if _is_new(line, said, names)]
    groups = {line.group.lower() for line in fresh if line.group and not _describes(line)}
    kept = [line for line in fresh if not _describes(line) or line.group.lower() in groups]
    said.update((line.key, line.value) for line in kept if not _describes(line))
    names.update(line.key for line in kept)
    return kept


def _describes(line: ContentLine) -> bool:
    """Tell whether a line speaks of another one of its group, as Apple's labels do."""
    return bool(line.group) and line.key.startswith("X-AB")


def _is_new(line: ContentLine, said: set[tuple[str, str]], names: set[str]) -> bool:
    key = line.key
    if key in _HELD or (key in _ONCE and key in names) or not line.value.strip():
        return False
    return _describes(line) or (key, line.value) not in said


def _free_groups(parts: Parts, taken: set[str]) -> dict[str, str]:
    """Give each group of a card a name that no other card has, and take it."""
    renamed: dict[str, str] = {}
    for line in parts.lines:
        if line.group and line.group.lower() not in renamed:
            name, number = line.group, 0
            while name.lower() in taken:
                number += 1
                name = f"item{number}"
            taken.add(name.lower())
            renamed[line.group.lower()] = name
    return renamed
