"""A thank-you from the notes: what is offered, and what the text already holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice import guard
from infoview_gui.practice.letters_thanks import Chip, chips, extra_minutes, seed, woven
from infoview_gui.practice.letters_weaving import weave
from infoview_gui.practice.marks import Mark, MarkKind, parse

LETTER = """Dear Amara,

Thank you for the time you gave me today. What you said about probabilistic forecasts changed how \
I read the field.

I will write to Lena Castellanos this week and tell her you sent me. The feeder notebook will \
reach you by Friday.

With thanks,
Marta"""


def marks(*lines: str) -> list[Mark]:
    return [mark for mark in map(parse, lines) if mark is not None]


def chip(line: str) -> Chip:
    (found,) = chips(marks(line))
    return found


def held(line: str, text: str = LETTER) -> str | None:
    span = woven(chip(line), text)
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        (
            "! Regulators now ask for probabilistic forecasts",
            "I keep coming back to what you said: Regulators now ask for probabilistic forecasts.",
        ),
        ("! Why not sooner?", "I keep coming back to what you said: Why not sooner?"),
        (
            "@ Lena Castellanos, planning tools",
            "I will write to Lena Castellanos this week and say that you sent me.",
        ),
        (
            "- Send her the feeder notebook (due Friday)",
            "As promised, I will send you the feeder notebook by Friday.",
        ),
        (
            "- thank her: the phone remark changed my demo (due tomorrow)",
            "The phone remark changed my demo.",
        ),
        ("- thank him for the link", "Thank you for the link."),
        ("- thank Lena for the link", "As promised, I will thank Lena for the link."),
        ("- send him the map (due tomorrow)", "As promised, I will send you the map."),
        (
            "- send him the map: all 14 sheets (due Friday)",
            "As promised, I will send you the map by Friday: all 14 sheets.",
        ),
        (
            "- read the market rules in two weeks",
            "As promised, I will read the market rules in two weeks.",
        ),
        (
            "- Feeder notebook by Friday",
            "I have not forgotten what I promised: Feeder notebook by Friday.",
        ),
    ],
)
def test_each_kind_has_its_clause(line: str, clause: str) -> None:
    assert chip(line).clause == clause


def test_terms_openings_and_repetitions_are_not_offered() -> None:
    found = chips(
        marks("~ hosting: how much", "+ Northwind, analyst", "! One thing", "plain", "! one thing")
    )
    assert [one.words for one in found] == ["One thing"]


def test_a_promise_only_to_thank_is_kept_by_the_letter_itself() -> None:
    assert chips(marks("- thank her (due tomorrow)")) == ()


def test_insights_are_not_all_said_with_the_same_words() -> None:
    first, second = chips(marks("! Wind is easy", "! Solar is hard"))
    assert first.clause.partition(":")[0] != second.clause.partition(":")[0]


def test_braces_in_the_notes_stay_braces() -> None:
    assert "{} {0} {goal}" in chip("! what {} {0} {goal} does").clause


def test_a_letter_begins_with_promises_names_and_two_insights() -> None:
    found = chips(marks("! A b", "! C d", "! E f", "- send it", "@ Lena", "- call her"))
    values = seed(found).values()
    assert values["insights"].count(":") == 2
    assert values["promises"].count("As promised") == 2
    assert "Lena" in values["people named"]
    assert seed(()).values() == {"insights": "", "promises": "", "people named": ""}


@pytest.mark.parametrize(
    ("agreed", "given", "words"),
    [
        (15, 18, "three minutes"),
        (15, 16, "one minute"),
        (15, 15, ""),
        (15, 9, ""),
        (15, 90, "75 minutes"),
    ],
)
def test_minutes_beyond_the_agreed_ones(agreed: int, given: int, words: str) -> None:
    assert extra_minutes(agreed, given) == words


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("! Regulators now ask for probabilistic forecasts", "probabilistic forecasts"),
        ("@ Lena Castellanos, planning tools, Northwind", "Lena Castellanos"),
        ("@ Ms Castellanos", "Castellanos"),
        ("- Send her the feeder notebook (due Friday)", "feeder notebook"),
        ("! Explaining them is where people are short", None),
        ("! The time you gave me", None),
        ("@ Amara Diaz", None),
        ("@ Jonas Ek", None),
        ("! Forecasts", "forecasts"),
        ("! field", "field"),
    ],
)
def test_what_is_woven_in_is_read_from_the_text(line: str, found: str | None) -> None:
    assert held(line) == found


def test_it_is_still_found_after_the_sentence_was_reworded() -> None:
    line = "! Regulators now ask for probabilistic forecasts"
    assert held(line, "That PROBABILISTIC\nforecasts are asked for was new.") is not None
    assert held(line, "That forecasts are probabilistic was new.") is None


def test_a_wall_of_one_word_is_compared_in_no_time() -> None:
    words = "forecasts " * 20_000
    assert woven(Chip(MarkKind.INSIGHT, words, words), words) is not None
    assert woven(Chip(MarkKind.PERSON, words, words), words[:20_000]) is not None


@given(st.text(min_size=1, max_size=80), st.sampled_from(["!", "@", "-"]))
def test_a_clause_holds_its_chip(words: str, sign: str) -> None:
    for one in chips(marks(f"{sign} {words.strip()}")):
        if woven(one, one.words) is not None:
            assert woven(one, f"Hello,\n\n{one.clause}") is not None
        assert not guard.asks(one.clause.replace(one.words, "it")) or guard.asks(one.words)


@given(st.text(max_size=200), st.text(min_size=1, max_size=60))
def test_what_is_woven_is_a_place_in_the_text(text: str, words: str) -> None:
    for kind in (MarkKind.INSIGHT, MarkKind.PERSON):
        if not words.split():
            continue
        span = woven(Chip(kind, words, words), text)
        assert span is None or 0 <= span[0] < span[1] <= len(text)


# -- weaving


def woven_into(text: str, caret: int | None = None) -> str:
    put = weave(text, "New.", caret)
    return text[: put.at] + put.words + text[put.at :]


def test_a_clause_goes_before_the_closing() -> None:
    assert "by Friday. New.\n\nWith thanks,\nMarta" in woven_into(LETTER)


def test_a_clause_goes_behind_the_sentence_of_the_caret() -> None:
    caret = LETTER.index("gave me")
    assert "gave me today. New. What you said" in woven_into(LETTER, caret)


@pytest.mark.parametrize("place", ["Dear", "Marta"])
def test_greeting_and_closing_take_no_clause(place: str) -> None:
    assert woven_into(LETTER, LETTER.index(place)) == woven_into(LETTER)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "New."),
        ("Dear Amara,\n", "Dear Amara,\n\nNew."),
        ("Dear Amara,\n\nWarmly,\nMarta", "Dear Amara,\n\nNew.\n\nWarmly,\nMarta"),
        ("Thank you.", "Thank you. New."),
        ("Thank you.\n", "Thank you. New.\n"),
    ],
)
def test_short_letters_take_one_too(text: str, after: str) -> None:
    assert woven_into(text) == after


@given(st.text(alphabet="ab.,? \n"), st.integers(0, 40))
def test_weaving_changes_nothing_that_stands_there(text: str, caret: int) -> None:
    for place in (None, min(caret, len(text))):
        put = weave(text, "New.", place)
        assert 0 <= put.at <= len(text)
        assert put.words.strip() == "New."
