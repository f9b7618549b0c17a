"""What is due: the rows of all rules, without what is done or put off, in their order."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from infoview_gui.practice.routine.conversations import confirmations, thanks, unfinished
from infoview_gui.practice.routine.facts import Facts
from infoview_gui.practice.routine.keeping import keep_in_touch, tasks
from infoview_gui.practice.routine.ledger import Ledger
from infoview_gui.practice.routine.offering import old_offers
from infoview_gui.practice.routine.rows import SHOWN_AHEAD, Due, DueKind, Level
from infoview_gui.practice.routine.settled import is_done, on_its_day, put_off_until
from infoview_gui.practice.routine.telling import has_faded, progress, reports, together
from infoview_gui.practice.routine.waiting import silences
from infoview_gui.practice.workdays import Workdays

_AHEAD: Final = frozenset({DueKind.TASK, DueKind.REPORT, DueKind.NEWS, DueKind.KEEP})
"""Kinds that are shown some days ahead; a silence is left alone until its day."""
_RULES: Final = (thanks, unfinished, confirmations, tasks, silences, old_offers, reports, progress)
_LEVELS: Final = tuple(reversed(Level))
_KINDS: Final = tuple(DueKind)


def due(facts: Facts, now: int, days: Workdays) -> list[Due]:
    """Return what is due, the most pressing first, without what was put off or done."""
    today = days.day(now)
    return [row for row in outlook(facts, now, days) if _is_shown(row, today)]


def outlook(facts: Facts, now: int, days: Workdays) -> list[Due]:
    """Return what is due now or on a later day if nothing happens until then, in the same order.

    A row that was put off stands on the day it was put off to.
    """
    ledger = Ledger(facts, now, days)
    found = _standing(ledger, (row for rule in _RULES for row in rule(ledger)))
    rows = together([row for row in found if not has_faded(row, ledger.today)], ledger.today)
    # One letter at a time: who is written to anyway is not to be kept in touch with as well.
    busy = {one for row in rows for one in row.write_to}
    keeping = (row for row in keep_in_touch(ledger) if busy.isdisjoint(row.person_ids))
    rows += _standing(ledger, keeping)
    return sorted((on_its_day(row, ledger.today) for row in rows), key=_order)


def _standing(ledger: Ledger, rows: Iterable[Due]) -> Iterator[Due]:
    """Yield what is not done, on the day it was put off to."""
    for row in rows:
        said = ledger.said.get(row.key, ())
        if not is_done(said):
            yield put_off_until(row, said, ledger.days)


def _is_shown(row: Due, today: date) -> bool:
    if row.not_before is not None and today < row.not_before:
        return False
    ahead = SHOWN_AHEAD if row.kind in _AHEAD else timedelta()
    return row.level is not Level.LATER or row.due_day <= today + ahead


def _order(row: Due) -> tuple[int, int, int, int, int]:
    kind = _KINDS.index(row.kind)
    # What is due now goes by what it is; what is late, or has time, by when it is due.
    first = kind if row.level is Level.SOON else 0
    return _LEVELS.index(row.level), first, row.due_at, kind, row.subject_id
