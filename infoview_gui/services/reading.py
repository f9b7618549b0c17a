"""What panes and the command line read: people, conversations, timelines, as plain records."""

from collections.abc import Iterable, Sequence, Set
from typing import Any

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.practice.countdown import By, Event, EventKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services import records
from infoview_gui.services.began import STARTED_AT
from infoview_gui.services.calendar_reading import ANY, Wanted
from infoview_gui.services.engagement_reading import met_by
from infoview_gui.services.engagement_records import met_at
from infoview_gui.services.offered import OFFERED_AT
from infoview_gui.services.person_row import NEXT_TEXT
from infoview_gui.store.binding import DATABASE
from infoview_gui.store.models import (
    Activity,
    ContactPoint,
    Conversation,
    Letter,
    Participant,
    Person,
    PersonTag,
    Question,
    Task,
)
from infoview_gui.store.models import Event as EventRow

_TALKS = f"""
SELECT id, starts_at, zone, minutes, status, way, link, place, ended_at, thanked_at,
       thanks_waived_at, {STARTED_AT}, {OFFERED_AT}
FROM conversation
"""  # noqa: S608 - constants
_WHO = """
SELECT conversation_id, person.id, name, first_name, last_name, company, role, zone
FROM participant JOIN person ON person.id = person_id
WHERE conversation_id IN ({marks}) ORDER BY position
"""
_NEXT_TEXT = f"SELECT {NEXT_TEXT} FROM person WHERE id = ?"  # noqa: S608 - constants
_LONGEST_MS = 24 * 3_600_000  # no conversation lasts longer than a day


def person_name(row: Person) -> records.PersonName:
    """Return enough of a person to name and picture them."""
    return records.PersonName(
        row.id, row.name, row.first_name, row.last_name, row.company, row.role, row.zone
    )


def person(person_id: int) -> records.PersonDetail | None:
    """Return everything about a person but the timeline; None when there is no such person."""
    row = Person.get_or_none(Person.id == person_id)
    if row is None:
        return None
    reaches = _reaches(person_id)
    by = Person.get_or_none(Person.id == row.introduced_by_id) if row.introduced_by_id else None
    introduced = Person.select().where(Person.introduced_by == person_id).order_by(Person.name_key)
    tags = PersonTag.select().where(PersonTag.person == person_id).order_by(PersonTag.name)
    return records.PersonDetail(
        id=row.id,
        uid=row.uid,
        name=row.name,
        first_name=row.first_name,
        last_name=row.last_name,
        company=row.company,
        role=row.role,
        channel=row.channel,
        channel_detail=row.channel_detail,
        zone=row.zone,
        zone_confirmed=row.zone_confirmed,
        note=row.note,
        employer=_employer_name(row),
        stage=Stage(row.stage),
        next_kind=row.next_kind,
        next_at=row.next_at,
        next_text=str(DATABASE.connection().execute(_NEXT_TEXT, (person_id,)).get),
        emails=reaches["email"],
        phones=reaches["phone"],
        links=reaches["link"],
        tags=tuple(tag.name for tag in tags),
        introduced_by=person_name(by) if by else None,
        introduced=tuple(person_name(found) for found in introduced),
        keep=row.keep_in_touch,
    )


def _employer_name(row: Person) -> records.EmployerName | None:
    employer = row.employer
    return None if employer is None else records.EmployerName(employer.id, employer.name)


def _reaches(person_id: int) -> dict[str, tuple[Reach, ...]]:
    found: dict[str, list[Reach]] = {"email": [], "phone": [], "link": []}
    points = ContactPoint.select().where(ContactPoint.person == person_id)
    for point in points.order_by(ContactPoint.position, ContactPoint.id):
        found[point.kind].append(Reach(point.value, point.label, bool(point.preferred)))
    return {kind: tuple(reaches) for kind, reaches in found.items()}


def timeline(person_id: int) -> list[records.TimelineItem]:
    """Return what happened with a person and what is planned, newest first, undated at the top."""
    mine = Activity.select().where(Activity.person == person_id)
    # What happened in the same moment, as with an import, is told by the order of its rows.
    items = [
        records.TimelineItem(row.kind, row.at, row.detail, activity_id=row.id)
        for row in mine.order_by(Activity.id.desc())
    ]
    items += _task_items(person_id)
    letters = list(_letter_items(person_id))
    items += letters
    thanked = {(one.conversation_id, one.at) for one in letters}
    for talk in Conversation.select().join(Participant).where(Participant.person == person_id):
        # The letter that thanked stands there already.
        items += [
            one
            for one in _talk_items(talk)
            if one.kind != "thanked" or (one.conversation_id, one.at) not in thanked
        ]
    items += _meeting_items(person_id)
    return sorted(items, key=lambda item: (item.at is not None, -(item.at or 0)))


