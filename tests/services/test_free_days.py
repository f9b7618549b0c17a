"""Which days count for a user of a country, with own free days."""

from datetime import UTC, date

import holidays
import pytest

from infoview_gui.services.free_days import workdays
from infoview_gui.settings import Holiday

OWN = (Holiday(date(2026, 11, 26), date(2026, 11, 27), "Lisbon"),)


@pytest.mark.parametrize(
    ("country", "day", "counts"),
    [
        ("AT", "2026-12-08", False),
        ("DE", "2026-12-08", True),
        ("US", "2026-11-26", False),
        ("US", "2026-07-03", False),  # the fourth is a Saturday: kept on the day before
        ("PT", "2027-04-25", False),
        ("SA", "2026-11-27", False),  # a Friday
        ("SA", "2026-11-29", True),  # a Sunday
        ("", "2026-12-25", True),
        ("XX", "2026-12-25", True),
        ("XX", "2026-12-26", False),
    ],
)
def test_holidays_of_the_country(country: str, day: str, counts: bool) -> None:
    assert workdays(country, (), UTC).counts(date.fromisoformat(day)) is counts


def test_own_free_days_do_not_count_either() -> None:
    days = workdays("AT", OWN, UTC)
    assert days.after(date(2026, 11, 25), 1) == date(2026, 11, 30)
    assert workdays("AT", (), UTC).after(date(2026, 11, 25), 1) == date(2026, 11, 26)


def test_weekends_are_those_of_the_library() -> None:
    for country in holidays.list_supported_countries(include_aliases=False):
        theirs = holidays.country_holidays(country).weekend
        assert workdays(country, (), UTC).weekend == theirs, country
