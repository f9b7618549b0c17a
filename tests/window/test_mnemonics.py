"""A letter for every row of a menu."""

from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.window.mnemonics import mnemonic, plain_words, with_mnemonics

WORDS = st.text(alphabet="abcdefgh &éß…", min_size=1, max_size=12)


def test_marked_letters_come_first_and_the_rest_gets_what_is_free() -> None:
    assert with_mnemonics(["&Edit", "End", "Delete"]) == ["&Edit", "E&nd", "&Delete"]
    assert with_mnemonics(["Earlier\tCtrl+Up", "&Undo"]) == ["&Earlier\tCtrl+Up", "&Undo"]


def test_of_two_with_the_same_letter_the_first_keeps_it() -> None:
    assert with_mnemonics(["&Start", "&Shorter"]) == ["&Start", "S&horter"]


def test_an_ampersand_that_is_meant_stays() -> None:
    assert with_mnemonics(["Undo Add A && B"]) == ["&Undo Add A && B"]
    assert plain_words("&Undo Add A && B\tCtrl+Z") == "Undo Add A & B"
    assert mnemonic("A && B") == ""


def test_what_has_no_free_letter_has_none() -> None:
    assert with_mnemonics(["&A", "a", "…"]) == ["&A", "a", "…"]


def test_who_has_few_letters_gets_one_of_them() -> None:
    assert with_mnemonics(["End", "No", "En"]) == ["En&d", "&No", "&En"]


@given(st.lists(WORDS, max_size=8))
def test_letters_are_unique_and_words_stay(texts: list[str]) -> None:
    meant = [text.replace("&", "&&") for text in texts]
    marked = with_mnemonics(meant)
    letters = [letter for letter in map(mnemonic, marked) if letter]
    assert len(letters) == len(set(letters))
    assert [plain_words(text) for text in marked] == texts
    assert with_mnemonics(marked) == marked
