from __future__ import annotations

import csv
import dataclasses
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.cards import CHANNELS, ContactPoint, PersonCard
from infoview_gui.interchange.csv_guard import guard, unguard
from infoview_gui.interchange.csv_read import read_csv
from infoview_gui.interchange.csv_write import write_csv
from infoview_gui.interchange.people_table import COLUMNS
from tests.interchange.strategies import ANY_TEXT, cards

FORMULAS = st.lists(st.sampled_from(list("=+-@\t\r\n'\"1a ,;\\*")), max_size=6).map("".join)
PEOPLE = cards(ANY_TEXT | FORMULAS)
SAFE = re.compile(r"\+[0-9 ().\-/]{5,32}|[+\-][0-9]+([.,][0-9]+)?")


def written(people: list[PersonCard], **options: object) -> str:
    out = io.BytesIO()
    assert write_csv(people, out, **options) == len(people)  # type: ignore[arg-type]
    return out.getvalue().decode("utf-8-sig")


@given(
    st.lists(PEOPLE, min_size=1, max_size=3),
    st.sampled_from(["", *CHANNELS]),
    ANY_TEXT | FORMULAS,
)
def test_what_is_written_reads_back_equal(
    people: list[PersonCard], channel: str, text: str
) -> None:
    people[0] = dataclasses.replace(people[0], channel=channel, stage=text, introduced_by=text)
    read = read_csv(written(people))
    assert [dataclasses.replace(card, line=0, source_text="") for card in read.cards] == people
    assert (read.format, read.left_out) == ("csv", [])


@given(st.lists(PEOPLE, min_size=1, max_size=2))
def test_no_cell_runs_as_a_formula(people: list[PersonCard]) -> None:
    rows = csv.reader(io.StringIO(written(people), newline=""))
    for cell in (cell for row in rows for cell in row):
        assert cell[:1] not in tuple("=+-@\t\r") or SAFE.fullmatch(cell)


@given(FORMULAS | ANY_TEXT)
def test_the_guard_is_undone_exactly(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("cell", ["+49 30 1234", "-5", "+1,5", "+1 (555) 123-4567", "plain", "'x"])
def test_numbers_and_texts_are_left_alone(cell: str) -> None:
    assert guard(cell) == cell


@pytest.mark.parametrize("cell", ["=1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=2", "'=1", "-2-3"])
def test_formulas_get_one_apostrophe(cell: str) -> None:
    assert guard(cell) == "'" + cell


def test_the_file_is_what_excel_expects() -> None:
    out = io.BytesIO()
    people = [
        PersonCard(name="Ada", emails=(ContactPoint("a@x", "work", True), ContactPoint("b@x"))),
        PersonCard(name="Bo", phones=(ContactPoint("+1 234 5678", "mobile"),)),
    ]
    write_csv(people, out)
    assert out.getvalue().startswith(b"\xef\xbb\xbfFirst Name,Last Name,Name,")
    assert out.getvalue().endswith(b"\r\n")
    header = written(people).split("\r\n")[0].split(",")
    assert header == [
        "First Name", "Last Name", "Name", "Company", "Role",
        "E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label", "E-mail 2 - Value",
        "Phone 1 - Label", "Phone 1 - Value", "Time Zone", "Found Through",
        "Where or How", "Introduced By",
        "Stage", "Tags", "Note", "Infoview ID",
    ]  # fmt: skip


def test_private_columns_can_be_left_out() -> None:
    person = PersonCard(name="Ada", note="secret", stage="asked", tags=("t",))
    text = written([person], private=False)
    assert not {"secret", "asked", "Note", "Stage", "Tags"} & set(re.split("[,\r\n]", text))


def test_columns_can_be_chosen() -> None:
    text = written([PersonCard(name="Ada", company="X")], columns=("Name",))
    assert text == "Name,Infoview ID\r\nAda,\r\n"


def test_nobody_is_a_header_only() -> None:
    assert written([]).count("\r\n") == 1
    assert set(written([]).strip().split(",")) < set(COLUMNS)
