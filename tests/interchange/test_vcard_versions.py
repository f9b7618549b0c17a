"""T16 and T17: from and into versions 2.1, 3.0 and 4.0 without loss."""

from __future__ import annotations

import dataclasses
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.vcard_parts import parse_text
from infoview_gui.interchange.vcard_read import read_vcards
from infoview_gui.interchange.vcard_write import VERSIONS, card_text
from tests.interchange.strategies import CARD_TEXT, cards

MODEL = (
    "first_name", "last_name", "name", "company", "role", "emails", "phones", "links", "zone",
    "note", "tags", "uid",
)  # fmt: skip
PHOTO = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkI"


def modelled(card: PersonCard) -> list[object]:
    return [getattr(card, name) for name in MODEL]


def only(text: str) -> PersonCard:
    reading = read_vcards(text)
    assert reading.left_out == []
    (card,) = reading.cards
    return card


def as_2_1(card: PersonCard) -> str:
    """Write names, organisation, categories and note as Outlook does."""

    def line(name: str, value: str) -> str:
        coded = quopri.encodestring(value.encode(), quotetabs=True).decode().replace("=\n", "=\r\n")
        coded = coded.replace("\n", "=0A") if "=\r\n" not in coded else coded
        return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{coded}"

    def part(text: str) -> str:
        return text.replace("\\", "\\\\").replace(";", "\\;")

    lines = [
        line("FN", card.name),
        line("N", f"{part(card.last_name)};{part(card.first_name)};;;"),
        line("ORG", part(card.company)),
        line("NOTE", card.note),
    ]
    return "\r\n".join(["BEGIN:VCARD", "VERSION:2.1", *lines, "END:VCARD", ""])


@given(cards(CARD_TEXT), st.sampled_from(VERSIONS), st.sampled_from(VERSIONS))
def test_three_rounds_leave_a_person_as_they_are(card: PersonCard, one: str, other: str) -> None:
    wanted = modelled(card)
    for version in (one, other, one):
        card = only(card_text(card, version))
        assert f"VERSION:{version}\r\n" in card_text(card, version)
        assert modelled(card) == wanted


@given(st.lists(CARD_TEXT, min_size=5, max_size=5), st.sampled_from(VERSIONS))
def test_three_rounds_from_2_1(texts: list[str], version: str) -> None:
    first, last, name, company, note = (" ".join(text.splitlines()) for text in texts)
    card = PersonCard(
        first_name=first.strip(),
        last_name=last.strip(),
        name=name.strip() or "A",
        company=company.strip(),
        note=note.strip(),
    )
    text = as_2_1(card)
    for _ in range(3):
        again = only(text)
        assert modelled(again) == modelled(card)
        text = card_text(again, version)


@given(cards(CARD_TEXT), st.sampled_from(VERSIONS), CARD_TEXT)
def test_a_kept_card_with_one_change_says_the_rest_as_before(
    card: PersonCard, version: str, role: str
) -> None:
    kept = only(card_text(card, version))
    edited = dataclasses.replace(kept, role=role)
    assert modelled(only(card_text(edited, version))) == modelled(edited)


