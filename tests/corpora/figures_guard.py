"""The guard on sentences that ask for a job, and on harmless neighbours of them.

The shared collection, the one that the guard learns from, and sentences of three writers that were
kept apart: nothing was learnt from them and no rule was written on them.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from infoview_gui import resources
from infoview_gui.practice.guard import asks
from tests.corpora.figures import Figure
from tests.corpora.manifest import CORPORA

SHARED: Final = CORPORA.parent / "data" / "job-asking-sentences.tsv"
APART: Final = Path(__file__).parents[1] / "practice" / "data" / "guard_kept_apart.tsv"
LEARNT: Final = resources.folder() / "guard" / "sentences.tsv"
GOAL: Final = 0.95
Sentence = dict[str, str]


def sentences(path: Path) -> list[Sentence]:
    """Read a collection; each row has a ``label`` and a ``sentence``."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


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


def learnt_from() -> Figure:
    """Measure on the sentences that the guard learns from."""
    return _figure("learnt from", sentences(LEARNT))


def kept_apart() -> Figure:
    """Measure on the sentences that were kept apart."""
    return _figure("kept apart", sentences(APART))


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


FIGURES = (shared, learnt_from, kept_apart)
