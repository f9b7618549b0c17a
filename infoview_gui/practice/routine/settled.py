"""What the user said of a row: done, or *not now* until a day; and the days that are offered."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from infoview_gui.practice.routine.facts import Settled
from infoview_gui.practice.routine.rows import Due, DueKind, Level
from infoview_gui.practice.workdays import Workdays

_PROMPT: Final = frozenset({DueKind.THANK, DueKind.FINISH, DueKind.CONFIRM})
"""Kinds that have their own level, by the hour; they are due on no later day than they are."""
_OWED: Final = _PROMPT | {DueKind.TASK}
"""Kinds whose day stays what it is, even if they are not looked at until later."""


def is_done(said: Iterable[Settled]) -> bool:
    """Say whether a row was ticked off."""
    return any(one.done_at is not None for one in said)


def put_off_until(row: Due, said: Iterable[Settled], days: Workdays) -> Due:
    """Return a row that is absent until the latest day it was put off to.

    A proposal is then due on that day; what is owed is as late as it is.
    """
    until = max((one.until for one in said if one.until is not None), default=None)
    if until is None:
        return row
    if row.kind in _OWED or until <= row.due_day:
        return row._replace(not_before=until)
    return row._replace(not_before=until, due_day=until, due_at=days.begin(until))


def on_its_day(row: Due, today: date) -> Due:
    """Return a row with the level LATER while its day has not come."""
    early = row.due_day > today and row.kind not in _PROMPT
    return row._replace(level=Level.LATER) if early else row


def later_days(today: date, days: Workdays) -> dict[str, date]:
    """Return the days that *not now* offers, by their words; any other day can be chosen too.

    Next week begins on the first business day after the weekend. Three days that end in it, or on a
    holiday, become the next business day; where that is next week, it says so.
    """
    day = today
    while day.weekday() not in days.weekend and days.weekend:
        day += timedelta(days=1)
    while day.weekday() in days.weekend:
        day += timedelta(days=1)
    monday = day if days.counts(day) else days.after(day, 1)
    soon = today + timedelta(days=3)
    soon = soon if days.counts(soon) else days.after(soon, 1)
    week = monday if days.weekend else today + timedelta(days=7)
    some = {} if soon == week else {f"In {(soon - today).days} days": soon}
    return {"Tomorrow": today + timedelta(days=1), **some, "Next week": week}