RICH_3 = f"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iOS 17//EN
N:Lee;Ann;M.;Dr.;PhD
FN:Dr. Ann M. Lee\\, PhD
item1.EMAIL;type=INTERNET;type=pref:ann@x.example
item1.X-ABLabel:_$!<Work>!$_
TEL;type=CELL;type=VOICE;type=pref:+1 212 555 0142
item2.ADR;type=WORK:;;1 Main St;Springfield;IL;62701;USA
item2.X-ABADR:us
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15
ANNIVERSARY:2010-06-05
REV:2024-03-05T10:11:12Z
GEO:48.198634;16.371648
PHOTO;ENCODING=b;TYPE=JPEG:{PHOTO}
X-SOCIALPROFILE;type=linkedin;x-user=ann:https://www.linkedin.com/in/ann
X-ODD;X-P="a;b":kept\\, as it is
NOTE:long
END:VCARD
"""


def test_3_0_becomes_4_0_and_comes_back() -> None:
    card = only(RICH_3)
    four = card_text(card, "4.0")
    lines = four.replace("\r\n ", "").split("\r\n")
    assert lines[1] == "VERSION:4.0"
    for line in [
        "item1.EMAIL;TYPE=INTERNET;PREF=1:ann@x.example",
        "BDAY:--0415",
        "ANNIVERSARY:20100605",
        "REV:20240305T101112Z",
        "GEO:geo:48.198634,16.371648",
        f"PHOTO:data:image/jpeg;base64,{PHOTO}",
        'X-ODD;X-P="a;b":kept\\, as it is',
        "item2.X-ABADR:us",
    ]:
        assert line in lines
    assert not any("pref" in line or "ENCODING" in line for line in lines)
    back = only(card_text(only(four), "3.0"))
    assert modelled(back) == modelled(card)
    again = card_text(back).replace("\r\n ", "").split("\r\n")
    assert f"PHOTO;ENCODING=b;TYPE=JPEG:{PHOTO}" in again
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15" in again
    assert "GEO:48.198634;16.371648" in again


@pytest.mark.parametrize("version", VERSIONS)
def test_an_untouched_card_is_written_word_for_word(version: str) -> None:
    text = RICH_3.replace("3.0", version).replace("\n", "\r\n")
    written = card_text(only(text), version)
    assert written.replace("\r\n ", "") == text


def test_our_own_id_is_all_that_is_added() -> None:
    text = RICH_3.replace("\n", "\r\n")
    written = card_text(dataclasses.replace(only(text), uid="u-1"))
    assert written.replace("\r\n ", "") == text.replace("END:", "X-INFOVIEW-ID:u-1\r\nEND:")


def test_the_name_on_the_card_stays_while_it_fits() -> None:
    card = dataclasses.replace(only(RICH_3), name="")
    assert "FN:Dr. Ann M. Lee\\, PhD\r\n" in card_text(card)
    renamed = card_text(dataclasses.replace(card, last_name="Ray"))
    assert "FN:Ann Ray\r\n" in renamed
    assert "N:Ray;Ann;M.;Dr.;PhD\r\n" in renamed


def test_a_company_s_card_does_not_become_a_person_s() -> None:
    card = only("BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Northwind Energy\nEND:VCARD\n")
    # So it is stored: everybody has a first and a last name.
    stored = dataclasses.replace(card, name="", first_name="Northwind", last_name="Energy")
    assert card_text(stored) == card_text(card)
    assert "N:;;;;\r\nFN:Northwind Energy\r\n" in card_text(stored)


def test_what_a_second_card_said_is_not_lost() -> None:
    first = only("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nN:;Ann;;;\nitem1.ADR:;;1 St;;;;\nEND:VCARD\n")
    second = (
        "BEGIN:VCARD\nVERSION:2.1\nFN:A. Lee\nBDAY:1980-01-02\nEMAIL:other@x.example\n"
        "item1.ADR;HOME:;;2 St;;;;\nitem1.X-ABLabel:Cottage\nitem2.EMAIL:a@x\n"
        "item2.X-ABLabel:Desk\nX-ODD:kept\nEND:VCARD\n"
    )
    third = second.replace("1980-01-02", "1999-01-01").replace("X-ODD:kept", "X-ODD:also")
    both = dataclasses.replace(first, further=(second, '{"City": "Rome"}', third))
    lines = card_text(both).split("\r\n")
    assert lines[4:-2] == [
        "item1.ADR:;;1 St;;;;",
        "BDAY:1980-01-02",
        "item2.ADR;TYPE=HOME:;;2 St;;;;",
        "item2.X-ABLabel:Cottage",
        "X-ODD:kept",
        "X-ODD:also",
    ]


def test_2_1_is_converted_rightly() -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\n"
        "FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:J=F6rg M=FCller\r\n"
        "TEL;WORK;VOICE:+49 30 1\r\nTEL;CELL;PREF:+49 170 1\r\n"
        "ADR;HOME;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;"
        "Gr=C3=BCner Weg 1=0D=0AHinterhaus;Ulm;;;\r\n"
        f"PHOTO;JPEG;ENCODING=BASE64:\r\n {PHOTO}\r\n\r\nX-ODD;FOO:bar\r\nEND:VCARD\r\n"
    )
    for version in VERSIONS:
        written = card_text(only(text), version).replace("\r\n ", "").split("\r\n")
        assert "FN:Jörg Müller" in written
        assert "N:Müller;Jörg" in written
        assert "ADR;TYPE=HOME:;;Grüner Weg 1\\nHinterhaus;Ulm;;;" in written
        assert "X-ODD;TYPE=FOO:bar" in written
        photo = next(line for line in written if line.startswith("PHOTO"))
        assert photo.endswith(PHOTO)
        assert ("TEL;TYPE=CELL,PREF:+49 170 1" in written) == (version == "3.0")
        assert ("TEL;TYPE=CELL;PREF=1:+49 170 1" in written) == (version == "4.0")


def test_the_card_s_parts_are_found_again_after_conversion() -> None:
    parts = parse_text(card_text(only(RICH_3), "4.0"))
    assert parts is not None
    assert parts.version == "4.0"
    assert parts.bad == []
