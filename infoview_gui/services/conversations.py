"""Conversations: plan, move, prepare, settle. What happens while one runs is in ``talking``."""

import uuid
from collections.abc import Callable, Iterable, Sequence

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.questions import BankQuestion, starting_set
from infoview_gui.services import derived
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft
from infoview_gui.store.models import (
    Conversation,
    Event,
    Letter,
    Note,
    Participant,
    Person,
    Question,
)
from infoview_gui.store.store import Store

Clock = Callable[[], int]
MINUTE_MS = 60_000
_AHEAD = frozenset({"planned", "proposed"})
_BEGUN = frozenset({"running", "done"})
_WHEN = frozenset({"starts_at", "zone", "minutes", "status"})
"""What a calendar has to hear of: a change of these counts ``sequence`` on."""
_NEXT = Conversation.sequence + 1
_DETAILS = {
    "starts_at": "Move",
    "minutes": "Change the length of",
    "link": "Change the way of",
    "place": "Change the way of",
    "way": "Change the way of",
    "goal": "Change the goal of",
    "opener": "Change the opening sentence of",
    "zone": "Change the time zone of",
}


class Conversations:
    """The verbs for planning, preparing and settling conversations."""

    def __init__(self, store: Store, clock: Clock, bank: Sequence[BankQuestion]) -> None:
        self._store = store
        self._clock = clock
        self.bank = tuple(bank)

    def schedule(self, draft: ConversationDraft) -> int:
        """Plan a conversation and return its id. It begins with a set of questions from the bank.

        Raises InvalidDraft without a person or with less than a minute.
        """
        _check(draft)

        def work() -> int:
            row = Conversation.create(
                uid=str(uuid.uuid4()),
                status=draft.status,
                created_at=self._clock(),
                **_details(draft),
            )
            for position, person_id in enumerate(dict.fromkeys(draft.people)):
                Participant.create(conversation=row.id, person=person_id, position=position)
            self._prepare(row.id)
            derived.refresh(draft.people)
            return int(row.id)

        return self._store.change(f"Plan a conversation with {_names(draft.people)}", work)

    def _prepare(self, conversation_id: int) -> None:
        for position, question in enumerate(starting_set(self.bank)):
            Question.create(
                conversation=conversation_id,
                text=question.text,
                category=question.category.value,
                must=question.must,
                always=question.always,
                position=position,
            )

    def change(self, conversation_id: int, **values: object) -> None:
        """Change details: starts_at, zone, minutes, way, link, place, goal, opener."""
        verb = _DETAILS[next(iter(values))]
        moved = _WHEN & values.keys()

        def work() -> None:
            if moved:
                _count_on(conversation_id)
            Conversation.update(**values).where(Conversation.id == conversation_id).execute()
            derived.refresh(derived.people_of(conversation_id))

        if "starts_at" in values and _is_undated(conversation_id):
            verb = "Plan"  # it had no time that it could be moved from
        key = f"conversation:{conversation_id}:{','.join(values)}"
        merge = "" if "starts_at" in values or "minutes" in values else key
        self._store.change(f"{verb} {self.title(conversation_id)}", work, merge=merge)

    def revise(self, conversation_id: int, draft: ConversationDraft) -> None:
        """Replace people and details as one step; what is the same is not touched.

        Only planned and proposed ones take the draft's status. One that runs or is done keeps its
        time and minutes: nobody but the other person gives more time. Raises InvalidDraft.
        """
        _check(draft)
        title = self.title(conversation_id)

        def work() -> None:
            row = Conversation.get_by_id(conversation_id)
            values = _details(draft)
            if row.status in _AHEAD and draft.status in _AHEAD:
                values["status"] = draft.status
            if row.status in _BEGUN:
                del values["starts_at"], values["zone"], values["minutes"]
            if any(getattr(row, name) != values[name] for name in _WHEN & values.keys()):
                _count_on(conversation_id)
            if row.status == "proposed" and values.get("status") == "planned":
                values["created_at"] = self._clock()  # agreed now, which is what stages go by
            Conversation.update(**values).where(Conversation.id == conversation_id).execute()
            _seat(conversation_id, draft.people)

        self._store.change(f"Change {title}", work)

    def goes_with(self, *conversation_ids: int) -> str:
        """Say what deleting them would take along: "12 lines of notes"; empty when nothing."""
        notes = Note.select(Note.text).where(Note.conversation << conversation_ids)
        lines = sum(1 for note in notes for line in note.text.split("\n") if line.strip())
        if not lines:
            return ""
        return "1 line of notes" if lines == 1 else f"{lines} lines of notes"

    def stays(self, conversation_id: int) -> str:
        """Say what deleting it would leave: "the thank-you to Ben Ito stays in Letters"."""
        mine = Letter.select().where(Letter.conversation == conversation_id)
        letters = list(mine.order_by(Letter.id))
        if not letters:
            return ""
        if len(letters) > 1:
            return f"{len(letters)} letters about it stay in Letters"
        label = LetterKind(letters[0].kind).label
        return f"the {label[:1].lower()}{label[1:]} to {letters[0].person.name} stays in Letters"

    def set_people(self, conversation_id: int, people: Sequence[int]) -> None:
        """Replace those who take part; raises InvalidDraft when nobody would be left."""
        if not people:
            message = "A conversation needs a person."
            raise InvalidDraft(message)

        def work() -> None:
            _seat(conversation_id, people)

        self._store.change(f"Change who takes part in {self.title(conversation_id)}", work)

    def delete(self, conversation_id: int) -> None:
        """Delete a conversation with its notes."""
        people = derived.people_of(conversation_id)

        def work() -> None:
            Conversation.delete().where(Conversation.id == conversation_id).execute()
            derived.refresh(people)

        self._store.change(f"Delete {self.title(conversation_id)}", work)

    def cancel(self, conversation_id: int) -> None:
        """The conversation will not take place; its notes stay."""
        self._settle(conversation_id, "Cancel", status="cancelled", sequence=_NEXT)

    def missed(self, conversation_id: int) -> None:
        """They did not come; the notes stay."""
        self._settle(conversation_id, "Mark as missed:", status="missed")

    def replan(self, conversation_id: int) -> None:
        """Take a cancelled or missed conversation up again."""
        self._settle(conversation_id, "Take up again", status="planned", sequence=_NEXT)

    def happened(self, conversation_id: int, started_at: int, minutes: int) -> None:
        """The conversation took place without the countdown, at the time the user says."""

        def work() -> None:
            ended_at = started_at + minutes * MINUTE_MS
            Event.create(conversation=conversation_id, kind="started", at=started_at)
            Event.create(conversation=conversation_id, kind="closed", at=ended_at)
            mine = Conversation.id == conversation_id
            Conversation.update(status="done", ended_at=ended_at).where(mine).execute()
            undated = mine & Conversation.starts_at.is_null()
            Conversation.update(starts_at=started_at).where(undated).execute()
            derived.refresh(derived.people_of(conversation_id))

        self._store.change(f"It happened: {self.title(conversation_id)}", work)

    def thank(self, conversation_id: int) -> None:
        """Thanks were sent, now."""
        self._settle(conversation_id, "Thanks sent for", thanked_at=self._clock())

    def waive_thanks(self, conversation_id: int) -> None:
        """No thanks are needed here."""
        self._settle(conversation_id, "No thanks needed for", thanks_waived_at=self._clock())

    def _settle(self, conversation_id: int, verb: str, **values: object) -> None:
        def work() -> None:
            Conversation.update(**values).where(Conversation.id == conversation_id).execute()
            derived.refresh(derived.people_of(conversation_id))

        self._store.change(f"{verb} {self.title(conversation_id)}", work)

    # -- questions

    def add_question(
        self, conversation_id: int, text: str, category: str = "", *, must: bool = False
    ) -> int:
        """Put a question on the list, before the one that is always asked last."""
        if not text.strip():
            message = "A question needs words."
            raise InvalidDraft(message)

        def work() -> int:
            mine = Question.conversation == conversation_id
            rows = list(Question.select().where(mine).order_by(Question.position, Question.id))
            last = next((i for i, row in enumerate(rows) if row.always), len(rows))
            added = Question.create(
                conversation=conversation_id, text=text.strip(), category=category, must=must
            )
            _number([*rows[:last], added, *rows[last:]])
            return int(added.id)

        return self._store.change(f"Add the question “{_short(text)}”", work)

    def add_from_bank(
        self,
        conversation_id: int,
        chosen: Sequence[BankQuestion],
        before: Sequence[int] | None = None,
    ) -> None:
        """Put several questions of the bank on the list, as one step.

        They come last but one, or in front of the questions whose ids are in ``before``.
        """
        if len(chosen) == 1:
            label = f"Add the question “{_short(chosen[0].text)}”"
        else:
            label = f"Add {len(chosen)} questions"

        def work() -> None:
            added = [
                self.add_question(
                    conversation_id, question.text, question.category.value, must=question.must
                )
                for question in chosen
            ]
            if before is not None:
                rows = _questions(conversation_id)
                behind = [row for row in rows if row.id in before]
                front = [row for row in rows if row.id not in {*before, *added}]
                _number([*front, *(row for row in rows if row.id in added), *behind])

        self._store.change(label, work)

    def arrange_questions(self, question_id: int, ids: Sequence[int]) -> None:
        """Put the questions of a conversation in this order; ``question_id`` is the one moved."""
        moved = Question.get_by_id(question_id)

        def work() -> None:
            rows = _questions(moved.conversation_id)
            place = {found: number for number, found in enumerate(ids)}
            _number(sorted(rows, key=lambda row: place.get(row.id, len(place))))

        self._store.change(f"Move the question “{_short(moved.text)}”", work)

    def change_question(self, question_id: int, **values: object) -> None:
        """Change text, category or must of a question."""
        text = Question.get_by_id(question_id).text
        self._store.change(
            f"Change the question “{_short(text)}”",
            lambda: _update_question(question_id, values),
        )

    def move_question(self, question_id: int, by: int) -> None:
        """Move a question up (negative) or down by so many places."""
        question = Question.get_by_id(question_id)

        def work() -> None:
            mine = Question.conversation == question.conversation_id
            rows = list(Question.select().where(mine).order_by(Question.position, Question.id))
            place = next(i for i, row in enumerate(rows) if row.id == question_id)
            rows.insert(max(0, min(len(rows) - 1, place + by)), rows.pop(place))
            _number(rows)

        self._store.change(f"Move the question “{_short(question.text)}”", work)

    def remove_question(self, question_id: int) -> None:
        """Take a question off the list."""
        text = Question.get_by_id(question_id).text
        self._store.change(
            f"Remove the question “{_short(text)}”",
            lambda: Question.delete().where(Question.id == question_id).execute(),
        )

    def tick(self, question_id: int, *, asked: bool) -> None:
        """Tick a question as asked now, or take the tick away."""
        text = Question.get_by_id(question_id).text
        verb = "Tick" if asked else "Untick"
        values: dict[str, object] = {"asked_at": self._clock() if asked else None}
        self._store.change(
            f"{verb} “{_short(text)}”", lambda: _update_question(question_id, values)
        )

    def title(self, conversation_id: int) -> str:
        """Return "the conversation with …", as the Edit menu and messages name it."""
        return f"the conversation with {_names(derived.people_of(conversation_id))}"


