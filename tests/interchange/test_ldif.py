from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.cards import ContactPoint, UnreadableFile
from infoview_gui.interchange.ldif import read_ldif
from tests.interchange.strategies import CARD_TEXT

THUNDERBIRD = """dn: cn=Ann Lee,mail=ann@x.example
objectclass: top
objectclass: person
objectclass: mozillaAbPersonAlpha
givenName: Ann
sn:: TMOpZQ==
cn:: QW5uIEzDqWU=
mozillaNickname: Annie
mail: ann@x.example
mozillaSecondEmail: ann@home.example
telephoneNumber: +1 2 3
homePhone: +1 4
mobile: 0049 5
facsimiletelephonenumber: +1 6
o: Northwind
title: Head of
  Grid
ou: Sales
mozillaHomeUrl: https://ann.example/
description: met at
  the fair
birthyear: 1980

# a list
dn: cn=Friends
objectclass: groupOfNames
cn: Friends
member: cn=Ann Lee,mail=ann@x.example

dn: cn=Bo
cn: Bo
mail: bo@x.example
mail: bo@home.example
"""


def test_thunderbird_s_people_are_read_and_lists_reported() -> None:
    reading = read_ldif(THUNDERBIRD, "a.ldif")
    ann, bo = reading.cards
    assert (ann.first_name, ann.last_name, ann.name) == ("Ann", "Lée", "Ann Lée")
    assert ann.emails == (ContactPoint("ann@x.example"), ContactPoint("ann@home.example"))
    assert ann.phones == (
        ContactPoint("+1 2 3", "work"),
        ContactPoint("+1 4", "home"),
        ContactPoint("0049 5", "mobile"),
    )
    assert (ann.company, ann.role, ann.note) == ("Northwind", "Head of Grid", "met at the fair")
    assert [link.label for link in ann.links] == ["home"]
    assert (bo.name, len(bo.emails), bo.line) == ("Bo", 2, 30)
    assert [left.line for left in reading.left_out] == [25]
    assert reading.format == "ldif"


def test_what_we_do_not_model_is_kept() -> None:
    row = json.loads(read_ldif(THUNDERBIRD).cards[0].source_text)
    assert (row["birthyear"], row["ou"], row["mozillaNickname"]) == ("1980", "Sales", "Annie")


def test_bad_lines_and_files_elsewhere_are_reported_not_read() -> None:
    reading = read_ldif("dn: cn=A\ncn: A\nnonsense\njpegphoto:< file:///etc/passwd\n")
    assert [left.line for left in reading.left_out] == [3, 4]
    assert "passwd" not in reading.cards[0].source_text


@pytest.mark.parametrize("text", ["dn: ou=people\n", "# nothing\n"])
def test_a_file_without_people_says_so(text: str) -> None:
    with pytest.raises(UnreadableFile, match="without an entry"):
        read_ldif(text)


@given(CARD_TEXT.filter(str.strip))
def test_any_text_comes_through_base64(text: str) -> None:
    coded = base64.b64encode(text.encode()).decode()
    folded = "\n ".join(coded[at : at + 60] for at in range(0, len(coded), 60))
    (card,) = read_ldif(f"dn: cn=A\ncn: A\ndescription:: {folded}\n").cards
    assert card.note == text.strip()


@given(st.text())
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        reading = read_ldif(f"dn: x\n{text}")
    except UnreadableFile:
        return
    assert reading.cards or reading.left_out
