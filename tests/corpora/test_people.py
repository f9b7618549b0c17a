"""What files of other programs must give at every run (QUALITY.md); figures are `make corpus`'s."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infoview_gui.interchange.cards import ContactPoint, PersonCard, Reading, UnreadableFile
from infoview_gui.interchange.content_lines import encoding_of
from infoview_gui.interchange.csv_headers import column_of
from infoview_gui.interchange.people_table import PeopleTable
from infoview_gui.interchange.reading import read_people
from infoview_gui.interchange.vcard_parts import parse_text
from infoview_gui.interchange.vcard_read import read_vcards
from infoview_gui.interchange.vcard_write import VERSIONS, card_text
from infoview_gui.practice.names import split_name
from tests.corpora import figures_tables, figures_vcards, hostile
from tests.corpora.figures import Figure
from tests.corpora.manifest import CORPORA, PRESENT, Entry, asserted, entries
from tests.corpora.tables import is_right
from tests.corpora.vcards import kept, modelled

pytestmark = pytest.mark.skipif(not PRESENT, reason="the corpora are not beside the project")


def read(entry: Entry) -> Reading | None:
    """Read one file; anything but UnreadableFile fails the test."""
    try:
        return read_people(CORPORA / entry["path"])
    except UnreadableFile:
        return None


@pytest.mark.parametrize(
    "figure", [*figures_vcards.FIGURES, *figures_tables.FIGURES], ids=lambda one: one.__name__
)
def test_the_goals_are_reached(figure: Callable[[], Figure]) -> None:
    found = figure()
    assert found.reached, found


@pytest.mark.parametrize("entry", entries("vcf"), ids=lambda entry: entry["path"])
def test_every_card_comes_out_whole_in_both_versions(entry: Entry) -> None:
    reading = read(entry)
    for card in reading.cards[:50] if reading else ():
        for version in VERSIONS:
            written = card_text(card, version)
            (again,) = read_vcards(written).cards
            assert modelled(again) == modelled(card)
            assert kept(card.source_text) <= kept(written)


def lines_of(text: str) -> list[tuple[str, str, str, str]]:
    """Return every line of a card but VERSION and those that must not stay as they are."""
    parts = parse_text(text)
    assert parts is not None
    return [
        (line.group, line.name, line.params, line.value)
        for line in parts.lines
        if line.key not in ("VERSION", "AGENT") and not encoding_of(line.params).startswith("Q")
    ]


def as_stored(card: PersonCard) -> PersonCard:
    """Return a card as it comes out of the database: tags in order, a first and a last name."""
    named = (card.first_name, card.last_name)
    first, last = named if any(named) else split_name(card.name)
    tags = tuple(sorted(card.tags))
    return dataclasses.replace(card, name="", first_name=first, last_name=last, tags=tags)


def test_in_its_own_version_every_line_comes_out_as_it_is_in_its_place() -> None:
    wrong: list[object] = []
    for entry in entries("vcf", start="vcard/", expected="valid"):
        reading = read(entry)
        for card in reading.cards[:50] if reading else ():
            version = parts.version if (parts := parse_text(card.source_text)) else ""
            if version in VERSIONS:
                for one in (card, as_stored(card)):
                    written = iter(lines_of(card_text(one, version)))
                    lost = [line for line in lines_of(card.source_text) if line not in written]
                    wrong += [(entry["path"], lost)] if lost else []
    assert wrong == []


def test_counted_cards_are_read_or_reported() -> None:
    wrong = [
        (entry["path"], asserted(entry)["n_cards"])
        for entry in entries("vcf", start="vcard/")
        if "n_cards" in asserted(entry)
        and (reading := read(entry))
        and asserted(entry)["n_cards"] != len(reading.cards) + len(reported_cards(reading))
    ]
    assert wrong == []


def reported_cards(reading: Reading) -> list[str]:
    return [left.reason for left in reading.left_out if left.reason.startswith("This card")]


EDITS: list[tuple[str, dict[str, Any]]] = [
    ("FN", {"name": "New; Name, \\ü"}),
    ("N", {"first_name": "First", "last_name": "Last; x"}),
    ("ORG", {"company": "New & Co; Ltd"}),
    ("TITLE ROLE", {"role": "Role, new"}),
    ("NOTE", {"note": "one\ntwo"}),
    ("CATEGORIES", {"tags": ("a,b", "c")}),
    ("EMAIL", {"emails": (ContactPoint("new@example.com", "work", True),)}),
    ("TEL X-ABLABEL", {"phones": (ContactPoint("+1 2", "Desk"), ContactPoint("+1 3"))}),
    ("TZ", {"zone": "Europe/Berlin"}),
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("names", "change"), EDITS, ids=lambda edit: str(edit)[:20])
def test_one_edit_changes_one_property_only(
    names: str, change: dict[str, Any], version: str
) -> None:
    wrong: list[object] = []
    for entry in entries("vcf", start="vcard/", expected="valid"):
        reading = read(entry)
        for card in reading.cards[:10] if reading else ():
            edited = dataclasses.replace(card, **change)
            written = card_text(edited, version)
            (again,) = read_vcards(written).cards
            lost = {
                line
                for line in kept(card.source_text) - kept(written)
                if line[1].upper() not in (*names.split(), "X-ABLABEL")
            }
            if modelled(again) != modelled(edited) or lost:
                wrong.append((entry["path"], lost, modelled(again), modelled(edited)))
    assert wrong == []


@pytest.mark.parametrize("entry", entries("csv", start="csv/"), ids=lambda entry: entry["path"])
def test_every_contact_table_has_the_right_records(entry: Entry) -> None:
    assert is_right(entry)


@pytest.mark.parametrize(
    "entry", [*entries("csv", start="csv/"), *entries("ldif")], ids=lambda entry: entry["path"]
)
def test_every_cell_of_a_table_comes_out_again(entry: Entry) -> None:
    reading = read(entry)
    cards = reading.cards if reading else []
    rows = list(PeopleTable(cards, private=True).rows())
    for card, row in zip(cards, rows, strict=True):
        out = "\n".join(row).casefold().replace("\\", "")
        source = json.loads(card.source_text)
        cells = [cell for head, cell in source.items() if not column_of(head).is_label]
        # Google's own groups, which everyone is in, and its mark of the preferred one.
        parts = {part.strip(" *") for cell in cells for part in re.split(":::|[,;\n]", cell)}
        lost = [part for part in parts if part.casefold() not in out]
        assert [part for part in lost if part.casefold() not in ("mycontacts", "my contacts")] == []


@pytest.mark.parametrize("entry", entries("ldif"), ids=lambda entry: entry["path"])
def test_every_ldif_gives_people_and_nothing_unread(entry: Entry) -> None:
    reading = read(entry)
    assert reading is not None
    assert reading.format == "ldif"
    assert [card for card in reading.cards if card.emails or card.phones or card.company]
    assert [left for left in reading.left_out if "not readable" in left.reason] == []


def test_hostile_files_that_name_a_result_give_it() -> None:
    by_name = {Path(entry["path"]).name: entry for entry in entries("vcf") + entries("csv")}
    for entry in by_name.values():
        required = str(asserted(entry).get("required", ""))
        if "contact" in required and required[:1].isdigit():
            reading = read(entry)
            count = int(required.split(maxsplit=1)[0].replace(",", ""))
            assert (len(reading.cards) if reading else 0) in (
                count,
                1 if "or 1" in required else count,
            )


def test_every_hostile_file_is_handled_in_time_and_memory() -> None:
    assert len(hostile.measured()) == len(hostile.files())
    assert [one for one in hostile.measured() if not hostile.is_handled(one)] == []
