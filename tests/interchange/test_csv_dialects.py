"""A CSV for Google, for Outlook and for programs."""

from __future__ import annotations

import csv
import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pytest

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.csv_read import read_csv
from infoview_gui.interchange.csv_write import DIALECTS, write_csv
from infoview_gui.interchange.people_table import COLUMNS

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "examples" / "csv_headers.py"
ANN = PersonCard(
    first_name="Ann",
    last_name="Lée",
    name="Ann Lée",
    company="Northwind; Ltd",
    role="Analyst",
    emails=(ContactPoint("a@x.example", "work"), ContactPoint("b@x.example", "home", True)),
    phones=(ContactPoint("+1 212 555 0142", "mobile"), ContactPoint("030 1", "work")),
    links=(ContactPoint("https://ann.example", "blog"),),
    tags=("energy", "grid"),
    note="=met\nat the fair",
    uid="u-1",
    stage="asked",
)


def written(
    people: list[PersonCard],
    dialect: str,
    *,
    private: bool = True,
    columns: tuple[str, ...] = COLUMNS,
) -> str:
    out = io.BytesIO()
    write_csv(people, out, dialect=dialect, private=private, columns=columns)
    return out.getvalue().decode("utf-8")


def only_row(text: str) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return row


def headers() -> ModuleType:
    if not EXAMPLES.is_file():
        pytest.skip("the programs' headers are not beside the project")
    spec = importlib.util.spec_from_file_location("csv_headers", EXAMPLES)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_google_gets_google_s_columns() -> None:
    row = only_row(written([ANN], "google"))
    assert list(row)[:17] == headers().GOOGLE_FIXED
    assert (row["First Name"], row["Organization Title"]) == ("Ann", "Analyst")
    assert (row["E-mail 1 - Label"], row["E-mail 2 - Label"]) == ("Work", "* Home")
    assert row["Phone 1 - Value"] == "+1 212 555 0142"
    assert (row["Website 1 - Label"], row["Labels"]) == ("blog", "energy ::: grid ::: * myContacts")
    assert "Infoview ID" not in row


def test_outlook_gets_outlook_s_columns() -> None:
    row = only_row(written([ANN], "outlook"))
    assert list(row) == headers().OUTLOOK_CLASSIC
    assert (row["E-mail Address"], row["E-mail 2 Address"]) == ("b@x.example", "a@x.example")
    assert (row["Mobile Phone"], row["Business Phone"]) == ("+1 212 555 0142", "030 1")
    assert (row["Web Page"], row["Categories"]) == ("https://ann.example", "energy;grid")


@pytest.mark.parametrize(
    ("dialect", "format_name"), [("google", "google-csv"), ("outlook", "outlook-csv")]
)
def test_the_same_person_comes_back(dialect: str, format_name: str) -> None:
    reading = read_csv(written([ANN], dialect).removeprefix("\ufeff"))
    (card,) = reading.cards
    assert reading.format == f"{dialect}-csv"
    assert (card.first_name, card.last_name, card.company) == ("Ann", "Lée", "Northwind; Ltd")
    assert {point.value for point in card.emails} == {"a@x.example", "b@x.example"}
    assert {(point.value, point.label) for point in card.phones} == {
        ("+1 212 555 0142", "mobile"),
        ("030 1", "work"),
    }
    assert card.tags == ANN.tags
    assert card.note == "'=met\nat the fair"


@pytest.mark.parametrize("dialect", ["google", "outlook"])
def test_what_has_no_place_is_not_lost(dialect: str) -> None:
    many = PersonCard(
        name="Bo",
        emails=tuple(ContactPoint(f"{n}@x.example") for n in range(6)),
        phones=tuple(ContactPoint(f"+1 234 56{n}", "mobile") for n in range(12)),
        links=tuple(ContactPoint(f"https://{n}.example") for n in range(3)),
        further=('{"Birthday": "1980-01-02", "Shoe size": "38", "Spouse": "Jo"}',),
    )
    text = written([many], dialect)
    wanted = [p.value for p in (*many.emails, *many.phones, *many.links)]
    assert [value for value in wanted if value not in text] == []
    row = only_row(text)
    assert row["Birthday"] == "1980-01-02"
    assert "Shoe size" in text
    assert "38" in text
    assert "Jo" in text


@pytest.mark.parametrize("dialect", ["google", "outlook"])
def test_what_is_private_or_not_chosen_stays(dialect: str) -> None:
    card = PersonCard(name="Bo", note="secret", tags=("hidden",), further=('{"Odd": "kept back"}',))
    assert "secret" not in written([card], dialect, private=False)
    assert "hidden" not in written([card], dialect, private=False)
    assert "kept back" not in written([card], dialect, private=False)
    assert "secret" not in written([card], dialect, columns=("Name",))


def test_programs_get_plain_utf_8() -> None:
    text = written([ANN], "programs")
    assert text.startswith("First Name,")
    assert "\r" not in text
    (card,) = read_csv(text).cards
    assert card.note == ANN.note


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_runs_in_any_of_them(dialect: str) -> None:
    card = PersonCard(name="=1+1", first_name="@x", company="-a", note="\t=1", role="+cmd")
    row = only_row(written([card], dialect))
    assert [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r")] == []
