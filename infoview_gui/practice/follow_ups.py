"""Conversations as facts, and the next step with a person. Knows no database, no clock.

Rules (PRODUCT.md): a thank-you within 24 hours of the end of the talk, weekends included; a
conversation is not done until thanked or waived. What is due today ``routine`` says. Moments are ms
since 1970 UTC.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

from infoview_gui.practice.offers import has_faded
from infoview_gui.practice.spans import span_words
from infoview_gui.practice.stages import Stage

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
THANK_WITHIN_MS = 24 * HOUR_MS
ESCALATED_AFTER_MS = 48 * HOUR_MS
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Status(StrEnum):
    """How far a conversation is."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


class StepKind(StrEnum):
    """What comes next with a person."""

    CONVERSATION = "conversation"
    THANK = "thank"
    PROPOSED = "proposed"
    PROPOSE = "propose"
    TASK = "task"
    WAITING = "waiting"
    KEEP = "keep in touch"


@dataclass(frozen=True, slots=True)
class Talk:
    """The facts of one conversation that matter here."""

    conversation_id: int
    person_ids: tuple[int, ...]
    starts_at: int | None
    minutes: int
    status: Status
    ended_at: int | None = None
    thanked_at: int | None = None
    thanks_waived_at: int | None = None
    agreed_at: int | None = None
    confirmed_at: int | None = None
    offered_at: int | None = None
    """When a time that is only proposed was offered; else None."""

    def has_faded(self, now: int) -> bool:
        """Say whether it is a proposed time that holds nothing any more."""
        return self.offered_at is not None and has_faded(self.starts_at, self.offered_at, now)

    @property
    def planned_end(self) -> int | None:
        """Return when it should be over, or None without a time."""
        return None if self.starts_at is None else self.starts_at + self.minutes * MINUTE_MS

    @property
    def over_at(self) -> int | None:
        """Return when it ended, as planned where that is not known, or None without any time."""
        return self.ended_at if self.ended_at is not None else self.planned_end

    @property
    def thank_by(self) -> int | None:
        """Return until when thanks are owed, or None if they are not.

        A talk that is done without a known end is taken to have ended as planned; one without any
        time at all cannot be due.
        """
        settled = self.thanked_at is not None or self.thanks_waived_at is not None
        if self.status is not Status.DONE or settled or self.over_at is None:
            return None
        return self.over_at + THANK_WITHIN_MS


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next with a person; fit to be cached, as it does not depend on the time now.

    ``at`` is when the conversation begins, until when thanks are owed, which time was proposed,
    since when an answer is waited for, when to be in touch again; of a task it is midday UTC of its
    date, which is in no zone. ``text`` are the words of a task where they are known.
    """

    kind: StepKind
    at: int | None = None
    text: str = ""


def next_step(
    talks: Iterable[Talk], stage: Stage, others: Iterable[NextStep] = ()
) -> NextStep | None:
    """Return the next step with the person whose talks these are, or None.

    ``others`` follow from letters and tasks (``routine.standing``). First come the thanks owed and
    the conversations at a time, whichever is earlier: they have an hour, and somebody else counts
    on it. Then the task that is due first, because it has a day. Then what has none: a conversation
    without a time, an answer that is waited for, a time that was proposed, and, when they answered,
    to propose times. Last, when nothing else is open, to be in touch again. With *do not contact*
    only what is agreed remains: a conversation that is still planned, and tasks.
    """
    steps = list(others)
    for talk in talks:
        steps += _steps(talk)
    if stage is Stage.ANSWERED:
        steps.append(NextStep(StepKind.PROPOSE))
    if stage is Stage.DO_NOT_CONTACT:
        steps = [step for step in steps if step.kind in _AGREED]
    return min(steps, key=_urgency, default=None)


def short_date(day: date) -> str:
    """Return "Thu 26 Nov"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def short_time(moment: time) -> str:
    """Return "14:30"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def words(
    step: NextStep | None,
    now: int,
    zone: tzinfo,
    date_text: Callable[[date], str] = short_date,
    time_text: Callable[[time], str] = short_time,
) -> str:
    """Return the step in words, such as "Conversation today 14:30" or "Thank, 3 h late".

    A conversation of an earlier day that was never finished reads "Finish Thu 19 Nov 11:00"; a
    proposed time that has passed reads as to propose again. Nothing to do is "".
    """
    if step is None:
        return ""
    if step.kind in _OF_A_DAY and step.at is not None:
        return _day_words(step, step.at, _local(now, zone).date(), zone, date_text)
    passed = step.at is not None and step.at < now
    if step.kind is StepKind.PROPOSE or (step.kind is StepKind.PROPOSED and passed):
        return "Propose three times"
    if step.at is None:
        return (
            "Propose three times" if step.kind is StepKind.PROPOSED else "Conversation, no time yet"
        )
    if step.kind is StepKind.THANK:
        return f"Thank, {_distance(step.at - now)}"
    at, today = _local(step.at, zone), _local(now, zone).date()
    verb = "Finish" if at.date() < today else step.kind.value.capitalize()
    return f"{verb} {_day(at.date(), today, date_text)} {time_text(at.time())}"


_RANKS = {
    StepKind.THANK: 0,
    StepKind.CONVERSATION: 0,
    StepKind.TASK: 1,
    StepKind.WAITING: 3,
    StepKind.PROPOSED: 4,
    StepKind.PROPOSE: 5,
    StepKind.KEEP: 6,
}
_UNDATED_RANK = 2
_AGREED = frozenset({StepKind.CONVERSATION, StepKind.TASK})
_OF_A_DAY = frozenset({StepKind.TASK, StepKind.WAITING, StepKind.KEEP})


def _steps(talk: Talk) -> list[NextStep]:
    if talk.thank_by is not None:
        return [NextStep(StepKind.THANK, talk.thank_by)]
    if talk.status in (Status.PLANNED, Status.RUNNING):
        return [NextStep(StepKind.CONVERSATION, talk.starts_at)]
    if talk.status is Status.PROPOSED:
        return [NextStep(StepKind.PROPOSED, talk.starts_at)]
    return []


def _urgency(step: NextStep) -> tuple[int, int]:
    undated = step.kind is StepKind.CONVERSATION and step.at is None
    return _UNDATED_RANK if undated else _RANKS[step.kind], step.at or 0


def _day_words(
    step: NextStep, at: int, today: date, zone: tzinfo, date_text: Callable[[date], str]
) -> str:
    day = _local(at, UTC if step.kind is StepKind.TASK else zone).date()
    if step.kind is StepKind.WAITING:
        since = "yesterday" if (today - day).days == 1 else _day(day, today, date_text)
        return f"Waiting for an answer since {since}"
    verb = (step.text or "Task") if step.kind is StepKind.TASK else "Keep in touch"
    late = (today - day).days
    if late > 0:
        return f"{verb}, 1 day late" if late == 1 else f"{verb}, {late} days late"
    return f"{verb} by {_day(day, today, date_text)}"


def _distance(left_ms: int) -> str:
    """Return "20 h left", "35 min left", "3 h late" or "4 days late"."""
    return f"{span_words(abs(left_ms))} {'left' if left_ms > 0 else 'late'}"


def _local(moment: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(moment / 1000, zone)


def _day(day: date, today: date, date_text: Callable[[date], str]) -> str:
    names = {0: "today", 1: "tomorrow"}
    distance = (day - today).days
    if distance in names:
        return names[distance]
    return date_text(day) if day.year == today.year else f"{date_text(day)} {day.year}"
