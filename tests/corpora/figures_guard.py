"""The guard on sentences that ask for a job, and on harmless neighbours of them.

Three collections: the shared one, our own that the rules were written on, and our own kept apart,
of which nobody looked which are judged wrongly.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from infoview_gui.practice.guard import asks
from tests.corpora.figures import Figure
from tests.corpora.manifest import CORPORA

SHARED: Final = CORPORA.parent / "data" / "job-asking-sentences.tsv"
OWN: Final = Path(__file__).parents[1] / "practice" / "data" / "guard_sentences.tsv"
GOAL: Final = 0.95
Sentence = dict[str, str]


def sentences(path: Path, half: str = "") -> list[Sentence]:
    """Read a collection, or one half of it; each row has a ``label`` and a ``sentence``."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if not half or row["half"] == half]


def precision_and_recall(rows: list[Sentence]) -> tuple[float, float]:
    """Return how many of those marked ask, and how many of those that ask are marked."""
    judged = [(row["label"] == "asks", asks(row["sentence"])) for row in rows]
    right = judged.count((True, True))
    marked, asking = sum(said for _, said in judged), sum(is_ for is_, _ in judged)
    return right / marked if marked else 0.0, right / asking if asking else 0.0


def shared() -> Figure:
    """Measure on the sentences beside the project."""
    if not SHARED.is_file():
        return Figure("guard, shared sentences", "none here", "–", _goal(), reached=False)
    return _figure("shared", sentences(SHARED))


def own() -> Figure:
    """Measure on the sentences that the rules were written on."""
    return _figure("own", sentences(OWN, "tune"))


def kept_apart() -> Figure:
    """Measure on the sentences that were kept apart."""
    return _figure("kept apart", sentences(OWN, "kept"))


def _figure(name: str, rows: list[Sentence]) -> Figure:
    precision, recall = precision_and_recall(rows)
    return Figure(
        f"guard, {name} ({len(rows)} sentences): precision, recall",
        f"{precision:.3f}, {recall:.3f}",
        "–",
        _goal(),
        min(precision, recall) >= GOAL,
    )


def _goal() -> str:
    return f"≥ {GOAL} both"


FIGURES = (shared, own, kept_apart)
