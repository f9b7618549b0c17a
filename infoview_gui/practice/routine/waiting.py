"""No answer yet: who is written to next, and when the first is reminded.

Rule (PRODUCT.md): after 3 business days the next person at that employer, after 7 once more the
first, once only. An answer ends the waiting at that employer. Never more than two messages without
an answer, and nobody who wants no contact. *The first* is the one who was asked first since that
employer was last heard of: the others there are not reminded.
"""

from collections.abc import Iterator
from typing import Final

from infoview_gui.practice.correspondence import APPROACHES, ASKS_TO_TALK, Message
from infoview_gui.practice.follow_ups import Status
from infoview_gui.practice.routine.facts import PersonFacts
from infoview_gui.practice.routine.ledger import Ledger, Place
from infoview_gui.practice.routine.rows import Action, Due, DueKind, Level
from infoview_gui.practice.stages import Stage

NEXT_PERSON_AFTER: Final = 3
SECOND_AFTER: Final = 7
MOST_UNANSWERED: Final = 2
_WARMTH: Final = ("introduction", "friends", "association", "event", "social", "website")
"""Channels, the warmest first: an introduction is the best, a stranger from a website the last."""


def silences(ledger: Ledger) -> Iterator[Due]:
    """Return what the silence at each employer calls for."""
    for place, waiting in ledger.waiting().items():
        approaches = [one for one in waiting if one.kind in APPROACHES]
        if not approaches:
            continue
        asking = [one for one in waiting if one.kind in ASKS_TO_TALK]
        if place[0] == "employer":
            yield _next_person(ledger, place, asking[-1])
        first = approaches[0]
        if len(ledger.unanswered(first.person_id)) < MOST_UNANSWERED:
            yield _second(ledger, first)


def candidates(ledger: Ledger, place: Place) -> tuple[int, ...]:
    """Return who at an employer can be asked for the first time, the best first."""
    there = ledger.people_at(place)
    fresh = [one for one in there if one.stage is Stage.KNOWN and _untouched(ledger, one.id)]
    return tuple(one.id for one in sorted(fresh, key=_rank))


def _untouched(ledger: Ledger, person_id: int) -> bool:
    """Say whether nothing went out yet: times that are only proposed may stand in a draft."""
    talks = ledger.talks_with.get(person_id, ())
    agreed = any(talk.status is not Status.PROPOSED for talk in talks)
    return not agreed and not ledger.messages_to.get(person_id)


def _rank(person: PersonFacts) -> tuple[bool, int, int]:
    known = person.channel in _WARMTH
    warmth = _WARMTH.index(person.channel) if known else len(_WARMTH)
    return person.introduced_by is None, warmth, person.id


def _next_person(ledger: Ledger, place: Place, last: Message) -> Due:
    others = candidates(ledger, place)
    action = Action.WRITE if others else Action.ADD_PERSON
    return _row(ledger, DueKind.NEXT_PERSON, last, NEXT_PERSON_AFTER, others, action)


def _second(ledger: Ledger, first: Message) -> Due:
    to = (first.person_id,)
    return _row(ledger, DueKind.SECOND, first, SECOND_AFTER, to, Action.WRITE)


def _row(
    ledger: Ledger,
    kind: DueKind,
    message: Message,
    business_days: int,
    write_to: tuple[int, ...],
    action: Action,
) -> Due:
    day = ledger.days.after(ledger.days.day(message.at), business_days)
    return Due(
        kind,
        message.id,
        (message.person_id,),
        ledger.days.begin(day),
        day,
        Level.SOON,
        action,
        write_to=write_to,
        employer_id=ledger.person(message.person_id).employer_id,
        since=message.at,
        business_days=business_days,
    )
