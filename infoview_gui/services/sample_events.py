"""The appointments and networking events of the sample: read and written.

Called on the writing thread. Must not know how people are written.
"""

import tomllib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from infoview_gui.services.sample_days import SampleDays
from infoview_gui.store.models import Attendance, Engagement


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEvent:
    """One of them, so many working days from the day of opening; ``people`` were met there."""

    kind: str
    title: str
    day: int
    time: str
    minutes: int = 60
    place: str = ""
    note: str = ""
    people: Sequence[str] = ()


def read_events(folder: Path) -> list[SampleEvent]:
    """Read events.toml; raises OSError, TOMLDecodeError, TypeError for an unknown key."""
    text = (folder / "events.toml").read_text(encoding="utf-8")
    return [SampleEvent(**row) for row in tomllib.loads(text)["event"]]


def write_event(
    sample: SampleEvent, days: SampleDays, people: Mapping[str, int], zone: str
) -> None:
    """Create the rows of one; ``people`` are ids by name."""
    moment = days.past if sample.day < 0 else days.ahead
    at = moment(sample.day, sample.time)
    row = Engagement.create(
        uid=str(uuid.uuid4()),
        kind=sample.kind,
        title=sample.title,
        starts_at=at,
        zone=zone,
        minutes=sample.minutes,
        place=sample.place,
        note=sample.note,
        created_at=days.past(min(sample.day, 0) - 3, "10:00"),
    )
    for position, name in enumerate(sample.people):
        Attendance.create(engagement=row.id, person=people[name], position=position)
