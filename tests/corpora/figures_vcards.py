"""vCards: ours beside vobject."""

from __future__ import annotations

import logging
from collections import Counter

import vobject

from infoview_gui.interchange.cards import PersonCard, UnreadableFile
from infoview_gui.interchange.reading import read_people
from infoview_gui.interchange.vcard_parts import parse_text
from infoview_gui.interchange.vcard_write import VERSIONS, card_text
from tests.corpora.figures import Figure, share
from tests.corpora.manifest import CORPORA, Entry, data_of, entries
from tests.corpora.vcards import kept, modelled, plain, true_names

_CARDS_AT_MOST = 50


def our_cards(entry: Entry) -> list[PersonCard]:
    """Return the cards we read; none where the file is refused."""
    try:
        return read_people(CORPORA / entry["path"]).cards
    except UnreadableFile:
        return []


def their_cards(entry: Entry) -> list[vobject.base.Component]:
    """Return the cards vobject reads; one error is the end of the file."""
    logging.disable(logging.ERROR)
    try:
        text = data_of(entry).decode("utf-8", "replace")
        found = list(vobject.readComponents(text))
    except Exception:  # noqa: BLE001 - it raises everything from ParseError to AttributeError
        return []
    return [card for card in found if card.name == "VCARD"]


def names() -> Figure:
    """Count the cards of valid files that have the right FN."""
    true = ours = theirs = 0
    for entry in entries("vcf", start="vcard/", expected="valid"):
        wanted = true_names(entry)
        true += wanted.total()
        ours += (wanted & Counter(plain(card.name) for card in our_cards(entry))).total()
        fns = [plain(str(fn.value)) for card in their_cards(entry) for fn in _fn(card)]
        theirs += (wanted & Counter(fns)).total()
    return Figure(
        "valid vCards: the right FN",
        share(ours, true),
        f"{share(theirs, true)} vobject",
        "≥ 99 %",
        ours >= 0.99 * true,
    )


def _fn(card: vobject.base.Component) -> list[vobject.base.ContentLine]:
    found: list[vobject.base.ContentLine] = card.contents.get("fn", [])[:1]
    return found


def properties() -> Figure:
    """Count the properties of valid files that come out of a round trip as they went in."""
    there = ours = theirs = 0
    for entry in entries("vcf", start="vcard/", expected="valid"):
        cards = our_cards(entry)[:_CARDS_AT_MOST]
        out = "".join(_serialised(card) for card in their_cards(entry)[:_CARDS_AT_MOST])
        found = {line for text in out.split("BEGIN:VCARD")[1:] for line in _lines(text)}
        for card in cards:
            before = kept(card.source_text)
            there += len(before)
            ours += min(len(before & kept(card_text(card, one))) for one in VERSIONS)
            theirs += sum((line[0].lower(), line[1].upper(), line[2]) in found for line in before)
    return Figure(
        "valid vCards: every other property kept",
        share(ours, there),
        f"{share(theirs, there)} vobject",
        "all",
        ours == there,
    )


def _serialised(card: vobject.base.Component) -> str:
    try:
        return str(card.serialize(validate=False))
    except Exception:  # noqa: BLE001 - see above
        return ""


def _lines(text: str) -> set[tuple[str, str, str]]:
    card = f"BEGIN:VCARD{text}"
    lines = kept(card) if parse_text(card) else set()
    return {(group.lower(), name.upper(), value) for group, name, value in lines}


def survival() -> Figure:
    """Count the files that are not valid, and yet must neither crash nor vanish as a whole."""
    files = [one for one in entries("vcf") if one["expected"] != "valid"]
    ours = theirs = cards = 0
    for entry in files:
        found = our_cards(entry)  # any other exception ends this, as it should
        cards += len(found)
        ours += all(modelled(card) is not None for card in found)
        theirs += bool(their_cards(entry))
    return Figure(
        "malformed and hostile vCards: survived",
        f"{share(ours, len(files))}, {cards} cards",
        f"{share(theirs, len(files))} vobject",
        "0 tracebacks",
        ours == len(files),
    )


FIGURES = (names, properties, survival)
