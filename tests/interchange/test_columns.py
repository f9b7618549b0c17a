from __future__ import annotations

from pathlib import Path

import pytest

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.columns import FIELDS, find_columns
from infoview_gui.interchange.reading import read_people


def written(folder: Path, text: str, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_strange_table_is_shown_with_its_guess_and_examples(tmp_path: Path) -> None:
    path = written(
        tmp_path, "Who;Where;Mailbox\nAnn Lee;Paris;ann@x.example\nBo;;bo@x.example\nC;Paris;\n"
    )
    found = find_columns(path)
    assert found is not None
    assert found.header == ("Who", "Where", "Mailbox")
    assert found.fields == ("name", "", "email")
    assert found.examples == (
        ("Ann Lee", "Bo", "C"),
        ("Paris",),
        ("ann@x.example", "bo@x.example"),
    )
    assert not found.known
    assert set(found.fields) <= set(FIELDS)


def test_what_the_user_says_of_columns_holds(tmp_path: Path) -> None:
    path = written(tmp_path, "A;B;C;D\nLee;Ann;0049 30 1;friend of Bo\n")
    found = find_columns(path)
    assert found is not None
    assert found.fields == ("", "", "", "")
    (card,) = read_people(path, ["last", "first", "phone", "note"]).cards
    assert (card.first_name, card.last_name, card.name) == ("Ann", "Lee", "Ann Lee")
    assert [point.value for point in card.phones] == ["0049 30 1"]
    assert card.note == "friend of Bo"


def test_without_being_told_such_a_file_has_no_people(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no column that is a name"):
        read_people(written(tmp_path, "A;B\nLee;Ann\n"))


def test_a_table_without_headers_gets_numbers(tmp_path: Path) -> None:
    found = find_columns(written(tmp_path, "Ada King,1 St,a@x.org\nBo Li,2 St,b@x.org\n"))
    assert found is not None
    assert found.header == ("Column 1", "Column 2", "Column 3")
    assert found.fields == ("name", "", "email")
    assert found.examples[0] == ("Ada King", "Bo Li")


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Last Name,URL,Email Address,Position,Connected On\nA,B,,,D,05 Mar 2024\n",
        "Name,Infoview ID,Odd\nA,1,x\n",
        "Full name,Employer,E-mail\nA,B,a@x\n",
    ],
)
def test_nobody_is_asked_about_what_is_understood(tmp_path: Path, text: str) -> None:
    found = find_columns(written(tmp_path, text))
    assert found is not None
    assert found.known


def test_leaving_a_column_out_leaves_it_out(tmp_path: Path) -> None:
    path = written(tmp_path, "Name,Company,Email\nA,X,a@x\n")
    (card,) = read_people(path, ["name", "", "email"]).cards
    assert (card.name, card.company) == ("A", "")
    assert '"Company": "X"' in card.source_text


def test_a_confirmed_guess_knows_what_the_guess_knew(tmp_path: Path) -> None:
    path = written(tmp_path, "First Name,Middle Name,Last Name,Work phone,Odd\nA,B,C,+1 2,x\n")
    found = find_columns(path)
    assert found is not None
    assert read_people(path, found.fields).cards == read_people(path).cards
    assert read_people(path).cards[0].name == "A B C"
    assert read_people(path).cards[0].phones[0].label == "work"


@pytest.mark.parametrize(
    "text", ["BEGIN:VCARD\nFN:A\nEND:VCARD\n", "dn: cn=A\ncn: A\n", "BEGIN:VCALENDAR\n"]
)
def test_what_is_no_table_has_no_columns(tmp_path: Path, text: str) -> None:
    assert find_columns(written(tmp_path, text)) is None


def test_prose_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"people\.csv"):
        find_columns(written(tmp_path, "Dear Ann\nI write to you\n"))


@pytest.mark.parametrize(
    ("cell", "channel", "detail"),
    [
        ("social", "social", ""),
        ("Networking event", "event", ""),
        ("LinkedIn", "social", "LinkedIn"),
        ("GridWeek conference", "event", "GridWeek conference"),
        ("warm", "", ""),
    ],
)
def test_where_somebody_was_found_is_understood(
    tmp_path: Path, cell: str, channel: str, detail: str
) -> None:
    path = written(tmp_path, f"Name,How\nAnn,{cell}\n")
    (card,) = read_people(path, ["name", "channel"]).cards
    assert (card.channel, card.channel_detail) == (channel, detail)
