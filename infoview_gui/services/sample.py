"""Fills an empty database with a search that never was, to look at and to try things on.

What is in it stands in resources/sample. Every day in it is counted from the day it is opened, so
that it never grows old. Must not know when and where it is shown.
"""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date

from infoview_gui import resources
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services import derived, reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.people import insert_reach
from infoview_gui.services.sample_book import SampleEmployer, SamplePerson, read_book
from infoview_gui.services.sample_days import SampleDays
from infoview_gui.services.sample_events import read_events, write_event
from infoview_gui.services.sample_letters import read_letters, write_letter
from infoview_gui.services.sample_talks import write_talk
from infoview_gui.store.models import Activity, Person, PersonTag

_LESSONS = frozenset({MarkKind.INSIGHT, MarkKind.TERM, MarkKind.OPENING})


def fill(services: Services, today: date, zone: str) -> None:
    """Write the sample into an empty database; there is nothing to undo afterwards.

    ``today`` is the date where the user is, ``zone`` the IANA name of their time zone; the time of
    day is that of the services' clock. Raises StoreError; then nothing is written.
    """
    folder = resources.folder() / "sample"
    book, letters, events = read_book(folder), read_letters(folder), read_events(folder)
    days = SampleDays(today, zone, services.clock())
    always = next(question for question in services.conversations.bank if question.always)

    def work() -> None:
        people = {sample.name: _write_person(sample, days) for sample in book.people}
        _introduce(book.people, people)
        _rank(book.employers)
        for sample in book.talks:
            write_talk(sample, days, people, zone, always)
        for letter in letters:
            write_letter(letter, days, people)
        for event in events:
            write_event(event, days, people, zone)
        derived.refresh(people.values())
        _keep_lessons(services, today)

    # Saved as text is saved: the history of undo begins with what the user does.
    services.store.save(work).result()


def _keep_lessons(services: Services, today: date) -> None:
    """Keep what was learned in the talks that are behind; whom they named is still to be added."""
    for talk in reading.past_conversations():
        found = services.debrief.captured(talk.id, today)
        lessons = [one for one in found if one.kind in _LESSONS]
        services.debrief.keep_all(talk.id, lessons)


def _write_person(sample: SamplePerson, days: SampleDays) -> int:
    added_at = days.past(sample.added.day, sample.added.time)
    person = Person(
        uid=str(uuid.uuid4()),
        first_name=sample.first,
        last_name=sample.last,
        name=sample.name,
        company=sample.company,
        role=sample.role,
        channel=sample.channel,
        channel_detail=sample.detail,
        zone=sample.zone,
        zone_confirmed=not sample.guessed,
        note=sample.note,
        created_at=added_at,
    )
    if sample.keep is not None:
        person.keep_in_touch = sample.keep.often
        person.keep_since = days.past(sample.keep.day, sample.keep.time)
    derived.spell(person)
    person.save(force_insert=True)
    Activity.create(person=person.id, kind=sample.added.how, at=added_at, detail=sample.added.file)
    _write_history(person.id, sample, days)
    _write_reach(person.id, sample)
    return int(person.id)


def _write_history(person_id: int, sample: SamplePerson, days: SampleDays) -> None:
    for one in sample.stages:
        at = days.past(one.day, one.time)
        Activity.create(person=person_id, kind=derived.STAGE_BY_HAND, at=at, detail=one.stage)
    for remark in sample.notes:
        at = days.past(remark.day, remark.time)
        Activity.create(person=person_id, kind="note", at=at, detail=remark.text)


def _write_reach(person_id: int, sample: SamplePerson) -> None:
    insert_reach(person_id, "email", sample.emails)
    insert_reach(person_id, "phone", sample.phones)
    insert_reach(person_id, "link", sample.links)
    for tag in sample.tags:
        PersonTag.create(person=person_id, name=tag)
    derived.gather_reach(person_id)


def _introduce(samples: Sequence[SamplePerson], people: Mapping[str, int]) -> None:
    for sample in samples:
        if sample.by:
            mine = Person.id == people[sample.name]
            Person.update(introduced_by=people[sample.by]).where(mine).execute()


def _rank(samples: Sequence[SampleEmployer]) -> None:
    """Give the employers their priority; each is the employer of somebody in the sample."""
    for sample in samples:
        employer = derived.employer_of(sample.name)
        if employer is not None:
            employer.motivation = sample.motivation
            employer.advocacy = sample.advocacy
            employer.posting = sample.posting
            employer.save()
