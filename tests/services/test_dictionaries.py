"""The dictionaries of this computer, where Enchant and an English one are installed."""

import sys
from collections.abc import Iterator

import pytest

from infoview_gui.services.dictionaries import MISSING, MOST_OFFERED, Library, system_library


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.delenv("PYENCHANT_LIBRARY_PATH")
    found = system_library()
    if "en_US" not in found.tags():
        pytest.skip("libenchant-2-2 and hunspell-en-us are not installed")
    yield found
    for name in [name for name in sys.modules if name.partition(".")[0] == "enchant"]:
        del sys.modules[name]  # so that no other test finds it


def test_enchant_knows_and_offers_english_words(library: Library) -> None:
    speller = library.speller("en_US")
    assert speller is not None
    assert speller.tag == "en_US"
    right = ("receive", "Receive", "don’t", "don't", "follow-up", "I", "naive")
    assert [word for word in right if not speller.knows(word)] == []
    assert [word for word in ("recieve", "teh", "dont’t") if speller.knows(word)] == []
    assert speller.suggest("recieve")[0] == "receive"
    assert "the" in speller.suggest("teh")
    assert all("'" not in one for one in speller.suggest("dosn’t"))
    assert len(speller.suggest("intervew")) <= MOST_OFFERED


def test_a_dictionary_that_is_not_there_is_none(library: Library) -> None:
    assert library.speller("xx_XX") is None


def test_without_enchant_there_is_no_dictionary_and_a_sentence_says_what_to_install() -> None:
    library = system_library()  # tests name a library that is not there
    assert list(library.tags()) == []
    assert library.speller("en_US") is None
    assert MISSING.startswith("No dictionary was found")
    assert "Install" in MISSING
