"""What an imported table says beyond our fields comes out again, once and unchanged."""

from __future__ import annotations

import csv
import io

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.csv_extras import extra_cells
from infoview_gui.interchange.csv_read import read_csv
from infoview_gui.interchange.csv_write import write_csv
from infoview_gui.interchange.people_table import COLUMNS


def rows(
    people: list[PersonCard], *, private: bool = True, columns: tuple[str, ...] = COLUMNS
) -> list[dict[str, str]]:
    out = io.BytesIO()
    write_csv(people, out, private=private, columns=columns)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def test_columns_of_an_import_come_out_again() -> None:
    people = read_csv(
        "First Name,Middle Name,Last Name,Email,Birthday,Connected On,Stage,=odd\n"
        "Ann,M.,Lee,a@x,1980-01-02,05 Mar 2024,,1\nBo,,Ray,b@x,,06 Mar 2024,warm lead,\n"
    ).cards
    ann, bo = rows(people)
    assert (ann["Birthday"], ann["Connected On"]) == ("1980-01-02", "05 Mar 2024")
    assert (ann["Middle Name"], ann["First Name"]) == ("M.", "Ann")
    assert (bo["Birthday"], bo["Connected On"]) == ("", "06 Mar 2024")
    assert bo["Stage (imported)"] == "warm lead"
    assert ann["'=odd"] == "1"
    assert list(ann).count("Email") == 0


def test_they_survive_our_own_file() -> None:
    people = read_csv("Name,Email,Shoe size,Name\nAnn Lee,a@x,38,Annie\n").cards
    for _ in range(3):
        out = io.BytesIO()
        write_csv(people, out)
        people = read_csv(out.getvalue().decode("utf-8-sig")).cards
    (row,) = rows(people)
    assert {head: cell for head, cell in row.items() if cell} == {
        "Name": "Ann Lee",
        "E-mail 1 - Value": "a@x",
        "Shoe size": "38",
        "Name (2) (imported)": "Annie",
    }


def test_a_header_with_a_remark_in_brackets_is_not_lost() -> None:
    people = read_csv("Name,Employer (current)\nAnn,Southwind\n").cards
    (row,) = rows(people)
    assert "Southwind" in row.values()


def test_they_stay_where_they_are_not_wanted() -> None:
    people = read_csv("Name,Shoe size\nAnn,38\n").cards
    assert "Shoe size" not in rows(people, private=False)[0]
    assert "Shoe size" not in rows(people, columns=("Name",))[0]


def test_what_a_field_holds_is_not_said_twice() -> None:
    text = "Mailbox;Who;City\nann@x.example;Ann Lee;Rome\n"
    (card,) = read_csv(text, fields=["email", "name", ""]).cards
    assert extra_cells(card) == {"City": "Rome"}


def test_a_title_of_outlook_s_is_no_role() -> None:
    head = "Title,First Name,Last Name,E-mail Address,Job Title\n"
    for row, role in (("Dr.,Ann,Lee,a@x,Analyst", "Analyst"), ("Dr.,Ann,Lee,a@x,", "")):
        (card,) = read_csv(f"{head}{row}\n").cards
        assert (card.role, extra_cells(card)) == (role, {"Title": "Dr."})
    (card,) = read_csv("Name,Company,Title\nAnn,X,Analyst\n").cards
    assert (card.role, extra_cells(card)) == ("Analyst", {})


def test_two_rows_of_one_person_are_both_kept() -> None:
    card = PersonCard(
        name="A", further=('{"City": "Rome", "X": "1"}', '{"City": "Oslo", "Y": "2"}')
    )
    assert extra_cells(card) == {"City": "Rome", "X": "1", "Y": "2"}


def test_a_damaged_row_says_nothing() -> None:
    assert extra_cells(PersonCard(name="A", further=("{", "[]", '"x"'))) == {}
