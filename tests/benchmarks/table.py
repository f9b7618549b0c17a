"""The table that `make bench` ends with: ours beside a peer or a limit."""

import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of it."""

    what: str
    ours: str
    beside: str
    ratio: str
    goal: str
    reached: str


_HEAD = Row("what", "ours", "beside", "ratio", "goal", "reached?")
ROWS: list[Row] = []


def add_ratio(
    what: str, ours: float, beside: float, peer: str, most: float, unit: str = "ms"
) -> None:
    """Say how many times the peer ours is, and that it should be at most ``most`` times."""
    ratio = ours / beside
    words = f"{number(beside)} {unit}, {peer}"
    goal = f"≤ {number(most)} ×"
    ROWS.append(Row(what, f"{number(ours)} {unit}", words, f"{ratio:.2f}", goal, _yes(ratio, most)))


def add_limit(what: str, ours: float, most: float, unit: str = "ms", beside: str = "") -> None:
    """Say a number that should be at most ``most``."""
    goal = f"≤ {number(most)} {unit}"
    ROWS.append(Row(what, f"{number(ours)} {unit}", beside, "", goal, _yes(ours, most)))


def add_growth(what: str, values: Sequence[str]) -> None:
    """Print numbers for growing work; there is no peer."""
    ROWS.append(Row(what, " · ".join(values), "", "", "", ""))


def lines() -> list[str]:
    """Lay the table out."""
    rows = [_HEAD, *ROWS]
    fields = tuple(Row.__dataclass_fields__)
    widths = [max(len(getattr(row, field)) for row in rows) for field in fields]
    laid = [
        "  ".join(
            getattr(row, name).ljust(width) for name, width in zip(fields, widths, strict=True)
        )
        for row in rows
    ]
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    missed = sum(row.reached == "no" for row in ROWS)
    judged = sum(bool(row.reached) for row in ROWS)
    last = f"{judged - missed} of {judged} goals reached; load of this machine {load}, "
    return [laid[0].rstrip(), "─" * sum(widths), *map(str.rstrip, laid[1:]), "", last + _cores()]


def median(values: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(values)


def share(values: Sequence[float], part: float) -> float:
    """Return the value that ``part`` of all do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def number(value: float) -> str:
    """Write a number with as many digits as one can use."""
    if value == int(value) and value < 1000:
        return str(int(value))
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _cores() -> str:
    return f"{os.cpu_count()} cores"


def _yes(value: float, most: float) -> str:
    return "yes" if value <= most else "no"
