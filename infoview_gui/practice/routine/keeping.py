"""After the thanks: promises by their day, what became of advice, and keeping in touch.

Rule (PRODUCT.md): a week later what became of the advice; then monthly, quarterly, three times a
year or never, counted from the last contact, reset by any contact.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.facts import Advice, Keep, PersonFacts
from infoview_gui.practice.routine.ledger import NEVER, Ledger
from infoview_gui.practice.routine.rows import Action, Due, DueKind, Level
from infoview_gui.practice.routine.waiting import MOST_UNANSWERED
from infoview_gui.practice.workdays import months_on

PROGRESS_AFTER: Final = timedelta(days=7)


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


def progress(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each person whose advice was taken and who has not heard what came of it."""
    untold: dict[int, list[Advice]] = {}
    for one in sorted(ledger.facts.advice, key=lambda advice: (advice.at, advice.id)):
        if ledger.may_write(one.person_id) and not _told(ledger, one):
            untold.setdefault(one.person_id, []).append(one)
    for person_id, pieces in untold.items():
        day = ledger.days.day(pieces[0].at) + PROGRESS_AFTER
        yield Due(
            DueKind.NEWS,
            pieces[-1].id,
            (person_id,),
            ledger.days.begin(day),
            day,
            Level.SOON,
            Action.WRITE,
            write_to=(person_id,),
            since=pieces[0].at,
        )


def keep_in_touch(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each person to be in touch with, by what the user chose."""
    for person in ledger.people.values():
        if person.keep is Keep.NEVER or not _may_keep(ledger, person):
            continue
        contact = ledger.last_contact(person.id)
        since = person.keep_since if contact == NEVER else contact
        if since is None:
            continue
        day = months_on(ledger.days.day(since), person.keep.months)
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


def _may_keep(ledger: Ledger, person: PersonFacts) -> bool:
    ahead = ledger.planned_with(person.id)
    patient = len(ledger.unanswered(person.id)) < MOST_UNANSWERED
    return ledger.may_write(person.id) and patient and not ahead


def _told(ledger: Ledger, advice: Advice) -> bool:
    told = advice.told_at is not None or ledger.told(advice.person_id, LetterKind.NEWS, advice.at)
    spoke = any((talk.starts_at or 0) > advice.at for talk in ledger.held_with(advice.person_id))
    return bool(told) or spoke
