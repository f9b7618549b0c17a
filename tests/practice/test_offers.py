"""Until when a proposed time stands, and which times are proposed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice import offer_times, offers
from infoview_gui.practice.letters_times import TimeWords, Zones, in_a_sentence, put_in
from infoview_gui.practice.workdays import Workdays

LISBON, NEW_YORK, SYDNEY = (
    ZoneInfo(name) for name in ("Europe/Lisbon", "America/New_York", "Australia/Sydney")
)
WORDS = TimeWords(lambda day: day.strftime("%a %-d %b"), lambda at: at.strftime("%H:%M"))
GAP = "‹when you could talk›"


def at(text: str, zone: ZoneInfo = LISBON) -> int:
    local = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    return round(local.timestamp() * 1000)


def _wall(moment: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(moment / 1000, UTC).astimezone(zone)


# What is proposed for, when it was offered, now, and whether it has faded by then.
FADES = (
    ("2026-12-10 15:00", "2026-11-24 10:00", "2026-11-24 10:00", False),
    ("2026-12-10 15:00", "2026-11-24 10:00", "2026-12-01 09:59", False),
    ("2026-12-10 15:00", "2026-11-24 10:00", "2026-12-01 10:00", True),
    ("2026-11-25 15:00", "2026-11-24 10:00", "2026-11-25 14:59", False),
    ("2026-11-25 15:00", "2026-11-24 10:00", "2026-11-25 15:00", True),
    (None, "2026-11-24 10:00", "2027-01-01 10:00", False),
)


@pytest.mark.parametrize(("starts", "offered", "now", "faded"), FADES)
def test_an_offer_fades_after_a_week_or_when_its_time_is_past(
    starts: str | None, offered: str, now: str, *, faded: bool
) -> None:
    begins = None if starts is None else at(starts)
    assert offers.has_faded(begins, at(offered), at(now)) is faded


def _suggested(
    there: ZoneInfo | None, now: str = "2026-11-24 10:00", busy: tuple[tuple[int, int], ...] = ()
) -> list[int]:
    days = Workdays(LISBON, {date(2026, 12, 1)}.__contains__)
    return offer_times.suggested(
        days, Zones(LISBON, there), at(now), 15, lambda one: not offer_times.taken(busy, one, 15)
    )


def test_times_lie_in_working_hours_of_both_on_the_next_business_days() -> None:
    found = _suggested(NEW_YORK)
    assert found == sorted(found)
    for zone in (LISBON, NEW_YORK):
        assert all(9 <= _wall(one, zone).hour < 17 for one in found)
    days = {_wall(one, LISBON).date() for one in found}
    # Tuesday itself, the weekend and the holiday are left out.
    assert days == {date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)}
    assert all(_wall(one, LISBON).hour >= 14 for one in found)


def test_without_common_working_hours_the_day_is_longer() -> None:
    found = _suggested(SYDNEY)
    assert found
    assert all(8 <= _wall(one, SYDNEY).hour < 20 for one in found)
    assert all(8 <= _wall(one, LISBON).hour < 20 for one in found)
    assert not [one for one in found if _wall(one, SYDNEY).weekday() > 4]


def test_what_is_taken_is_not_proposed() -> None:
    whole = (at("2026-11-25 00:00"), at("2026-11-27 00:00"))
    found = _suggested(None, busy=(whole,))
    assert found
    assert min(found) >= whole[1]
    nothing = _suggested(None, busy=((0, at("2027-12-31 00:00")),))
    assert nothing == []


@given(st.lists(st.integers(0, 700), max_size=12), st.integers(1, 120))
def test_a_taken_quarter_is_never_proposed(begins: list[int], minutes: int) -> None:
    now = at("2026-11-24 10:00")
    busy = tuple((now + one * 900_000, now + one * 900_000 + minutes * 60_000) for one in begins)
    for one in _suggested(None, busy=busy):
        assert all(end <= one or one + 900_000 <= start for start, end in busy)


def test_three_are_chosen_on_days_of_their_own() -> None:
    chosen = offer_times.spread(_suggested(NEW_YORK), LISBON)
    assert len(chosen) == 3
    assert len({_wall(one, LISBON).date() for one in chosen}) == 3


def _sentence(*texts: str) -> str:
    return in_a_sentence([at(text) for text in texts], Zones(LISBON, NEW_YORK), WORDS)


OLD = _sentence("2026-11-25 15:00", "2026-11-26 16:00")
NEW = _sentence("2026-11-27 15:00")


@pytest.mark.parametrize(
    ("text", "caret", "words", "made"),
    [
        (f"Would {GAP} suit you?", 0, NEW, f"Would {NEW} suit you?"),
        (f"Would {OLD} suit you?", 0, NEW, f"Would {NEW} suit you?"),
        ("Would you talk?", 5, NEW, f"Would {NEW} you talk?"),
        ("Would ", 6, NEW, f"Would {NEW}"),
        (f"Would {OLD} suit you?", 0, "", f"Would {GAP} suit you?"),
        ("Nothing here.", 3, "", "Nothing here."),
        # Reworded by hand: it stays, and the new words come to the caret.
        (f"Would {OLD[:-1]}, suit you?", 0, NEW, f"{NEW}Would {OLD[:-1]}, suit you?"),
    ],
)
def test_times_come_where_they_stood_or_are_asked_for(
    text: str, caret: int, words: str, made: str
) -> None:
    start, end, put = put_in(text, (OLD,), words, caret)
    assert text[:start] + put + text[end:] == made
