"""What is compared of people who may be one, field by field. Knows no widgets and no services.

Of some fields one value stays, and the user chooses whose; everything else is put together.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from infoview_gui.panes.local_time import city
from infoview_gui.panes.phrases import counted
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.records import PersonDetail

_MOST_LINES = 4
_NOTE_LETTERS = 300


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One field of all people; ``field`` is a key of what can be chosen, else empty."""

    title: str
    cells: tuple[tuple[str, ...], ...]
    """For each person the lines; none where nothing is known."""
    field: str = ""
    asks_who: bool = False
    """Whether the row says who is meant at all."""

    @property
    def is_choice(self) -> bool:
        """Whether there is something to choose: more than one value."""
        return bool(self.field) and len({cell for cell in self.cells if cell}) > 1


def compared(people: Sequence[PersonDetail], talks: Mapping[int, int]) -> list[ComparedRow]:
    """Return the rows in which anything is known; ``talks`` are how many each of them had."""
    rows = [ComparedRow(title, _cells(people, words), field) for field, title, words in _CHOSEN]
    rows += [ComparedRow(title, _cells(people, words)) for title, words in _UNITED]
    had = tuple(_talk_words(talks.get(person.id, 0)) for person in people)
    rows.append(ComparedRow("Conversations", had))
    known = [row for row in rows if any(row.cells)]
    if len(people) > 2:
        who = tuple(("Is one of them",) for _ in people)
        known.insert(0, ComparedRow("Same person", who, asks_who=True))
    return known


def first_choice(row: ComparedRow) -> int:
    """Return whose value is the most telling: the fullest name, else the first there is."""
    filled = [at for at, cell in enumerate(row.cells) if cell]
    if row.field != "name" or not filled:
        return filled[0] if filled else 0
    return max(filled, key=lambda at: (*_fullness(row.cells[at][0]), -at))


def shown_lines(cell: Sequence[str]) -> list[str]:
    """Return the lines that have room, the last one saying how many there are more."""
    if len(cell) <= _MOST_LINES:
        return list(cell)
    return [*cell[: _MOST_LINES - 1], f"and {len(cell) - _MOST_LINES + 1} more"]


def _fullness(name: str) -> tuple[int, bool, bool]:
    """Judge a name: whole words, then accents, then not all in capitals."""
    words = [word for word in name.replace(".", " ").split() if len(word) > 1]
    return len(words), not name.isascii(), not name.isupper()


def _cells(
    people: Sequence[PersonDetail], words: Callable[[PersonDetail], Sequence[str]]
) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line for line in words(person) if line) for person in people)


def _channel(person: PersonDetail) -> Sequence[str]:
    return CHANNELS.get(person.channel, person.channel), person.channel_detail


def _introducer(person: PersonDetail) -> Sequence[str]:
    return () if person.introduced_by is None else (person.introduced_by.name,)


def _zone(person: PersonDetail) -> Sequence[str]:
    sure = "" if person.zone_confirmed else "?"
    return (f"{city(person.zone)}{sure}",) if person.zone else ()


def _note(person: PersonDetail) -> Sequence[str]:
    return [line.strip() for line in person.note[:_NOTE_LETTERS].splitlines()]


def _talk_words(count: int) -> tuple[str, ...]:
    return (counted(count, "conversation", "conversations"),) if count else ()


_CHOSEN: tuple[tuple[str, str, Callable[[PersonDetail], Sequence[str]]], ...] = (
    ("name", "Name", lambda person: (person.name,)),
    ("company", "Company", lambda person: (person.company,)),
    ("role", "Role", lambda person: (person.role,)),
    ("channel", "Found through", _channel),
    ("introduced_by", "Introduced by", _introducer),
    ("zone", "Time zone", _zone),
)
_UNITED: tuple[tuple[str, Callable[[PersonDetail], Sequence[str]]], ...] = (
    ("E-mail", lambda person: [reach.value for reach in person.emails]),
    ("Phone", lambda person: [reach.value for reach in person.phones]),
    ("Link", lambda person: [reach.value for reach in person.links]),
    ("Tags", lambda person: person.tags),
    ("Note", _note),
    ("Introduced", lambda person: [other.name for other in person.introduced]),
    ("Stage", lambda person: (person.stage.label,)),
)
