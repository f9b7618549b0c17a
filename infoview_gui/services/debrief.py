"""After a conversation: each captured line becomes what it is, once (PRODUCT.md, marks).

What a line proposes can be edited before it is kept. Reads the notes, changes no line of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from infoview_gui.practice import marks
from infoview_gui.practice.asking import answered
from infoview_gui.practice.due_dates import read_day
from infoview_gui.practice.marks import ALL_MARKS, Mark, MarkKind
from infoview_gui.practice.questions import Category
from infoview_gui.services import derived, kept_lines, learned
from infoview_gui.services.conversations import Conversations
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.notes import load_notes
from infoview_gui.services.people import People
from infoview_gui.services.reading import events_of
from infoview_gui.store.models import Capture, Conversation, Person, Question
from infoview_gui.store.store import Store

USEFULNESS = range(1, 6)
REFLECTIONS = {
    "learned": "What did I learn?",
    "fits": "How does it fit with what I knew?",
    "following": "What and whom next?",
}
Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Captured:
    """A marked line, what it would become, and what it became (``target_id`` None: not kept).

    What is kept has the fields that are stored; one that was deleted since is not kept.

    ``fields`` are what can be edited: ``name``, ``role``, ``company`` of a person; ``company``,
    ``role``, ``details`` of an opening; ``term``, ``meaning``; ``text``, ``due`` (ISO date) of a
    task; ``text``, ``category`` of an insight. ``words`` are those of the day, as written.
    """

    line: str
    moment: int | None
    kind: MarkKind
    fields: Fields = field(default_factory=dict)
    words: str = ""
    target_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reflection:
    """How useful a conversation was (1 to 5, None while not said) and the three answers."""

    usefulness: int | None
    learned: str
    fits: str
    following: str


class Debrief:
    """The verbs after a conversation."""

    def __init__(
        self, store: Store, clock: Callable[[], int], people: People, conversations: Conversations
    ) -> None:
        self._store = store
        self._clock = clock
        self._people = people
        self._title = conversations.title

    def captured(
        self,
        conversation_id: int,
        today: date,
        enabled: frozenset[MarkKind] = ALL_MARKS,
        *,
        day_first: bool = True,
    ) -> list[Captured]:
        """Return the marked lines in the order of the notes, each once.

        A day such as "Friday" is counted from the day of the talk, else from ``today``.
        """
        notes = load_notes(conversation_id)
        kept = {row.line: row for row in Capture.select().where(_of(conversation_id))}
        moments = dict(zip(kept_lines.lines(notes.text), notes.moments, strict=False))
        found: list[Captured] = []
        for line, moment in moments.items():
            mark = marks.parse(line, enabled)
            if mark is None:
                continue
            row = kept.get(line) or kept_lines.reworded(kept.values(), line, moment, notes)
            said_on = today if moment is None else _day(moment)
            fields = _fields(mark, said_on, day_first=day_first)
            if mark.kind is MarkKind.INSIGHT:
                fields["category"] = _category_at(conversation_id, moment)
            stored = None if row is None else _stored(mark.kind, row.target_id)
            target = None if row is None or stored is None else int(row.target_id)
            found.append(Captured(line, moment, mark.kind, stored or fields, mark.due, target))
        return found

    def keep(self, conversation_id: int, captured: Captured, fields: Fields | None = None) -> int:
        """Make of a line what it is and return its id; a line kept before is not kept again.

        ``fields`` replaces what the line proposes. Raises InvalidDraft when its name is missing.
        """
        return self._store.change(
            _LABELS[captured.kind].format(_subject(captured, fields)),
            lambda: self._kept(conversation_id, captured, fields or captured.fields),
        )

    def keep_all(self, conversation_id: int, captured: Sequence[Captured]) -> int:
        """Keep every line that is not kept yet, as one step; return how many."""
        new = [one for one in captured if one.target_id is None]

        def work() -> None:
            for one in new:
                self._kept(conversation_id, one, one.fields)

        if new:
            self._store.change(f"Keep all of {self._title(conversation_id)}", work)
        return len(new)

    def _kept(self, conversation_id: int, captured: Captured, fields: Fields) -> int:
        known = Capture.get_or_none(_of(conversation_id) & (Capture.line == captured.line))
        if known is not None and _stored(captured.kind, known.target_id) is not None:
            return int(known.target_id)
        if known is not None:
            mine = _of(conversation_id) & (Capture.line == captured.line)
            Capture.delete().where(mine).execute()
        speaker = next(iter(derived.people_of(conversation_id)), None)
        maker = kept_lines.Maker(self._people, conversation_id, speaker, self._clock())
        target = maker.make(captured.kind, fields)
        Capture.create(
            conversation=conversation_id,
            line=captured.line,
            kind=captured.kind.value,
            moment=captured.moment,
            target_id=target,
        )
        return target

    # -- what the talk was worth

    def reflection(self, conversation_id: int) -> Reflection:
        """Return rating and answers of a conversation."""
        row = Conversation.get_by_id(conversation_id)
        return Reflection(row.usefulness, row.learned, row.fits, row.following)

    def rate(self, conversation_id: int, usefulness: int | None) -> None:
        """Say how useful it was, 1 to 5; None takes it back. Raises InvalidDraft otherwise."""
        if usefulness is not None and usefulness not in USEFULNESS:
            message = "Usefulness is from 1 to 5."
            raise InvalidDraft(message)
        self._set(conversation_id, "Rate", usefulness=usefulness)

    def reflect(self, conversation_id: int, field_name: str, text: str) -> None:
        """Answer one of the three questions (a key of REFLECTIONS)."""
        self._set(conversation_id, "Reflect on", **{field_name: text})

    def _set(self, conversation_id: int, verb: str, **values: object) -> None:
        mine = Conversation.id == conversation_id
        self._store.change(
            f"{verb} {self._title(conversation_id)}",
            lambda: Conversation.update(**values).where(mine).execute(),
            merge=f"conversation:{conversation_id}:{','.join(values)}",
        )


_LABELS = {
    MarkKind.PERSON: "Add {}",
    MarkKind.OPENING: "Keep the opening {}",
    MarkKind.TERM: "Keep the term {}",
    MarkKind.TODO: "Keep the task {}",
    MarkKind.INSIGHT: "Keep the insight {}",
}


def _stored(kind: MarkKind, target: int) -> Fields | None:
    """Return what a line became, as it is now; None when it was deleted."""
    if kind is not MarkKind.PERSON:
        return learned.stored_fields(kind, target)
    row = Person.get_or_none(Person.id == target)
    return None if row is None else {"name": row.name, "role": row.role, "company": row.company}


def _subject(captured: Captured, fields: Fields | None) -> str:
    values = fields or captured.fields
    return next((text for text in values.values() if text), captured.line)[:40]


def _fields(mark: Mark, said_on: date, *, day_first: bool) -> Fields:
    if mark.kind is MarkKind.PERSON:
        role, company = _role_and_company(mark.detail)
        return {"name": mark.subject, "role": role, "company": company}
    if mark.kind is MarkKind.OPENING:
        return {"company": mark.subject, "role": mark.role, "details": mark.detail}
    if mark.kind is MarkKind.TERM:
        return {"term": mark.subject, "meaning": mark.detail}
    if mark.kind is MarkKind.INSIGHT:
        return {"text": mark.subject}
    due = read_day(mark.due, said_on, day_first=day_first) if mark.due else None
    return {"text": mark.subject, "due": due.isoformat() if due else ""}


def _role_and_company(words: str) -> tuple[str, str]:
    """Split what they do: a part that names a known employer is the company."""
    parts = [part.strip() for part in words.split(",") if part.strip()]
    for part in reversed(parts):
        if derived.known_employer(part) is not None:
            return ", ".join(one for one in parts if one is not part), part
    return words, ""


def _category_at(conversation_id: int, moment: int | None) -> str:
    """Return the category of the question that was being asked when a line was begun."""
    mine = Question.conversation == conversation_id
    rows = list(Question.select().where(mine).order_by(Question.position))
    place = answered(events_of(conversation_id), [row.asked_at for row in rows], moment)
    category = "" if place is None else rows[place].category
    return category if category in set(Category) else ""


def _day(moment: int) -> date:
    return datetime.fromtimestamp(moment / 1000, UTC).astimezone().date()


def _of(conversation_id: int) -> object:
    return Capture.conversation == conversation_id
