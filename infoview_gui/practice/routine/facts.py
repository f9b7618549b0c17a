"""What the follow-up engine goes by: the facts of one user, handed in by whoever reads them.

It needs the people it is about and everybody at an employer where somebody was asked; others may be
left out. Moments are ms since 1970 UTC, days are days of the user. Named tuples, because those take
no time to define at start-up.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from infoview_gui.practice.correspondence import Contact, Message
from infoview_gui.practice.follow_ups import Talk
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.practice.stages import Stage


class Keep(StrEnum):
    """How often the user wants to be in touch with a person."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    THREE_TIMES_A_YEAR = "three times a year"
    NEVER = "never"

    @property
    def months(self) -> int:
        """Return the months from one contact to the next; 0 for never."""
        return {Keep.MONTHLY: 1, Keep.QUARTERLY: 3, Keep.THREE_TIMES_A_YEAR: 4}.get(self, 0)


class PersonFacts(NamedTuple):
    """A person as far as it matters here.

    ``channel`` is a key of ``CHANNELS``. ``keep_since`` is when the user chose how often; it counts
    where there was no contact yet.
    """

    id: int
    employer_id: int | None = None
    stage: Stage = Stage.KNOWN
    channel: str = ""
    introduced_by: int | None = None
    keep: Keep = Keep.NEVER
    keep_since: int | None = None


class TaskFacts(NamedTuple):
    """A promise or a task; ``due`` None: some day, at the end of Today."""

    id: int
    text: str
    due: date | None
    person_id: int | None = None
    done_at: int | None = None


class Advice(NamedTuple):
    """Advice that somebody gave and the user took; ``told_at`` is when they heard what came."""

    id: int
    person_id: int
    at: int
    told_at: int | None = None


class Settled(NamedTuple):
    """What the user said of one row: done at a moment, or *not now* until a day.

    The first three are those of the row, so that the next row of the kind is another one.
    """

    kind: DueKind
    subject_id: int
    cycle: int
    done_at: int | None = None
    until: date | None = None


class Facts(NamedTuple):
    """Everything that follow-ups follow from."""

    people: tuple[PersonFacts, ...] = ()
    talks: tuple[Talk, ...] = ()
    messages: tuple[Message, ...] = ()
    contacts: tuple[Contact, ...] = ()
    tasks: tuple[TaskFacts, ...] = ()
    advice: tuple[Advice, ...] = ()
    settled: tuple[Settled, ...] = ()
