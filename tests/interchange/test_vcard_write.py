from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.vcard_read import read_vcards
from infoview_gui.interchange.vcard_write import card_text
from tests.interchange.strategies import CARD_TEXT, cards

SOURCE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14//EN
N:King;Ada;Augusta;Lady;
FN:Ada King
ORG:Engines;Research;Loom
item1.EMAIL;type=INTERNET;type=pref;X-EVOLUTION-UI-SLOT=1:a@x.org
item1.X-ABLabel:_$!<Other>!$_
EMAIL;type=WORK;X-KEEP="a;b":b@x.org
TEL;type=CELL:+44 20
item2.ADR;type=HOME:;;1 St;London;;N1;UK
item2.X-ABADR:gb
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQA
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15
X-Unknown;x-p=q:keep\\, me
NOTE:old note
UID:abc
END:VCARD"""


def card_of(text: str) -> PersonCard:
    (card,) = read_vcards(text).cards
    return card


def without_source(card: PersonCard) -> PersonCard:
    return dataclasses.replace(card, source_text="", line=0)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_an_unchanged_card_is_written_as_it_was() -> None:
    assert (
        card_text(card_of(SOURCE)).split("\r\n")[:-1]
        == SOURCE.replace("\n", "\r\n").split("\r\n")[:2] + SOURCE.split("\n")[2:]
    )


@pytest.mark.parametrize(
    ("change", "gone", "new"),
    [
        ({"name": "Ada Lovelace"}, ["FN:Ada King"], ["FN:Ada Lovelace"]),
        ({"last_name": "L;y"}, ["N:King;Ada;Augusta;Lady;"], ["N:L\\;y;Ada;Augusta;Lady;"]),
        ({"company": "Mills"}, ["ORG:Engines;Research;Loom"], ["ORG:Mills;Research;Loom"]),
        ({"note": "a\nb"}, ["NOTE:old note"], ["NOTE:a\\nb"]),
        ({"note": ""}, ["NOTE:old note"], []),
        ({"role": "Poet"}, [], ["TITLE:Poet"]),
        ({"tags": ("x,y", "z")}, [], ["CATEGORIES:x\\,y,z"]),
        ({"uid": "9"}, [], ["X-INFOVIEW-ID:9"]),
        ({"phones": (ContactPoint("+44 21", "mobile"),)}, ["TEL;type=CELL:+44 20"],
         ["TEL;type=CELL:+44 21"]),
        ({"phones": ()}, ["TEL;type=CELL:+44 20"], []),
    ],
)  # fmt: skip
def test_only_the_changed_line_is_written_anew(
    change: dict[str, Any], gone: list[str], new: list[str]
) -> None:
    card = dataclasses.replace(card_of(SOURCE), **change)
    before, after = set(SOURCE.split("\n")), set(unfolded(card_text(card))) - {""}
    assert (before - after, after - before) == (set(gone), set(new))
    assert without_source(card_of(card_text(card))) == without_source(card)


def test_a_changed_address_keeps_its_parameters_and_group() -> None:
    card = card_of(SOURCE)
    first, second = card.emails
    card.emails = (first, ContactPoint("new@x.org", second.label))
    assert 'EMAIL;TYPE=WORK;X-KEEP="a;b":new@x.org' in card_text(card).replace("type=", "TYPE=")


def test_preference_and_labels_can_change() -> None:
    card = card_of(SOURCE)
    card.emails = (
        ContactPoint("b@x.org", "Büro", True),
        ContactPoint("a@x.org", "home"),
        ContactPoint("c@x.org", "My own"),
    )
    assert card_of(card_text(card)).emails == card.emails
    assert "X-EVOLUTION-UI-SLOT=1" in card_text(card)


def test_a_label_says_nothing_of_others_in_its_group() -> None:
    card = card_of("BEGIN:VCARD\nFN:A\ng.TEL:1\ng.EMAIL:a@b\ng.X-ABLabel:Both\nEND:VCARD")
    card.phones = (ContactPoint("1", "Desk"),)
    again = card_of(card_text(card))
    assert (again.phones, again.emails) == (card.phones, (ContactPoint("a@b", "Both"),))


def test_other_lines_of_the_same_name_stay() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:A\nFN;LANGUAGE=de:B\nN:Roe;John,Paul;;;\n"
        "ORG:\nORG:One;x\nORG:Two\nTITLE:t\nTITLE:u\nTZ:-05:00\nEND:VCARD"
    )
    card = dataclasses.replace(
        card_of(text), name="C", last_name="Doe", company="Three", role="v", zone="Europe/Berlin"
    )
    lines = unfolded(card_text(card))[2:-2]
    assert lines == [
        "FN:C", "FN;LANGUAGE=de:B", "N:Doe;John,Paul;;;", "ORG:", "ORG:Three;x", "ORG:Two",
        "TITLE:v", "TITLE:u", "TZ;VALUE=text:Europe/Berlin",
    ]  # fmt: skip


def test_2_1_becomes_3_0_without_loss() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=2C;;;\n"
        "FN:C:\\Müller, J\nTEL;HOME;PREF:1\nNOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab; =\nc\n"
        "PHOTO;JPEG;ENCODING=BASE64:\n AAAA\n BBBB\n\nX-K;QUOTED-PRINTABLE:x=3Dy\n"
        "AGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD"
    )
    card = card_of(text)
    written = card_text(card)
    assert without_source(card_of(written)) == without_source(card)
    assert unfolded(written)[1:-2] == [
        "VERSION:3.0", "N:Müller;J\\,;;;", "FN:C:\\\\Müller\\, J", "TEL;TYPE=HOME,PREF:1",
        "NOTE:a\\nb\\; c", "PHOTO;ENCODING=b;TYPE=JPEG:AAAABBBB", "X-K:x=y",
        "AGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD",
    ]  # fmt: skip


def test_changing_a_2_1_card_escapes_once() -> None:
    card = card_of("BEGIN:VCARD\nVERSION:2.1\nFN:A\nNOTE:x\nEND:VCARD")
    card.note, card.name = "a\\b, c", "X;\\Y"
    assert without_source(card_of(card_text(card))) == without_source(card)


def test_4_0_becomes_3_0() -> None:
    card = card_of(
        "BEGIN:VCARD\nVERSION:4.0\nFN:A\nTEL;VALUE=uri;PREF=1;TYPE=cell:tel:+1-2\n"
        "PHOTO:data:image/jpeg;base64,AAAA\nBDAY:--0415\nKIND:individual\nEND:VCARD"
    )
    lines = unfolded(card_text(card))
    assert "TEL;TYPE=cell;TYPE=pref:+1-2" in lines
    assert "PHOTO;ENCODING=b;TYPE=JPEG:AAAA" in lines
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15" in lines
    assert {"VERSION:3.0", "N:;;;;", "KIND:individual"} <= set(lines)


def test_fn_and_n_are_always_there() -> None:
    lines = unfolded(card_text(card_of("BEGIN:VCARD\nEMAIL:a@b.c\nEND:VCARD")))
    assert {"FN:a@b.c", "N:;;;;"} <= set(lines)


def test_stage_channel_and_introducer_stay_local() -> None:
    card = PersonCard(name="A", stage="asked", channel="event", introduced_by="Bo")
    assert unfolded(card_text(card))[2:-2] == ["FN:A", "N:;;;;"]


@given(cards(CARD_TEXT))
def test_a_card_written_from_its_fields_reads_back_equal(card: PersonCard) -> None:
    text = card_text(card)
    assert without_source(card_of(text)) == card
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@given(cards(CARD_TEXT), cards(CARD_TEXT))
@settings(max_examples=150)
def test_any_edit_of_a_card_reads_back_equal(before: PersonCard, after: PersonCard) -> None:
    after.source_text = card_text(before).removesuffix("END:VCARD\r\n")
    after.source_text += "X-KEEP;A=B:c\\nd\r\nEND:VCARD"
    text = card_text(after)
    assert without_source(card_of(text)) == without_source(after)
    assert "\r\nX-KEEP;A=B:c\\nd\r\n" in text
    again = card_of(text)
    assert card_text(again) == text
