"""The columns of the People table: which there are, their words, and how they are arranged.

Knows no widgets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum


class Column(IntEnum):
    """Every column there is, in the order of the model; the first five are shown at first."""

    NAME = 0
    COMPANY = 1
    STAGE = 2
    CHANNEL = 3
    NEXT = 4
    EMAIL = 5
    PHONE = 6
    TAGS = 7
    LAST = 8
    ADDED = 9

    @property
    def title(self) -> str:
        """Return the words of the header."""
        return _WORDS[self].title

    @property
    def sort(self) -> str:
        """Return the name by which the services sort; the state is kept under it too."""
        return _WORDS[self].sort

    @property
    def sort_words(self) -> str:
        """Return what follows "Sort by"."""
        return _WORDS[self].sort_words

    @property
    def share(self) -> float:
        """Return the usual width in relation to the others."""
        return _WORDS[self].share

    @property
    def least(self) -> int:
        """Return the width in pixels below which the column cannot be read."""
        return _WORDS[self].least


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    sort: str
    sort_words: str
    share: float
    least: int


_WORDS = (
    _Words("Name", "name", "name", 195, 128),
    _Words("Company and role", "company", "company", 163, 100),
    _Words("Stage", "stage", "stage", 130, 130),
    _Words("Found through", "channel", "way found", 132, 78),
    _Words("Next step", "next", "next step", 185, 80),
    _Words("E-mail", "email", "e-mail", 180, 100),
    _Words("Phone", "phone", "phone", 130, 90),
    _Words("Tags", "tags", "tags", 120, 70),
    _Words("Last contact", "last", "last contact", 112, 96),
    _Words("Added", "added", "day added", 100, 82),
)
USUAL = (Column.NAME, Column.COMPANY, Column.STAGE, Column.CHANNEL, Column.NEXT)
_BY_SORT = {column.sort: column for column in Column}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns that are shown from the left, and the widths of all in relation to each other."""

    shown: tuple[Column, ...] = USUAL
    shares: tuple[float, ...] = field(default=tuple(column.share for column in Column))

    def toggled(self, column: Column) -> "Arrangement":
        """Return it with a column more, at the end, or less; the name always stays."""
        if column is Column.NAME:
            return self
        if column in self.shown:
            return replace(self, shown=tuple(one for one in self.shown if one is not column))
        return replace(self, shown=(*self.shown, column))

    def moved(self, column: Column, step: int) -> "Arrangement":
        """Return it with a column so many places further right (negative: left)."""
        if column is Column.NAME or column not in self.shown:
            return self
        rest = [one for one in self.shown if one is not column]
        rest.insert(max(1, self.shown.index(column) + step), column)
        return replace(self, shown=tuple(rest))

    def sized(self, column: Column, share: float) -> "Arrangement":
        """Return it with another width for one column."""
        shares = list(self.shares)
        shares[column] = max(float(column.least) / 2, share)
        return replace(self, shares=tuple(shares))

    def values(self) -> dict[str, object]:
        """Return it as JSON values."""
        return {
            "shown": [column.sort for column in self.shown],
            "widths": {column.sort: self.shares[column] for column in Column},
        }


def read_arrangement(value: object) -> Arrangement:
    """Return what makes sense of what was kept; the widths alone, in a list, are of version 1."""
    if isinstance(value, list):
        widths = dict(zip((column.sort for column in USUAL), value, strict=False))
        good = len(value) == len(USUAL) and all(_is_width(one) for one in value)
        return Arrangement(shares=_shares(widths)) if good else Arrangement()
    if not isinstance(value, dict):
        return Arrangement()
    return Arrangement(_shown(value.get("shown")), _shares(value.get("widths")))


def _shown(value: object) -> tuple[Column, ...]:
    names = value if isinstance(value, list) else []
    known = [_BY_SORT[name] for name in names if isinstance(name, str) and name in _BY_SORT]
    if not known:
        return USUAL
    return tuple(dict.fromkeys((Column.NAME, *known)))


def _shares(value: object) -> tuple[float, ...]:
    widths = value if isinstance(value, dict) else {}
    return tuple(
        float(widths[one.sort]) if _is_width(widths.get(one.sort)) else one.share for one in Column
    )


def _is_width(value: object) -> bool:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return plain and 0 < float(str(value)) < 100_000


def fitted(arranged: Sequence[Column], shares: Sequence[float], width: int) -> list[int]:
    """Share ``width`` pixels by ``shares`` of the columns shown; none gets less than it needs."""
    mine = [shares[column] for column in arranged]
    total = sum(mine)
    least = [column.least for column in arranged]
    widths = [max(low, int(width * one / total)) for one, low in zip(mine, least, strict=True)]
    over = sum(widths) - width
    widest_first = sorted(range(len(widths)), key=lambda at: widths[at] - least[at], reverse=True)
    for at in widest_first:
        give = max(0, min(over, widths[at] - least[at]))
        widths[at] -= give
        over -= give
    return widths
