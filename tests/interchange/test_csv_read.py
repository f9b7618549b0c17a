from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.cards import ContactPoint, Reading, UnreadableFile
from infoview_gui.interchange.csv_read import iso_day, read_csv
from infoview_gui.interchange.reading import read_people

LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PREAMBLE = 'Notes:\n"When exporting, addresses may be ""missing"", see https://x.y"\n\n'


def names(reading: Reading) -> list[tuple[str, str, str]]:
    return [(card.first_name, card.last_name, card.name) for card in reading.cards]


@pytest.mark.parametrize("preamble", ["", PREAMBLE, "\ufeff" + PREAMBLE])
def test_linkedin_with_and_without_its_preamble(preamble: str) -> None:
    text = (
        preamble + LINKEDIN + "\nAda,King,https://www.linkedin.com/in/ada,,Mills,Poet,05 Mar 2024"
    )
    text += "\n,,,,,,01 Jan 2023\n"
    reading = read_csv(text.removeprefix("\ufeff"))
    (card,) = reading.cards
    assert reading.format == "linkedin-csv"
    assert (card.name, card.company, card.role) == ("Ada King", "Mills", "Poet")
    assert card.links == (ContactPoint("https://www.linkedin.com/in/ada", ""),)
    assert (card.channel, card.channel_detail) == ("social", "LinkedIn")
    assert (card.channel, card.connected_on) == ("social", "2024-03-05")
    assert card.line == preamble.count("\n") + 2
    assert [left.line for left in reading.left_out] == [preamble.count("\n") + 3]
    assert json.loads(card.source_text)["Connected On"] == "05 Mar 2024"


def test_google_of_today() -> None:
    reading = read_csv(
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
        'Ada,B.,King,Mills,Poet,"a\nb",* myContacts ::: Old friends,* Home,a@x ::: b@x,Mobile,+1 2'
    )
    (card,) = reading.cards
    assert reading.format == "google-csv"
    assert (card.name, card.role, card.note, card.tags) == (
        "Ada B. King", "Poet", "a\nb", ("Old friends",)
    )  # fmt: skip
    assert card.emails == (ContactPoint("a@x", "home", True), ContactPoint("b@x", "home"))
    assert card.phones == (ContactPoint("+1 2", "mobile"),)


def test_google_of_the_past() -> None:
    reading = read_csv(
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Group Membership,"
        "E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
        "Ada King,Ada,,King,,,* My Contacts,* Work,a@x,Mills,Poet\n"
    )
    (card,) = reading.cards
    assert reading.format == "google-csv"
    assert (card.name, card.company, card.role) == ("Ada King", "Mills", "Poet")
    assert card.emails == (ContactPoint("a@x", "work", True),)


def test_outlook_says_title_and_means_doctor() -> None:
    reading = read_csv(
        "Title,First Name,Last Name,Company,Job Title,Business Phone,Business Fax,Mobile Phone,"
        "E-mail Address,E-mail 2 Address,Categories,Web Page\n"
        "Dr.,Ada,King,Mills,Poet,+1 1,+1 9,+1 2,a@x,b@x,Red;Blue,http://x.y/z\n"
    )
    (card,) = reading.cards
    assert reading.format == "outlook-csv"
    assert (card.name, card.role, card.tags) == ("Ada King", "Poet", ("Red", "Blue"))
    assert card.phones == (ContactPoint("+1 1", "work"), ContactPoint("+1 2", "mobile"))
    assert [point.value for point in card.emails] == ["a@x", "b@x"]


@pytest.mark.parametrize(
    ("header", "row", "name", "company", "role"),
    [
        ("Vorname;Nachname;Firma;Position;E-Mail-Adresse", "Jörg;Müßig;X AG;Chef;j@x.de",
         "Jörg Müßig", "X AG", "Chef"),
        ("Name;Vorname;Unternehmen;Funktion", "Müßig;Jörg;X AG;Chef", "Jörg Müßig", "X AG", "Chef"),
        ("Prénom,Nom,Entreprise,Poste,Courriel", "Zoé,Hugo,X,Chef,z@x.fr", "Zoé Hugo", "X", "Chef"),
        ("Nom\tSociété\tFonction", "Zoé Hugo\tX\tChef", "Zoé Hugo", "X", "Chef"),
        ("Nombre,Apellidos,Empresa,Cargo", "José,Paz,X,Jefe", "José Paz", "X", "Jefe"),
        ("Nombre,Empresa,Puesto", "José Paz,X,Jefe", "José Paz", "X", "Jefe"),
        ("Nome|Sobrenome|Empresa|Cargo", "José|Paz|X|Chefe", "José Paz", "X", "Chefe"),
        ("full name,organisation,Title,e-mail", "Ada King,X,Poet,a@x.y", "Ada King", "X", "Poet"),
        ("FIRST_NAME,LAST_NAME,company_name,job-title", "Ada,King,X,Poet", "Ada King", "X", "Poet"),
    ],
)  # fmt: skip
def test_headers_of_any_program(header: str, row: str, name: str, company: str, role: str) -> None:
    (card,) = read_csv(f"{header}\r\n{row}\r\n").cards
    assert (card.name, card.company, card.role) == (name, company, role)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "people.bin"
    file.write_bytes("Vorname;Nachname;E-Mail\r\nJörg;Müßig;j@x.de\r\n".encode(encoding))
    assert names(read_people(file)) == [("Jörg", "Müßig", "Jörg Müßig")]


