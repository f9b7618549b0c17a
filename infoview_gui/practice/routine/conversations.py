"""What conversations ask for: thanks, an end, a confirmation.

Rules (PRODUCT.md): thanks within 24 hours of the end of the talk, weekends included, escalated at
48; a planned conversation that was not started by its end asks what became of it; confirmed the day
before.
"""

from collections.abc import Iterator

from infoview_gui.practice.follow_ups import (
    ESCALATED_AFTER_MS,
    THANK_WITHIN_MS,
    Status,
)
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.ledger import Ledger
from infoview_gui.practice.routine.rows import Action, Due, DueKind, Level


def thanks(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each conversation that somebody was not thanked for."""
    for talk in ledger.facts.talks:
        if talk.thank_by is None:
            continue
        ended = talk.thank_by - THANK_WITHIN_MS
        owed = tuple(
            one
            for one in ledger.writable(talk.person_ids)
            if not ledger.told(one, LetterKind.THANKS, ended)
        )
        if owed or not talk.person_ids:
            yield Due(
                DueKind.THANK,
                talk.conversation_id,
                owed,
                talk.thank_by,
                ledger.days.day(talk.thank_by),
                _thank_level(talk.thank_by, ledger.now),
                Action.WRITE,
                write_to=owed,
                conversation_id=talk.conversation_id,
                since=ended,
            )


def unfinished(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each planned conversation that was not started by its end."""
    for talk in ledger.facts.talks:
        end = talk.planned_end
        if talk.status is Status.PLANNED and end is not None and end <= ledger.now:
            yield Due(
                DueKind.FINISH,
                talk.conversation_id,
                talk.person_ids,
                end,
                ledger.days.day(end),
                Level.OVERDUE,
                Action.SETTLE,
                cycle=talk.starts_at or 0,
                conversation_id=talk.conversation_id,
                since=talk.starts_at,
            )


def confirmations(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each conversation to confirm: from the business day before it on.

    One that was agreed on that day or later is fresh in mind and needs none. A confirmation long
    before that day was for a time from which the conversation has been moved since.
    """
    days = ledger.days
    for talk in ledger.facts.talks:
        if talk.status is not Status.PLANNED or talk.starts_at is None:
            continue
        day = days.before(days.day(talk.starts_at))
        late = talk.agreed_at is not None and days.day(talk.agreed_at) >= day
        to = ledger.writable(talk.person_ids)
        early = days.begin(days.before(day))
        confirmed = talk.confirmed_at is not None and talk.confirmed_at >= early
        settled = confirmed or late or not to
        if settled or ledger.today < day or talk.starts_at <= ledger.now:
            continue
        same_day = days.day(talk.starts_at) == ledger.today
        yield Due(
            DueKind.CONFIRM,
            talk.conversation_id,
            to,
            days.begin(day),
            day,
            Level.OVERDUE if same_day else Level.SOON,
            Action.WRITE,
            cycle=talk.starts_at,
            write_to=to,
            conversation_id=talk.conversation_id,
            since=talk.starts_at,
        )


def _thank_level(thank_by: int, now: int) -> Level:
    if now < thank_by:
        return Level.SOON
    late = now - thank_by
    return Level.ESCALATED if late >= ESCALATED_AFTER_MS - THANK_WITHIN_MS else Level.OVERDUE
