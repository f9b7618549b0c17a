"""Writes the conversations of the sample with their questions, clocks and notes.

Called on the writing thread. Must not know how people are written.
"""

import json
import uuid
from collections.abc import Iterator, Mapping

from infoview_gui.practice.questions import BankQuestion
from infoview_gui.services.sample_book import AFTER, PREP, SampleTalk, clock_ms
from infoview_gui.services.sample_days import MINUTE_MS, SampleDays
from infoview_gui.store.models import Conversation, Event, Note, Participant, Question

_HOUR_MS = 60 * MINUTE_MS
_PREPARED_AFTER_MS = 30 * MINUTE_MS
_PREP_LINE_MS, _AFTER_LINE_MS = 25_000, 40_000
_AFTERWARDS_MS = 4 * MINUTE_MS
"""When after the end of a talk its first line of afterthoughts is begun."""
_WRITTEN_MS = 15 * MINUTE_MS
"""So long after a talk everything about it is written."""


def write_talk(
    sample: SampleTalk,
    days: SampleDays,
    people: Mapping[str, int],
    zone: str,
    always: BankQuestion,
) -> None:
    """Create the rows of one conversation; ``people`` are ids by name."""
    starts_at = _starts_at(sample, days)
    row = Conversation.create(
        uid=str(uuid.uuid4()),
        starts_at=starts_at,
        zone=zone,
        minutes=sample.minutes,
        status="done" if sample.events else sample.status,
        way=sample.way,
        link=sample.link,
        place=sample.place,
        goal=sample.goal,
        created_at=days.past(sample.agreed.day, sample.agreed.time),
        **_ending(sample, starts_at),
    )
    for position, name in enumerate(sample.people):
        Participant.create(conversation=row.id, person=people[name], position=position)
    started_at = _started_at(sample, starts_at)
    _write_questions(row.id, sample, started_at, always)
    _write_events(row.id, sample, started_at)
    _write_notes(row.id, sample, days, started_at)


def _starts_at(sample: SampleTalk, days: SampleDays) -> int | None:
    if sample.soon:
        return days.soon()
    if sample.day is None:
        return None
    if sample.events:
        length_ms = sample.late * 1000 + sample.length_ms + _WRITTEN_MS
        return days.done(sample.day, sample.time, length_ms)
    moment = days.past if sample.day < 0 else days.ahead
    return moment(sample.day, sample.time)


def _started_at(sample: SampleTalk, starts_at: int | None) -> int:
    return (starts_at or 0) + sample.late * 1000


def _ending(sample: SampleTalk, starts_at: int | None) -> dict[str, int]:
    """Return when it ended and was thanked; nothing for one that is still ahead."""
    if not sample.events:
        return {}
    ended_at = _started_at(sample, starts_at) + sample.length_ms
    settled = {"thanked_at": sample.thanked, "thanks_waived_at": sample.waived}
    later = {
        column: ended_at + round(hours * _HOUR_MS)
        for column, hours in settled.items()
        if hours is not None
    }
    return {"ended_at": ended_at, **later}


def _write_questions(
    conversation_id: int, sample: SampleTalk, started_at: int, always: BankQuestion
) -> None:
    rows = [(one.text, one.category, one.must, False, one.asked) for one in sample.questions]
    rows.append((always.text, always.category.value, True, True, sample.always_asked))
    for position, (text, category, must, is_always, asked) in enumerate(rows):
        Question.create(
            conversation=conversation_id,
            text=text,
            category=category,
            must=must,
            always=is_always,
            position=position,
            asked_at=started_at + clock_ms(asked) if asked else None,
        )


def _write_events(conversation_id: int, sample: SampleTalk, started_at: int) -> None:
    if sample.events:
        Event.create(conversation=conversation_id, kind="started", at=started_at)
    for event in sample.events:
        Event.create(
            conversation=conversation_id,
            kind=event.kind,
            at=started_at + event.after_ms,
            minutes=event.minutes,
            by=event.by,
        )


def _write_notes(
    conversation_id: int, sample: SampleTalk, days: SampleDays, started_at: int
) -> None:
    moments = list(_moments(sample, days, started_at))
    Note.create(
        conversation=conversation_id,
        text="\n".join(line.text for line in sample.lines),
        moments=json.dumps(moments, separators=(",", ":")),
        saved_at=moments[-1],
    )


def _moments(sample: SampleTalk, days: SampleDays, started_at: int) -> Iterator[int]:
    """Yield when each line was begun: preparing, so long after the start, or afterwards."""
    prepared = sample.prepared or sample.agreed
    pause = 0 if sample.prepared else _PREPARED_AFTER_MS
    at = {
        PREP: days.past(prepared.day, prepared.time) + pause,
        AFTER: started_at + sample.length_ms + _AFTERWARDS_MS,
    }
    steps = {PREP: _PREP_LINE_MS, AFTER: _AFTER_LINE_MS}
    for line in sample.lines:
        if line.after_ms is not None:
            yield started_at + line.after_ms
            continue
        yield at[line.stamp]
        at[line.stamp] += steps[line.stamp]
