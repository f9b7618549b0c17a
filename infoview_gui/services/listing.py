"""People and conversations as JSON values for scripts: the keys are a promise (README)."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.practice import countdown, marks
from infoview_gui.practice.asking import answered
from infoview_gui.practice.marks import ALL_MARKS, MarkKind
from infoview_gui.practice.time_zones import is_zone
from infoview_gui.services import reading
from infoview_gui.services.notes import load_notes
from infoview_gui.services.records import ConversationRecord


def person_values(person_id: int) -> dict[str, Any]:
    """Return one person; absent values are None."""
    person = reading.person(person_id)
    if person is None:
        return {}
    return {
        "id": person.id,
        "name": person.name,
        "first_name": person.first_name or None,
        "last_name": person.last_name or None,
        "company": person.company or None,
        "role": person.role or None,
        "emails": _points(person.emails),
        "phones": _points(person.phones),
        "links": _points(person.links),
        "zone": person.zone or None,
        "channel": person.channel or None,
        "introduced_by": person.introduced_by.name if person.introduced_by else None,
        "stage": person.stage.value,
        "tags": list(person.tags),
        "note": person.note or None,
    }


def conversation_values(enabled: frozenset[MarkKind] = ALL_MARKS) -> list[dict[str, Any]]:
    """Return every conversation with questions, lines and events; ``enabled`` marks count."""
    found = (reading.conversation(ident) for ident in reading.all_conversation_ids())
    return [_conversation(record, enabled) for record in found if record is not None]


def _conversation(record: ConversationRecord, enabled: frozenset[MarkKind]) -> dict[str, Any]:
    notes = load_notes(record.id)
    return {
        "id": record.id,
        "people": [person.name for person in record.people],
        "starts_at": _iso(record.starts_at, record.zone),
        "zone": record.zone or None,
        "minutes": record.minutes,
        "status": record.status,
        "place": record.place or None,
        "link": record.link or None,
        "goal": record.goal or None,
        "questions": [
            {
                "text": question.text,
                "category": question.category or None,
                "must": question.must,
                "asked_s": _elapsed_s(record, question.asked_at),
            }
            for question in record.questions
        ],
        "thanked_at": _iso(record.thanked_at, record.zone),
        "note": notes.text or None,
        "lines": [
            _line(record, text, at, enabled)
            for text, at in zip(_lines(notes.text), notes.moments, strict=True)
        ],
        "events": [
            {
                "kind": event.kind.value,
                "at": _iso(event.at, record.zone),
                "minutes": event.minutes,
                "by": event.by.value,
            }
            for event in record.events
        ],
    }


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _line(
    record: ConversationRecord, text: str, at: int | None, enabled: frozenset[MarkKind]
) -> dict[str, Any]:
    phase = countdown.line_phase(record.events, at) if at is not None else "prep"
    mark = marks.parse(text, enabled)
    during = phase == "during" and at is not None
    asked = answered(record.events, [one.asked_at for one in record.questions], at)
    return {
        "text": text,
        "phase": phase,
        "elapsed_s": _elapsed_s(record, at) if during else None,
        "mark": mark.kind.sign if mark else None,
        "question": None if asked is None else record.questions[asked].text,
    }


def _elapsed_s(record: ConversationRecord, at: int | None) -> int | None:
    """Return the whole seconds of talk up to a moment; None without one or before the start."""
    started = any(event.kind is countdown.EventKind.STARTED for event in record.events)
    if at is None or not started:
        return None
    return countdown.elapsed_ms(record.events, at) // 1000


def _points(points: tuple[ContactPoint, ...]) -> list[dict[str, Any]]:
    return [
        {"value": point.value, "label": point.label or None, "preferred": point.preferred}
        for point in points
    ]


def _iso(at: int | None, zone: str) -> str | None:
    """Return a moment as ISO 8601 with the offset of the zone it was meant in."""
    if at is None:
        return None
    known = ZoneInfo(zone) if is_zone(zone) else UTC
    return datetime.fromtimestamp(at / 1000, known).isoformat()
