from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.interchange.cards import ContactPoint, PersonCard, UnreadableFile
from infoview_gui.interchange.columns import find_columns
from infoview_gui.interchange.content import content_in
from infoview_gui.interchange.csv_read import read_rows
from infoview_gui.interchange.reading import read_people
from infoview_gui.interchange.xlsx_write import write_xlsx
from tests.interchange.strategies import cards

# XML knows no other control characters; a workbook writes them as escapes of its own.
XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=40
)


def workbook(folder: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> Path:
    path = folder / "people.xlsx"
    book = xlsxwriter.Workbook(str(path))
    fill(book)
    book.close()
    return path


def people_book(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Read me").write_string(0, 0, "How to use this file")
    book.add_worksheet("Empty")
    sheet = book.add_worksheet("People")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for at, head in enumerate(["Vorname", "Nachname", "Telefon", "E-Mail", "Stufe", "Seit"]):
        sheet.write_string(2, at, head)
    for at, cell in enumerate(["Ann", "Lee", "0049 30 1234", "ann@x.example"]):
        sheet.write_string(3, at, cell)
    sheet.write_number(3, 4, 5)
    sheet.write_datetime(3, 5, date(2024, 3, 5), day)
    sheet.write_string(5, 0, "Bo")
    sheet.write_number(5, 2, 493012345678)


def test_cells_are_read_as_a_person_reads_them(tmp_path: Path) -> None:
    path = workbook(tmp_path, people_book)
    ann, bo = read_people(path).cards
    assert (ann.name, ann.phones[0].value, ann.line) == ("Ann Lee", "0049 30 1234", 4)
    assert '"Stufe": "5"' in ann.source_text
    assert '"Seit": "2024-03-05"' in ann.source_text
    assert (bo.name, bo.phones[0].value, bo.line) == ("Bo", "493012345678", 6)
    found = find_columns(path)
    assert found is not None
    assert found.fields == ("first", "last", "phone", "email", "", "")


def test_one_cell_far_away_costs_no_memory(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "Name")
        sheet.write_string(1_048_575, 16_383, "x")

    with pytest.raises(UnreadableFile, match="1048576 rows and 16384 columns"):
        read_people(workbook(tmp_path, fill))


def test_one_long_text_in_many_cells_costs_no_memory(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "Name")
        for row in range(1, 9_000):
            sheet.write_string(row, 0, "x" * 32_000)

    with pytest.raises(UnreadableFile, match="repeats a long text"):
        read_people(workbook(tmp_path, fill))


def test_one_long_note_among_many_people_is_fine(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Company", "Note"])
        sheet.write_row(1, 0, ["Ann", "Northwind", "x" * 32_000])
        for row in range(2, 5_000):
            sheet.write_row(row, 0, [f"Bo {row}", "Northwind"])

    assert len(read_people(workbook(tmp_path, fill)).cards) == 4_999


def test_a_damaged_workbook_raises_nothing_else(tmp_path: Path) -> None:
    data = workbook(tmp_path, people_book).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    path = tmp_path / "broken.xlsx"
    for name, part in parts.items():
        for broken in (b"", b"<", part[: len(part) // 2], part.replace(b'"', b"'", 3)):
            with zipfile.ZipFile(path, "w") as archive:
                for other, text in parts.items():
                    archive.writestr(other, broken if other == name else text)
            with suppress(UnreadableFile):
                read_people(path)


def read_back(people: list[PersonCard]) -> list[PersonCard]:
    out = io.BytesIO()
    assert write_xlsx(people, out) == len(people)
    table = content_in(out.getvalue(), "x.xlsx").table
    assert table is not None
    return [dataclasses.replace(card, line=0, source_text="") for card in read_rows(table).cards]


@given(st.lists(cards(XML_TEXT), min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
def test_what_is_written_reads_back_equal(people: list[PersonCard]) -> None:
    assert read_back(people) == people


@pytest.mark.parametrize(
    "text", ["=1+1", "'=1", "+49 30", "007", "https://x.example", "@x", "x" * 70_000, "😀" * 20_000]
)
def test_nothing_runs_and_nothing_is_cut(text: str) -> None:
    card = PersonCard(name="Ann", note=text, emails=(ContactPoint("a@x", "", True),))
    assert read_back([card]) == [card]


def test_the_sheet_can_be_used_at_once(tmp_path: Path) -> None:
    out = io.BytesIO()
    write_xlsx([PersonCard(name="Ann", note="n" * 90)], out, private=False)
    with zipfile.ZipFile(out) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert "<cols>" in sheet
    assert "<f>" not in sheet
    assert "n" * 90 not in sheet
