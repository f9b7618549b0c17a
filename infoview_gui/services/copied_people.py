"""A few people as text: for the clipboard and for dragging them out of the table.

All of them on the thread that asks; for many people there is the export.
"""

from collections.abc import Iterator, Sequence
from html import escape

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.csv_guard import guard
from infoview_gui.interchange.people_table import COLUMNS, only
from infoview_gui.interchange.vcard_write import cards_text
from infoview_gui.services.known import cards_for_export, cards_for_vcards

HEADER = ("Name", "Role", "Company", "E-mail", "Phone", "Link", "Tags")
"""The columns of copied rows."""


def vcards_of(ids: Sequence[int], version: str = "3.0") -> str:
    """Return people as one text of vCards: who they are, without what is noted about them."""
    cards = (only(card, COLUMNS, private=False) for card in cards_for_vcards(ids))
    return "".join(cards_text(cards, version))


def rows_as_tsv(ids: Sequence[int]) -> str:
    """Return people as rows with tabs between, for a spreadsheet; no cell runs as a formula."""
    lines = ["\t".join(map(_tsv_cell, row)) for row in (HEADER, *_rows(ids))]
    return "\r\n".join(lines) + "\r\n"


def rows_as_html(ids: Sequence[int]) -> str:
    """Return people as a table for a text program or a letter."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in HEADER)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_html_cell(cell)}</td>' for cell in row)}</tr>" for row in _rows(ids)
    )
    return f'<meta charset="utf-8"><table><tr>{head}</tr>{rows}</table>'


def _rows(ids: Sequence[int]) -> Iterator[tuple[str, ...]]:
    for card in cards_for_export(ids):
        yield _row(card)


def _row(card: PersonCard) -> tuple[str, ...]:
    points = (_values(points) for points in (card.emails, card.phones, card.links))
    return (card.name, card.role, card.company, *points, ", ".join(card.tags))


def _values(points: Sequence[ContactPoint]) -> str:
    """Return the preferred value first."""
    ordered = sorted(points, key=lambda point: not point.preferred)
    return ", ".join(point.value for point in ordered)


def _tsv_cell(text: str) -> str:
    text = guard(text)
    if any(mark in text for mark in '\t\r\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _html_cell(text: str) -> str:
    return escape(text).replace("\n", "<br>")
