"""Which daily backups there are and which are kept: seven days, four weeks, six months.

Only files named by a day are counted and only those are ever removed.
"""

import contextlib
import re
from collections.abc import Collection
from datetime import date
from pathlib import Path

DAYS, WEEKS, MONTHS = 7, 4, 6
_NAME = re.compile(r"infoview-(\d{4}-\d\d-\d\d)\.db")


def file_of(folder: Path, day: date) -> Path:
    """Return where the backup of a day lies."""
    return folder / f"infoview-{day.isoformat()}.db"


def day_of(path: Path) -> date | None:
    """Return the day of a daily backup by its name; None for other files."""
    found = _NAME.fullmatch(path.name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def days_in(folder: Path) -> set[date]:
    """Return the days with a backup; none where the folder cannot be read."""
    with contextlib.suppress(OSError):
        return {day for path in folder.iterdir() if (day := day_of(path)) is not None}
    return set()


def kept(days: Collection[date], today: date) -> set[date]:
    """Return the days whose backups stay.

    These are the newest seven, and the newest of each of the newest four weeks and six months that
    have any. It goes by what there is, not by age: who does not open the program for a year loses
    none. A day still to come (a clock was wrong) is not counted and stays.
    """
    newest_first = sorted((day for day in days if day <= today), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {
        *newest_first[:DAYS],
        *list(weeks.values())[:WEEKS],
        *list(months.values())[:MONTHS],
        *(day for day in days if day > today),
    }


def prune(folder: Path, today: date) -> None:
    """Remove the daily backups that are not kept; what cannot be removed stays."""
    days = days_in(folder)
    for day in days - kept(days, today):
        with contextlib.suppress(OSError):
            file_of(folder, day).unlink()
