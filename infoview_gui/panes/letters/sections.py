"""The list of letters: sections and the words of a row. No widgets, no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, marked
from infoview_gui.practice.follow_ups import THANK_WITHIN_MS
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.spans import span_words
from infoview_gui.services.letter_records import LetterRecord, LetterRow, Owed
from infoview_gui.services.records import ConversationRecord, PersonName
from infoview_gui.widgets.side_rows import Section

TITLES = {LetterKind.THANKS: "Thank-you letter"}


@dataclass(frozen=True, slots=True)
class Key:
    """What a row is about: a letter, or a thank-you that is to be written for a talk."""

    letter_id: int | None = None
    conversation_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: the name, what stands below it, and in which tone."""

    key: Key
    person: PersonName
    words: str
    tone: str = ""
    subject: str = ""

    @property
    def title(self) -> str:
        """To whom it goes."""
        return self.person.name

    @property
    def mark(self) -> tuple[str, str]:
        """Whose initials stand beside it."""
        return marked(self.person)

    @property
    def told(self) -> tuple[str, ...]:
        """What a tool tip and a screen reader say."""
        return self.title, self.words, self.subject


@dataclass(frozen=True, slots=True)
class Due:
    """What a chip says of a letter: words, tone, icon."""

    words: str
    tone: str = ""
    icon: str = ""


def by_state(
    owed: Iterable[Owed], drafts: Iterable[LetterRow], sent: Iterable[LetterRow], times: LocalTime
) -> list[Section[Entry]]:
    """Return To write, Drafts and Sent, without those that are empty."""
    found = [
        Section("To write", tuple(_owed(one, times) for one in owed)),
        Section("Drafts", tuple(_letter(one, times) for one in drafts)),
        Section("Sent", tuple(_letter(one, times) for one in sent)),
    ]
    return [section for section in found if section.entries]


def by_person(
    owed: Iterable[Owed], drafts: Iterable[LetterRow], sent: Iterable[LetterRow], times: LocalTime
) -> list[Section[Entry]]:
    """Return one section for each person; who was written to last comes first."""
    entries = [_owed(one, times) for one in owed]
    newest = sorted([*drafts, *sent], key=lambda row: -(row.sent_at or row.changed_at))
    entries += [_letter(row, times) for row in newest]
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.person.id, []).append(entry)
    return [Section(rows[0].person.name, tuple(rows)) for rows in found.values()]


def title_of(record: LetterRecord) -> str:
    """Return what a letter is called above it."""
    return TITLES.get(record.kind, record.kind.label)


def due_of(record: LetterRecord, talk: ConversationRecord | None, times: LocalTime) -> Due:
    """Return what is to be said of a letter: when it went, or by when it should."""
    if record.sent_at is not None:
        return Due(f"sent {times.moment_text(record.sent_at)}", "grn", "mail-check")
    if talk is not None and record.kind is LetterKind.THANKS and _is_owed(talk):
        return _thanks(talk.ended_at or 0, times)
    if talk is not None and talk.status == "planned" and talk.starts_at is not None:
        return Due(times.moment_text(talk.starts_at), "blu", "calendar-clock")
    return Due("draft")


def _is_owed(talk: ConversationRecord) -> bool:
    settled = talk.thanked_at is not None or talk.thanks_waived_at is not None
    return talk.ended_at is not None and not settled


def _thanks(ended_at: int, times: LocalTime) -> Due:
    by = ended_at + THANK_WITHIN_MS
    left = by - times.clock()
    if left <= 0:
        return Due(f"{span_words(-left)} late", "red", "clock-alert")
    return Due(f"send within {span_words(left)}", "red", "clock")


def _owed(one: Owed, times: LocalTime) -> Entry:
    key = Key(conversation_id=one.conversation_id, person_id=one.person.id)
    due = "" if one.ended_at is None else _thanks(one.ended_at, times).words
    return Entry(key, one.person, dotted("Thank-you", due), "red")


def _letter(row: LetterRow, times: LocalTime) -> Entry:
    at = row.changed_at if row.sent_at is None else row.sent_at
    subject = row.subject or next(iter(_lines(row.beginning)), "")
    opened = "opened" if row.sent_at is None and row.opened_at is not None else ""
    words = dotted(row.kind.label, opened, times.moment_text(at))  # the end may be elided
    return Entry(Key(row.id), row.person, words, "amber" if opened else "", subject)


def _lines(text: str) -> Sequence[str]:
    return [line for line in text.split("\n") if line.strip()]
