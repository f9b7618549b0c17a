"""Files of other programs, read in place (QUALITY.md, “Files from the world”)."""

from __future__ import annotations

import csv
import dataclasses
import json
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infoview_gui.interchange.cards import ContactPoint, PersonCard, Reading, UnreadableFile
from infoview_gui.interchange.content_lines import ContentLine
from infoview_gui.interchange.reading import read_people
from infoview_gui.interchange.vcard_parts import parse_text
from infoview_gui.interchange.vcard_read import read_vcards
from infoview_gui.interchange.vcard_values import raw_value
from infoview_gui.interchange.vcard_write import card_text

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
pytestmark = pytest.mark.skipif(
    not (CORPORA / "MANIFEST.tsv").is_file(), reason="the corpora are not beside the project"
)
SECONDS_AT_MOST = 2.0
CONTACT_KINDS = ("vcard/", "csv/", "hostile/")


def entries(kind: str, *, start: str = "") -> list[dict[str, str]]:
    if not (CORPORA / "MANIFEST.tsv").is_file():
        return []
    with (CORPORA / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row for row in rows if row["kind"] == kind and row["path"].startswith(start)]


def read(entry: dict[str, str]) -> Reading | None:
    """Read one file; anything but UnreadableFile fails the test, and so does slowness."""
    begun = time.perf_counter()
    try:
        return read_people(CORPORA / entry["path"])
    except UnreadableFile as error:
        return None if "\n" not in str(error) else pytest.fail(str(error))
    finally:
        assert time.perf_counter() - begun < SECONDS_AT_MOST, entry["path"]


def expected(entry: dict[str, str]) -> dict[str, Any]:
    found = json.loads(entry["expected_values"] or "{}")
    assert isinstance(found, dict)
    return found


