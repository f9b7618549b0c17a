"""After the thanks: promises by their day, and keeping in touch.

Rule (PRODUCT.md): keep in touch monthly, quarterly, three times a year or never, counted from the
last contact, reset by any contact.
"""

from collections.abc import Iterator

from infoview_gui.practice.routine.facts import Keep, PersonFacts
from infoview_gui.practice.routine.ledger import NEVER, PARKED, Ledger, Records
from infoview_gui.practice.routine.rows import Action, Due, DueKind, Level
from infoview_gui.practice.routine.waiting import MOST_UNANSWERED
from infoview_gui.practice.workdays import moment_months_on


def tasks(ledger: Ledger) -> Iterator[Due]:
    """Return the promises and tasks that have a day and are not done."""
    for task in ledger.facts.tasks:
        if task.due is None or task.done_at is not None:
            continue
        people = () if task.person_id is None else (task.person_id,)
        to = ledger.writable(people)
        yield Due(
            DueKind.TASK,
            task.id,
            people,
            ledger.days.begin(task.due),
            task.due,
            Level.OVERDUE if task.due < ledger.today else Level.SOON,
            Action.WRITE if to else Action.DONE,
            write_to=to,
            text=task.text,
        )


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
