from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.decoding import decode
from infoview_gui.interchange.vcard_read import read_vcards


def one(body: str, version: str = "3.0") -> PersonCard:
    text = f"BEGIN:VCARD\r\nVERSION:{version}\r\n{body}\r\nEND:VCARD\r\n"
    (card,) = read_vcards(text).cards
    return card


def test_everything_modelled_is_read() -> None:
    card = one(
        "FN:Ada King\\, Countess\nN:King;Ada;Augusta;;\nORG:Engines\\; Ltd;Research\n"
        "TITLE:Analyst\nROLE:Poet\nEMAIL;TYPE=INTERNET,WORK:a@x.org\n"
        "EMAIL;TYPE=HOME,PREF:b@x.org\nTEL;TYPE=CELL:+44 20\nTEL;TYPE=work;TYPE=fax:+44 21\n"
        "URL:https\\://x.org/a\nNOTE:one\\ntwo\nCATEGORIES:a\\,b,c\nTZ:Europe/London\n"
        "X-INFOVIEW-ID:7"
    )
    assert (card.first_name, card.last_name, card.name) == ("Ada", "King", "Ada King, Countess")
    assert (card.company, card.role, card.zone) == ("Engines; Ltd", "Analyst", "Europe/London")
    assert card.emails == (ContactPoint("a@x.org", "work"), ContactPoint("b@x.org", "home", True))
    assert card.phones == (ContactPoint("+44 20", "mobile"), ContactPoint("+44 21", "work fax"))
    assert card.links == (ContactPoint("https://x.org/a"),)
    assert (card.note, card.tags, card.uid) == ("one\ntwo", ("a,b", "c"), "7")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("FN:\nN:Roe;Jane;Q;Dr.;Jr.", "Dr. Jane Q Roe Jr."),
        ("N:;;;;\nORG:Acme;Sales", "Acme"),
        ("NICKNAME:Jo", "Jo"),
        ("EMAIL:x@y.z", "x@y.z"),
        ("TEL:123", "123"),
    ],
)
def test_without_fn_the_best_there_is_becomes_the_name(body: str, name: str) -> None:
    assert one(body).name == name


def test_apple_groups_give_their_labels() -> None:
    card = one(
        "FN:A\nitem1.EMAIL;type=INTERNET:a@b\nITEM1.X-ABLabel:_$!<Other>!$_\n"
        "item2.URL;type=pref:http\\://x.y/z\nitem2.X-ABLabel:Portfolio\n"
        "X-SOCIALPROFILE;type=linkedin:http://linkedin.com/in/a"
    )
    assert card.emails == (ContactPoint("a@b", "other"),)
    assert card.links == (
        ContactPoint("http://x.y/z", "Portfolio", True),
        ContactPoint("http://linkedin.com/in/a", "linkedin"),
    )


def test_version_4_addresses() -> None:
    card = one(
        "FN:A\nTEL;VALUE=uri;PREF=2;TYPE=home:tel:+1-555-1234;ext=9\n"
        'TEL;VALUE=uri;PREF=1;TYPE="cell,voice":tel:+1-555-9',
        "4.0",
    )
    assert [point.value for point in card.phones] == ["+1-555-1234 ext. 9", "+1-555-9"]
    assert [point.preferred for point in card.phones] == [False, True]


def test_an_offset_or_an_unknown_zone_is_no_zone() -> None:
    assert one("FN:A\nTZ:-05:00").zone == ""
    assert one("FN:A\nTZ:Europe").zone == ""
    assert one("FN:A\nTZ:../../etc/passwd").zone == ""


def test_in_2_1_a_backslash_is_a_backslash() -> None:
    card = one("N:Roe\\;x;C:\\\\;;;\nFN:C:\\new", "2.1")
    assert (card.name, card.last_name, card.first_name) == ("C:\\new", "Roe;x", "C:\\")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg", "Jörg"),
        ("FN;QUOTED-PRINTABLE;CHARSET=Windows-1252:J=F6rg =80", "Jörg €"),
        ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=SHIFT_JIS:=88=C0=93=A1", "安藤"),
        ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=zip:J=F6rg M=FCller", "Jörg Müller"),
    ],
)
def test_quoted_printable_in_any_charset(line: str, name: str) -> None:
    assert one(line, "2.1").name == name


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Jörg Müßig", "cp1252"),
        ("Zoë O’Brien", "cp1252"),
        ("Иван Тургенев", "cp1251"),
        ("安藤ロイド", "cp932"),
        ("Łukasz Żółć", "utf-16"),
        ("Łukasz Żółć", "utf-16-le"),
        ("Łukasz Żółć", "utf-8-sig"),
    ],
)
def test_encodings_without_a_charset(name: str, encoding: str) -> None:
    text = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n"
    (card,) = read_vcards(decode(text.encode(encoding))).cards
    assert card.name == name


