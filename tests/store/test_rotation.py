"""Daily backups thin out with age, and nothing else in the folder is touched."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.store.rotation import day_of, days_in, file_of, kept, prune

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2024, 1, 1), TODAY)


@given(st.sets(DAYS, max_size=120))
def test_what_is_kept_is_there_and_little(days: set[date]) -> None:
    found = kept(days, TODAY)

    assert found <= days
    assert len(found) <= 17
    assert set(sorted(days)[-7:]) <= found  # the newest seven
    assert len(found) >= min(len(days), 7)


@given(st.sets(DAYS, max_size=120))
def test_each_of_the_newest_months_and_weeks_keeps_its_newest(days: set[date]) -> None:
    found = kept(days, TODAY)

    months = sorted({(day.year, day.month) for day in days})[-6:]
    for month in months:
        assert max(day for day in days if (day.year, day.month) == month) in found
    weeks = sorted({day.isocalendar()[:2] for day in days})[-4:]
    for week in weeks:
        assert max(day for day in days if day.isocalendar()[:2] == week) in found


@given(st.sets(DAYS, max_size=60), DAYS)
def test_pruning_every_day_leaves_what_pruning_once_would(days: set[date], new: date) -> None:
    older = {day for day in days if day < new}

    assert kept(kept(older, new) | {new}, new) == kept(older | {new}, new)


@given(st.sets(DAYS, max_size=30), st.sets(st.dates(TODAY + timedelta(1)), max_size=3))
def test_a_wrong_clock_removes_nothing_real(days: set[date], to_come: set[date]) -> None:
    assert kept(days | to_come, TODAY) == kept(days, TODAY) | to_come


def test_half_a_year_of_daily_use() -> None:
    days: set[date] = set()
    for number in range(365, -1, -1):
        today = TODAY - timedelta(number)
        days = kept(days | {today}, today)

    ages = sorted((TODAY - day).days for day in days)
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len([age for age in ages if 7 <= age <= 31]) >= 2
    assert ages[-1] > 140


def test_only_backups_named_by_a_day_are_removed(tmp_path: Path) -> None:
    others = (
        "before-restore-2020-01-01-120000.db",
        "infoview-2020-13-45.db",
        "infoview-2020-01-01.db.part",
        "infoview-before-version-2.db",
        "notes.txt",
    )
    for name in others:
        (tmp_path / name).touch()
    for number in range(40):
        file_of(tmp_path, TODAY - timedelta(number)).touch()

    prune(tmp_path, TODAY)

    assert {path.name for path in tmp_path.iterdir()} >= set(others)
    assert days_in(tmp_path) == kept({TODAY - timedelta(n) for n in range(40)}, TODAY)
    assert all(day_of(tmp_path / name) is None for name in others)


def test_a_folder_that_is_not_there_has_no_days(tmp_path: Path) -> None:
    assert days_in(tmp_path / "none") == set()
