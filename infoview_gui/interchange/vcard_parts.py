"""One card taken apart: its lines, and which line says which of the things we model.

Used by the reader to fill a `PersonCard` and by the writer to know which line to change.
"""

from __future__ import annotations

from dataclasses import dataclass

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.content_lines import (
    ContentLine,
    physical_lines,
    read_lines,
)
from infoview_gui.interchange.content_quick import well_formed_lines
from infoview_gui.interchange.vcard_spans import Span, card_spans
from infoview_gui.interchange.vcard_values import (
    NOT_PREFERRED,
    apple_label,
    described,
    email_text,
    part_text,
    parts_of,
    phone_text,
    raw_value,
    split_parts,
    text_value,
)
from infoview_gui.interchange.zones import known_zone

POINTS = {
    "EMAIL": "emails",
    "TEL": "phones",
    "URL": "links",
    "X-SOCIALPROFILE": "links",
    "SOCIALPROFILE": "links",
}
_NAMES_OF = {
    field: [name for name in POINTS if POINTS[name] == field] for field in set(POINTS.values())
}
_TEXTS = {"FN", "N", "ORG", "TITLE", "ROLE", "NOTE", "CATEGORIES", "TZ", "NICKNAME"}
_MODELLED = _TEXTS | {"VERSION", "X-INFOVIEW-ID", "X-ABLABEL", *POINTS}


@dataclass(slots=True)
class Parts:
    """A card's lines and where each modelled property stands among them."""

    version: str
    lines: list[ContentLine]
    bad: list[tuple[int, str]]
    where: dict[str, list[int]]
    """Positions in `lines` by name in capitals, modelled names only."""
    labels: dict[str, str]
    """X-ABLabel by group in small letters."""
    well_formed: bool = False
    """Whether every line was one beyond doubt."""


def take_apart(lines: list[str], span: Span) -> Parts:
    """Read the lines of one card."""
    if span.closed and not span.nested:
        body = "\n".join(lines[span.first + 1 : span.last - 1]) + "\n"
        quick = well_formed_lines(body) if len(body) > 1 else None
        if quick is not None:
            parts = _located(quick, [])
            parts.well_formed = True
            return parts
    return _taken_slowly(lines, span)


def _taken_slowly(lines: list[str], span: Span) -> Parts:
    found: list[ContentLine] = []
    bad: list[tuple[int, str]] = []
    last = span.last - 1 if span.closed else span.last
    at = span.first + 1
    for begin, end in [*span.nested, (last, last)]:
        for line in read_lines(lines, at, begin):
            if isinstance(line, ContentLine):
                found.append(line)
            else:
                bad.append(line)
        if end > begin and found:
            found[-1] = _with_nested(found[-1], lines[begin:end])
        at = end
    return _located(found, bad)


def _with_nested(agent: ContentLine, inner: list[str]) -> ContentLine:
    begun = [agent.value.strip()] if agent.value.strip() else []
    text = "\n".join([*begun, *(line.rstrip("\r") for line in inner)])
    return agent._replace(value=text, source=agent.source + "\n" + "\n".join(inner))


def _located(lines: list[ContentLine], bad: list[tuple[int, str]]) -> Parts:
    where: dict[str, list[int]] = {}
    keys = [line.name.upper() for line in lines]
    for position, key in enumerate(keys):
        if key in _MODELLED:
            where.setdefault(key, []).append(position)
    version = lines[where["VERSION"][0]].value.strip() if "VERSION" in where else "3.0"
    labels: dict[str, str] = {}
    for position in where.get("X-ABLABEL", ()):
        line = lines[position]
        labels.setdefault(line.group.lower(), apple_label(text_value(line, version).strip()))
    labels.pop("", None)
    return Parts(version, lines, bad, where, labels)


def parse_text(text: str) -> Parts | None:
    """Take apart the first card of a text; None when there is none."""
    lines = physical_lines(text)
    spans = card_spans(lines)
    return take_apart(lines, spans[0]) if spans else None


def first_text(parts: Parts, name: str) -> str:
    """Return the first text of this name that is not blank."""
    for position in parts.where.get(name, ()):
        text = text_value(parts.lines[position], parts.version).strip()
        if text:
            return text
    return ""


