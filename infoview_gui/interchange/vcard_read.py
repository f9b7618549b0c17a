"""People out of a vCard file, version 2.1, 3.0 or 4.0.

Tolerant: a bad line costs that line, a bad card that card, and both are reported. Knows nothing
of files or encodings; it is given clean text.
"""

from __future__ import annotations

from infoview_gui.interchange.cards import LeftOut, PersonCard, Reading, excerpt
from infoview_gui.interchange.content_lines import physical_lines, separator
from infoview_gui.interchange.vcard_parts import (
    Parts,
    card_from,
    take_apart,
)
from infoview_gui.interchange.vcard_spans import Span, card_spans

_NO_PERSON = "This card has no name, e-mail address, phone number or company."
_CUT_OFF = "The card is cut off: its END:VCARD is missing. What could be read was taken."
_BAD_LINE = "This line is not readable; the rest of the card was taken."


def read_vcards(text: str, source_name: str = "") -> Reading:
    """Read every card of a text."""
    reading = Reading("vcard", source_name=source_name)
    lines = physical_lines(text)
    mark = separator(text)
    for span in card_spans(lines):
        _read_card(lines, span, mark, reading)
    return reading


def _read_card(lines: list[str], span: Span, mark: str, reading: Reading) -> None:
    parts = take_apart(lines, span)
    line = span.first + 1
    card = card_from(parts)
    if not card.name:
        reason = _NO_PERSON if span.closed else f"{_NO_PERSON} It is cut off."
        shown = excerpt(" ".join(lines[span.first : min(span.last, span.first + 20)]))
        reading.left_out.append(LeftOut(line, reason, shown))
        return
    card.line = line
    card.source_text = mark.join(lines[span.first : span.last]).strip("\ufeff\r\n")
    reading.cards.append(card)
    _report(parts, span, card, reading)


def _report(parts: Parts, span: Span, card: PersonCard, reading: Reading) -> None:
    for number, text in parts.bad:
        reading.left_out.append(LeftOut(number + 1, _BAD_LINE, excerpt(text)))
    if not span.closed:
        reading.left_out.append(LeftOut(card.line, _CUT_OFF, excerpt(card.name)))
