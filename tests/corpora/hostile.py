"""Reads each hostile file in a process of its own and says what that took.

Run as a program, since what a process has once taken of memory it cannot forget: it prints one
line of JSON for each file. `figures()` runs it.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

from tests.corpora.manifest import CORPORA, Entry, entries

SECONDS_AT_MOST = 2.0
MB_AT_MOST = 300
_KINDS = ("vcf", "csv", "ldif", "raw", "txt", "json", "zip", "xml", "svg", "md", "ics")


def files() -> list[Entry]:
    """Return every hostile file that somebody may choose for an import."""
    return [entry for kind in _KINDS for entry in entries(kind, start="hostile/")]


@cache
def measured() -> list[dict[str, Any]]:
    """Return for each file: path, seconds, MB, said (people, refused or the name of an error)."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.corpora.hostile"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def is_handled(one: dict[str, Any]) -> bool:
    """Tell whether a file was read or refused, in time and within memory."""
    said = one["said"] == "refused" or one["said"][:1].isdigit()
    return bool(said and one["seconds"] < SECONDS_AT_MOST and one["mb"] < MB_AT_MOST)


def _read(path: str) -> str:
    if path.endswith(".ics"):
        return _read_calendar(path)
    from infoview_gui.interchange.cards import UnreadableFile  # noqa: PLC0415 - in the child
    from infoview_gui.interchange.reading import read_people  # noqa: PLC0415 - in the child

    try:
        reading = read_people(CORPORA / path)
    except UnreadableFile:
        return "refused"
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what we look for
        return type(error).__name__
    return f"{len(reading.cards)} people"


def _read_calendar(path: str) -> str:
    """Read a calendar and show the months around its events, as the window does."""
    from datetime import UTC, datetime  # noqa: PLC0415 - in the child
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - in the child

    from infoview_gui.interchange.cards import UnreadableFile  # noqa: PLC0415 - in the child
    from infoview_gui.interchange.ical_expand import Book, Span  # noqa: PLC0415 - in the child
    from infoview_gui.interchange.ical_read import read_calendar  # noqa: PLC0415 - in the child

    shown = 0
    try:
        book = Book(read_calendar(CORPORA / path).events)
        for year in (1997, 2024, 2030):
            start = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
            span = Span(start, start + 366 * 86_400, ZoneInfo("Europe/Berlin"))
            shown += len(book.between(span).occurrences)
    except UnreadableFile:
        return "refused"
    except BaseException as error:  # noqa: BLE001 - as above
        return type(error).__name__
    return f"{shown} shown"


def _measure(path: str) -> None:
    begun = time.perf_counter()
    said = _read(path)
    took = time.perf_counter() - begun
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = json.dumps({"path": path, "seconds": took, "mb": most, "said": said})
    os.write(1, f"{line}\n".encode())


def _main() -> None:
    import infoview_gui.interchange.reading  # noqa: F401, PLC0415 - once for all children

    for entry in files():
        child = os.fork()
        if not child:
            _measure(entry["path"])
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            died = {"path": entry["path"], "seconds": 0, "mb": 0, "said": f"died ({status})"}
            os.write(1, f"{json.dumps(died)}\n".encode())


if __name__ == "__main__":
    _main()