def points_of(parts: Parts, field_name: str) -> list[tuple[int, ContactPoint]]:
    """Return the addresses of one field with the positions of their lines; one is preferred."""
    ranked: list[tuple[int, int, str, str]] = []
    lines, where, labels = parts.lines, parts.where, parts.labels
    for name in _NAMES_OF[field_name]:
        for position in where.get(name, ()):
            line = lines[position]
            value = _point_text(line, parts.version)
            if value:
                label, rank = described(line.params)
                if line.group and labels:
                    label = labels.get(line.group.lower(), "") or label
                ranked.append((position, rank, value, label))
    if not ranked:
        return []
    if len(ranked) == 1:
        ((position, rank, value, label),) = ranked
        return [(position, ContactPoint(value, label, rank < NOT_PREFERRED))]
    ranked.sort()
    best = min(ranked, key=_rank_of)
    first = best[0] if best[1] < NOT_PREFERRED else -1
    return [
        (position, ContactPoint(value, label, position == first))
        for position, _, value, label in ranked
    ]


def _rank_of(entry: tuple[int, int, str, str]) -> int:
    return entry[1]


def _point_text(line: ContentLine, version: str) -> str:
    text = text_value(line, version).strip()
    key = line.name.upper()
    if key == "TEL":
        return phone_text(text)
    if key == "EMAIL":
        return email_text(text)
    # 2.1 has no escape for a colon, yet Apple's cards of every version carry one.
    return text.replace("\\:", ":") if version == "2.1" else text


def name_parts(parts: Parts) -> list[str]:
    """Return family, given, additional, prefixes, suffixes; each without outer blanks."""
    for position in parts.where.get("N", ()):
        raw = _raw(parts, position)
        if "\\" in raw or "," in raw:
            texts = [_listed(part, parts.version) for part in split_parts(raw)]
        else:
            texts = [part.strip() for part in raw.split(";")]
        if any(texts):
            return (texts + [""] * 5)[:5]
    return [""] * 5


def _raw(parts: Parts, position: int) -> str:
    return raw_value(parts.lines[position])


def _listed(part: str, version: str) -> str:
    """A part may be a list (John,Paul): its values are shown with blanks between them."""
    if version != "2.1" and "," in part:
        values = [part_text(one, version).strip() for one in split_parts(part, ",")]
        return " ".join(value for value in values if value)
    return part_text(part, version).strip()


def full_name(parts: Parts) -> str:
    """Return FN, or the best there is instead of it: N, ORG, NICKNAME, e-mail, phone."""
    shown = first_text(parts, "FN")
    if shown:
        return shown
    family, given, additional, prefix, suffix = name_parts(parts)
    composed = " ".join(part for part in (prefix, given, additional, family, suffix) if part)
    if composed:
        return composed
    other = company_of(parts) or first_text(parts, "NICKNAME")
    if other:
        return other
    points = points_of(parts, "emails") or points_of(parts, "phones")
    return points[0][1].value if points else ""


def company_of(parts: Parts) -> str:
    """Return the first part of ORG; departments stay in the card's text."""
    for position in parts.where.get("ORG", ()):
        company = parts_of(parts.lines[position], parts.version)[0].strip()
        if company:
            return company
    return ""


def role_of(parts: Parts) -> str:
    """Return TITLE, or ROLE where there is no title."""
    return first_text(parts, "TITLE") or first_text(parts, "ROLE")


def note_of(parts: Parts) -> str:
    """Return all notes, a blank line between two."""
    texts = [
        text_value(parts.lines[position], parts.version).replace("\r\n", "\n").strip()
        for position in parts.where.get("NOTE", ())
    ]
    return "\n\n".join(text for text in texts if text)


def tags_of(parts: Parts) -> tuple[str, ...]:
    """Return the categories in order, each once."""
    tags: dict[str, None] = {}
    for position in parts.where.get("CATEGORIES", ()):
        for part in split_parts(_raw(parts, position), ","):
            tag = part_text(part, parts.version).strip()
            if tag:
                tags[tag] = None
    return tuple(tags)


def zone_of(parts: Parts) -> str:
    """Return TZ when it names a zone; an offset is no zone."""
    return next((zone for zone in map(known_zone, _zone_texts(parts)) if zone), "")


def _zone_texts(parts: Parts) -> list[str]:
    return [
        text_value(parts.lines[position], parts.version) for position in parts.where.get("TZ", ())
    ]


def card_from(parts: Parts) -> PersonCard:
    """Fill a card from its parts."""
    where = parts.where
    family, given, _, _, _ = name_parts(parts)
    return PersonCard(
        first_name=given,
        last_name=family,
        name=full_name(parts),
        company=company_of(parts) if "ORG" in where else "",
        role=role_of(parts),
        emails=tuple(point for _, point in points_of(parts, "emails")),
        phones=tuple(point for _, point in points_of(parts, "phones")),
        links=tuple(point for _, point in points_of(parts, "links")),
        zone=zone_of(parts) if "TZ" in where else "",
        note=note_of(parts) if "NOTE" in where else "",
        tags=tags_of(parts) if "CATEGORIES" in where else (),
        uid=first_text(parts, "X-INFOVIEW-ID"),
    )