def _meeting_items(person_id: int) -> Iterable[records.TimelineItem]:
    for row in met_by(person_id):
        at = met_at(row.starts_at, row.first_day)
        day = "" if row.first_day is None else row.first_day.isoformat()
        yield records.TimelineItem("met", at, row.title, engagement_id=row.id, day=day)


def _letter_items(person_id: int) -> Iterable[records.TimelineItem]:
    mine = (Letter.person == person_id) & Letter.sent_at.is_null(False)
    for row in Letter.select().where(mine).order_by(Letter.id.desc()):
        yield records.TimelineItem(
            "letter", row.sent_at, row.kind, row.conversation_id, letter_id=row.id
        )


def _task_items(person_id: int) -> Iterable[records.TimelineItem]:
    """Yield the tasks for a person, open and done; those without a day come after the others."""
    order = (Task.due == "", Task.due, Task.id)
    for row in Task.select().where(Task.person == person_id).order_by(*order):
        kind = "task" if row.done_at is None else "task done"
        yield records.TimelineItem(kind, row.done_at, row.text, day=row.due)


def _talk_items(talk: Conversation) -> Iterable[records.TimelineItem]:
    how = talk.place or talk.link
    at = talk.starts_at
    began_at = next((event.at for event in events_of(talk.id)), at)
    planned = records.planned_otherwise(at, began_at)
    if talk.status == "done" and talk.ended_at is not None:
        began = began_at or talk.ended_at
        minutes = records.minutes_between(began, talk.ended_at)
        yield records.TimelineItem(
            "talked", began_at, how, talk.id, minutes, talk.way, planned_at=planned
        )
    elif talk.status == "running":
        yield records.TimelineItem(
            "running", began_at, how, talk.id, talk.minutes, talk.way, planned_at=planned
        )
    else:
        open_ones = (Question.conversation == talk.id) & Question.asked_at.is_null()
        ready = Question.select().where(open_ones).count()
        yield records.TimelineItem(talk.status, at, how, talk.id, talk.minutes, talk.way, ready)
    if talk.thanked_at is not None:
        yield records.TimelineItem("thanked", talk.thanked_at, "", talk.id)
    elif talk.thanks_waived_at is not None:
        yield records.TimelineItem("thanks waived", talk.thanks_waived_at, "", talk.id)


def events_of(conversation_id: int) -> tuple[Event, ...]:
    """Return the transitions of a conversation's clock, in order."""
    mine = EventRow.conversation == conversation_id
    return tuple(
        Event(EventKind(row.kind), row.at, row.minutes, By(row.by))
        for row in EventRow.select().where(mine).order_by(EventRow.at, EventRow.id)
    )


def conversation(conversation_id: int) -> records.ConversationRecord | None:
    """Return a conversation with people, events and questions; None when there is none."""
    row = Conversation.get_or_none(Conversation.id == conversation_id)
    if row is None:
        return None
    questions = Question.select().where(Question.conversation == conversation_id)
    return records.ConversationRecord(
        id=row.id,
        uid=row.uid,
        people=tuple(_participants([row.id]).get(row.id, ())),
        starts_at=row.starts_at,
        zone=row.zone,
        minutes=row.minutes,
        status=row.status,
        way=row.way,
        link=row.link,
        place=row.place,
        goal=row.goal,
        ended_at=row.ended_at,
        thanked_at=row.thanked_at,
        thanks_waived_at=row.thanks_waived_at,
        events=events_of(row.id),
        questions=tuple(
            records.QuestionRecord(
                item.id, item.text, item.category, item.must, item.always, item.asked_at
            )
            for item in questions.order_by(Question.position, Question.id)
        ),
    )


def _participants(conversation_ids: Sequence[int]) -> dict[int, list[records.PersonName]]:
    """Return who takes part in each, in order. By hand: Peewee takes 2 ms to write such a query."""
    marks = ",".join("?" * len(conversation_ids))
    found: dict[int, list[records.PersonName]] = {}
    rows = DATABASE.connection().execute(_WHO.format(marks=marks), tuple(conversation_ids))
    for talk, *person in rows:
        found.setdefault(int(talk), []).append(records.PersonName(*person))
    return found