def test_each_line_may_have_its_own_charset() -> None:
    data = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:\x88\xc0\x93\xa1\r\n"
    data += "NOTE:Grüße\r\nEND:VCARD\r\n".encode()
    (card,) = read_vcards(decode(data)).cards
    assert (card.name, card.note) == ("安藤", "Grüße")


def test_a_fold_within_a_character_is_healed() -> None:
    data = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:J\xc3\r\n \xb6rg\r\nEND:VCARD\r\n"
    (card,) = read_vcards(decode(data)).cards
    assert card.name == "Jörg"


def test_a_bad_card_costs_that_card_and_is_reported_with_its_line() -> None:
    text = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\n{body}\r\nEND:VCARD\r\n"
        for body in ("FN:First", "FN\r\n;;;x\r\n:::", "FN:Third")
    )
    reading = read_vcards(text)
    assert [card.name for card in reading.cards] == ["First", "Third"]
    assert [left.line for left in reading.left_out] == [5]


def test_a_bad_line_costs_that_line() -> None:
    reading = read_vcards("BEGIN:VCARD\nFN:A\nrubbish\nTEL:1\nEND:VCARD\n")
    assert reading.cards[0].phones == (ContactPoint("1"),)
    assert [(left.line, left.text) for left in reading.left_out] == [(3, "rubbish")]


def test_a_card_cut_off_ends_where_the_next_begins() -> None:
    reading = read_vcards("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C")
    assert [card.name for card in reading.cards] == ["A", "B", "C"]
    assert [left.line for left in reading.left_out] == [1, 6]


@pytest.mark.parametrize("gap", ["\n", ""])
def test_an_agent_is_not_the_person(gap: str) -> None:
    text = f"BEGIN:VCARD\nFN:A\nAGENT:{gap}BEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n"
    (card,) = read_vcards(text).cards
    assert (card.name, card.phones[0].value) == ("A", "1")
    assert card.source_text == text.strip()


def test_agents_within_agents_need_no_recursion() -> None:
    text = "BEGIN:VCARD\nFN:A\n" + "AGENT:\nBEGIN:VCARD\nFN:x\n" * 20_000
    text += "END:VCARD\n" * 20_001
    assert [card.name for card in read_vcards(text).cards] == ["A"]


def test_the_text_of_each_card_is_kept_word_for_word() -> None:
    first = 'begin:vcard\r\nX-A;q="1":2\r\nFN:A\r\n  b\r\n\r\nend:vcard'
    second = "BEGIN:VCARD\nFN:C\nEND:VCARD"
    reading = read_vcards(f"\ufeff{first}\r\n\ufeff{second}\n")
    assert [card.source_text for card in reading.cards] == [first, second]
    assert [card.line for card in reading.cards] == [1, 7]


LINES = st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "AGENT:", "VERSION:2.1", "VERSION:4.0", "FN:A", " x", "", "N:a;b",
     "TEL;ENCODING=QUOTED-PRINTABLE:=", "PHOTO;BASE64:", "EMAIL;PREF=x:a@b", "TEL:tel:%00%ff",
     "item1.X-ABLabel:x", "item1.TEL:1", 'TEL;TYPE="a:1', "TZ:/", "\ufeffBEGIN:VCARD"]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=20), max_size=30).map("\n".join))
def test_no_content_raises(text: str) -> None:
    reading = read_vcards(decode(text.encode("utf-8", "surrogatepass")))
    assert all(card.name for card in reading.cards)


@given(st.binary(max_size=200))
def test_bytes_always_become_clean_text(data: bytes) -> None:
    text = decode(data)
    assert "\0" not in text
    assert text.encode("utf-8").decode("utf-8") == text


def test_a_million_escapes_take_no_more_than_linear_work() -> None:
    card = one("FN:A\nN:" + "\\;" * 500_000 + "\nCATEGORIES:" + "a\\,," * 100_000)
    assert (len(card.last_name), card.tags) == (500_000, ("a,",))
