"""Everything one should have read before a conversation, gathered on one sheet. Changes nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from infoview_gui.practice.marks import MarkKind, parse
from infoview_gui.practice.openers import opening_sentence
from infoview_gui.services import reading
from infoview_gui.services.checklists import Checklists, Point
from infoview_gui.services.drafts import found_through
from infoview_gui.services.notes import load_notes
from infoview_gui.services.records import ConversationRecord, PersonDetail, QuestionRecord
from infoview_gui.store.models import Capture, Conversation, Note, Participant, Person, Term

MOST_LINES = 6
MOST_TERMS = 8


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody one will talk to; ``said`` is what the introducer said of them."""

    name: str
    role: str
    company: str
    found_through: str
    introduced_by: str
    said: str
    about: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """Lines from an earlier conversation; ``at`` is when it took place."""

    title: str
    at: int | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrepSheet:
    """One page for one conversation."""

    record: ConversationRecord
    sitters: tuple[Sitter, ...]
    with_them: tuple[Earlier, ...]
    with_employer: tuple[Earlier, ...]
    terms: tuple[tuple[str, str], ...]
    goal: str
    opener: str
    questions: tuple[QuestionRecord, ...]
    checklist: tuple[Point, ...]


class Prep:
    """Gathers prep sheets."""

    def __init__(self, clock: Callable[[], int], checklists: Checklists) -> None:
        self._clock = clock
        self._checklists = checklists

    def sheet(self, conversation_id: int) -> PrepSheet | None:
        """Return the sheet of a conversation; None when there is none."""
        record = reading.conversation(conversation_id)
        if record is None:
            return None
        ids = [person.id for person in record.people]
        colleagues = _colleagues(ids)
        return PrepSheet(
            record=record,
            sitters=tuple(_sitter(detail) for detail in map(reading.person, ids) if detail),
            with_them=tuple(_earlier(ids, conversation_id)),
            with_employer=tuple(_earlier(colleagues, conversation_id, but=ids)),
            terms=tuple(_terms([*ids, *colleagues])),
            goal=record.goal,
            opener=self.opener(record),
            questions=ranked(record.questions),
            checklist=tuple(self._checklists.points(conversation_id)),
        )

    def opener(self, record: ConversationRecord) -> str:
        """Return the opening sentence: the user's own, else one to begin with."""
        return self.own_opener(record).strip() or self.usual_opener(record)

    def own_opener(self, record: ConversationRecord) -> str:
        """Return the opening sentence that the user wrote; empty as long as there is none."""
        return str(Conversation.get_by_id(record.id).opener)

    def usual_opener(self, record: ConversationRecord) -> str:
        """Return the sentence to begin with that is offered."""
        first = record.people[0].first_name if record.people else ""
        return opening_sentence(first, record.minutes)


def ranked(questions: Sequence[QuestionRecord]) -> tuple[QuestionRecord, ...]:
    """Return the questions that must be asked first, the one that is always asked last."""
    return tuple(sorted(questions, key=lambda one: (one.always, not one.must)))


def _sitter(detail: PersonDetail) -> Sitter:
    by = detail.introduced_by.name if detail.introduced_by else ""
    return Sitter(
        detail.name,
        detail.role,
        detail.company,
        found_through(detail.channel, detail.channel_detail, None),
        by,
        _said_of(detail.id),
        detail.note,
    )


def _said_of(person_id: int) -> str:
    """Return the words in which somebody pointed to this person."""
    line = (Capture.kind == MarkKind.PERSON.value) & (Capture.target_id == person_id)
    row = Capture.get_or_none(line)
    mark = None if row is None else parse(row.line)
    return mark.detail if mark else ""


def _colleagues(ids: Sequence[int]) -> list[int]:
    here = Person.select(Person.employer).where(Person.id << list(ids))
    employers = [row.employer_id for row in here if row.employer_id is not None]
    found = Person.select(Person.id).where(Person.employer << employers)
    return [row.id for row in found if row.id not in set(ids)]


def _earlier(ids: Sequence[int], this: int, but: Sequence[int] = ()) -> Iterator[Earlier]:
    """Yield what was written with these people, newest first, marked lines before plain ones."""
    talks = (
        Conversation.select()
        .join(Participant)
        .where((Participant.person << list(ids)) & (Conversation.id != this))
        .where(Conversation.id << Note.select(Note.conversation))
        .order_by(Conversation.starts_at.desc(nulls="LAST"))
        .distinct()
    )
    for talk in talks:
        record = reading.conversation(talk.id)
        if record is None or {person.id for person in record.people} & set(but):
            continue
        lines = [line.strip() for line in load_notes(talk.id).text.split("\n") if line.strip()]
        marked = sorted(lines, key=lambda line: parse(line) is None)
        if lines:
            yield Earlier(record.title, record.began_at, tuple(marked[:MOST_LINES]))


def _terms(ids: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield the words of their field: those that they or their colleagues used, newest first."""
    rows = Term.select().where(Term.person << list(ids)).order_by(Term.at.desc())
    for row in rows.limit(MOST_TERMS):
        yield row.term, row.meaning
