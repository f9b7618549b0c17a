"""What an entry of the calendar is, by its key, and what can be done with each sort of entry.

A conversation's key is its id; an appointment's or event's is an ``EngagementKey``; one of another
program's calendar has a tuple. Whoever acts on an entry asks ``Sorts`` and need not know which.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Layer(StrEnum):
    """A sort of thing in the calendar, in the order of the list; the value is what it is called."""

    CONVERSATIONS = "Conversations"
    PROPOSED = "Proposed times"
    NETWORKING = "Networking events"
    APPOINTMENTS = "Appointments"
    DUE = "Letters and follow-ups due"


@dataclass(frozen=True, slots=True)
class EngagementKey:
    """The key of an appointment or a networking event."""

    id: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an entry that is ours; ``start`` is wall time here, None without a time.

    ``line`` says it in one line, for the clipboard; ``layer`` is with what it is shown or hidden;
    ``zones`` are those of the people in it.
    """

    title: str
    uid: str
    line: str
    minutes: int
    start: datetime | None
    layer: Layer
    zones: tuple[str, ...] = ()
    whole_days: bool = False


class Sort(Protocol):
    """What can be done with one sort of entry; starts are wall times of this desk."""

    @property
    def menu(self) -> str:
        """The name of the context menu, as ``CalendarActions`` knows it."""

    def owns(self, key: object) -> bool:
        """Say whether an entry is of this sort."""

    def tell(self, key: object) -> Told | None:
        """Return what is known of it; None when it is gone or none of ours."""

    def fitting(self, key: object) -> frozenset[str]:
        """Return the names of the verbs that can be used on it now."""

    def open(self, key: object) -> None:
        """Ask for it to be changed, or say why that cannot be."""

    def move(self, key: object, start: datetime) -> bool:
        """Move to a wall time and say the new one; False when it stays where it was."""

    def warnings(self, key: object, start: datetime) -> str:
        """Say what speaks against a start, before it is taken; empty where nothing does."""

    def stretch(self, key: object, minutes: int) -> bool:
        """Give it so many minutes; False when they stay."""

    def refuse(self, key: object) -> None:
        """Say why it stays as it is."""

    def delete(self, key: object) -> None:
        """Delete it and say what went with it."""

    def plan_again(self, key: object, start: datetime) -> object:
        """Plan another one like it, say when it is, and return its key."""


class Sorts:
    """Finds the sort of an entry."""

    def __init__(self, sorts: Iterable[Sort]) -> None:
        self._sorts = tuple(sorts)

    def of(self, key: object) -> Sort | None:
        """Return the sort of an entry; None for no entry."""
        return next((one for one in self._sorts if one.owns(key)), None)

    def tell(self, key: object) -> Told | None:
        """Return what is known of an entry; None when it is gone or none of ours."""
        sort = self.of(key)
        return None if sort is None else sort.tell(key)

    def fitting(self, key: object) -> frozenset[str]:
        """Return the names of the verbs that can be used on an entry, none for none."""
        sort = self.of(key)
        return frozenset() if sort is None else sort.fitting(key)


class ForeignVerbs:
    """Entries of other programs' calendars: they are read, and nothing else."""

    menu = "slot"

    def __init__(self, title_of: Callable[[str], str], say: Callable[[str], object]) -> None:
        self._title_of, self._say = title_of, say

    def owns(self, key: object) -> bool:
        """Say whether an entry is another program's."""
        return isinstance(key, tuple)

    def tell(self, key: object) -> None:
        """Know nothing that could be used."""

    def fitting(self, key: object) -> frozenset[str]:
        """Fit nothing."""
        del key
        return frozenset()

    def open(self, key: object) -> None:
        """Say whose it is."""
        self.refuse(key)

    def move(self, key: object, start: datetime) -> bool:
        """Leave it where it is."""
        del start
        self.refuse(key)
        return False

    def warnings(self, key: object, start: datetime) -> str:
        """Warn of nothing: it stays where it is."""
        del key, start
        return ""

    def stretch(self, key: object, minutes: int) -> bool:
        """Leave it as long as it is."""
        del minutes
        self.refuse(key)
        return False

    def refuse(self, key: object) -> None:
        """Say of an entry of another calendar why it stays as it is."""
        path = key[0] if isinstance(key, tuple) else ""
        words = f"This is from “{self._title_of(path)}”: it is changed in its own program."
        self._say(words)

    def delete(self, key: object) -> None:
        """Leave it there."""
        self.refuse(key)

    def plan_again(self, key: object, start: datetime) -> object:
        """Leave it alone."""
        del start
        self.refuse(key)
        return key
