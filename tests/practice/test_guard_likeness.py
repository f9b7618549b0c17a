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
    assert LEARNT.asks(meant("I would gladly muck in at the bakery."))
    assert not LEARNT.asks(meant("Who taught you to bake?"))


def test_a_sentence_of_unknown_words_is_left_alone() -> None:
    assert not LEARNT.asks(meant("Rain fell on Lisbon."))


def test_it_names_the_words_that_made_the_mark() -> None:
    assert LEARNT.telling(meant("I would muck in at the bakery.")) == ["muck in", "in at"]
    assert LEARNT.telling(meant("Rain fell on Lisbon.")) == []


def test_the_reason_quotes_only_what_stands_in_the_sentence() -> None:
    text = "Say the word and I will hand in my notice to come and work at your gallery."
    (mark,) = find(text)
    quoted = mark.reason.partition("(")[2].partition(")")[0].split(", ")
    assert quoted[0]
    assert all(words.strip("“”") in text for words in quoted)


@given(st.text())
def test_what_it_names_stands_in_the_text_in_that_order(text: str) -> None:
    words = " ".join(meant(f"{text} muck in at {text}"))
    places = [words.index(pair) for pair in LEARNT.telling(words.split(" "))]
    assert places == sorted(places)
