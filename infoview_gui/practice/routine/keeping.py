"""After the thanks: promises by their day, and keeping in touch.

Rule (PRODUCT.md): keep in touch monthly, quarterly, three times a year or never, counted from the
last contact, reset by any contact.
"""

from collections.abc import Iterator
from datetime import date

from infoview_gui.practice.routine.facts import Keep, PersonFacts
from infoview_gui.practice.routine.ledger import NEVER, PARKED, Ledger, Records
from infoview_gui.practice.routine.rows import Action, Due, DueKind, Level
from infoview_gui.practice.routine.waiting import MOST_UNANSWERED
from infoview_gui.practice.workdays import moment_months_on


def tasks(ledger: Ledger) -> Iterator[Due]:
    """Return the promises and tasks that are not done; those without a day come last."""
    for task in ledger.facts.tasks:
        if task.done_at is not None:
            continue
        day = task.due or ledger.today
        people = () if task.person_id is None else (task.person_id,)
        # Some day is no reason not to be in touch until then.
        to = ledger.writable(people) if task.due is not None else ()
        yield Due(
            DueKind.TASK,
            task.id,
            people,
            ledger.days.begin(day),
            day,
            _level(task.due, ledger.today),
            Action.WRITE if to else Action.DONE,
            write_to=to,
            text=task.text,
        )


def _level(due: date | None, today: date) -> Level:
    if due is None:
        return Level.SOME_DAY
    return Level.OVERDUE if due < today else Level.SOON


def keep_in_touch(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each person to be in touch with, by what the user chose."""
    for person in ledger.people.values():
        since = kept_since(ledger, person, ledger.last_contact(person.id))
        # Whoever will be met at an event is not written to before.
        if since is None or ledger.will_meet(person.id):
            continue
        day = ledger.days.day(moment_months_on(since, person.keep.months))
        yield Due(
            DueKind.KEEP,
            person.id,
            (person.id,),
            ledger.days.begin(day),
            day,
            Level.SOON,
            Action.WRITE,
            cycle=day.toordinal(),
            write_to=(person.id,),
            since=since,
        )


def kept_since(records: Records, person: PersonFacts, contact: int) -> int | None:
    """Return from when on the time runs until the next contact, None where none is to be made.

    ``contact`` is the last one, NEVER without any: then it runs from the user's choice.
    """
    if person.keep is Keep.NEVER or person.stage in PARKED or records.planned_with(person.id):
        return None
    if len(records.unanswered(person.id)) >= MOST_UNANSWERED:
        return None
    return person.keep_since if contact == NEVER else contact
