"""People as a header and rows of cells, in our own columns: for CSV, XLSX and the clipboard.

What a cell needs in a certain kind of file (quotes, apostrophes) is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Protocol

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.csv_extras import extra_cells
from infoview_gui.interchange.csv_own import (
    CHANNEL_WORDS,
    POINTS,
    TEXTS,
    is_own_column,
    label_cell,
    tags_cell,
)

OTHER = "Other Columns"
"""Stands for the columns of an imported table that are none of ours."""
COLUMNS = (
    "First Name", "Last Name", "Name", "Company", "Role", "E-mail", "Phone", "Link", "Time Zone",
    "Found Through", "Where or How", "Introduced By", "Stage", "Tags", "Note", OTHER, "Infoview ID",
)  # fmt: skip
"""In this order. E-mail, Phone and Link stand for as many pairs of label and value as needed."""
PRIVATE_COLUMNS = frozenset({"Note", "Stage", "Tags", "Introduced By", OTHER})
_MOST_OTHERS = 2000


Step = Callable[[PersonCard], Sequence[str]]


class Cells(Protocol):
    """A header and rows of cells, whoever's columns they are."""

    header: list[str]

    def rows(self) -> Iterator[list[str]]:
        """Return the cells of each person."""


class PeopleTable:
    """Some people under the columns that they need."""

    def __init__(
        self, cards: Sequence[PersonCard], columns: Collection[str] = COLUMNS, *, private: bool
    ) -> None:
        self._cards = cards
        self._chosen = chosen_columns(columns, private=private)
        self._counts = {
            name: max((len(getattr(card, field)) for card in cards), default=0)
            for name, field in POINTS.items()
        }
        self._steps = _steps(self._chosen[:-1], self._counts)
        self._extras = list(map(extra_cells, cards)) if OTHER in self._chosen else []
        self._others = dict.fromkeys(head for extra in self._extras for head in extra)
        self.header = self._header()

    def rows(self) -> Iterator[list[str]]:
        """Return the cells of each person."""
        others = list(self._others)[:_MOST_OTHERS]
        for at, card in enumerate(self._cards):
            cells = self._cells(card)
            if others:
                extra = self._extras[at]
                cells += [extra.get(head, "") for head in others]
            cells.append(card.uid)
            yield cells

    def _header(self) -> list[str]:
        header: list[str] = []
        for name in self._chosen:
            if name in self._counts:
                for number in range(1, self._counts[name] + 1):
                    header += [f"{name} {number} - Label", f"{name} {number} - Value"]
            elif name == OTHER:
                header += [_other_name(head) for head in list(self._others)[:_MOST_OTHERS]]
            else:
                header.append(name)
        return header

    def _cells(self, card: PersonCard) -> list[str]:
        """Return the cells before the other columns and the id, which come last."""
        cells: list[str] = []
        for step in self._steps:
            cells += step(card)
        return cells


def _steps(chosen: Sequence[str], counts: Mapping[str, int]) -> list[Step]:
    """Return what gives the cells of a person, piece by piece; looked up once for all people."""
    steps: list[Step] = []
    plain: list[str] = []
    for name in chosen:
        if name in TEXTS and name != "Found Through":
            plain.append(TEXTS[name])
            continue
        steps += _texts(plain)
        plain = []
        if name in counts:
            steps.append(partial(_point_cells, attrgetter(POINTS[name]), counts[name]))
        elif name == "Tags":
            steps.append(_tags)
        elif name == "Found Through":
            steps.append(_channel)
    return [*steps, *_texts(plain)]


def _texts(fields: Sequence[str]) -> list[Step]:
    if len(fields) == 1:
        return [partial(_text, fields[0])]
    return [attrgetter(*fields)] if fields else []


def _text(field: str, card: PersonCard) -> Sequence[str]:
    return (getattr(card, field),)


def _tags(card: PersonCard) -> Sequence[str]:
    return (tags_cell(card.tags) if card.tags else "",)


def _channel(card: PersonCard) -> Sequence[str]:
    return (CHANNEL_WORDS.get(card.channel, ""),)


def chosen_columns(columns: Collection[str], *, private: bool) -> list[str]:
    """Return the columns to write; *Infoview ID* always: by it our reader knows the file as ours.

    Without ``private`` what is between the two of you is not among them, chosen or not.
    """
    return [
        name
        for name in COLUMNS
        if name == "Infoview ID" or (name in columns and (private or name not in PRIVATE_COLUMNS))
    ]


def only(card: PersonCard, columns: Collection[str], *, private: bool) -> PersonCard:
    """Return the card without the fields that are not chosen, nor the text it came from."""
    chosen = chosen_columns(columns, private=private)
    kept = {field: getattr(card, field) for name, field in TEXTS.items() if name in chosen}
    points = {field: getattr(card, field) for name, field in POINTS.items() if name in chosen}
    tags = card.tags if "Tags" in chosen else ()
    return PersonCard(**kept, **points, tags=tags)


def _other_name(head: str) -> str:
    return f"{head} (imported)" if is_own_column(head) or not head else head


def _point_cells(
    get: Callable[[PersonCard], Sequence[ContactPoint]], count: int, card: PersonCard
) -> list[str]:
    cells: list[str] = []
    points = get(card)
    for point in points:
        cells += [label_cell(point), point.value]
    return cells + [""] * (2 * (count - len(points)))
