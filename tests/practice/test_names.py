"""Names: taken apart, put together, sorted as people expect it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.names import display_name, initials, sort_key, split_name


@pytest.mark.parametrize(
    ("full", "first", "last"),
    [
        ("", "", ""),
        ("Cher", "Cher", ""),
        ("Lena Castellanos", "Lena", "Castellanos"),
        ("  Lena \t Castellanos ", "Lena", "Castellanos"),
        ("Castellanos, Lena", "Lena", "Castellanos"),
        ("van Beethoven, Ludwig", "Ludwig", "van Beethoven"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Oscar de la Hoya", "Oscar", "de la Hoya"),
        ("María del Carmen Vidal", "María del Carmen", "Vidal"),
        ("Bob Smith Jr.", "Bob", "Smith Jr."),
        ("Bob Smith, Ph.D.", "Bob", "Smith, Ph.D."),
        ("Jack Y Ma", "Jack Y", "Ma"),
        ("Dr. Jane A. Doe", "Dr. Jane A.", "Doe"),
        ("Lena,", "Lena", ""),
        ("山田太郎", "山田太郎", ""),
    ],
)
def test_split(full: str, first: str, last: str) -> None:
    assert split_name(full) == (first, last)


@given(st.text(max_size=60).filter(lambda text: "," not in text))
def test_nothing_of_a_name_is_lost(full: str) -> None:
    assert display_name(*split_name(full)) == " ".join(full.split())


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Amara", "Okafor", "AO"),
        ("Ludwig", "van Beethoven", "LB"),
        ("cher", "", "C"),
        ("", "Mori", "M"),
        ("“Bob”", "O’Neil", "BO"),
        ("E\u0301va", "ßmann", "ÉS"),
        ("🙂", "—", ""),
        ("", "", ""),
    ],
)
def test_initials(first: str, last: str, expected: str) -> None:
    assert initials(first, last) == expected


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        (
            "",
            ["", "Adaeze Bello", "Amara Okafor", "Dmitri Golub", "Inês Carvalho", "Øyvind", "Zoë"],
        ),
        ("en_US", ["Ana", "Ana Bel", "Anabel", "Ines", "Inês", "O’Brien", "Obrist", "Öz", "Zed"]),
        ("de_DE.UTF-8", ["Oberst", "Öder", "Ofen", "Strasse", "Straßer"]),
        ("sv-SE", ["Adam", "Olle", "Zed", "Zzz", "Åsa", "Ärla", "Östen", "Ωmega"]),
        ("fi", ["Aalto", "Zed", "Åke", "Äiti", "Öller"]),
        ("da_DK", ["Anne", "Zoe", "Ærø", "Øst", "Aabenraa", "Åse"]),
        ("nn", ["Anne", "Zoe", "Ærlig", "Øyvind", "Åse"]),
        ("es", ["Nadia", "Nz", "Ñora", "Olga"]),
        ("pl", ["Lwów", "Łódź", "Maria", "Zz", "Źrebak", "Żaba"]),
        ("cs", ["Cyril", "Čapek", "Hz", "Chalupa", "Igor"]),
        ("tr", ["Hz", "Irmak", "İpek", "Jale"]),
        ("hu", ["Cz", "Csaba", "Dora"]),
    ],
)
def test_order(locale: str, names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: sort_key(name, locale)) == names


def test_elsewhere_the_marked_letter_is_the_plain_one() -> None:
    names = ["Oda", "Östen", "Pia"]
    assert sorted(names, key=sort_key) == names
    assert sorted(names, key=lambda name: sort_key(name, "sv")) == ["Oda", "Pia", "Östen"]


def test_case_and_way_of_writing_do_not_matter() -> None:
    assert sort_key("ÅSA  BERG", "sv") == sort_key("A\u030asa Berg", "sv")
    assert sort_key(" Zoë", "") == sort_key("Zoe\u0308", "")


@given(st.text(max_size=30), st.sampled_from(["", "sv", "da_DK", "tr", "cs", "xx", "hu", "C"]))
def test_any_name_has_a_key(name: str, locale: str) -> None:
    key = sort_key(name, locale)
    assert key == sort_key(name, locale)
    assert key >= sort_key("", locale)
