"""What a row of somebody else's table said that no field of ours holds.

It is kept with the person and comes out again as columns of its own (PRODUCT.md, nothing lost).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.csv_headers import column_of
from infoview_gui.interchange.csv_own import channel_of, is_own_column
from infoview_gui.interchange.zones import known_zone
from infoview_gui.practice.stages import Stage

_EVERY_ONE = frozenset({"email", "phone", "link", "note", "tags"})
"""Fields that take every column of theirs; of the others only the first is taken."""
_ONLY_THE_FIRST = frozenset({"first", "last", "company", "role", "uid"})
_NAMES = frozenset({"first", "middle", "last"})
_LABELLED = ("email", "phone", "link", "website", "url", "mail")
_OURS_AT_THE_END = re.compile(r"(?: \(\d+\)| \(imported\))+$")
"""What we put behind a header that stands twice; any other remark there is the header's own."""
_STAGES = {stage.value for stage in Stage}


def extra_cells(card: PersonCard) -> dict[str, str]:
    """Return header to value of what is kept beyond the fields; of two rows the first counts."""
    extra: dict[str, str] = {}
    if not card.source_text and not card.further:
        return extra
    for text in (card.source_text, *card.further):
        for header, cell in _extra_of(_row(text), card):
            extra.setdefault(header, cell)
    return extra


def _row(text: str) -> Mapping[str, str]:
    if text[:1] != "{":
        return {}  # a vCard, or nothing
    try:
        row = json.loads(text)
    except ValueError:
        return {}
    return {str(head): str(cell) for head, cell in row.items()}


def _extra_of(row: Mapping[str, str], card: PersonCard) -> Iterator[tuple[str, str]]:
    ours = "Infoview ID" in row
    seen: set[str] = set()
    for header, cell in row.items():
        if ours and is_own_column(header):
            continue
        column = column_of(_OURS_AT_THE_END.sub("", header)[:80])
        field, first = column.field, column.field not in seen
        seen.add(field)
        labels = column.is_label and column.pair.startswith(_LABELLED)
        if not labels and not _is_taken(field, cell, row, card, first=first):
            yield header, cell


def _is_taken(
    field: str, cell: str, row: Mapping[str, str], card: PersonCard, *, first: bool
) -> bool:
    """Tell whether a field of the person says what this cell says."""
    if field in _EVERY_ONE or (first and field in _ONLY_THE_FIRST):
        return True
    known = {
        "title": cell == card.role,  # Outlook's is Dr or Mr
        "name": cell == card.name or (first and _names_in(row) in ("", " ".join(cell.split()))),
        "zone": bool(known_zone(cell)),
        "channel": bool(channel_of(cell)[0]),
        "stage": cell in _STAGES,
        "introduced_by": bool(card.introduced_by),
        "": _says(card, cell),
    }
    return known.get(field, False)


def _names_in(row: Mapping[str, str]) -> str:
    """Return the name that first and last name of the row make, if it has them."""
    return " ".join(
        " ".join(cell.split()) for header, cell in row.items() if column_of(header).field in _NAMES
    )


def _says(card: PersonCard, cell: str) -> bool:
    """Tell whether a column under a foreign header was taken for one of ours when it was read."""
    points = (*card.emails, *card.phones, *card.links)
    texts = (card.name, card.company, card.role)
    return cell in texts or any(point.value == cell for point in points)
