"""What the search finds, as plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FoundKind(StrEnum):
    """What was found, in the order in which equally good groups are shown."""

    PERSON = "person"
    CONVERSATION = "conversation"
    ENGAGEMENT = "engagement"
    TASK = "task"
    EMPLOYER = "employer"
    TERM = "term"
    LINE = "line"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing and where it is.

    ``id`` is a person for PERSON and ABOUT, an employer for EMPLOYER, an appointment or event for
    ENGAGEMENT, a task for TASK, else a conversation; ``line`` counts the lines of its notes from 0.
    ``at`` is in ms since 1970 UTC; what has no hour has a ``day`` instead.
    """

    kind: FoundKind
    id: int
    title: str
    detail: str = ""
    at: int | None = None
    line: int | None = None
    first_name: str = ""
    last_name: str = ""
    people: int = 0
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """The first of one kind; ``more`` when there are others. The smaller ``rank`` is the better."""

    kind: FoundKind
    items: tuple[Found, ...]
    more: bool
    rank: int
