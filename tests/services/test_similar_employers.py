import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.services.similar_employers import key_ends, similar_pairs

KEYS = st.text(alphabet="abc ", max_size=12).map(lambda text: " ".join(text.split()))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("northwind", "northwind energy", True),
        ("northwind energy", "northwind energi", True),
        ("northwind energy", "north wind energy", True),
        ("siemens", "siemens energy", True),
        ("deutsche bank", "deutsche bahn", True),  # a letter: offered, never merged silently
        ("deutsche bank", "deutsche post", False),
        ("northwind", "southwind", False),
        ("abc", "abc media", False),
        ("ibm", "ibn", False),
        ("data energy", "data", True),
        ("acme", "", False),
    ],
)
def test_names_look_alike(one: str, other: str, alike: bool) -> None:
    assert similar_pairs({1: one, 2: other}) == ([(1, 2)] if alike else [])
    assert similar_pairs({2: one, 1: other}) == ([(1, 2)] if alike else [])


@given(st.dictionaries(st.integers(1, 50), KEYS, max_size=12))
def test_pairs_are_ordered_once_each_and_share_a_beginning_or_an_end(keys: dict[int, str]) -> None:
    pairs = similar_pairs(keys)
    assert len(set(pairs)) == len(pairs)
    for one, other in pairs:
        assert one < other
        (begin, end), (other_begin, other_end) = key_ends(keys[one]), key_ends(keys[other])
        assert begin == other_begin or end == other_end


def test_a_word_that_very_many_share_does_not_compare_all_with_all() -> None:
    chance = random.Random(1)  # noqa: S311 - invented names are no secret
    keys = {
        ident: f"university of {''.join(chance.choices(string.ascii_lowercase, k=9))}"
        for ident in range(3_000)
    }
    keys |= {3_001: "northwind", 3_002: "northwind energy"}
    assert similar_pairs(keys)[0] == (3_001, 3_002)
