"""Words about time and way."""

from datetime import UTC, datetime

import pytest

from infoview_gui.panes import planning
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.records import PersonName
from tests.panes.settable_clock import SettableClock


def at(*parts: int) -> int:
    return round(datetime(*parts, tzinfo=UTC).timestamp() * 1000)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("way", "link", "place", "words"),
    [
        ("link", "https://us02.zoom.us/j/1", "", "Zoom"),
        ("link", "https://teams.microsoft.com/l/x", "", "Teams"),
        ("link", "https://www.call.example/room", "", "call.example"),
        ("link", "https://notzoom.us.example/", "", "notzoom.us.example"),
        ("phone", "", "+1 212 555 0142", "phone"),
        ("place", "", "coffee, Hamngatan 4", "coffee, Hamngatan 4"),
        ("", "", "", ""),
        ("link", "http://[broken", "", "http://[broken"),
    ],
)
def test_the_way_in_a_word(way: str, link: str, place: str, words: str) -> None:
    assert planning.way_words(way, link, place) == words


@pytest.mark.parametrize(
    ("link", "well"),
    [
        ("https://zoom.us/j/1", True),
        ("HTTP://meet.example", True),
        ("ftp://zoom.us", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://two words", False),
        ("http://[broken", False),
        ("zoom", False),
    ],
)
def test_only_links_a_browser_opens_are_taken(link: str, well: bool) -> None:
    assert (planning.link_problem(link) == "") is well


def test_a_link_without_scheme_is_completed() -> None:
    assert planning.completed_link(" zoom.us/j/1 ") == "https://zoom.us/j/1"
    assert planning.completed_link("javascript:alert(1)") == "javascript:alert(1)"
    assert planning.completed_link("just words") == "just words"
    assert planning.completed_link("") == ""


def test_hours_that_are_odd_for_them_are_said(times: LocalTime) -> None:
    ten = at(2026, 11, 25, 9, 0)  # 10:00 in Berlin
    assert "early" in planning.odd_hours(times, ten, 15, ["America/New_York"])
    assert "04:00 in New York" in planning.odd_hours(times, ten, 15, ["America/New_York"])
    assert planning.odd_hours(times, ten, 15, ["Asia/Tokyo"]) == ""  # 18:00
    assert "late" in planning.odd_hours(times, at(2026, 11, 25, 10, 50), 15, ["Asia/Tokyo"])
    assert planning.odd_hours(times, at(2026, 11, 25, 10, 45), 15, ["Asia/Tokyo"]) == ""


def test_the_user_is_not_told_that_it_is_late_here(times: LocalTime) -> None:
    assert planning.odd_hours(times, at(2026, 11, 25, 22, 0), 15, ["Europe/Berlin"]) == ""


def test_both_local_times_with_another_day(times: LocalTime) -> None:
    evening = at(2026, 11, 25, 20, 0)
    words = planning.both(times, evening, ["Asia/Tokyo"])
    assert words == "Wed 25 Nov, 21:00 here, Thu 26 Nov 05:00 in Tokyo"
    assert planning.both(times, evening, ["Europe/Paris"]) == ""


def test_zones_that_nobody_knows_are_left_out() -> None:
    people = [PersonName(1, "A", zone="Asia/Tokyo"), PersonName(2, "B", zone="Mars/Base")]
    assert planning.zones_of([*people, PersonName(3, "C")]) == ["Asia/Tokyo"]


def test_how_far_ahead_somebody_is(times: LocalTime) -> None:
    assert planning.offset_words(times, "Asia/Kolkata") == "4 h 30 min ahead of you"
    assert planning.offset_words(times, "Europe/Lisbon") == "1 h behind you"
    assert planning.offset_words(times, "Europe/Paris") == ""
    assert planning.offset_words(times, "") == ""


@pytest.mark.parametrize(
    ("now", "proposed"),
    [
        ((2026, 11, 24, 9, 3), (2026, 11, 24, 9, 15)),
        ((2026, 11, 24, 3, 0), (2026, 11, 24, 8, 0)),  # 4 o'clock in Berlin → 9
        ((2026, 11, 24, 18, 0), (2026, 11, 25, 8, 0)),  # in the evening → tomorrow at 9
        ((2026, 11, 27, 18, 0), (2026, 11, 30, 8, 0)),  # Friday evening → Monday
    ],
)
def test_the_proposal_lies_in_working_hours(
    times: LocalTime,
    clock: SettableClock,
    now: tuple[int, ...],
    proposed: tuple[int, ...],
) -> None:
    clock.now = at(*now)
    assert planning.proposal(times) == at(*proposed)
