"""What is to be said and done about a conversation that does not run: plain words, no widgets.

Rules (PRODUCT.md): one that was not started by its end asks what became of it; one that is done is
not finished until thanked (within 24 hours) or waived.
"""

from dataclasses import dataclass
from enum import Enum

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.follow_ups import MINUTE_MS, THANK_WITHIN_MS
from infoview_gui.services.records import ConversationRecord


class Outcome(Enum):
    """What the user can say of it; the value stands on the button."""

    TAKE = "Take this time"
    HAPPENED = "It happened"
    MISSED = "They did not come"
    MOVE = "Move"
    CANCEL = "Cancel it"
    REPLAN = "Take up again"
    WRITE = "Write the thank-you"
    THANKED = "Mark thanks as sent"
    WAIVED = "No thanks needed"


UNSTARTED = (Outcome.HAPPENED, Outcome.MISSED, Outcome.MOVE, Outcome.CANCEL)


@dataclass(frozen=True, slots=True)
class Standing:
    """Words and offers; an empty ``chip`` or ``sentence`` leaves it to the clock."""

    chip: tuple[str, str, str] | None = None
    """Words, tone, icon."""
    sentence: str = ""
    after: str = ""
    tone: str = ""
    offers: tuple[Outcome, ...] = ()
    may_start: bool = False


def has_passed(status: str, starts_at: int | None, minutes: int, now: int) -> bool:
    """Return whether a planned conversation should be over and was never started."""
    ends_at = None if starts_at is None else starts_at + minutes * MINUTE_MS
    return status == "planned" and ends_at is not None and ends_at <= now


def outcome_of(record: ConversationRecord, times: LocalTime) -> Standing:
    """Return how a conversation stands now."""
    if record.status == "done":
        return _after(record, times)
    if record.status == "missed":
        return Standing(
            ("They did not come", "amb", "user"), "The notes stay.", offers=(Outcome.REPLAN,)
        )
    if record.status == "cancelled":
        return Standing(("Cancelled", "", "x"), "The notes stay.", offers=(Outcome.REPLAN,))
    if record.status == "running":
        return Standing()
    if has_passed(record.status, record.starts_at, record.minutes, times.clock()):
        at = record.starts_at or 0
        when = times.moment_text(at)
        return Standing(
            ("Not started", "amb", "clock-alert"),
            f"It was planned for {when}.",
            "What became of it?",
            offers=UNSTARTED,
            may_start=True,
        )
    return _ahead(record.status, record.starts_at, times)


def _ahead(status: str, at: int | None, times: LocalTime) -> Standing:
    if status != "proposed" or at is None:
        return Standing(may_start=True)
    past = at <= times.clock()
    words = f"It was proposed for {times.moment_text(at)}." if past else "Only proposed so far."
    chip = ("Proposed", "", "calendar-clock")
    return Standing(chip, after=words, tone="muted", offers=(Outcome.TAKE,), may_start=True)


def _after(record: ConversationRecord, times: LocalTime) -> Standing:
    if record.thanked_at is not None:
        text = f"Thanked {times.moment_text(record.thanked_at)}."
        return Standing(after=text, tone="green")
    if record.thanks_waived_at is not None:
        return Standing(after="No thanks needed.", tone="muted")
    ends_at = record.ends_at
    offers = (Outcome.WRITE, Outcome.THANKED, Outcome.WAIVED)
    if ends_at is None:
        return Standing(after="Thank them within a day.", offers=offers)
    by = ends_at + THANK_WITHIN_MS
    when = times.moment_text(by)
    if by < times.clock():
        return Standing(after=f"Thanks are late: they were due {when}.", tone="red", offers=offers)
    return Standing(after=f"Thank them by {when}.", offers=offers)
