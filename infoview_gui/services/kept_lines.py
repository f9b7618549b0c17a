"""The rows that captured lines of notes become. Runs inside a change that is under way."""

from collections.abc import Callable, Iterable

from infoview_gui.practice.marks import MarkKind
from infoview_gui.services import derived
from infoview_gui.services.drafts import InvalidDraft, PersonDraft
from infoview_gui.services.people import People
from infoview_gui.services.records import Notes
from infoview_gui.store.models import Capture, Insight, Opening, Person, Task, Term


class Maker:
    """Makes the row of one line, said by ``speaker`` (None when nobody took part)."""

    def __init__(self, people: People, conversation_id: int, speaker: int | None, now: int) -> None:
        self._people = people
        self._now = now
        self._from = {"conversation": conversation_id, "person": speaker, "at": now}
        self._speaker = speaker

    def make(self, kind: MarkKind, fields: dict[str, str]) -> int:
        """Create the row and return its id; raises InvalidDraft without its first field."""
        makers: dict[MarkKind, Callable[[dict[str, str]], int]] = {
            MarkKind.PERSON: self._person,
            MarkKind.OPENING: self._opening,
            MarkKind.TERM: self._term,
            MarkKind.TODO: self._task,
            MarkKind.INSIGHT: self._insight,
        }
        return makers[kind](fields)

    def _person(self, fields: dict[str, str]) -> int:
        """Add a person, or return the only one of that name, now with who pointed to them."""
        name = _needed(fields, "name", "A person needs a name.")
        known = list(Person.select().where(Person.name == name).limit(2))
        if len(known) == 1:
            if known[0].introduced_by_id is None and known[0].id != self._speaker:
                mine = Person.id == known[0].id
                Person.update(introduced_by=self._speaker).where(mine).execute()
            return int(known[0].id)
        draft = PersonDraft(
            name=name,
            role=fields.get("role", ""),
            company=fields.get("company", ""),
            channel="introduction" if self._speaker else "",
            introduced_by=self._speaker,
        )
        return self._people.add(draft)

    def _opening(self, fields: dict[str, str]) -> int:
        company = _needed(fields, "company", "An opening needs the name of a company.")
        row = Opening.create(
            company=company,
            role=fields.get("role", ""),
            details=fields.get("details", ""),
            employer=derived.employer_of(company),
            **self._from,
        )
        return int(row.id)

    def _term(self, fields: dict[str, str]) -> int:
        term = _needed(fields, "term", "A term needs its word.")
        row = Term.create(term=term, meaning=fields.get("meaning", ""), **self._from)
        return int(row.id)

    def _task(self, fields: dict[str, str]) -> int:
        text = _needed(fields, "text", "A task needs words.")
        row = Task.create(text=text, due=fields.get("due", ""), **self._from)
        derived.refresh_steps([self._speaker])
        return int(row.id)

    def _insight(self, fields: dict[str, str]) -> int:
        speaker = None if self._speaker is None else Person.get_by_id(self._speaker)
        row = Insight.create(
            text=_needed(fields, "text", "An insight needs words."),
            category=fields.get("category", ""),
            employer=None if speaker is None else speaker.employer_id,
            **self._from,
        )
        return int(row.id)


def _needed(fields: dict[str, str], key: str, message: str) -> str:
    text = fields.get(key, "").strip()
    if not text:
        raise InvalidDraft(message)
    return text


def lines(text: str) -> list[str]:
    """Return the lines of notes without blanks at their ends."""
    return [line.rstrip() for line in text.split("\n")]


def reworded(
    kept: Iterable[Capture], line: str, moment: int | None, notes: Notes
) -> Capture | None:
    """Return what a line became before its words were changed, None when it is a new one.

    A line is known by its moment; those of one paste share theirs and cannot be told apart.
    """
    if moment is None or notes.moments.count(moment) != 1:
        return None
    written = set(lines(notes.text))
    for row in kept:
        same_kind = line[:1] == row.line[:1]
        if row.moment == moment and same_kind and row.line not in written:
            return row
    return None
