"""People as a CSV that a spreadsheet opens and our own reader reads back equal.

UTF-8 with a byte order mark and CRLF (Excel), no cell that runs as a formula (`csv_guard`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import BinaryIO

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.csv_guard import guard
from infoview_gui.interchange.csv_own import CHANNEL_WORDS, POINTS, TEXTS, label_cell, tags_cell

COLUMNS = (
    "First Name", "Last Name", "Name", "Company", "Role", "E-mail", "Phone", "Link", "Time Zone",
    "Found Through", "Where or How", "Introduced By", "Stage", "Tags", "Note", "Infoview ID",
)  # fmt: skip
"""In this order. E-mail, Phone and Link stand for as many pairs of label and value as needed."""
PRIVATE_COLUMNS = frozenset({"Note", "Stage", "Tags"})
_CHUNK = 1000
_NEEDS_QUOTES = re.compile(r"[\",;|\t\r\n]|^\s|\s$")
_BETWEEN = "\x1f"
_PLAIN = r"(?:(?:\* )?[^\W_](?:[^\",;|\t\r\n\x1f]*[^\",;|\s\x1f])?)?"
"""Nearly every cell: begins with a letter or digit, needs neither guard nor quotes."""
_PLAIN_ROW = re.compile(f"{_PLAIN}(?:\x1f{_PLAIN})*")


def write_csv(
    cards: Iterable[PersonCard],
    out: BinaryIO,
    *,
    private: bool = True,
    columns: Collection[str] = COLUMNS,
) -> int:
    """Write the cards to a binary sink and return how many they were.

    `private=False` leaves out Note, Stage and Tags. `columns` chooses among `COLUMNS`; *Infoview
    ID* is always written, since by it our reader knows the file as ours.
    """
    rows = list(cards)
    chosen = [
        name
        for name in COLUMNS
        if name == "Infoview ID" or (name in columns and (private or name not in PRIVATE_COLUMNS))
    ]
    counts = {
        name: max((len(getattr(card, field)) for card in rows), default=0)
        for name, field in POINTS.items()
    }
    out.write(b"\xef\xbb\xbf" + (",".join(_header(chosen, counts)) + "\r\n").encode())
    for at in range(0, len(rows), _CHUNK):
        text = "".join(_row(card, chosen, counts) for card in rows[at : at + _CHUNK])
        out.write(text.encode("utf-8", "replace"))
    return len(rows)


def _header(chosen: Sequence[str], counts: dict[str, int]) -> list[str]:
    header: list[str] = []
    for name in chosen:
        if name in counts:
            for number in range(1, counts[name] + 1):
                header += [f"{name} {number} - Label", f"{name} {number} - Value"]
        else:
            header.append(name)
    return header


def _row(card: PersonCard, chosen: Sequence[str], counts: dict[str, int]) -> str:
    cells = _cells(card, chosen, counts)
    row = _BETWEEN.join(cells)
    # One look at the whole row: most have no cell that needs anything.
    if _PLAIN_ROW.fullmatch(row) and row.count(_BETWEEN) == len(cells) - 1:
        return row.replace(_BETWEEN, ",") + "\r\n"
    return ",".join(map(_cell, cells)) + "\r\n"


def _cells(card: PersonCard, chosen: Sequence[str], counts: dict[str, int]) -> list[str]:
    cells: list[str] = []
    for name in chosen:
        if name in counts:
            cells += _point_cells(getattr(card, POINTS[name]), counts[name])
        elif name == "Tags":
            cells.append(tags_cell(card.tags))
        elif name == "Found Through":
            cells.append(CHANNEL_WORDS.get(card.channel, ""))
        else:
            cells.append(getattr(card, TEXTS[name]))
    return cells


def _point_cells(points: Sequence[ContactPoint], count: int) -> list[str]:
    cells: list[str] = []
    for point in points:
        cells += [label_cell(point), point.value]
    return cells + [""] * (2 * (count - len(points)))


def _cell(text: str) -> str:
    """Return a cell as it stands in the file: safe from formulas, quoted where it must be."""
    text = guard(text)
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
