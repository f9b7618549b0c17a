from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.time_zones import is_zone


def test_every_listed_zone_is_one() -> None:
    assert [name for name in available_timezones() if not is_zone(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "", " ", "Europe", "Europe/", "europe/berlin ", "Berlin", "../UTC", "/etc/passwd", "a\0b",
        "posix/UTC", "right/UTC", "posixrules", "tzdata.zi", "zone.tab", "America/../UTC", "\ud800",
        "x" * 5000, ".", "UTC/..",
    ],
)  # fmt: skip
def test_what_is_not_listed_is_none(name: str) -> None:
    assert name not in available_timezones()
    assert not is_zone(name)


@given(st.text(max_size=20))
def test_any_text_gets_the_answer_of_the_list(name: str) -> None:
    assert is_zone(name) == (name in available_timezones())
