"""Moments as people type them, read from a Tuesday afternoon."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoview_gui.practice.spoken_times import Spoken, read_moment

NOW = datetime(2026, 11, 24, 13, 42)  # noqa: DTZ001 - wall time
BASE = datetime(2026, 11, 26, 11, 0)  # noqa: DTZ001 - wall time
USUAL = time(9)


def read(words: str, base: datetime | None = None, *, day_first: bool = True) -> str:
    found = read_moment(words, NOW, base, day_first=day_first)
    return "" if found is None else found.on(USUAL).strftime("%a %d %b %H:%M")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("tue 14:30", "Tue 01 Dec 14:30"),
        ("Tuesday, 14:30", "Tue 01 Dec 14:30"),
        ("14:30 on friday", "Fri 27 Nov 14:30"),
        ("fri at 9", "Fri 27 Nov 09:00"),
        ("fri 3", "Fri 27 Nov 15:00"),
        ("in 2 days at 9", "Thu 26 Nov 09:00"),
        ("3 dec 10.15", "Thu 03 Dec 10:15"),
        ("3pm tomorrow", "Wed 25 Nov 15:00"),
        ("tomorrow 3:30 pm", "Wed 25 Nov 15:30"),
        ("tomorrow at noon", "Wed 25 Nov 12:00"),
        ("tomorrow 12am", "Wed 25 Nov 00:00"),
        ("tomorrow half past 2", "Wed 25 Nov 14:30"),
        ("quarter to 10 on thursday", "Thu 26 Nov 09:45"),
        ("15h30", "Tue 24 Nov 15:30"),
        ("14 uhr", "Tue 24 Nov 14:00"),
        ("2026-12-01 08:05", "Tue 01 Dec 08:05"),
        ("9:00", "Wed 25 Nov 09:00"),
        ("next monday", "Mon 30 Nov 09:00"),
        ("in 3 hours", "Tue 24 Nov 16:45"),
        ("in 45 min", "Tue 24 Nov 14:30"),
        ("in an hour", "Tue 24 Nov 14:45"),
    ],
)
def test_a_new_entry(words: str, moment: str) -> None:
    assert read(words) == moment


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("15:00", "Thu 26 Nov 15:00"),
        ("an hour later", "Thu 26 Nov 12:00"),
        ("half an hour earlier", "Thu 26 Nov 10:30"),
        ("+15 min", "Thu 26 Nov 11:15"),
        ("-1h", "Thu 26 Nov 10:00"),
        ("a week later", "Thu 03 Dec 11:00"),
        ("2 days earlier", "Tue 24 Nov 11:00"),
        ("same time tomorrow", "Wed 25 Nov 11:00"),
        ("the same time next friday", "Fri 04 Dec 11:00"),
    ],
)
def test_one_that_is_moved(words: str, moment: str) -> None:
    assert read(words, BASE) == moment


def test_a_day_alone_leaves_the_time_open() -> None:
    assert read_moment("friday", NOW, BASE) == Spoken(BASE.date() + timedelta(days=1), None)


def test_the_order_of_day_and_month_is_that_of_the_locale() -> None:
    assert read("3/12 10:00") == "Thu 03 Dec 10:00"
    assert read("12/3 10:00", day_first=False) == "Thu 03 Dec 10:00"


@pytest.mark.parametrize(
    "words",
    ["", "soon", "25:00", "tomorrow 14:75", "13pm", "at", "later", "an hour later", "32 dec 9:00"],
)
def test_what_is_no_moment(words: str) -> None:
    assert read(words) == ""


@given(st.text(max_size=30), st.booleans())
@example("in 9999 weeks at 9", True)
@example("+9999 w", True)
def test_nothing_typed_raises(words: str, moves: bool) -> None:
    found = read_moment(words, NOW, BASE if moves else None)
    assert found is None or isinstance(found, Spoken)


@given(st.datetimes(min_value=NOW, max_value=NOW + timedelta(days=3000)))
def test_what_is_written_in_figures_is_read_as_it_is(moment: datetime) -> None:
    found = read_moment(moment.strftime("%Y-%m-%d %H:%M"), NOW)
    assert found is not None
    assert found.on(USUAL) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize("words", ["yesterday 9", "yesterday at 9", "9:00 yesterday"])
def test_what_is_written_down_may_have_been_yesterday(words: str) -> None:
    assert read(words) == "Mon 23 Nov 09:00"


@pytest.mark.parametrize(
    ("words", "fold"),
    [("the second 2:30", 1), ("second 2:30", 1), ("fri second 2:30", 1), ("the first 2:30", 0)],
)
def test_of_two_equal_times_the_second_can_be_named(words: str, fold: int) -> None:
    found = read_moment(words, NOW, BASE)
    assert found is not None
    assert found.at is not None
    assert (found.at.hour, found.at.minute, found.at.fold) == (2, 30, fold)
