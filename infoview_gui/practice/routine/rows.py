"""A row of Today: what is due, with whom, why, until when, how pressing, and its one action."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from infoview_gui.practice.letters import LetterKind


class DueKind(StrEnum):
    """What is to be done, in the order in which it stands within a level."""

    THANK = "thank"
    FINISH = "finish"
    CONFIRM = "confirm"
    TASK = "task"
    NEXT_PERSON = "next person"
    SECOND = "second"
    OFFER = "offer"
    REPORT = "report"
    NEWS = "news"
    KEEP = "keep in touch"


class Level(StrEnum):
    """How pressing it is: without a day, still some days, now, too late, far too late."""

    SOME_DAY = "some day"
    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"
    ESCALATED = "escalated"


class Action(StrEnum):
    """The one thing a row offers besides *done* and *not now*."""

    WRITE = "write"
    SETTLE = "settle"
    """Say what became of a conversation."""
    ADD_PERSON = "add a person"
    """Nobody is left at that employer."""
    DONE = "done"


LETTERS: Final = {
    DueKind.THANK: LetterKind.THANKS,
    DueKind.CONFIRM: LetterKind.CONFIRMATION,
    DueKind.NEXT_PERSON: LetterKind.FIRST,
    DueKind.SECOND: LetterKind.SECOND,
    DueKind.REPORT: LetterKind.INTRODUCER,
    DueKind.NEWS: LetterKind.NEWS,
    DueKind.KEEP: LetterKind.NEWS,
}
"""What is written when a row's action is to write; a promise may be kept in any way."""

SHOWN_AHEAD: Final = timedelta(days=3)
"""So many days before its day Today shows what has no hour."""

ABOUT_A_PERSON: Final = frozenset({DueKind.REPORT, DueKind.OFFER, DueKind.KEEP})
"""Kinds whose subject is a person; the cycle of a report is the introducer."""

Key = tuple[DueKind, int, int]


class Due(NamedTuple):
    """One row.

    ``kind``, ``subject_id`` and ``cycle`` make it this row and no other: the subject is the
    conversation (THANK, FINISH, CONFIRM), the task, the unanswered message (NEXT_PERSON, SECOND),
    the introduced person (REPORT), the newest piece of advice (NEWS) or the person (OFFER, KEEP);
    the cycle tells one time from the next (a moved conversation, a newer offer, the next month).

    ``person_ids`` are whom it is about. ``write_to`` are those a message would go to: for
    NEXT_PERSON everybody left at the employer, best first, else ``person_ids``; empty when none is
    to be written to. ``due_at`` is the last moment of thanks, the first of the day otherwise.
    What has no day has SOME_DAY for its level and stands on today. ``since`` is when what
    it follows from happened, ``business_days`` how many of them ago that must be, ``about_ids``
    those introduced, ``text`` what was promised. ``not_before`` is the day it was put off to.
    ``also`` are the keys of what the same letter tells: settled with this one.
    """

    kind: DueKind
    subject_id: int
    person_ids: tuple[int, ...]
    due_at: int
    due_day: date
    level: Level
    action: Action
    cycle: int = 0
    write_to: tuple[int, ...] = ()
    conversation_id: int | None = None
    employer_id: int | None = None
    about_ids: tuple[int, ...] = ()
    since: int | None = None
    business_days: int = 0
    text: str = ""
    not_before: date | None = None
    also: tuple[Key, ...] = ()

    @property
    def key(self) -> Key:
        """Return what makes it this row."""
        return self.kind, self.subject_id, self.cycle

    @property
    def keys(self) -> tuple[Key, ...]:
        """Return the keys of everything this row stands for, its own first."""
        return (self.key, *self.also)

    @property
    def with_advice(self) -> bool:
        """Whether, besides introductions, it is about advice that was given."""
        return any(kind is DueKind.NEWS for kind, _, _ in self.also)

    @property
    def letter(self) -> LetterKind | None:
        """Return the kind of message its action begins."""
        return LETTERS.get(self.kind) if self.action is Action.WRITE else None
