"""What services hand out: plain values, safe to keep, that know nothing of the database.

Moments are milliseconds since 1970 UTC.
"""

from dataclasses import dataclass

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.practice.countdown import Event
from infoview_gui.practice.stages import Stage


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


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened with a person, or will; ``questions`` are those not yet asked.

    A note about a person has the kind ``note``, its words in ``detail`` and an ``activity_id``.
    """

    kind: str
    at: int | None
    detail: str = ""
    conversation_id: int | None = None
    minutes: int = 0
    way: str = ""
    questions: int = 0
    activity_id: int | None = None


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
