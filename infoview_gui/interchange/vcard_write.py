"""One person as a vCard 3.0 or 4.0. What the card they came from said is kept, word for word.

Only lines whose modelled value changed are written anew (QUALITY.md P3); photos, unknown
properties, parameters, groups and the order stay. Fields that no vCard property fits (stage,
channel, introduced by) stay local (DEPENDENCIES.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import attrgetter

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.content_lines import FOLD_AT, ContentLine, fold
from infoview_gui.interchange.vcard_4 import as_version_4
from infoview_gui.interchange.vcard_convert import as_version_3, made, plain_text
from infoview_gui.interchange.vcard_edit import Draft
from infoview_gui.interchange.vcard_more import further_lines, is_vcard
from infoview_gui.interchange.vcard_new import new_lines, shown_name, structured_name
from infoview_gui.interchange.vcard_parts import Parts, card_from, parse_text
from infoview_gui.interchange.vcard_values import escape
from infoview_gui.practice.names import split_name

Conversion = Callable[[ContentLine, str], ContentLine]
"""Takes a line and the version of its card."""
_FIELDS_OF_POINTS = (("emails", "EMAIL"), ("phones", "TEL"), ("links", "URL"))
_MODELLED = attrgetter(
    "first_name", "last_name", "name", "company", "role", "emails", "phones", "links", "zone",
    "note", "tags",
)  # fmt: skip
_END = "END:VCARD"
_RETURN = "\r"


def card_text(card: PersonCard, version: str = "3.0") -> str:
    """Return the card with CRLF at every line's end, folded at 75 octets.

    `version` is one of `VERSIONS`. A card without a name but with the vCard it came from keeps
    the name that shows there, unless first or last name have changed.
    """
    parts = parse_text(card.source_text) if is_vcard(card.source_text) else None
    if parts is None:
        body = "".join([f"{_folded(line)}\r\n" for line in new_lines(card, version)])
        return f"BEGIN:VCARD\r\nVERSION:{version}\r\n{body}END:VCARD\r\n"
    return _kept(parts, card, version)


def _folded(line: str) -> str:
    return line if len(line) <= FOLD_AT and line.isascii() else fold(line)


def _kept(parts: Parts, card: PersonCard, version: str) -> str:
    """Return the vCard that a person came from, with what has changed since."""
    old = card_from(parts)
    if not card.name:
        card = _named_today(old, card)
        if set(card.tags) == set(old.tags):
            card = replace(card, tags=old.tags)  # kept without their order
    same = _MODELLED(old) == _MODELLED(card) and old.uid in ("", card.uid)
    if same and not card.further and _stands(parts, card, version):
        return _word_for_word(card, old.uid)
    draft = Draft(parts)
    _apply(draft, old, card)
    same = parts.well_formed and parts.version == version
    convert = _as_it_is if same and version == "3.0" else _CONVERSIONS[version]
    lines = _complete(draft.finished(), parts.version, card, convert)
    if card.further:
        more = further_lines(parts, card.further)
        lines += [_CONVERSIONS[version](line, one) for line, one in more]
    body = "".join(map(_written, lines))
    return f"BEGIN:VCARD\r\nVERSION:{version}\r\n{body}END:VCARD\r\n"


def _named_today(old: PersonCard, new: PersonCard) -> PersonCard:
    """Return the card under the name it had, titles and all, while it is made of the same names.

    Who came with one whole name only was given a first and a last name out of it.
    """
    had, has = (old.first_name, old.last_name), (new.first_name, new.last_name)
    if has == had or (not any(had) and has == split_name(old.name)):
        return replace(new, name=old.name, first_name=old.first_name, last_name=old.last_name)
    return replace(new, name=" ".join(part for part in has if part))


def _stands(parts: Parts, card: PersonCard, version: str) -> bool:
    """Tell whether the card's own text is as we would write it."""
    where, lines = parts.where, parts.lines
    return (
        parts.well_formed
        and parts.version == version
        and where.get("VERSION") == [0]
        and not any(_is_empty(lines[at]) for at in where.get("FN", ()))
        and {"FN", "N"} <= where.keys()
        and card.source_text.endswith(_END)
    )


def _word_for_word(card: PersonCard, uid: str) -> str:
    # A physical line may be folded wherever it is too long, also where it is a fold itself.
    lines = [_folded(line) for line in card.source_text.replace("\r", "").split("\n")]
    if card.uid and not uid:
        lines.insert(-1, _folded(f"X-INFOVIEW-ID:{escape(card.uid)}"))
    return "\r\n".join(lines) + "\r\n"


def cards_text(cards: Iterable[PersonCard], version: str = "3.0") -> Iterable[str]:
    """Return the text of each card in turn; written one after another they are a file."""
    return (card_text(card, version) for card in cards)


def _as_3(line: ContentLine, version: str) -> ContentLine:
    # A line without source was made or changed by us and speaks 3.0 already.
    return as_version_3(line, version) if line.source else line


def _as_it_is(line: ContentLine, _version: str) -> ContentLine:
    """Of a well-formed card of version 3.0 nothing needs converting."""
    return line


_CONVERSIONS: dict[str, Conversion] = {"3.0": _as_3, "4.0": as_version_4}
VERSIONS = tuple(_CONVERSIONS)


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
        draft.set_text("FN", shown_name(new))
    for field_name, name in (("note", "NOTE"), ("zone", "TZ"), ("uid", "X-INFOVIEW-ID")):
        text = getattr(new, field_name)
        if getattr(old, field_name) != text:
            draft.set_only_text(name, text)


def _complete(
    lines: list[ContentLine], version: str, card: PersonCard, convert: Conversion
) -> list[ContentLine]:
    """Convert from the card's own version and add what is demanded: FN with a name, and N."""
    done: list[ContentLine] = []
    shown = any(line.name.upper() == "FN" and not _is_empty(line) for line in lines)
    names: set[str] = set()
    for line in lines:
        key = line.name.upper()
        empty = key == "FN" and _is_empty(line)
        if key == "VERSION" or (empty and (shown or key in names)):
            continue
        names.add(key)
        done.append(made("FN", escape(shown_name(card))) if empty else convert(line, version))
    if "N" not in names:
        done.insert(0, made("N", structured_name(card)))
    if "FN" not in names:
        done.insert(0, made("FN", escape(shown_name(card))))
    return done


def _is_empty(line: ContentLine) -> bool:
    return not line.value.replace(";", "").strip()


def _written(line: ContentLine) -> str:
    """Return the line as it was read where that is well formed, else folded anew."""
    source = line.source
    if source and "\n" not in source:
        return f"{_folded(source.rstrip(_RETURN))}\r\n"
    if source and source.isascii():
        pieces = [piece.rstrip("\r") for piece in source.split("\n")]
        while len(pieces) > 1 and not pieces[-1]:
            pieces.pop()
        if all(len(piece) <= FOLD_AT for piece in pieces) and _is_folded(pieces):
            return "\r\n".join(pieces) + "\r\n"
    return fold(plain_text(line).replace("\r", "").strip("\ufeff")) + "\r\n"


def _is_folded(pieces: list[str]) -> bool:
    return all(piece.startswith((" ", "\t")) for piece in pieces[1:])
