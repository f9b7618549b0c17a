"""Times that were proposed and hold nothing any more: asked about once for each offer.

Rule (issue 7): proposed times fade when the offer is a week old, or when they are past.
"""

from collections.abc import Iterator

from infoview_gui.practice.follow_ups import Talk
from infoview_gui.practice.routine.ledger import Ledger
from infoview_gui.practice.routine.rows import Action, Due, DueKind, Level


def old_offers(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each person to whom times were proposed that are to be let go."""
    found: dict[int, list[Talk]] = {}
    for talk in ledger.facts.talks:
        if talk.person_ids and talk.has_faded(ledger.now):
            found.setdefault(talk.person_ids[0], []).append(talk)
    for person_id, talks in found.items():
        offered = max(talk.offered_at or 0 for talk in talks)
        yield Due(
            DueKind.OFFER,
            person_id,
            (person_id,),
            ledger.days.begin(ledger.today),
            ledger.today,
            Level.SOON,
            Action.DONE,
            cycle=offered,
            since=offered,
        )
