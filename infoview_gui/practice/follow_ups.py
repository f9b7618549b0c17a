"""Conversations as facts, and the next step with a person. Knows no database, no clock.

Rules (PRODUCT.md): a thank-you within 24 hours of the end of the talk, weekends included; a
conversation is not done until thanked or waived. What is due today ``routine`` says. Moments are ms
since 1970 UTC.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from enum import StrEnum

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
    """What comes next with a person; fit to be cached, as it does not depend on the time now."""

    kind: StepKind
    at: int | None = None


def next_step(talks: Iterable[Talk], stage: Stage) -> NextStep | None:
    """Return the next step with the person whose talks these are, or None.

    The earliest of the thanks owed and the conversations planned or running; then a conversation
    without a time; then a time that was proposed; then, when they answered, to propose times. With
    *do not contact* only a conversation that is still planned remains.
    """
    steps: list[NextStep] = []
    for talk in talks:
        steps += _steps(talk)
    if stage is Stage.ANSWERED:
        steps.append(NextStep(StepKind.PROPOSE))
    if stage is Stage.DO_NOT_CONTACT:
        steps = [step for step in steps if step.kind is StepKind.CONVERSATION]
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


def _steps(talk: Talk) -> list[NextStep]:
    if talk.thank_by is not None:
        return [NextStep(StepKind.THANK, talk.thank_by)]
    if talk.status in (Status.PLANNED, Status.RUNNING):
        return [NextStep(StepKind.CONVERSATION, talk.starts_at)]
    if talk.status is Status.PROPOSED:
        return [NextStep(StepKind.PROPOSED, talk.starts_at)]
    return []


def _urgency(step: NextStep) -> tuple[int, bool, int]:
    rank = {StepKind.PROPOSED: 1, StepKind.PROPOSE: 2}
    return rank.get(step.kind, 0), step.at is None, step.at or 0


def _distance(left_ms: int) -> str:
    """Return "20 h left", "35 min left", "3 h late" or "4 days late", in whole units past."""
    side = "left" if left_ms > 0 else "late"
    minutes = max(1, abs(left_ms) // MINUTE_MS)
    if minutes < 60:
        return f"{minutes} min {side}"
    hours = minutes // 60
    return f"{hours} h {side}" if hours < 48 else f"{hours // 24} days {side}"


def _local(moment: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(moment / 1000, zone)


def _day(day: date, today: date, date_text: Callable[[date], str]) -> str:
    names = {0: "today", 1: "tomorrow"}
    distance = (day - today).days
    if distance in names:
        return names[distance]
    return date_text(day) if day.year == today.year else f"{date_text(day)} {day.year}"