def conversations_between(
    start: int, end: int, wanted: Wanted = ANY
) -> list[records.ConversationRow]:
    """Return those that began, or are planned, from ``start`` to before ``end`` (ms), in order."""
    begun = "SELECT conversation_id FROM event WHERE kind = 'started' AND at >= ? AND at < ?"
    rows = _rows(
        f"{wanted} AND ((starts_at >= ? AND starts_at < ?) OR id IN ({begun}))",
        *(start, end, start, end),
    )
    return [row for row in rows if row.began_at is not None and start <= row.began_at < end]


def clashes(
    start: int, minutes: int, but: int | None = None, now: int = 0
) -> list[records.ConversationRow]:
    """Return the conversations ahead that share time with a span; ``but`` is not counted.

    A proposed time that has faded by ``now`` (ms since 1970 UTC) holds nothing any more.
    """
    end = start + minutes * 60_000
    ahead = {"proposed", "planned", "running"}
    return [
        row
        for row in conversations_between(start - _LONGEST_MS, end)
        if row.id != but
        and row.status in ahead
        and not row.has_faded(now)
        and row.began_at is not None
        and row.began_at + row.minutes * 60_000 > start
    ]


def undated_conversations() -> list[records.ConversationRow]:
    """Return those that are planned or proposed and wait for a time."""
    return _rows("status IN ('proposed', 'planned') AND starts_at IS NULL")


def open_conversations() -> list[records.ConversationRow]:
    """Return all that are planned, proposed, running, or done but neither thanked nor waived."""
    return _rows(
        "status IN ('proposed', 'planned', 'running') OR "
        "(status = 'done' AND thanked_at IS NULL AND thanks_waived_at IS NULL)"
    )


def past_conversations(limit: int = 200) -> list[records.ConversationRow]:
    """Return the latest that are settled, newest first."""
    rows = _rows(
        "status IN ('missed', 'cancelled') OR (status = 'done' AND "
        "(thanked_at IS NOT NULL OR thanks_waived_at IS NOT NULL)) "
        "ORDER BY starts_at DESC NULLS LAST LIMIT ?",
        limit,
    )
    return sorted(rows, key=lambda row: -(row.ended_at or row.starts_at or 0))


def conversations_at(employer_id: int) -> list[records.ConversationRow]:
    """Return those with people of an employer, newest first, undated at the top."""
    rows = _rows(
        "id IN (SELECT conversation_id FROM participant JOIN person ON person.id = person_id "
        "WHERE employer_id = ?)",
        employer_id,
    )
    return sorted(rows, key=lambda row: (row.began_at is not None, -(row.began_at or 0)))


def all_conversation_ids() -> list[int]:
    """Return the ids of every conversation, by time, undated last."""
    order = (Conversation.starts_at.asc(nulls="LAST"), Conversation.id)
    return [row.id for row in Conversation.select(Conversation.id).order_by(*order)]


def conversation_rows(ids: Sequence[int]) -> list[records.ConversationRow]:
    """Return these conversations (some hundreds at a time), by time, undated last."""
    return _rows(f"id IN ({','.join('?' * len(ids))})", *ids)


def conversations_with(people: Set[int]) -> list[int]:
    """Return the ids of the conversations in which one of these people takes part, by time."""
    rows = Participant.select(Participant.conversation, Participant.person)
    found = {row.conversation_id for row in rows if row.person_id in people}
    return [ident for ident in all_conversation_ids() if ident in found]


def _rows(condition: str, *values: object) -> list[records.ConversationRow]:
    """Return what meets a condition, by time, undated last."""
    found = DATABASE.connection().execute(f"{_TALKS} WHERE {condition}", values).fetchall()
    people = _participants([int(str(row[0])) for row in found])
    rows = [_row(row, people.get(int(str(row[0])), [])) for row in found]
    return sorted(rows, key=lambda row: (row.began_at is None, row.began_at or 0, row.id))


def _row(row: Sequence[Any], people: Sequence[records.PersonName]) -> records.ConversationRow:
    ident, *facts = row
    at, zone, minutes, status, way, link, place, ended, thanked, waived, started, offered = facts
    title = ", ".join(found.name for found in people) or "Nobody yet"
    first = people[0] if people else None
    return records.ConversationRow(
        ident, title, first, at, zone, minutes, status, way, link, place, ended, thanked, waived,
        tuple(people), started, offered,
    )  # fmt: skip


def conversation_count(*, proposed: bool = True) -> int:
    """Return how many conversations there are; ``proposed`` counts each time that is offered."""
    found = Conversation.select()
    return int((found if proposed else found.where(Conversation.status != "proposed")).count())
