"""What was learned so far: insights, terms, openings, tasks; to list, search, edit and delete."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.services import derived
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.store.models import Capture, Insight, Opening, Person, Settled, Task, Term
from infoview_gui.store.store import Store

_MODELS: dict[MarkKind, Any] = {
    MarkKind.INSIGHT: Insight,
    MarkKind.TERM: Term,
    MarkKind.OPENING: Opening,
    MarkKind.TODO: Task,
}
FIELDS = {
    MarkKind.INSIGHT: ("text", "category"),
    MarkKind.TERM: ("term", "meaning"),
    MarkKind.OPENING: ("company", "role", "details"),
    MarkKind.TODO: ("text", "due"),
}
"""What can be edited; the first field must not be empty."""
_NAMES = {
    MarkKind.INSIGHT: "insight",
    MarkKind.TERM: "term",
    MarkKind.OPENING: "opening",
    MarkKind.TODO: "task",
}


@dataclass(frozen=True, slots=True)
class LearnedItem:
    """One of them. ``person`` said it; ``done_at`` belongs to a task."""

    kind: MarkKind
    id: int
    fields: dict[str, str]
    person_id: int | None
    person: str
    conversation_id: int | None
    at: int
    done_at: int | None = None

    @property
    def title(self) -> str:
        """The words that name it."""
        return next(iter(self.fields.values()))


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """What is asked of a task: its words, its day, and for whom it is."""

    text: str
    due: date | None = None
    person_id: int | None = None


class Learned:
    """The verbs for what was kept."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock

    def all(self, kind: MarkKind | None = None, text: str = "") -> list[LearnedItem]:
        """Return what holds all words of ``text``, newest first; of one kind or of all."""
        kinds = tuple(_MODELS) if kind is None else (kind,)
        words = text.casefold().split()
        found = [one for each in kinds for one in _rows(each)]
        hits = [one for one in found if all(word in _spoken(one) for word in words)]
        return sorted(hits, key=lambda one: -one.at)

    def add_task(self, text: str, due: date | None = None, person_id: int | None = None) -> int:
        """Write down something to do by hand; raises InvalidDraft without words."""
        words = _words_of(TaskDraft(text))
        day = due.isoformat() if due else ""

        def work() -> int:
            row = Task.create(text=words, due=day, person=person_id, at=self._clock())
            derived.refresh_steps([person_id])
            return int(row.id)

        return self._store.change(f"Add the task {words[:40]}", work)

    def change_task(self, task_id: int, draft: TaskDraft) -> None:
        """Change a task; raises InvalidDraft without words."""
        text = _words_of(draft)
        due = draft.due.isoformat() if draft.due else ""
        mine = Task.id == task_id

        def work() -> None:
            before = _whose(task_id)
            Task.update(text=text, due=due, person=draft.person_id).where(mine).execute()
            derived.refresh_steps([before, draft.person_id])

        self._store.change("Change the task", work)

    def change(self, kind: MarkKind, ident: int, **fields: str) -> None:
        """Change fields; raises InvalidDraft when the naming one would be empty."""
        naming = FIELDS[kind][0]
        if naming in fields and not fields[naming].strip():
            message = f"This {_NAMES[kind]} needs words."
            raise InvalidDraft(message)
        values: dict[str, object] = {name: text.strip() for name, text in fields.items()}
        model = _MODELS[kind]

        def work() -> None:
            if "company" in fields:
                values["employer"] = derived.employer_of(fields["company"])
            model.update(**values).where(model.id == ident).execute()
            if kind is MarkKind.TODO:
                derived.refresh_steps([_whose(ident)])

        self._store.change(f"Change the {_NAMES[kind]}", work)

    def delete(self, kind: MarkKind, ident: int) -> None:
        """Delete one; the line of notes it came from can be kept again."""
        model = _MODELS[kind]

        def work() -> None:
            whose = _whose(ident) if kind is MarkKind.TODO else None
            model.delete().where(model.id == ident).execute()
            derived.refresh_steps([whose])
            if kind is MarkKind.TODO:  # its number may be given to another task
                said = (Settled.kind == DueKind.TASK.value) & (Settled.subject_id == ident)
                Settled.delete().where(said).execute()
            line = (Capture.kind == kind.value) & (Capture.target_id == ident)
            Capture.delete().where(line).execute()

        self._store.change(f"Delete the {_NAMES[kind]}", work)

    def set_done(self, task_id: int, *, done: bool) -> None:
        """Tick a task, or take the tick back."""
        at = self._clock() if done else None

        def work() -> None:
            Task.update(done_at=at).where(Task.id == task_id).execute()
            derived.refresh_steps([_whose(task_id)])

        self._store.change("Tick the task" if done else "Open the task again", work)


def stored_task(task_id: int) -> TaskDraft | None:
    """Return a task as it is stored, None when it is gone."""
    row = Task.select(Task.text, Task.due, Task.person).where(Task.id == task_id).tuples().first()
    return None if row is None else TaskDraft(row[0], day_of(row[1]), row[2])


def day_of(due: str) -> date | None:
    """Return the day of a task; None without one, or with one that cannot be read."""
    try:
        return date.fromisoformat(due)
    except ValueError:
        return None


def _whose(task_id: int) -> int | None:
    found: int | None = Task.select(Task.person).where(Task.id == task_id).scalar()
    return found


def _words_of(draft: TaskDraft) -> str:
    if not draft.text.strip():
        message = "A task needs words."
        raise InvalidDraft(message)
    return draft.text.strip()


def stored_fields(kind: MarkKind, ident: int) -> dict[str, str] | None:
    """Return the fields of one as they are stored, None when it is gone."""
    row = _MODELS[kind].get_or_none(_MODELS[kind].id == ident)
    return None if row is None else {name: getattr(row, name) for name in FIELDS[kind]}


def _rows(kind: MarkKind) -> list[LearnedItem]:
    model = _MODELS[kind]
    names = {
        row.id: row.name
        for row in Person.select(Person.id, Person.name).where(
            Person.id << model.select(model.person)
        )
    }
    return [
        LearnedItem(
            kind,
            row.id,
            {name: getattr(row, name) for name in FIELDS[kind]},
            row.person_id,
            names.get(row.person_id, ""),
            row.conversation_id,
            row.at,
            getattr(row, "done_at", None),
        )
        for row in model.select()
    ]


def _spoken(item: LearnedItem) -> str:
    return " ".join((*item.fields.values(), item.person)).casefold()
