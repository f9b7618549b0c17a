"""Which days a week has, and its name."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QLocale

from infoview_gui.panes.calendar.habits import Habits
from infoview_gui.panes.calendar.span import first_hour, span_of, title_of

BRITAIN = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICA = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


@pytest.mark.parametrize(
    ("hours", "first"), [((), 8), ((9, 14), 8), ((9, 7), 7), ((6, 7), 6), ((3, 23), 8)]
)
def test_a_day_begins_at_eight_or_with_what_is_early(hours: tuple[int, ...], first: int) -> None:
    day = date(2026, 11, 26)
    assert first_hour(datetime.combine(day, time(hour, 55)) for hour in hours) == time(first)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 29)])
def test_a_work_week_is_monday_to_friday(day: date) -> None:
    span = span_of(day, 5, BRITAIN)
    assert (span.first, span.end) == (date(2026, 11, 23), date(2026, 11, 28))


def test_a_week_begins_as_the_locale_says() -> None:
    assert span_of(date(2026, 11, 24), 7, BRITAIN).first == date(2026, 11, 23)
    assert span_of(date(2026, 11, 24), 7, AMERICA).first == date(2026, 11, 22)
    assert span_of(date(2026, 11, 22), 5, AMERICA).first == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2026, 11, 24), "23–27 November 2026"),
        (date(2026, 12, 1), "30 November – 4 December 2026"),
        (date(2026, 12, 31), "28 December 2026 – 1 January 2027"),
    ],
)
def test_the_range_is_named(day: date, title: str) -> None:
    assert title_of(span_of(day, 5, BRITAIN), BRITAIN) == title


def test_a_narrow_calendar_names_it_shortly() -> None:
    span = span_of(date(2026, 11, 24), 5, BRITAIN)
    assert title_of(span, BRITAIN, month="MMM", year="") == "23–27 Nov"


@pytest.mark.parametrize(
    "garbage",
    [{}, {"days": "seven"}, {"days": 6, "hour_height": 10_000}, {"side": 3, "hour_height": None}],
)
def test_garbage_is_as_usual(garbage: dict[str, object]) -> None:
    assert Habits.from_json(garbage) == Habits()


def test_habits_come_back() -> None:
    kept = Habits(7, 100, side=False, side_when_narrow=True)
    assert Habits.from_json(kept.as_json()) == kept
