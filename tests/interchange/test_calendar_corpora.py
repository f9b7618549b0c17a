"""Calendar files of other programs, read in place (QUALITY.md: files from the world, T19, T20)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.ical_expand import Book, Span
from infoview_gui.interchange.ical_read import read_calendar
from tests.corpora import figures_calendars as figures
from tests.corpora.hostile import MB_AT_MOST, SECONDS_AT_MOST, measured
from tests.corpora.manifest import CORPORA, PRESENT, entries

pytestmark = pytest.mark.skipif(not PRESENT, reason="the corpora are not beside the project")

ZONES = (
    *("UTC", "Europe/Berlin", "America/Los_Angeles"),
    *("Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"),
)


def test_events_of_valid_files_have_their_time_and_title() -> None:
    right, of = figures.found_by_us()

    assert of > 3_000
    assert right >= 0.995 * of


def test_rules_give_the_dates_that_are_asserted() -> None:
    wrong = [one.rule for one in figures.rules() if not figures.by_us(one)]

    assert len(wrong) * 146 <= 6 * len(figures.rules()), wrong


def test_series_come_round_on_the_days_that_are_asserted() -> None:
    wrong = [path for path, days in figures.kde_days().items() if figures.days_by_us(path) != days]

    assert len(wrong) <= 0.05 * len(figures.kde_days()), wrong


def test_whatever_is_in_a_file_it_is_read_or_refused_in_a_sentence() -> None:
    home = Span(1_700_000_000, 1_702_592_000, ZoneInfo("Europe/Berlin"))
    for entry in [*entries("ics"), *entries("vcs"), *entries("raw", start="hostile/")]:
        try:
            reading = read_calendar(CORPORA / entry["path"])
        except UnreadableFile:
            continue
        Book(reading.events).between(home)


def test_hostile_calendars_take_neither_time_nor_memory() -> None:
    calendars = [one for one in measured() if one["path"].endswith(".ics")]

    assert len(calendars) > 30
    for one in calendars:
        assert one["seconds"] < SECONDS_AT_MOST, one
        assert one["mb"] < MB_AT_MOST, one
        assert one["said"].endswith(("shown", "refused")), one


_SHOWN = """
import json, sys
from zoneinfo import ZoneInfo
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.ical_expand import Book, Span
from infoview_gui.interchange.ical_read import read_calendar

def shown(one):
    if isinstance(one.first, date):
        return one.first.isoformat()
    zone = one.event.start.zone
    return str(zone.wall(one.first)) if zone else str(
        datetime.fromtimestamp(one.first, UTC).astimezone(home).replace(tzinfo=None))

MONTHS = [(year, month) for year in (1997, 2004, 2014, 2020, 2024) for month in (1, 3, 6, 10)]
home = ZoneInfo(sys.argv[1])
found = {}
for path in sys.stdin.read().split("\\n"):
    try:
        book = Book(read_calendar(Path(path)).events)
    except UnreadableFile:
        continue
    walls = set()
    for year, month in MONTHS:
        # Two days more on both sides, so that no zone cuts another part of the month off.
        first = datetime(year, month, 1, tzinfo=UTC)
        start, end = (round((first + timedelta(days=n)).timestamp()) for n in (-2, 33))
        lies = book.between(Span(start, end, home))
        if lies.unfinished:
            walls.add("too often to be shown in full")
            continue
        # A time without a zone may lie in the hour that a clock here leaves out.
        found_now = (
            shown(one)
            for one in lies.occurrences
            if month not in (3, 10) or one.is_day or one.event.start.zone
        )
        walls |= {wall for wall in found_now if wall.startswith(f"{year}-{month:02}")}
    found[path] = sorted(walls)
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def everywhere() -> dict[str, dict[str, list[str]]]:
    """What each calendar shows in wall times, for a program that runs in each of the zones."""
    paths = "\n".join(
        str(CORPORA / one["path"]) for one in figures.valid_files() if int(one["bytes"]) < 200_000
    )
    return {zone: _shown_in(zone, paths) for zone in ZONES}


def _shown_in(zone: str, paths: str) -> dict[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", _SHOWN, zone],
        input=paths,
        capture_output=True,
        text=True,
        check=True,
        timeout=110,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TZ": zone},
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("zone", ZONES[1:])
def test_wall_times_and_days_are_the_same_wherever_the_program_runs(
    everywhere: dict[str, dict[str, list[str]]], zone: str
) -> None:
    assert sum(map(len, everywhere["UTC"].values())) > 2_000
    differ = [
        path for path, walls in everywhere["UTC"].items() if everywhere[zone].get(path) != walls
    ]

    assert not differ
