"""What speaks against a message before it is written. The user decides; nothing is forbidden.

Rules (PRODUCT.md): one person at a time per employer: it is *occupied* while an unanswered message
there is younger than 3 business days or a conversation is planned, but not for what the routine
itself proposes; never more than two messages without an answer; *do not contact* is respected.
"""

from enum import StrEnum
from typing import NamedTuple

from infoview_gui.practice.correspondence import ASKS_TO_TALK, Message
from infoview_gui.practice.follow_ups import Talk
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.facts import Facts
from infoview_gui.practice.routine.ledger import Ledger
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.practice.routine.waiting import MOST_UNANSWERED, NEXT_PERSON_AFTER, silences
from infoview_gui.practice.workdays import Workdays


class WarningKind(StrEnum):
    """Why one had better not write."""

    DO_NOT_CONTACT = "do not contact"
    THIRD_MESSAGE = "third message"
    WAITING = "occupied, an answer may come"
    PLANNED = "occupied, a conversation is planned"


class Warn(NamedTuple):
    """One reason: who it is about, since when (or when the conversation is), until when."""

    kind: WarningKind
    person_id: int
    at: int | None = None
    until: int | None = None
    employer_id: int | None = None
    conversation_id: int | None = None


def warnings(
    facts: Facts, person_id: int, kind: LetterKind, now: int, days: Workdays
) -> list[Warn]:
    """Return what speaks against a message of that kind to that person now, the worst first."""
    ledger = Ledger(facts, now, days)
    found: list[Warn] = []
    if not ledger.may_write(person_id):
        found.append(Warn(WarningKind.DO_NOT_CONTACT, person_id))
    unanswered = ledger.unanswered(person_id)
    if kind.asks and len(unanswered) >= MOST_UNANSWERED:
        found.append(Warn(WarningKind.THIRD_MESSAGE, person_id, unanswered[-1].at))
    if kind in ASKS_TO_TALK and not _is_proposed(ledger, person_id):
        found += _occupied(ledger, person_id)
    return found


def _is_proposed(ledger: Ledger, person_id: int) -> bool:
    """Say whether the routine itself says to write to that person, today or since some days."""
    return any(
        person_id in row.write_to and row.due_at <= ledger.now
        for row in silences(ledger)
        if row.kind in (DueKind.NEXT_PERSON, DueKind.SECOND)
    )


def _occupied(ledger: Ledger, person_id: int) -> list[Warn]:
    place = ledger.place(person_id)
    others = (talk for talk in ledger.planned_at(place) if person_id not in talk.person_ids)
    found = [_planned(ledger, talk, person_id) for talk in others]
    for message in ledger.waiting().get(place, ())[-1:]:
        until = _free_from(ledger, message)
        if ledger.now < until:
            found.append(
                Warn(WarningKind.WAITING, message.person_id, message.at, until, _id(place))
            )
    return found


def _planned(ledger: Ledger, talk: Talk, person_id: int) -> Warn:
    place = ledger.place(person_id)
    who = next(one for one in talk.person_ids if ledger.place(one) == place)
    return Warn(
        WarningKind.PLANNED,
        who,
        talk.starts_at,
        employer_id=_id(place),
        conversation_id=talk.conversation_id,
    )


def _id(place: tuple[str, int]) -> int | None:
    return place[1] if place[0] == "employer" else None


def _free_from(ledger: Ledger, message: Message) -> int:
    days = ledger.days
    return days.begin(days.after(days.day(message.at), NEXT_PERSON_AFTER))
