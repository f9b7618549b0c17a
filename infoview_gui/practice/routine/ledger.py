"""The facts put in order once, so that every rule of the routine looks things up in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from infoview_gui.practice.correspondence import Message
from infoview_gui.practice.follow_ups import Status, Talk
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.facts import Facts, PersonFacts, Settled
from infoview_gui.practice.routine.rows import DueKind, Key
from infoview_gui.practice.stages import Stage
from infoview_gui.practice.workdays import Workdays

NEVER = -(10**18)
ALWAYS = 10**18
_AGREED = frozenset({Status.PLANNED, Status.RUNNING, Status.DONE, Status.MISSED})
_AHEAD = frozenset({Status.PLANNED, Status.RUNNING})
PARKED = frozenset({Stage.NOT_NOW, Stage.DO_NOT_CONTACT})
Place = tuple[str, int]
"""An employer, or a person of none, who is as one to themselves."""


class Records:
    """The facts in order; nothing here depends on what day it is."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.people = {person.id: person for person in facts.people}
        self.talks_with = _talks_with(facts.talks)
        self.messages_to: dict[int, list[Message]] = defaultdict(list)
        for message in sorted(facts.messages, key=lambda one: (one.at, one.id)):
            self.messages_to[message.person_id].append(message)
        self._there: dict[Place, list[PersonFacts]] = defaultdict(list)
        for person in facts.people:
            self._there[self.place(person.id)].append(person)
        self._contacts: dict[int, list[int]] = defaultdict(list)
        for contact in facts.contacts:
            self._contacts[contact.person_id].append(contact.at)
        self._ticked = _ticked(facts)
        self._heard = self._responses()
        self._heard_at: dict[Place, int] = {}
        for person_id, at in self._heard.items():
            place = self.place(person_id)
            self._heard_at[place] = max(at, self._heard_at.get(place, NEVER))

    def person(self, person_id: int) -> PersonFacts:
        """Return what is known of a person; of one who was left out nothing."""
        return self.people.get(person_id) or PersonFacts(person_id)

    def place(self, person_id: int) -> Place:
        """Return the employer of a person."""
        employer_id = self.person(person_id).employer_id
        return ("person", person_id) if employer_id is None else ("employer", employer_id)

    def people_at(self, place: Place) -> list[PersonFacts]:
        """Return who is known at an employer."""
        return self._there.get(place, [])

    def may_write(self, person_id: int) -> bool:
        """Say whether a message to that person may be proposed."""
        return self.person(person_id).stage is not Stage.DO_NOT_CONTACT

    def writable(self, person_ids: Iterable[int]) -> tuple[int, ...]:
        """Return those to whom a message may be proposed."""
        return tuple(one for one in person_ids if self.may_write(one))

    def unanswered(self, person_id: int) -> list[Message]:
        """Return what the person was asked since they were last heard of, oldest first."""
        heard = self._heard.get(person_id, NEVER)
        asked = (one for one in self.messages_to.get(person_id, ()) if one.kind.asks)
        return [one for one in asked if one.at > heard]

    def waiting_for(self, person_id: int) -> list[Message]:
        """Return the messages to a person that wait for an answer, oldest first.

        An answer by anybody at that employer, or a conversation agreed with them, ends the waiting.
        Who put the user off, or wants no contact, is not waited for.
        """
        if self.person(person_id).stage in PARKED:
            return []
        heard = self._heard_at.get(self.place(person_id), NEVER)
        return [m for m in self.messages_to.get(person_id, ()) if m.kind.asks and m.at > heard]

    def waiting(self) -> dict[Place, list[Message]]:
        """Return the messages that wait for an answer by employer, oldest first."""
        found: dict[Place, list[Message]] = defaultdict(list)
        for person_id in self.messages_to:
            found[self.place(person_id)] += self.waiting_for(person_id)
        for messages in found.values():
            messages.sort(key=lambda one: (one.at, one.id))
        return {place: messages for place, messages in found.items() if messages}

    def planned_at(self, place: Place) -> list[Talk]:
        """Return the conversations ahead with somebody there."""
        ahead = (talk for talk in self.facts.talks if talk.status in _AHEAD)
        return [talk for talk in ahead if place in {self.place(one) for one in talk.person_ids}]

    def planned_with(self, person_id: int) -> list[Talk]:
        """Return the conversations ahead with a person."""
        return [talk for talk in self.talks_with.get(person_id, ()) if talk.status in _AHEAD]

    def contact_until(self, person_id: int, until: int = ALWAYS) -> int:
        """Return when the last contact with a person is, NEVER if there is none.

        Of what is ahead, such as an event where they will be met, what lies after ``until`` is not
        counted.
        """
        contacts = [one.at for one in self.messages_to.get(person_id, ())]
        contacts += [end for talk in self.held_with(person_id) if (end := talk.over_at) is not None]
        contacts += [at for at in self._contacts.get(person_id, ()) if at <= until]
        return max([*contacts, self._ticked.get(person_id, NEVER)])

    def held_with(self, person_id: int) -> list[Talk]:
        """Return the conversations that took place with a person."""
        return [talk for talk in self.talks_with.get(person_id, ()) if talk.status is Status.DONE]

    def told(self, person_id: int, kind: LetterKind, after: int) -> list[Message]:
        """Return the messages of a kind that a person was sent at or after a moment."""
        sent = self.messages_to.get(person_id, ())
        return [one for one in sent if one.kind is kind and one.at >= after]

    def _responses(self) -> dict[int, int]:
        """Return until when what each person was asked counts as answered."""
        heard: dict[int, int] = {}
        for person_id, at in self._answers():
            heard[person_id] = max(at, heard.get(person_id, NEVER))
        return heard

    def _answers(self) -> Iterator[tuple[int, int]]:
        for contact in self.facts.contacts:
            if contact.is_answer:
                yield contact.person_id, contact.at
        for person_id, talks in self.talks_with.items():
            for talk in talks:
                if talk.status in _AGREED:
                    # Without a time it is agreed all the same: whatever was asked is answered.
                    yield person_id, ALWAYS if talk.status in _AHEAD else talk.over_at or NEVER


class Ledger(Records):
    """The facts, the moment now, and the days that count."""

    def __init__(self, facts: Facts, now: int, days: Workdays) -> None:
        super().__init__(facts)
        self.now = now
        self.days = days
        self.today: date = days.day(now)
        self.said: dict[Key, list[Settled]] = defaultdict(list)
        for one in facts.settled:
            self.said[one.kind, one.subject_id, one.cycle].append(one)

    def last_contact(self, person_id: int) -> int:
        """Return when there last was any contact with a person, NEVER if there was none."""
        return self.contact_until(person_id, self.now)

    def will_meet(self, person_id: int) -> bool:
        """Say whether they will be met without a conversation, as at an event ahead."""
        return self.contact_until(person_id) > self.last_contact(person_id)


def _ticked(facts: Facts) -> dict[int, int]:
    """Return when each person was last kept in touch with by telephone: the row was ticked off."""
    found: dict[int, int] = {}
    for one in facts.settled:
        if one.kind is DueKind.KEEP and one.done_at is not None:
            found[one.subject_id] = max(one.done_at, found.get(one.subject_id, one.done_at))
    return found


def _talks_with(talks: Iterable[Talk]) -> dict[int, list[Talk]]:
    found: dict[int, list[Talk]] = defaultdict(list)
    for talk in talks:
        for person_id in talk.person_ids:
            found[person_id].append(talk)
    return found
