"""The manifest of the corpora: which files there are and what each must give."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
PRESENT = (CORPORA / "MANIFEST.tsv").is_file()
Entry = dict[str, str]


@cache
def _rows() -> list[Entry]:
    if not PRESENT:
        return []
    with (CORPORA / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def entries(kind: str, *, start: str = "", expected: str = "") -> list[Entry]:
    """Return the files of a kind beneath a folder; none where the corpora are absent."""
    return [
        row
        for row in _rows()
        if row["kind"] == kind
        and row["path"].startswith(start)
        and expected in ("", row["expected"])
    ]


def asserted(entry: Entry) -> dict[str, Any]:
    """Return what the source's own tests say of a file."""
    found = json.loads(entry["expected_values"] or "{}")
    assert isinstance(found, dict)
    return found


def data_of(entry: Entry) -> bytes:
    """Return the bytes of a file."""
    return (CORPORA / entry["path"]).read_bytes()
