"""What services hand out about appointments and networking events: plain values, safe to keep.

Moments are ms since 1970 UTC; whole days are dates in no zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from infoview_gui.services.records import PersonName

APPOINTMENT: Final = "appointment"
NETWORKING: Final = "networking"
KINDS: Final = (NETWORKING, APPOINTMENT)
KIND_WORDS: Final[Mapping[str, str]] = {
    NETWORKING: "networking event",
    APPOINTMENT: "appointment",
}
_MINUTE_MS = 60_000
_MIDDAY = time(12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementDraft:
    """What is asked for; with a ``first_day`` it is whole days and has no time.

    ``people`` were met there; ``names`` are of those who are to be added as met there.
    """

    title: str
    kind: str = APPOINTMENT
    starts_at: int | None = None
    zone: str = ""
    minutes: int = 60
    first_day: date | None = None
    days: int = 0
    place: str = ""
    note: str = ""
    people: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """An appointment or a networking event: at a time, or on whole days."""

    id: int
    uid: str
    kind: str
    title: str
    starts_at: int | None
    zone: str
    minutes: int
    first_day: date | None
    days: int
    place: str
    note: str
    sequence: int
    created_at: int
    people: tuple[PersonName, ...] = ()

    @property
    def kind_words(self) -> str:
        """What such a thing is called."""
        return KIND_WORDS.get(self.kind, self.kind)

    @property
    def ends_at(self) -> int:
        """When a timed one is over."""
        return (self.starts_at or 0) + self.minutes * _MINUTE_MS

    @property
    def end_day(self) -> date | None:
        """The day after the last of whole days."""
        return None if self.first_day is None else self.first_day + timedelta(days=self.days)

    def draft(self) -> EngagementDraft:
        """Return the draft that would make it."""
        return EngagementDraft(
            title=self.title,
            kind=self.kind,
            starts_at=self.starts_at,
            zone=self.zone,
            minutes=self.minutes,
            first_day=self.first_day,
            days=self.days,
            place=self.place,
            note=self.note,
            people=tuple(person.id for person in self.people),
        )


def day_of(text: str) -> date | None:
    """Return a stored day; what a file from elsewhere has made of it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def met_at(starts_at: int | None, first_day: date | None) -> int:
    """Return the moment that counts as that of meeting somebody there.

    Whole days are in no zone: of them it is midday UTC of the first, which is that day from
    UTC-12 to UTC+11.
    """
    if starts_at is not None:
        return starts_at
    if first_day is None:
        return 0
    return round(datetime.combine(first_day, _MIDDAY).timestamp() * 1000)


def again(draft: EngagementDraft, start: int | date) -> EngagementDraft:
    """Return the same at another moment, or from another day on; nobody was met there yet."""
    if isinstance(start, int):
        return replace(draft, starts_at=start, people=())
    return replace(draft, first_day=start, people=())
