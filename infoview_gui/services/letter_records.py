"""Letters as they are stored, for lists and for reading. Changes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from infoview_gui.practice.letters import LetterKind
from infoview_gui.services.reading import person_name
from infoview_gui.services.records import PersonName
from infoview_gui.store.binding import DATABASE
from infoview_gui.store.models import ContactPoint, Letter, Person

MOST_SENT = 500
"""So many of those that were sent are listed; the others are found by their words."""
_BEGINNING = 400
_LIST = """
SELECT letter.id, letter.kind, letter.subject, substr(letter.body, 1, {beginning}),
       letter.changed_at, letter.opened_at, letter.sent_at,
       person.id, name, first_name, last_name, company, role, person.zone
FROM letter JOIN person ON person.id = person_id
"""
_OWED = """
SELECT conversation.id, ended_at, person.id, name, first_name, last_name, company, role, person.zone
FROM conversation
JOIN participant ON conversation_id = conversation.id
JOIN person ON person.id = participant.person_id
WHERE status = 'done' AND thanked_at IS NULL AND thanks_waived_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.conversation_id = conversation.id
                  AND letter.person_id = person.id AND kind = ?)
ORDER BY ended_at, position
"""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter as lists show it; ``beginning`` are its first words."""

    id: int
    kind: LetterKind
    person: PersonName
    subject: str
    beginning: str
    changed_at: int
    opened_at: int | None
    sent_at: int | None


@dataclass(frozen=True, slots=True)
class Owed:
    """A thank-you that nobody has begun to write."""

    conversation_id: int
    person: PersonName
    ended_at: int | None


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A letter with everything; ``address`` is where it goes, "" where none is known.

    ``addresses`` are all of that person, the preferred first.
    """

    id: int
    kind: LetterKind
    person: PersonName
    address: str
    conversation_id: int | None
    about: PersonName | None
    template: str
    subject: str
    body: str
    created_at: int
    changed_at: int
    opened_at: int | None
    sent_at: int | None
    addresses: tuple[str, ...] = ()

    @property
    def is_sent(self) -> bool:
        """Whether it went out; then it is only read."""
        return self.sent_at is not None


def letter(letter_id: int) -> LetterRecord | None:
    """Return a letter; None when it is gone."""
    row = Letter.get_or_none(Letter.id == letter_id)
    if row is None:
        return None
    about = None if row.about_id is None else Person.get_or_none(Person.id == row.about_id)
    addresses = addresses_of(row.person_id)
    chosen = row.address if row.address and (row.sent_at or row.address in addresses) else ""
    return LetterRecord(
        id=row.id,
        kind=LetterKind(row.kind),
        person=person_name(row.person),
        address=chosen or next(iter(addresses), ""),
        conversation_id=row.conversation_id,
        about=None if about is None else person_name(about),
        template=row.template,
        subject=row.subject,
        body=row.body,
        created_at=row.created_at,
        changed_at=row.changed_at,
        opened_at=row.opened_at,
        sent_at=row.sent_at,
        addresses=addresses,
    )


def addresses_of(person_id: int) -> tuple[str, ...]:
    """Return the e-mail addresses of a person, each once, the preferred first."""
    mine = (ContactPoint.person == person_id) & (ContactPoint.kind == "email")
    order = (ContactPoint.preferred.desc(), ContactPoint.position, ContactPoint.id)
    rows = ContactPoint.select().where(mine).order_by(*order)
    return tuple(dict.fromkeys(str(row.value) for row in rows))


def drafts(words: str = "") -> list[LetterRow]:
    """Return the drafts that hold all the words, the newest first."""
    return list(_found("sent_at IS NULL ORDER BY changed_at DESC, letter.id DESC", words))


def draft_of(
    person_id: int,
    kind: LetterKind,
    *,
    conversation_id: int | None = None,
    about_id: int | None = None,
) -> int | None:
    """Return the newest draft to a person of a kind and about the same; None without one.

    Without a conversation it may be about any. Without ``about_id`` it names nobody: such a report
    settles all introductions, one that names somebody settles theirs alone.
    """
    mine = (Letter.person == person_id) & (Letter.kind == kind.value) & Letter.sent_at.is_null()
    mine &= Letter.about.is_null() if about_id is None else Letter.about == about_id
    if conversation_id is not None:
        mine &= Letter.conversation == conversation_id
    newest = Letter.select(Letter.id).where(mine).order_by(Letter.changed_at.desc(), -Letter.id)
    row = newest.first()
    return None if row is None else int(row.id)


def sent(words: str = "") -> list[LetterRow]:
    """Return what was sent and holds all the words, the newest first."""
    order = "sent_at IS NOT NULL ORDER BY sent_at DESC, letter.id DESC"
    limit = "" if words.strip() else f" LIMIT {MOST_SENT}"
    return list(_found(f"{order}{limit}", words))[:MOST_SENT]


def owed() -> list[Owed]:
    """Return the thank-yous that are due and have no draft, the oldest first."""
    rows = DATABASE.connection().execute(_OWED, (LetterKind.THANKS.value,))
    return [Owed(int(str(talk)), _named(who), _moment(ended)) for talk, ended, *who in rows]


def draft_count() -> int:
    """Return how many letters are not sent."""
    return int(Letter.select().where(Letter.sent_at.is_null()).count())


def _found(condition: str, words: str) -> Iterator[LetterRow]:
    wanted = words.casefold().split()
    # What is searched is the whole text: names in any script fold their case here, not in SQL.
    beginning = 100_000 if wanted else _BEGINNING
    query = f"{_LIST.format(beginning=beginning)} WHERE {condition}"
    for values in DATABASE.connection().execute(query):
        row = _row(values)
        if not wanted or _holds(row, wanted):
            yield row


def _holds(row: LetterRow, wanted: Sequence[str]) -> bool:
    person = row.person
    text = " ".join((person.name, person.company, row.kind.label, row.subject, row.beginning))
    folded = text.casefold()
    return all(word in folded for word in wanted)


def _row(values: Sequence[Any]) -> LetterRow:
    ident, kind, subject, beginning, changed, opened, sent_at, *who = values
    return LetterRow(
        int(ident),
        LetterKind(kind),
        _named(who),
        subject,
        beginning,
        int(changed),
        opened,
        sent_at,
    )


def _named(values: Sequence[Any]) -> PersonName:
    return PersonName(*values)


def _moment(value: object) -> int | None:
    return value if isinstance(value, int) else None