def _check(draft: ConversationDraft) -> None:
    if not draft.people:
        message = "A conversation needs a person."
        raise InvalidDraft(message)
    if draft.minutes < 1:
        message = "A conversation needs at least one minute."
        raise InvalidDraft(message)


def _details(draft: ConversationDraft) -> dict[str, object]:
    return {
        "starts_at": draft.starts_at,
        "zone": draft.zone,
        "minutes": draft.minutes,
        "way": draft.way,
        "link": draft.link,
        "place": draft.place,
        "goal": draft.goal,
    }


def _count_on(conversation_id: int) -> None:
    Conversation.update(sequence=_NEXT).where(Conversation.id == conversation_id).execute()


def _is_undated(conversation_id: int) -> bool:
    mine = Conversation.id == conversation_id
    return Conversation.select().where(mine, Conversation.starts_at.is_null()).exists()


def _seat(conversation_id: int, people: Sequence[int]) -> None:
    """Let these take part and nobody else; their stages follow."""
    before = derived.people_of(conversation_id)
    Participant.delete().where(Participant.conversation == conversation_id).execute()
    for position, person_id in enumerate(dict.fromkeys(people)):
        Participant.create(conversation=conversation_id, person=person_id, position=position)
    derived.refresh({*before, *people})


def _questions(conversation_id: int) -> list[Question]:
    mine = Question.conversation == conversation_id
    return list(Question.select().where(mine).order_by(Question.position, Question.id))


def _update_question(question_id: int, values: dict[str, object]) -> None:
    Question.update(**values).where(Question.id == question_id).execute()


def _number(rows: Iterable[Question]) -> None:
    for position, row in enumerate(rows):
        Question.update(position=position).where(Question.id == row.id).execute()


def _names(people: Sequence[int]) -> str:
    names = {row.id: row.name for row in Person.select().where(Person.id << list(people))}
    return ", ".join(names[person] for person in people if person in names) or "nobody"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"
