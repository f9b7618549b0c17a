"""The lines of a card for somebody who came from no vCard, unfolded."""

from __future__ import annotations

from functools import lru_cache

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.vcard_values import escape, types_for

_POINTS = (("emails", "EMAIL"), ("phones", "TEL"), ("links", "URL"))


def new_lines(card: PersonCard, version: str) -> list[str]:
    """Return the lines between VERSION and END. What no property fits stays local."""
    lines = [f"FN:{escape(shown_name(card))}", f"N:{structured_name(card)}"]
    if card.company:
        lines.append(f"ORG:{escape(card.company)}")
    if card.role:
        lines.append(f"TITLE:{escape(card.role)}")
    if card.zone:
        # Without it 3.0 expects an offset.
        lines.append(f"TZ;VALUE=text:{escape(card.zone)}")
    labelled = 0
    for field_name, name in _POINTS:
        for point in getattr(card, field_name):
            params = _params(point.label, version, preferred=point.preferred)
            if params is None:
                labelled += 1
                params = _params("", version, preferred=point.preferred) or ""
                lines.append(f"item{labelled}.X-ABLabel:{escape(point.label)}")
                lines.append(f"item{labelled}.{name}{params}:{escaped_point(name, point.value)}")
            else:
                lines.append(f"{name}{params}:{escaped_point(name, point.value)}")
    if card.note:
        lines.append(f"NOTE:{escape(card.note)}")
    if card.tags:
        lines.append(f"CATEGORIES:{','.join(map(escape, card.tags))}")
    if card.uid:
        lines.append(f"X-INFOVIEW-ID:{escape(card.uid)}")
    return lines


@lru_cache(maxsize=512)
def _params(label: str, version: str, *, preferred: bool) -> str | None:
    """Return parameters that say label and preference; None when the label needs its own line."""
    types = types_for(label)
    if types is None:
        return None
    ranked = preferred and version.startswith("4")
    words = [*types, *(["pref"] if preferred and not ranked else [])]
    said = f";TYPE={','.join(words)}" if words else ""
    return said + (";PREF=1" if ranked else "")


def shown_name(card: PersonCard) -> str:
    """Return FN, which must be there (RFC 2426): the best there is, as the reader would choose."""
    composed = " ".join(part for part in (card.first_name, card.last_name) if part)
    points = (*card.emails, *card.phones, ContactPoint("?"))
    return card.name or composed or card.company or points[0].value


def structured_name(card: PersonCard) -> str:
    """Return N with its five parts, of which we know two."""
    return f"{escape(card.last_name)};{escape(card.first_name)};;;"


def escaped_point(name: str, value: str) -> str:
    """Return the value of an address line. A link is a URI: its commas are not escaped."""
    if name == "URL" and "\\" not in value and not set(value) & set("\r\n"):
        return value  # our reader takes both
    return escape(value)
