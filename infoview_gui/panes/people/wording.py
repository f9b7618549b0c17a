"""Puts stages, next steps and what happened with a person into words. Knows no widgets' layout."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from infoview_gui.panes import planning
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import capital, counted, dotted, listed
from infoview_gui.practice.follow_ups import StepKind
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services.person_notes import NOTE
from infoview_gui.services.records import ConversationRow, PersonDetail, TimelineItem
from infoview_gui.widgets.timeline_rows import TimelineEntry


def stage_words(person: PersonDetail, times: LocalTime) -> str:
    """Return "Scheduled · today 14:30", or the stage alone."""
    ahead = person.next_kind == StepKind.CONVERSATION and person.stage is Stage.SCHEDULED
    if not ahead or person.next_at is None or person.next_at < times.clock():
        return person.stage.label
    return f"{person.stage.label} · {times.moment_text(person.next_at)}"


def way_words(item: TimelineItem) -> str:
    """Return "Zoom" for a link to it, "Phone", or the place."""
    link = item.detail if "://" in item.detail else ""
    return planning.way_words("", link, item.detail) or item.way.capitalize()


@dataclass(frozen=True, slots=True)
class _Look:
    icon: str
    tone: str = ""


_LOOKS = {
    "planned": _Look("calendar-clock", "blu"),
    "proposed": _Look("calendar", "amb"),
    "running": _Look("timer", "blu"),
    "met": _Look("handshake", "vio"),
    "talked": _Look("message-circle", "grn"),
    "letter": _Look("mail", "vio"),
    "answered": _Look("mail-open", "grn"),
    "thanked": _Look("mail-check", "vio"),
    "thanks waived": _Look("bell-off"),
    "missed": _Look("user", "amb"),
    "cancelled": _Look("circle-x"),
    "task": _Look("square-check", "amb"),
    "task done": _Look("square-check", "grn"),
    "stage": _Look("flag"),
    "added": _Look("plus"),
    "imported": _Look("plus"),
    "completed": _Look("plus"),
}


@dataclass(frozen=True, slots=True)
class EntryKey:
    """What a row of the timeline is about: a conversation, a note, a letter, an event, or none."""

    conversation_id: int | None = None
    note_id: int | None = None
    number: int = 0
    letter_id: int | None = None
    engagement_id: int | None = None


def timeline_entries(
    items: Iterable[TimelineItem], times: LocalTime, zone: str
) -> list[TimelineEntry]:
    """Return the rows of the timeline; ``zone`` is where the person is (may be empty)."""
    return [_entry(number, item, times, zone) for number, item in enumerate(items)]


def _entry(number: int, item: TimelineItem, times: LocalTime, zone: str) -> TimelineEntry:
    if item.kind == NOTE:
        key = EntryKey(note_id=item.activity_id)
        when = _when(item, times)
        return TimelineEntry(key, "file-text", "", when, body=item.detail, editable=True)
    look = _LOOKS.get(item.kind, _Look("circle"))
    words = _WORDS.get(item.kind, _plain_words)
    title, detail = words(item, times, zone)
    key = EntryKey(item.conversation_id, None, number, item.letter_id, item.engagement_id)
    return TimelineEntry(key, look.icon, title, detail, look.tone)


def _when(item: TimelineItem, times: LocalTime) -> str:
    if item.at is None:
        return ""
    return f"{capital(times.day_text(item.at))}, {times.time_text(item.at)}"


def _day(item: TimelineItem, times: LocalTime) -> str:
    return "" if item.at is None else times.day_text(item.at)


def _planned(item: TimelineItem, times: LocalTime, zone: str) -> tuple[str, str]:
    begin = {"planned": "Conversation", "proposed": "Proposed:"}[item.kind]
    if item.at is None:
        title = "Conversation, no time yet"
    else:
        span = times.span_text(item.at, item.minutes)
        title = f"{begin} {times.day_text(item.at)}, {span}"
    there = "" if item.at is None else times.there_text(item.at, zone)
    return title, dotted(way_words(item), there, _ready(item))


def _ready(item: TimelineItem) -> str:
    if not item.questions:
        return ""
    return counted(item.questions, "question ready", "questions ready")


def _running(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    started = "" if item.at is None else f"Since {times.time_text(item.at)}"
    planned = times.planned_text(item.planned_at, item.at)
    return "In conversation now", dotted(started, planned, way_words(item))


def _talked(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    planned = times.planned_text(item.planned_at, item.at)
    return f"You talked, {item.minutes} min", dotted(_when(item, times), planned, way_words(item))


def _settled(title: str) -> "Callable[[TimelineItem, LocalTime, str], tuple[str, str]]":
    def words(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
        return title, _when(item, times)

    return words


def _stage(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    return f"Stage set to {item.detail}", _when(item, times)


def _letter(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    return f"You wrote: {LetterKind(item.detail).label}", _when(item, times)


def _met(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    if not item.day:
        at, when = item.at or 0, _when(item, times)
    else:
        at = times.midnight(date.fromisoformat(item.day))
        when = capital(times.day_text(at))
    return f"{'To meet' if at > times.clock() else 'Met'} at {item.detail}", when


def _answer(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    return "They answered", dotted(item.detail, _when(item, times))


def _task(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    if item.at is not None:
        return item.detail, f"Done · {_when(item, times)}"
    try:
        return item.detail, f"To do by {times.day_words(date.fromisoformat(item.day))}"
    except ValueError:  # none, or what a file from elsewhere calls one
        return item.detail, f"To do by {item.day}" if item.day else "To do"


def _arrived(verb: str) -> "Callable[[TimelineItem, LocalTime, str], tuple[str, str]]":
    def words(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
        by = f"{verb} by import of {item.detail}" if item.detail else verb
        return "", listed(by, _day(item, times))

    return words


def _plain_words(item: TimelineItem, times: LocalTime, _zone: str) -> tuple[str, str]:
    return capital(item.kind), dotted(item.detail, _when(item, times))


_WORDS: dict[str, Callable[[TimelineItem, LocalTime, str], tuple[str, str]]] = {
    "planned": _planned,
    "proposed": _planned,
    "running": _running,
    "talked": _talked,
    "met": _met,
    "letter": _letter,
    "answered": _answer,
    "thanked": _settled("You thanked"),
    "thanks waived": _settled("No thanks needed"),
    "missed": _settled("They did not come"),
    "cancelled": _settled("Conversation cancelled"),
    "stage": _stage,
    "task": _task,
    "task done": _task,
    "added": _arrived("Added"),
    "imported": _arrived("Added"),
    "completed": _arrived("Completed"),
}


_TALK_KINDS = {"done": "talked"}


def talk_entries(talks: Iterable[ConversationRow], times: LocalTime) -> list[TimelineEntry]:
    """Return conversations with several people as rows; the key of a row is its conversation."""
    return [_talk_entry(talk, times) for talk in talks]


def _talk_entry(talk: ConversationRow, times: LocalTime) -> TimelineEntry:
    kind = _TALK_KINDS.get(talk.status, talk.status)
    look = _LOOKS.get(kind, _Look("circle"))
    said = {"talked": "", "missed": "did not come", "cancelled": "cancelled", "running": "now"}
    day = "no time yet"
    if talk.began_at is not None:
        day = f"{capital(times.day_text(talk.began_at))}, {times.time_text(talk.began_at)}"
    way = capital(planning.way_words(talk.way, talk.link, talk.place))
    return TimelineEntry(
        talk.id, look.icon, talk.title, dotted(day, way, said.get(kind, "")), look.tone
    )
