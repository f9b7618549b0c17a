"""Which people the table shows, as a value: kept under a name, turned into SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from infoview_gui.practice.stages import Stage

QUIET_DAYS = 30
LATELY_DAYS = 30
LATELY = ("asked", "answered", "talked", "referred")
"""The figures of ``services.lately``, whose people can be shown."""
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Conditions that must all hold; within one kind any value will do, and none means all.

    ``quiet``: nothing happened for 30 days and nothing is planned. ``lately``: one of ``LATELY``,
    within the last 30 days.
    """

    stages: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    employers: tuple[int, ...] = ()
    no_next_step: bool = False
    quiet: bool = False
    lately: str = ""

    def __bool__(self) -> bool:
        """Whether anybody could be left out."""
        return self != EVERYONE

    def values(self) -> dict[str, object]:
        """Return the filter as JSON values."""
        return {name: value for name, value in asdict(self).items() if value}


EVERYONE = PeopleFilter()


def read_filter(values: object) -> PeopleFilter:
    """Return what makes sense of JSON values that may hold anything."""
    if not isinstance(values, Mapping):
        return EVERYONE
    known = {stage.value for stage in Stage}
    lately = values.get("lately")
    return PeopleFilter(
        stages=tuple(stage for stage in _words(values.get("stages")) if stage in known),
        channels=_words(values.get("channels")),
        tags=_words(values.get("tags")),
        employers=tuple(one for one in _list(values.get("employers")) if type(one) is int),
        no_next_step=values.get("no_next_step") is True,
        quiet=values.get("quiet") is True,
        lately=lately if isinstance(lately, str) and lately in LATELY else "",
    )


def conditions(wanted: PeopleFilter, now: int) -> tuple[list[str], list[object]]:
    """Return SQL conditions on ``person`` and their values; ``now`` in ms since 1970 UTC."""
    found: list[str] = []
    values: list[object] = []
    several: tuple[tuple[str, Sequence[object]], ...] = (
        ("stage_order IN ({})", [Stage(stage).order for stage in wanted.stages]),
        ("channel IN ({})", wanted.channels),
        ("id IN (SELECT person_id FROM person_tag WHERE name IN ({}))", wanted.tags),
        ("employer_id IN ({})", wanted.employers),
    )
    for condition, chosen in several:
        if chosen:
            found.append(condition.format(",".join("?" * len(chosen))))
            values += chosen
    if wanted.no_next_step:
        found.append("next_kind = ''")
    if wanted.quiet:
        found.append("last_at < ?")
        values.append(now - QUIET_DAYS * _DAY_MS)
    if wanted.lately:
        from infoview_gui.services.lately import people_behind  # noqa: PLC0415 - seldom wanted

        source = people_behind(wanted.lately)
        found.append(f"id IN ({source})")
        values += [now - LATELY_DAYS * _DAY_MS] * source.count("?")
    return found, values


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _words(value: object) -> tuple[str, ...]:
    return tuple(one for one in _list(value) if isinstance(one, str))
