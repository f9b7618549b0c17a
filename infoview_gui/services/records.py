"""What services hand out: plain values, safe to keep, that know nothing of the database.

Moments are milliseconds since 1970 UTC.
"""

from dataclasses import dataclass

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.practice.countdown import Event
from infoview_gui.practice.offers import has_faded
from infoview_gui.practice.stages import Stage

_MINUTE_MS = 60_000
_SAME_TIME_MS = 5 * _MINUTE_MS
"""A talk that begins a little early or late began as planned."""


def minutes_between(started_at: int, ended_at: int) -> int:
    """Return how long a talk was in whole minutes, at least one."""
    return max(1, round((ended_at - started_at) / _MINUTE_MS))


def planned_otherwise(planned_at: int | None, began_at: int | None) -> int | None:
    """Return for when a talk was planned if it truly began at another time, else None."""
    if planned_at is None or began_at is None or abs(began_at - planned_at) < _SAME_TIME_MS:
        return None
    return planned_at


@dataclass(frozen=True, slots=True)
class EmployerName:
    """Enough of an employer to name it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """Enough of a person to name and picture them."""

    id: int
    name: str
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    role: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """Everything that is known about a person except the timeline."""

    id: int
    uid: str
    name: str
    first_name: str
    last_name: str
    company: str
    role: str
    channel: str
    channel_detail: str
    zone: str
    zone_confirmed: bool
    note: str
    employer: EmployerName | None
    stage: Stage
    next_kind: str
    next_at: int | None
    emails: tuple[Reach, ...]
    phones: tuple[Reach, ...]
    links: tuple[Reach, ...]
    tags: tuple[str, ...]
    introduced_by: PersonName | None
    introduced: tuple[PersonName, ...]
    next_text: str = ""
    """The words of a task that is the next step."""
    keep: str = ""
    """How often to be in touch, as ``practice.routine.facts.Keep`` names it."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened with a person, or will; ``questions`` are those not yet asked.

    A note about a person has the kind ``note``, its words in ``detail`` and an ``activity_id``; a
    task the kind ``task`` or ``task done``, its words in ``detail`` and its date in ``day``.
    """

    kind: str
    at: int | None
    detail: str = ""
    conversation_id: int | None = None
    minutes: int = 0
    way: str = ""
    questions: int = 0
    activity_id: int | None = None
    planned_at: int | None = None
    """For when a talk was planned that began at another time; else None."""
    letter_id: int | None = None
    """A letter that was sent; what kind it is stands in ``detail``."""
    engagement_id: int | None = None
    """A networking event at which the person was met; its title stands in ``detail``."""
    day: str = ""
    """As 2026-11-27: the date of a task, the first of an event's whole days, in no zone."""


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question of a conversation; ``asked_at`` is when it was ticked."""

    id: int
    text: str
    category: str
    must: bool
    always: bool
    asked_at: int | None


@dataclass(frozen=True, slots=True)
class ConversationRecord:
    """A conversation with everything but its notes."""

    id: int
    uid: str
    people: tuple[PersonName, ...]
    starts_at: int | None
    zone: str
    minutes: int
    status: str
    way: str
    link: str
    place: str
    goal: str
    ended_at: int | None
    thanked_at: int | None
    thanks_waived_at: int | None
    events: tuple[Event, ...]
    questions: tuple[QuestionRecord, ...]

    @property
    def title(self) -> str:
        """The names of those who take part."""
        return ", ".join(person.name for person in self.people) or "Nobody yet"

    @property
    def began_at(self) -> int | None:
        """When it truly began, else when it is planned for."""
        return next((event.at for event in self.events), self.starts_at)

    @property
    def planned_at(self) -> int | None:
        """For when it was planned, if it began at another time; else None."""
        return planned_otherwise(self.starts_at, self.began_at)

    @property
    def ends_at(self) -> int | None:
        """When it ended, else when it is agreed to end."""
        if self.ended_at is not None or self.starts_at is None:
            return self.ended_at
        return self.starts_at + self.minutes * 60_000


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """A conversation as lists and the calendar show it; ``person`` is the first of the people."""

    id: int
    title: str
    person: PersonName | None
    starts_at: int | None
    zone: str
    minutes: int
    status: str
    way: str
    link: str
    place: str
    ended_at: int | None
    thanked_at: int | None
    thanks_waived_at: int | None
    people: tuple[PersonName, ...] = ()
    started_at: int | None = None
    offered_at: int | None = None
    """When a time that is only proposed was offered; else None."""

    def has_faded(self, now: int) -> bool:
        """Say whether it is a proposed time that holds nothing any more."""
        return self.offered_at is not None and has_faded(self.starts_at, self.offered_at, now)

    @property
    def began_at(self) -> int | None:
        """When it truly began, else when it is planned for."""
        return self.starts_at if self.started_at is None else self.started_at

    @property
    def lasts(self) -> int:
        """How many minutes it took, else how many are agreed."""
        if self.started_at is None or self.ended_at is None:
            return self.minutes
        return minutes_between(self.started_at, self.ended_at)

    @property
    def planned_at(self) -> int | None:
        """For when it was planned, if it began at another time; else None."""
        return planned_otherwise(self.starts_at, self.began_at)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do about it."""
        if self.status == "done":
            return self.thanked_at is not None or self.thanks_waived_at is not None
        return self.status in {"missed", "cancelled"}


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a conversation and the moment at which each line was begun."""

    text: str
    moments: tuple[int | None, ...]