def test_ragged_rows_and_blank_lines() -> None:
    reading = read_csv("First Name,Last Name,Email\nonly\nA,B,a@x,more,\n\n,,\nC,D,c@x\n")
    assert names(reading) == [("only", "", "only"), ("A", "B", "A B"), ("C", "D", "C D")]
    assert [card.line for card in reading.cards] == [2, 3, 6]
    assert [(left.line, left.text) for left in reading.left_out] == [(3, "more"), (5, ",,")]


def test_headers_in_unknown_words_are_no_person() -> None:
    reading = read_csv("Who;Where;Mailbox\nAnn Lee;Paris;ann@x.example\nBo Ray;Rome;bo@x.example\n")
    assert [card.name for card in reading.cards] == ["Ann Lee", "Bo Ray"]
    assert json.loads(reading.cards[0].source_text)["Where"] == "Paris"


def test_an_unclosed_quote_costs_its_row_at_most() -> None:
    rows = "".join(f"P{number},x\n" for number in range(50))
    reading = read_csv(f'Name,Notes\nAda,ok\nBob,"open\n{rows}')
    assert len(reading.cards) == 52
    assert reading.cards[1].note == "open"
    assert reading.cards[-1].line == 53


def test_an_unclosed_quote_before_quoted_rows_costs_its_row_at_most() -> None:
    rows = 'Bob,"open,x\nCal,"c, c",x\nDan,"d\nd",x\nEve,e,x\n'
    reading = read_csv(f"Name,Notes,Tags\nAda,a,x\n{rows}")
    assert [card.name for card in reading.cards] == ["Ada", "Bob", "Cal", "Dan", "Eve"]
    assert [card.note for card in reading.cards] == ["a", "open", "c, c", "d\nd", "e"]


def test_many_unclosed_quotes_stay_quick() -> None:
    reading = read_csv("Name,Notes\n" + 'A,"b"c"d\n' * 5001)
    assert reading.cards


def test_duplicate_headers_keep_both() -> None:
    (card,) = read_csv("Email,Email,Name,Name\na@x,b@x,A,B\n").cards
    assert [point.value for point in card.emails] == ["a@x", "b@x"]
    assert json.loads(card.source_text) == {
        "Email": "a@x", "Email (2)": "b@x", "Name": "A", "Name (2)": "B"
    }  # fmt: skip


def test_large_cells_and_embedded_newlines() -> None:
    note = "n" * 300_000 + "\nend"
    cards = read_csv(f'Name,Notes\nA,"{note}"\nB,x\n').cards
    assert [(card.name, card.line) for card in cards] == [("A", 2), ("B", 4)]
    assert cards[0].note == note


def test_carriage_returns_alone_end_rows() -> None:
    assert len(read_csv("Name,Email\rA,a@x\rB,b@x\r").cards) == 2


def test_the_separator_line_of_excel() -> None:
    assert names(read_csv("sep=;\nName;Email\nA, B;a@x\n")) == [("", "", "A, B")]


def test_a_foreign_apostrophe_is_not_a_guard() -> None:
    (card,) = read_csv("Name,Notes\n'=A,'+1\n").cards
    assert (card.name, card.note) == ("'=A", "'+1")


def test_without_a_header_addresses_tell_the_columns() -> None:
    (first, _) = read_csv("Ada King,1 St,a@x.org,+1 234567\nBo Li,2 St,b@x.org,+1 234568\n").cards
    assert (first.name, first.emails[0].value, first.phones[0].value) == (
        "Ada King", "a@x.org", "+1 234567"
    )  # fmt: skip


def test_a_table_of_something_else_names_its_headers() -> None:
    with pytest.raises(UnreadableFile, match="date, temperature"):
        read_csv("date,temperature\n2011-01-01,1\n", "t.csv")


@pytest.mark.parametrize(
    ("text", "day"),
    [("05 Mar 2024", "2024-03-05"), ("15-Jan-24", "2024-01-15"), ("2024-03-05", "2024-03-05"),
     ("yesterday", ""), ("05 Foo 2024", ""), ("45 Mar 2024", "")],
)  # fmt: skip
def test_days(text: str, day: str) -> None:
    assert iso_day(text) == day


PIECES = st.sampled_from(
    ["Name", "Email", ",", ";", "\t", '"', "\n", "\r", "\r\n", "a@b.c", "'=", "x"]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_no_content_raises_anything_else(text: str) -> None:
    try:
        cards = read_csv(text).cards
    except UnreadableFile:
        cards = []
    assert all(card.line > 0 for card in cards)
