"""What sounds like asking, learnt from a few sentences."""

from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.guard import find
from infoview_gui.practice.guard.likeness import learnt
from infoview_gui.practice.guard.reading import meant

ASKING = ("Could I muck in at your forge?", "Let me muck in for a week.", "May I muck in with you?")
FINE = ("How did your forge begin?", "Who taught you to forge?", "What is a week like for you?")
LEARNT = learnt([*((True, one) for one in ASKING), *((False, one) for one in FINE)] * 20)


def test_the_words_of_those_that_ask_carry_over_to_another_sentence() -> None:
    asking, fine = meant("I would gladly muck in at the bakery."), meant("Who taught you to bake?")
    assert LEARNT.sounds_like_asking(asking)
    assert LEARNT.speaks_against(fine)
    assert not LEARNT.sounds_like_asking(fine)
    assert not LEARNT.speaks_against(asking)


def test_a_sentence_of_unknown_words_is_left_alone() -> None:
    unknown = meant("Rain fell on Lisbon.")[1:-1]
    assert not LEARNT.sounds_like_asking(unknown)
    assert not LEARNT.speaks_against(unknown)


def test_it_quotes_the_words_that_made_the_mark() -> None:
    assert "muck in" in LEARNT.telling(meant("Today I would muck in gladly for Ada."))
    assert LEARNT.telling(["rain", "fell", "on", "Lisbon"]) == ""


def test_the_reason_quotes_only_what_stands_in_the_sentence() -> None:
    text = "You don't have a spare chair in the salon for a newly qualified colourist, do you?"
    (mark,) = find(text)
    quoted = mark.reason.partition("“")[2].partition("”")[0]
    assert quoted
    assert quoted in text


def test_a_rule_is_not_believed_where_all_the_words_speak_against_it() -> None:
    assert find("Do you have room for a short call next week?") == []
    assert find("Do you have room for an apprentice next week?")


@given(st.text())
def test_what_it_quotes_stands_in_the_text(text: str) -> None:
    words = " ".join(meant(f"{text} muck in at {text}"))
    assert LEARNT.telling(words.split(" ")) in words
