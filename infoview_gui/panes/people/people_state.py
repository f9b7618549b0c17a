"""What the People pane looked like when it was left, read from JSON that may hold anything.

Knows no widgets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from infoview_gui.panes.people.columns import Arrangement, Column, read_arrangement
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter, read_filter


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Sensible values, whatever was kept."""

    text: str = ""
    only: PeopleFilter = EVERYONE
    sort: Column = Column.NAME
    descending: bool = False
    columns: Arrangement = field(default=Arrangement())
    splitter: tuple[int, ...] = ()
    person: int | None = None


def read_state(state: Mapping[str, object]) -> PeopleState:
    """Return what makes sense of what was kept."""
    text, person = state.get("filter"), state.get("person")
    splitter = _numbers(state.get("splitter"), 2)
    sorts = {column.sort: column for column in Column}
    return PeopleState(
        text=text if isinstance(text, str) else "",
        only=read_filter(state.get("only")),
        sort=sorts.get(str(state.get("sort")), Column.NAME),
        descending=state.get("descending") is True,
        columns=read_arrangement(state.get("columns")),
        splitter=tuple(round(size) for size in splitter) if sum(splitter) > 0 else (),
        person=person if isinstance(person, int) else None,
    )


def filter_values(only: PeopleFilter) -> dict[str, object]:
    """Return a filter as JSON values, lists and not tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in only.values().items()
    }


def _numbers(value: object, count: int) -> tuple[float, ...]:
    """Return so many numbers of a plausible size, or none."""
    if not isinstance(value, list) or len(value) != count:
        return ()
    numbers = [float(one) for one in value if isinstance(one, int | float)]
    plausible = len(numbers) == count and all(0 <= one < 100_000 for one in numbers)
    return tuple(numbers) if plausible else ()
