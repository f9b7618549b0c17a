"""One person as a vCard 3.0. What the card they came from said is kept, word for word.

Only lines whose modelled value changed are written anew (QUALITY.md P3); photos, unknown
properties, parameters, groups and the order stay. Fields that no vCard property fits (stage,
channel, introduced by) stay local (DEPENDENCIES.md).
"""

from __future__ import annotations

from collections.abc import Iterable

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.content_lines import FOLD_AT, ContentLine, fold
from infoview_gui.interchange.vcard_convert import as_version_3, made, plain_text
from infoview_gui.interchange.vcard_edit import Draft
from infoview_gui.interchange.vcard_parts import card_from, parse_text
from infoview_gui.interchange.vcard_values import escape

_FIELDS_OF_POINTS = (("emails", "EMAIL"), ("phones", "TEL"), ("links", "URL"))


def card_text(card: PersonCard) -> str:
    """Return the card with CRLF at every line's end, folded at 75 octets."""
    parts = parse_text(card.source_text) if "VCARD" in card.source_text[:40].upper() else None
    if parts is None:
        lines = _new_lines(card)
    else:
        draft = Draft(parts)
        _apply(draft, card_from(parts), card)
        lines = _complete(draft.finished(), parts.version, card)
    body = "".join(map(_written, lines))
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\n{body}END:VCARD\r\n"


def cards_text(cards: Iterable[PersonCard]) -> Iterable[str]:
    """Return the text of each card in turn; written one after another they are a file."""
    return map(card_text, cards)


def _new_lines(card: PersonCard) -> list[ContentLine]:
    lines = [made("FN", escape(_shown_name(card))), made("N", _structured_name(card))]
    for name, text in (("ORG", card.company), ("TITLE", card.role)):
        if text:
            lines.append(made(name, escape(text)))
    draft = Draft(None)
    if card.zone:
        draft.set_text("TZ", card.zone)
    for field_name, name in _FIELDS_OF_POINTS:
        for point in getattr(card, field_name):
            draft.add_point(name, point)
    lines += draft.finished()
    if card.note:
        lines.append(made("NOTE", escape(card.note)))
    if card.tags:
        lines.append(made("CATEGORIES", ",".join(map(escape, card.tags))))
    if card.uid:
        lines.append(made("X-INFOVIEW-ID", escape(card.uid)))
    return lines


def _shown_name(card: PersonCard) -> str:
    """FN must be there (RFC 2426): the best there is, as the reader would choose it."""
    points = (*card.emails, *card.phones, ContactPoint("?"))
    composed = " ".join(part for part in (card.first_name, card.last_name) if part)
    return card.name or composed or card.company or points[0].value


def _structured_name(card: PersonCard) -> str:
    return f"{escape(card.last_name)};{escape(card.first_name)};;;"


def _apply(draft: Draft, old: PersonCard, new: PersonCard) -> None:
    """Carry into the draft what differs between the card read and the card wanted."""
    if (old.last_name, old.first_name) != (new.last_name, new.first_name):
        last = new.last_name if old.last_name != new.last_name else None
        first = new.first_name if old.first_name != new.first_name else None
        draft.set_parts("N", (last, first), 5)
    if old.company != new.company:
        draft.set_parts("ORG", (new.company,), 1)
    if old.role != new.role:
        draft.set_role(new.role)
    if old.tags != new.tags:
        draft.set_list("CATEGORIES", new.tags)
    _apply_texts(draft, old, new)
    for field_name, name in _FIELDS_OF_POINTS:
        if getattr(old, field_name) != getattr(new, field_name):
            draft.set_points(field_name, name, getattr(new, field_name))


def _apply_texts(draft: Draft, old: PersonCard, new: PersonCard) -> None:
    if old.name != new.name:
        draft.set_text("FN", _shown_name(new))
    for field_name, name in (("note", "NOTE"), ("zone", "TZ"), ("uid", "X-INFOVIEW-ID")):
        text = getattr(new, field_name)
        if getattr(old, field_name) != text:
            draft.set_only_text(name, text)


def _complete(lines: list[ContentLine], version: str, card: PersonCard) -> list[ContentLine]:
    """Convert to 3.0 and add what 3.0 demands: FN and N, first."""
    done: list[ContentLine] = []
    names: set[str] = set()
    for line in lines:
        key = line.key
        if key == "VERSION" or (key in ("FN", "N") and _is_empty(line)):
            continue
        names.add(key)
        # A line without source was made or changed by us and speaks 3.0 already.
        done.append(as_version_3(line, version) if line.source else line)
    if "N" not in names:
        done.insert(0, made("N", _structured_name(card)))
    if "FN" not in names:
        done.insert(0, made("FN", escape(_shown_name(card))))
    return done


def _is_empty(line: ContentLine) -> bool:
    return not line.value.replace(";", "").strip()


def _written(line: ContentLine) -> str:
    """Return the line as it was read where that is well formed, else folded anew."""
    source = line.source
    if source and source.isascii():
        pieces = [piece.rstrip("\r") for piece in source.split("\n")]
        while len(pieces) > 1 and not pieces[-1]:
            pieces.pop()
        if all(len(piece) <= FOLD_AT for piece in pieces) and _is_folded(pieces):
            return "\r\n".join(pieces) + "\r\n"
    return fold(plain_text(line).replace("\r", "").strip("\ufeff")) + "\r\n"


def _is_folded(pieces: list[str]) -> bool:
    return all(piece.startswith((" ", "\t")) for piece in pieces[1:])
