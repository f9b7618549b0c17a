"""One line of the table that `make corpus` prints, and the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What is counted, how much ours gets, how much a library alone gets, and the goal."""

    what: str
    ours: str
    beside: str
    goal: str
    reached: bool


def share(right: int, of: int) -> str:
    """Return “731 of 742 (98.5 %)”."""
    return f"{right} of {of} ({100 * right / of:.1f} %)" if of else "none here"


def table(figures: Iterable[Figure]) -> str:
    """Lay the lines out under their heads."""
    heads = ("what", "ours", "a library alone", "goal", "reached?")
    rows = [
        (one.what, one.ours, one.beside, one.goal, "yes" if one.reached else "no")
        for one in figures
    ]
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]

    def line(row: tuple[str, ...]) -> str:
        return "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()

    return "\n".join([line(heads), "─" * (sum(widths) + 8), *map(line, rows)])
