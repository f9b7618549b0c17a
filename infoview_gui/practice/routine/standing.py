"""The next step with a person as far as it follows from letters, tasks and keeping in touch.

It is kept with the person, so it must not depend on what day it is: how late something is, and
what a silence calls for today, the other rules say.
"""

from collections.abc import Iterator

from infoview_gui.practice import follow_ups
from infoview_gui.practice.follow_ups import NextStep, StepKind
from infoview_gui.practice.routine.facts import PersonFacts
from infoview_gui.practice.routine.keeping import kept_since
from infoview_gui.practice.routine.ledger import Records
from infoview_gui.practice.workdays import midday, moment_months_on


def next_steps(records: Records) -> dict[int, NextStep | None]:
    """Return the next step with each of the people; ``follow_ups.next_step`` says which wins."""
    tasks = _first_tasks(records)
    found: dict[int, NextStep | None] = {}
    for person in records.people.values():
        others = [*tasks.get(person.id, ()), *_waiting(records, person), *_keeping(records, person)]
        talks = records.talks_with.get(person.id, ())
        found[person.id] = follow_ups.next_step(talks, person.stage, others)
    return found


def _first_tasks(records: Records) -> dict[int, list[NextStep]]:
    """Return the task of each person that is due first; one without a day is for some time."""
    found: dict[int, list[NextStep]] = {}
    dated = [task for task in records.facts.tasks if task.due is not None and task.done_at is None]
    for task in sorted(dated, key=lambda one: (str(one.due), one.id)):
        if task.person_id is not None and task.due is not None:
            step = NextStep(StepKind.TASK, midday(task.due), task.text)
            found.setdefault(task.person_id, [step])
    return found


def _waiting(records: Records, person: PersonFacts) -> Iterator[NextStep]:
    """Yield since when an answer is waited for: since the newest message that asks."""
    waiting = records.waiting_for(person.id)
    if waiting:
        yield NextStep(StepKind.WAITING, waiting[-1].at)


def _keeping(records: Records, person: PersonFacts) -> Iterator[NextStep]:
    """Yield when to be in touch again; meeting them at an event ahead will be a contact."""
    since = kept_since(records, person, records.contact_until(person.id))
    if since is not None:
        yield NextStep(StepKind.KEEP, moment_months_on(since, person.keep.months))
