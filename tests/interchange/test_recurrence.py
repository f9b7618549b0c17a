"""When rules come round: examples of RFC 5545, and the answers of a library where it has any."""

# ruff: noqa: DTZ001, DTZ007 - wall times have no zone

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_gui.interchange.recurrence import Budget, TooMuch, occurrences
from infoview_gui.interchange.recurrence_rule import BadRule, parse_rule

END = datetime(2100, 1, 1)


def times(rule: str, start: str, *, after: str = "", until: datetime = END) -> list[str]:
    begin = datetime.strptime(start, "%Y-%m-%d %H:%M")
    first = datetime.strptime(after, "%Y-%m-%d") if after else begin
    found = occurrences(parse_rule(rule), begin, first, until, Budget(100_000))
    return [f"{one:%Y-%m-%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=DAILY;COUNT=2", "2026-02-28 09:00", ["2026-02-28 09:00", "2026-03-01 09:00"]),
        ("FREQ=MONTHLY;COUNT=2", "2026-01-31 09:00", ["2026-01-31 09:00", "2026-03-31 09:00"]),
        ("FREQ=MONTHLY;SKIP=BACKWARD;COUNT=2", "2026-01-31 09:00",
         ["2026-01-31 09:00", "2026-02-28 09:00"]),
        ("FREQ=YEARLY;COUNT=2", "2024-02-29 09:00", ["2024-02-29 09:00", "2028-02-29 09:00"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2026-11-27 09:00",
         ["2026-11-27 09:00", "2026-12-25 09:00"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "2026-11-01 09:00",
         ["2026-11-13 09:00", "2027-08-13 09:00"]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=4", "1997-08-05 09:00",
         ["1997-08-05 09:00", "1997-08-17 09:00", "1997-08-19 09:00", "1997-08-31 09:00"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SA;COUNT=2", "2010-01-02 00:00",
         ["2010-01-02 00:00", "2016-01-02 00:00"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", "2026-10-30 09:00",
         ["2026-10-30 09:00", "2026-11-30 09:00"]),
        ("FREQ=HOURLY;INTERVAL=7;BYHOUR=3,6;COUNT=2", "2025-01-01 03:05",
         ["2025-01-01 03:05", "2025-01-07 06:05"]),
    ],
)  # fmt: skip
def test_rules(rule: str, start: str, expected: list[str]) -> None:
    assert times(rule, start) == expected


@pytest.mark.parametrize(
    ("older", "newer", "start"),
    [
        ("D2 #3", "FREQ=DAILY;INTERVAL=2;COUNT=3", "2026-11-01 09:00"),
        ("D1 20261105T090000", "FREQ=DAILY;UNTIL=20261105T090000", "2026-11-01 09:00"),
        ("W1 MO WE #4", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "2026-11-02 09:00"),
        ("MP1 1+ 2- FR #4", "FREQ=MONTHLY;BYDAY=1FR,-2FR;COUNT=4", "2026-11-06 09:00"),
        ("MD1 2 15 LD #5", "FREQ=MONTHLY;BYMONTHDAY=2,15,-1;COUNT=5", "2026-11-02 09:00"),
        ("YM1 6 7 #3", "FREQ=YEARLY;BYMONTH=6,7;COUNT=3", "2026-06-10 09:00"),
        ("YD5 1 100 #3", "FREQ=YEARLY;INTERVAL=5;BYYEARDAY=1,100;COUNT=3", "2026-01-01 09:00"),
        ("D1", "FREQ=DAILY;COUNT=2", "2026-11-01 09:00"),
    ],
)
def test_rules_of_vcalendar(older: str, newer: str, start: str) -> None:
    until = datetime(2026, 11, 5, 9) if "UNTIL" in newer else END

    assert times(older, start, until=until) == times(newer, start, until=until) != []


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=NEVER",
        "COUNT=3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=x",
        "RSCALE=CHINESE;FREQ=DAILY",
    ],
)
def test_what_makes_no_sense_is_said(rule: str) -> None:
    with pytest.raises(BadRule):
        parse_rule(rule)


def test_what_lies_before_the_span_costs_nothing_where_nothing_is_counted() -> None:
    budget = Budget(1_000)
    week = occurrences(
        parse_rule("FREQ=MINUTELY;INTERVAL=30"),
        datetime(1970, 1, 1),
        datetime(2026, 11, 23),
        datetime(2026, 11, 24),
        budget,
    )

    assert len(list(week)) == 49


def test_the_budget_ends_it() -> None:
    found = occurrences(
        parse_rule("FREQ=SECONDLY"), datetime(2026, 1, 1), datetime(2026, 1, 1), END, Budget(100)
    )

    with pytest.raises(TooMuch):
        list(found)


WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
BY_PARTS = st.fixed_dictionaries(
    {},
    optional={
        "BYMONTH": st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True),
        "BYMONTHDAY": st.lists(
            st.integers(-31, 31).filter(bool), min_size=1, max_size=3, unique=True
        ),
        "BYDAY": st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True),
        "BYHOUR": st.lists(st.integers(0, 23), min_size=1, max_size=3, unique=True),
        "BYMINUTE": st.lists(st.integers(0, 59), min_size=1, max_size=2, unique=True),
        "BYSETPOS": st.lists(st.sampled_from([1, 2, -1]), min_size=1, max_size=2, unique=True),
    },
)


@settings(max_examples=80, deadline=None)
@given(
    freq=st.sampled_from(["MONTHLY", "WEEKLY", "DAILY"]),
    interval=st.integers(1, 5),
    parts=BY_PARTS,
    start=st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1)),
    days=st.integers(0, 300),
)
def test_the_same_as_dateutil_in_any_span(
    freq: str, interval: int, parts: dict[str, list[object]], start: datetime, days: int
) -> None:
    if freq == "WEEKLY":
        parts.pop("BYMONTHDAY", None)  # not allowed there
    if "BYSETPOS" in parts and len(parts) == 1:
        parts.pop("BYSETPOS")
    start = start.replace(second=0, microsecond=0)
    said = "".join(f";{name}={','.join(map(str, values))}" for name, values in parts.items())
    rule = f"FREQ={freq};INTERVAL={interval}{said}"
    after = start + timedelta(days=days)
    until = after + timedelta(days=70)

    found = list(occurrences(parse_rule(rule), start, after, until, Budget(200_000)))

    end = f";UNTIL={until:%Y%m%dT%H%M%S}"
    expected = [one for one in rrulestr(rule + end, dtstart=start) if one >= after]
    assert found == expected
