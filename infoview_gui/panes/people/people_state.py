"""What the People pane looked like when it was left, read from JSON that may hold anything.

Knows no widgets.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from infoview_gui.panes.people.people_model import Column


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Sensible values, whatever was kept."""

    text: str = ""
    sort: Column = Column.NAME
    descending: bool = False
    columns: tuple[float, ...] = ()
    splitter: tuple[int, ...] = ()
    person: int | None = None


def read_state(state: Mapping[str, object]) -> PeopleState:
    """Return what makes sense of what was kept."""
    text, person = state.get("filter"), state.get("person")
    columns = _numbers(state.get("columns"), len(Column))
    splitter = _numbers(state.get("splitter"), 2)
    sorts = {column.sort: column for column in Column}
    return PeopleState(
        text=text if isinstance(text, str) else "",
        sort=sorts.get(str(state.get("sort")), Column.NAME),
        descending=state.get("descending") is True,
        columns=columns if all(width > 0 for width in columns) else (),
        splitter=tuple(round(size) for size in splitter) if sum(splitter) > 0 else (),
        person=person if isinstance(person, int) else None,
    )


def _numbers(value: object, count: int) -> tuple[float, ...]:
    """Return so many numbers of a plausible size, or none."""
    if not isinstance(value, list) or len(value) != count:
        return ()
    numbers = [float(one) for one in value if isinstance(one, int | float)]
    plausible = len(numbers) == count and all(0 <= one < 100_000 for one in numbers)
    return tuple(numbers) if plausible else ()
