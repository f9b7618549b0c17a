"""Conversations, appointments and events as a calendar file; a conversation as an invitation.

Private is what the user wants from a talk and what they noted: it goes only into *everything*,
never into an invitation. What an own appointment is goes only there, too: elsewhere it is time
that is taken. A conversation without a time is in no calendar.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from infoview_gui.interchange.ical_write import (
    CANCEL,
    PUBLISH,
    REQUEST,
    Mailbox,
    Meeting,
    calendar_text,
    is_address,
)
from infoview_gui.interchange.safe_write import CannotWrite, replace_file
from infoview_gui.practice.time_zones import is_zone
from infoview_gui.services import reading
from infoview_gui.services.clock import Clock
from infoview_gui.services.engagement_reading import engagements
from infoview_gui.services.engagement_records import NETWORKING, EngagementRow
from infoview_gui.services.records import ConversationRow
from infoview_gui.store.models import ContactPoint, Conversation, Note

ENDING = ".ics"
_AT_ONCE = 500
_KEPT = (
    Conversation.id,
    Conversation.uid,
    Conversation.sequence,
    Conversation.created_at,
    Conversation.goal,
)
_TAKEN = "Busy"
_STATUS = {"proposed": "TENTATIVE", "cancelled": "CANCELLED", "missed": "CANCELLED"}


@dataclass(frozen=True, slots=True)
class Written:
    """How many conversations were written, how many have no time yet and were not.

    ``engagements`` is how many appointments and events went with them.
    """

    count: int
    undated: int = 0
    engagements: int = 0


@dataclass(frozen=True, slots=True)
class Invitation:
    """The text of an invitation, how many it asks, and whether it says whom to answer."""

    text: str
    asked: int
    can_answer: bool


class ConversationExport:
    """The verbs for calendar files of one's own conversations."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def write(
        self,
        path: Path,
        ids: Sequence[int],
        zone: str = "",
        preset: str = "everything",
        beside: Sequence[int] = (),
    ) -> Written:
        """Write conversations, appointments and events to an .ics file; raises CannotWrite.

        ``zone`` is that of talks for which none was agreed (IANA name; empty: UTC); ``beside`` are
        appointments and events.
        """
        if path.suffix.lower() != ENDING:
            raise CannotWrite(f"“{path.name}” should end in .ics. Nothing was written.")
        private = preset == "everything"
        meetings = list(_meetings(ids, zone, private=private))
        others = list(_others(beside, zone, private=private))
        if not meetings and not others:
            raise CannotWrite("There is nothing with a time. Nothing was written.")
        content = calendar_text([*meetings, *others], self._clock()).encode("utf-8", "replace")

        def put(file: BinaryIO) -> None:
            file.write(content)

        replace_file(path, put)
        return Written(len(meetings), len(ids) - len(meetings), len(others))

    def text(self, ids: Sequence[int], zone: str = "", preset: str = "everything") -> str:
        """Return what ``write`` writes."""
        meetings = list(_meetings(ids, zone, private=preset == "everything"))
        return calendar_text(meetings, self._clock())

    def invitation(self, conversation_id: int, zone: str, own: Mailbox) -> Invitation | None:
        """Return an invitation to everyone with an e-mail address; None while there is no time.

        For a conversation that was called off it is the news of that. Without an address of one's
        own nobody could answer it: it then only tells of the talk.
        """
        found = next(_meetings([conversation_id], zone, private=False), None)
        if found is None:
            return None
        can_answer = is_address(own.address)
        meeting = _invitation(found, conversation_id, own, can_answer=can_answer)
        asked = CANCEL if meeting.status == "CANCELLED" else REQUEST
        text = calendar_text([meeting], self._clock(), asked if can_answer else PUBLISH)
        return Invitation(text, len(meeting.attendees), can_answer)


def _meetings(ids: Sequence[int], zone: str, *, private: bool) -> Iterator[Meeting]:
    usual = zone if is_zone(zone) else ""
    for at in range(0, len(ids), _AT_ONCE):
        some = ids[at : at + _AT_ONCE]
        kept = {row.id: row for row in Conversation.select(*_KEPT).where(Conversation.id << some)}
        words = _private(kept.values()) if private else {}
        for row in reading.conversation_rows(some):
            if row.began_at is not None:
                yield _meeting(row, kept[row.id], usual, words.get(row.id, ""))


def _others(ids: Sequence[int], zone: str, *, private: bool) -> Iterator[Meeting]:
    usual = zone if is_zone(zone) else ""
    for row in engagements(ids):
        told = private or row.kind == NETWORKING
        days = (row.first_day, row.end_day)
        yield Meeting(
            uid=row.uid,
            start=row.starts_at or 0,
            end=row.ends_at,
            summary=row.title if told else _TAKEN,
            zone="" if row.first_day else row.zone if is_zone(row.zone) else usual,
            sequence=row.sequence,
            created=row.created_at,
            place=row.place if told else "",
            description=_about(row) if private else "",
            whole_days=(days[0], days[1]) if days[0] and days[1] else None,
        )


def _about(row: EngagementRow) -> str:
    met = ", ".join(person.name for person in row.people)
    return "\n\n".join(part for part in (row.note.strip(), f"Met: {met}" if met else "") if part)


def _meeting(row: ConversationRow, kept: Conversation, usual: str, words: str) -> Meeting:
    began = row.began_at or 0
    return Meeting(
        uid=kept.uid,
        start=began,
        end=began + row.lasts * 60_000,
        summary=f"Conversation with {row.title}",
        zone=row.zone if is_zone(row.zone) else usual,
        status=_STATUS.get(row.status, "CONFIRMED"),
        sequence=kept.sequence,
        created=kept.created_at,
        place=f"Phone: {row.place}" if row.way == "phone" and row.place else row.place,
        link=row.link,
        description=words,
    )


def _private(kept: Iterable[Conversation]) -> dict[int, str]:
    """Return goal and notes by conversation."""
    goals = {row.id: row.goal.strip() for row in kept}
    rows = Note.select(Note.conversation, Note.text).where(Note.conversation << list(goals))
    notes = {row.conversation_id: row.text.strip() for row in rows}
    return {
        ident: "\n\n".join(part for part in (goal, notes.get(ident, "")) if part)
        for ident, goal in goals.items()
    }


def _invitation(
    meeting: Meeting, conversation_id: int, own: Mailbox, *, can_answer: bool
) -> Meeting:
    record = reading.conversation(conversation_id)
    people = record.people if record is not None else ()
    boxes = tuple(
        Mailbox(person.name, address) for person in people if (address := _address(person.id))
    )
    names = [name for name in (own.name.strip(), *(person.name for person in people)) if name]
    return replace(
        meeting,
        summary=f"Conversation: {' and '.join(names)}" if own.name.strip() else "Conversation",
        organizer=own if can_answer else None,
        attendees=boxes if can_answer else (),
    )


def _address(person_id: int) -> str:
    """Return the preferred e-mail address of a person that can be written to, else the first."""
    mine = (ContactPoint.person == person_id) & (ContactPoint.kind == "email")
    order = (ContactPoint.preferred.desc(), ContactPoint.position, ContactPoint.id)
    rows = ContactPoint.select().where(mine).order_by(*order)
    return next((row.value for row in rows if is_address(row.value)), "")
