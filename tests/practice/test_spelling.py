"""Which words are looked up, and which dictionary fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.spelling import (
    Word,
    base,
    dictionary_for,
    foreign,
    in_the_hand_of,
    parts,
    plain,
    words,
)


@pytest.mark.parametrize(
    ("text", "looked_up"),
    [
        ("I was glad to recieve it.", ["was", "glad", "to", "recieve", "it"]),
        ("“Quoted”, (bracketed) – dashed—twice…", ["Quoted", "bracketed", "dashed", "twice"]),
        ("Don’t, don't; the Mori's", ["Don’t", "don't", "the", "Mori's"]),
        ("a follow-up e-mail", ["follow-up", "e-mail"]),
        ("‹their forst name› and {first nme} stay", ["and", "stay"]),
        ("jo.smth@exmple.org, https://exmple.org/wrng?x=abc www.wrng", []),
        ("see exmple.org/abuot and e.g. C:\\wrng or #wrng", ["see", "and", "or"]),
        ("Q3 of 2026, 15min, snake_case", ["of"]),
        ("NASA, NASA’s and the CEO's office", ["and", "the", "office"]),
        ("LinkedIn, GitHub and McKinsey's", ["and"]),
        ("either/or", ["either", "or"]),
        ("Grüße, naïve cafe\u0301, Œuvre", ["Grüße", "naïve", "cafe\u0301", "Œuvre"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("👩‍🚀 I", []),
        ("", []),
    ],
)
def test_what_is_looked_up(text: str, looked_up: list[str]) -> None:
    assert [one.text for one in words(text)] == looked_up


def test_a_wall_without_a_space_is_no_word() -> None:
    assert list(words("x" * 20_000 + " " + "‹" * 20_000 + " " + "a.b" * 7_000)) == []


@given(st.text(max_size=300))
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
        for part in parts(word):
            assert text[part.start : part.end] == part.text


def test_the_parts_of_a_hyphenated_word() -> None:
    (word,) = words("a well-knwon")
    assert parts(word) == [Word(2, 6, "well"), Word(7, 12, "knwon")]


def test_a_word_is_touched_at_its_ends_and_within() -> None:
    word = Word(3, 6, "the")
    touched = [at for at in range(9) if word.touches(at)]
    assert touched == [3, 4, 5, 6]
    assert not word.touches(None)


def test_forms_of_a_word() -> None:
    assert plain("don’t cafe\u0301") == "don't café"
    assert [base(one) for one in ("Amara’s", "Amara's", "James’", "its")] == [
        "Amara",
        "Amara",
        "James",
        "its",
    ]
    assert in_the_hand_of("dont’", ("don't",)) == ("don’t",)
    assert in_the_hand_of("dont", ("don't",)) == ("don't",)


@pytest.mark.parametrize(
    ("languages", "installed", "chosen"),
    [
        (["de-AT", "de"], ["de_AT", "de_DE", "en_US"], "de_AT"),
        (["de-AT", "de"], ["de_CH", "de_DE", "en_US"], "de_DE"),
        (["de-AT"], ["de_CH", "de_LU"], "de_CH"),
        (["en-IN"], ["en_AU", "en_GB", "en_US"], "en_GB"),
        (["en"], ["en_US"], "en_US"),
        (["fi-FI", "sv-FI"], ["sv_SE"], "sv_SE"),
        (["eo"], ["eo", "en_US"], "eo"),
        (["fr-FR", "fr"], ["en_US"], ""),
        ([], ["en_US"], ""),
        (["en-GB"], [], ""),
    ],
)
def test_the_dictionary_for_a_language(
    languages: list[str], installed: list[str], chosen: str
) -> None:
    assert dictionary_for(languages, installed) == chosen


@pytest.mark.parametrize(
    ("unknown", "looked_up", "is_foreign"),
    [(3, 4, False), (5, 10, False), (6, 10, True), (0, 200, False), (200, 200, True)],
)
def test_when_a_text_is_in_another_language(unknown: int, looked_up: int, is_foreign: bool) -> None:
    assert foreign(unknown, looked_up) is is_foreign
