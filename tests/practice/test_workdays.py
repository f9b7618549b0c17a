"""Business days across weekends, holidays, clock changes, leap days and zones."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.workdays import SATURDAY_SUNDAY, Workdays, months_on

FRIDAY_SATURDAY = frozenset({4, 5})
CHRISTMAS = {date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)}


def moment(text: str, zone: str = "Europe/Vienna") -> int:
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return round(local.timestamp() * 1000)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-11-18", 3, "2026-11-23"),  # Wednesday to Monday, as in the picture of Today
        ("2026-11-12", 7, "2026-11-23"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 1, "2026-11-23"),  # sent on a Saturday: Monday is the first day
        ("2026-11-22", 1, "2026-11-23"),
        ("2026-11-22", 0, "2026-11-22"),
        ("2028-02-28", 1, "2028-02-29"),  # a leap day is a day like any other
        ("2028-02-28", 2, "2028-03-01"),
        ("2027-02-26", 1, "2027-03-01"),
        ("2026-12-23", 3, "2026-12-30"),  # three holidays, one of them a Saturday
        ("2026-12-30", 2, "2027-01-04"),
    ],
)
def test_business_days_after(day: str, count: int, expected: str) -> None:
    days = Workdays(is_holiday=CHRISTMAS.__contains__)
    assert days.after(date.fromisoformat(day), count) == date.fromisoformat(expected)


def test_the_weekend_is_that_of_the_country() -> None:
    thursday = date(2026, 11, 19)
    assert Workdays(weekend=FRIDAY_SATURDAY).after(thursday, 1) == date(2026, 11, 22)
    assert Workdays(weekend=SATURDAY_SUNDAY).after(thursday, 1) == date(2026, 11, 20)
    assert Workdays(weekend=frozenset()).after(thursday, 3) == date(2026, 11, 22)


def test_the_business_day_before() -> None:
    days = Workdays(is_holiday=CHRISTMAS.__contains__)
    assert days.before(date(2026, 11, 23)) == date(2026, 11, 20)
    assert days.before(date(2026, 12, 28)) == date(2026, 12, 23)


@pytest.mark.parametrize(
    ("zone", "sent", "count", "expected"),
    [
        # The clock goes back on 25 October 2026: the same time of day, an hour more between.
        ("Europe/Vienna", "2026-10-23T16:00", 1, "2026-10-26T16:00"),
        # It goes on on 29 March 2027, over a weekend, and in Egypt on a Friday.
        ("Europe/Vienna", "2027-03-26T09:30", 1, "2027-03-29T09:30"),
        ("America/New_York", "2027-03-12T23:30", 1, "2027-03-15T23:30"),
        ("Australia/Lord_Howe", "2026-10-02T08:00", 1, "2026-10-05T08:00"),
        ("Pacific/Apia", "2011-12-28T10:00", 3, "2012-01-02T10:00"),  # 30 December never was
        ("Asia/Kolkata", "2026-11-18T00:10", 3, "2026-11-23T00:10"),
    ],
)
def test_the_same_time_of_day_in_the_zone(zone: str, sent: str, count: int, expected: str) -> None:
    days = Workdays(ZoneInfo(zone))
    assert days.later(moment(sent, zone), count) == moment(expected, zone)


def test_a_time_that_is_left_out_is_an_hour_on() -> None:
    every_day = Workdays(ZoneInfo("Europe/Vienna"), weekend=frozenset())
    assert every_day.later(moment("2027-03-27T02:30"), 1) == moment("2027-03-28T03:30")


def test_a_day_belongs_to_the_zone() -> None:
    late = moment("2026-11-20T23:30", "America/Los_Angeles")
    assert Workdays(ZoneInfo("America/Los_Angeles")).day(late) == date(2026, 11, 20)
    assert Workdays(ZoneInfo("Europe/Vienna")).day(late) == date(2026, 11, 21)


def test_a_day_without_midnight_begins_when_it_begins() -> None:
    cairo = ZoneInfo("Africa/Cairo")  # the clock goes on at midnight
    days = Workdays(cairo, weekend=FRIDAY_SATURDAY)
    begin = days.begin(date(2027, 4, 30))
    assert days.day(begin) == date(2027, 4, 30)
    assert days.day(begin - 1) == date(2027, 4, 29)


def test_when_no_day_counts_it_still_ends() -> None:
    never = Workdays(is_holiday=lambda _day: True)
    assert never.after(date(2026, 11, 18), 2) > date(2026, 11, 18)


some_days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
weekends = st.sampled_from([SATURDAY_SUNDAY, FRIDAY_SATURDAY, frozenset({4}), frozenset[int]()])


@given(some_days, st.integers(1, 30), weekends, st.sets(some_days))
def test_counting_there_and_back(
    day: date, count: int, weekend: frozenset[int], free: set[date]
) -> None:
    days = Workdays(UTC, free.__contains__, weekend)
    later = days.after(day, count)
    assert days.counts(later)
    assert days.between(day, later) == count
    assert days.between(later, day) == 0
    if days.counts(day):
        assert days.before(days.after(day, 1)) == day
    assert days.between(day, later - timedelta(days=1)) == count - 1


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 4, "2027-04-30"),
    ],
)
def test_months_on(day: str, months: int, expected: str) -> None:
    assert months_on(date.fromisoformat(day), months) == date.fromisoformat(expected)
