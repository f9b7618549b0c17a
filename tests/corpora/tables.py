"""What is true of a contact table, found with `csv` and what the manifest says of its dialect."""

from __future__ import annotations

import csv
import io
from typing import Any

from infoview_gui.interchange.cards import PersonCard, UnreadableFile
from infoview_gui.interchange.decoding import decode
from infoview_gui.interchange.reading import read_people
from tests.corpora.manifest import CORPORA, Entry, asserted, data_of
from tests.corpora.vcards import modelled


def our_people(path: str) -> list[PersonCard] | None:
    """Return the people we read, or None where the file is refused."""
    try:
        return read_people(CORPORA / path).cards
    except UnreadableFile:
        return None


def is_right(entry: Entry) -> bool:
    """Tell whether we get the right number of records with the right names."""
    values = asserted(entry)
    people = our_people(entry["path"])
    if "same_records_as" in values:
        # A re-encoding: what counts is that the same people come out.
        other = our_people(values["same_records_as"])
        return bool(people) and list(map(modelled, people or [])) == list(
            map(modelled, other or [])
        )
    if "n_with_name_or_email" not in values:
        return True
    return (
        people is not None
        and len(people) == values["n_with_name_or_email"]
        and all(_named_in(card, entry, values) for card in people)
    )


def _named_in(card: PersonCard, entry: Entry, values: dict[str, Any]) -> bool:
    """Tell whether every word of a name stands in one record of the file."""
    text = decode(data_of(entry))
    rows = csv.reader(io.StringIO(text, newline=None), delimiter=values["delimiter"])
    words = set(card.name.split())
    return any(
        words <= set(" ".join(row).replace("'", " ").split()) | words_in(row) for row in rows
    )


def words_in(row: list[str]) -> set[str]:
    """Return the words of all cells."""
    return {word for cell in row for word in cell.split()}


def dict_reader_is_right(entry: Entry) -> bool:
    """Tell whether `csv.DictReader` as in its manual gets as many records with a name."""
    values = asserted(entry)
    wanted = values.get("n_with_name_or_email", values.get("n_records"))
    try:
        with (CORPORA / entry["path"]).open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except (csv.Error, UnicodeError):
        return False
    named = [row for row in rows if any(_says_who(head, cell) for head, cell in row.items())]
    return wanted is None or len(named) == wanted


def _says_who(head: object, cell: object) -> bool:
    words = str(head).lower()
    return bool(cell) and ("name" in words or "mail" in words)