def first(value: object) -> str | None:
    if isinstance(value, list):
        return str(value[0]) if value else None
    return None if value is None else str(value)


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def asserted_names(entry: dict[str, str], reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the asserted and the read name of each card that the source's own tests name."""
    values = expected(entry)
    listed = values.get("cards") or [{"FN": name} for name in as_list(values.get("FN"))]
    for said, card in zip(listed, reading.cards, strict=False):
        name = first(said.get("FN"))
        if name is not None:
            yield plain(name), plain(card.name)


def as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def test_valid_vcards_have_the_right_names() -> None:
    pairs = [
        pair
        for entry in entries("vcf", start="vcard/")
        if entry["expected"] == "valid" and (reading := read(entry))
        for pair in asserted_names(entry, reading)
    ]
    right = sum(1 for said, found in pairs if said == found)
    assert len(pairs) > 20
    assert right >= len(pairs) * 0.99, [pair for pair in pairs if pair[0] != pair[1]]


def fn_lines(text: str) -> Iterator[str]:
    """Yield each FN of a text as a naive reader sees it, where it is plain enough to be sure."""
    unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    depth = 0
    for line in unfolded.split("\n"):
        head, _, value = line.partition(":")
        depth += line.strip().upper().endswith("BEGIN:VCARD")
        depth -= line.strip().upper() == "END:VCARD"
        if depth == 1 and head.upper() == "FN" and value.strip() and "\\" not in value:
            yield plain(value)


def test_every_plain_fn_of_a_valid_file_is_some_card_s_name() -> None:
    missing: list[tuple[str, str]] = []
    count = 0
    for entry in entries("vcf", start="vcard/"):
        if entry["expected"] != "valid":
            continue
        try:
            text = (CORPORA / entry["path"]).read_text("utf-8-sig")
        except UnicodeDecodeError:
            continue
        reading = read(entry)
        names = {plain(card.name) for card in reading.cards} if reading else set()
        for name in fn_lines(text):
            count += 1
            if name not in names:
                missing.append((entry["path"], name))
    assert count > 150
    assert len(missing) <= count * 0.01, missing


def test_counted_cards_are_read_or_reported() -> None:
    wrong = [
        (entry["path"], expected(entry)["n_cards"])
        for entry in entries("vcf", start="vcard/")
        if "n_cards" in expected(entry)
        and (reading := read(entry))
        and expected(entry)["n_cards"] != len(reading.cards) + len(reported_cards(reading))
    ]
    assert wrong == []


def reported_cards(reading: Reading) -> list[str]:
    return [left.reason for left in reading.left_out if left.reason.startswith("This card")]


@pytest.mark.parametrize("entry", entries("vcf"), ids=lambda entry: entry["path"])
def test_every_vcard_file_is_survived_and_its_cards_come_out_whole(entry: dict[str, str]) -> None:
    reading = read(entry)
    for card in reading.cards[:50] if reading else ():
        written = card_text(card)
        (again,) = read_vcards(written).cards
        assert modelled(again) == modelled(card)
        assert kept(card.source_text) <= kept(written)


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


@pytest.mark.parametrize(("names", "change"), EDITS, ids=lambda edit: str(edit)[:20])
def test_one_edit_changes_one_property_only(names: str, change: dict[str, Any]) -> None:
    wrong: list[object] = []
    for entry in entries("vcf", start="vcard/"):
        reading = read(entry) if entry["expected"] == "valid" else None
        for card in reading.cards[:20] if reading else ():
            edited = dataclasses.replace(card, **change)
            written = card_text(edited)
            (again,) = read_vcards(written).cards
            lost = {
                line
                for line in kept(card.source_text) - kept(written)
                if line[1].upper() not in (*names.split(), "X-ABLABEL")
            }
            if modelled(again) != modelled(edited) or lost:
                wrong.append((entry["path"], lost, modelled(again), modelled(edited)))
    assert wrong == []


def modelled(card: PersonCard) -> list[object]:
    points = [
        [(point.value, point.label, point.preferred) for point in field]
        for field in (card.emails, card.phones, card.links)
    ]
    texts = [card.name, card.first_name, card.last_name, card.company, card.role]
    return [*points, [*texts, card.note, card.zone, card.tags, card.uid]]


REWRITTEN = {"VERSION", "FN", "N", "TEL", "AGENT", "BDAY", "GEO"}


def kept(text: str) -> set[tuple[str, str, str]]:
    """Return the properties that must come out as they are: group, name and value."""
    parts = parse_text(text)
    assert parts is not None
    return {
        (line.group, line.name, comparable(line))
        for line in parts.lines
        if line.key not in REWRITTEN
    }


def comparable(line: ContentLine) -> str:
    """Return a value without what versions write differently: escapes, blanks, data URIs."""
    value = raw_value(line).rpartition(";base64,")[2]
    marks = str.maketrans("", "", "\\\r\n \t")
    return value.replace("\\n", "").replace("\\N", "").translate(marks)


def test_contact_csv_files_have_the_right_records() -> None:
    wrong: list[object] = []
    for entry in entries("csv", start="csv/"):
        values = expected(entry)
        reading = read(entry)
        if "n_with_name_or_email" not in values:
            continue
        if "same_records_as" in values:
            # A re-encoding: what counts is that the same people come out.
            other = read({"path": values["same_records_as"]})
            assert reading is not None
            assert other is not None
            same = [modelled(card) for card in reading.cards] == [
                modelled(card) for card in other.cards
            ]
            wrong += [] if same else [entry["path"]]
        elif reading is None or len(reading.cards) != values["n_with_name_or_email"]:
            wrong.append((entry["path"], reading and len(reading.cards)))
    assert wrong == []


@pytest.mark.parametrize("kind", ["csv", "ldif", "raw", "txt", "json", "zip", "xml", "svg", "md"])
def test_every_other_file_is_survived(kind: str) -> None:
    found = [entry for entry in entries(kind) if entry["path"].startswith(CONTACT_KINDS)]
    readings = [read(entry) for entry in found]
    assert len(readings) == len(found) > 0


def test_hostile_files_that_name_a_result_give_it() -> None:
    by_name = {Path(entry["path"]).name: entry for entry in entries("vcf") + entries("csv")}
    for entry in by_name.values():
        required = str(expected(entry).get("required", ""))
        if "contact" in required and required[:1].isdigit():
            reading = read(entry)
            count = int(required.split(maxsplit=1)[0].replace(",", ""))
            assert (len(reading.cards) if reading else 0) in (
                count,
                1 if "or 1" in required else count,
            )
