"""Contact tables: ours beside `csv.DictReader`; and what hostile files cost."""

from __future__ import annotations

from tests.corpora import hostile
from tests.corpora.figures import Figure, share
from tests.corpora.manifest import entries
from tests.corpora.tables import dict_reader_is_right, is_right


def records() -> Figure:
    """Count the tables that give the right number of records with the right names."""
    files = entries("csv", start="csv/")
    ours, theirs = sum(map(is_right, files)), sum(map(dict_reader_is_right, files))
    return Figure(
        "contact CSV: right records, right names",
        share(ours, len(files)),
        f"{share(theirs, len(files))} csv.DictReader",
        "all",
        ours == len(files),
    )


def hostile_files() -> Figure:
    """Say what the worst of the hostile files takes."""
    found = hostile.measured()
    slowest = max(one["seconds"] for one in found)
    largest = max(one["mb"] for one in found)
    handled = sum(map(hostile.is_handled, found))
    return Figure(
        "hostile files",
        f"{share(handled, len(found))}, {slowest:.2f} s, {largest:.0f} MB",
        "hangs, RecursionErrors",
        f"all, < {hostile.SECONDS_AT_MOST:.0f} s, < {hostile.MB_AT_MOST} MB",
        handled == len(found),
    )


FIGURES = (records, hostile_files)
