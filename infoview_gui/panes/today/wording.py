"""What Today says above its rows, in words. Pure functions of rows and the time now.

Knows no widgets; the rows of *To do* have their words in ``due_words``.
"""

from collections.abc import Sequence
from datetime import date

from infoview_gui.panes import planning
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, listed
from infoview_gui.practice.follow_ups import MINUTE_MS
from infoview_gui.practice.routine.rows import DueKind, Level
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.records import ConversationRow, PersonName

AHEAD = ("planned", "proposed", "running")


def heading(day: date, times: LocalTime) -> str:
    """Return "Monday, 23 November"."""
    return times.day_words(day, "dddd, d MMMM")


def summary(today: Sequence[ConversationRow], due: Sequence[DueRow], times: LocalTime) -> str:
    """Return a sentence or three: what is still to come today, and what is due."""
    today = [row for row in today if not row.has_faded(times.clock())]
    ahead = sum(row.status in AHEAD and not _passed(row, times) for row in today)
    talks = sum(row.status in (*AHEAD, "done") for row in today)
    held = sum(row.status == "done" for row in today)
    sentences = [_talks_today(talks, ahead, held)]
    thanks = [row.due for row in due if row.due.kind is DueKind.THANK]
    late = sum(row.level is not Level.SOON for row in thanks)
    soon = [row.due_at for row in thanks if row.level is Level.SOON]
    if late:
        sentences.append(_late(late))
    if soon:
        sentences.append(_soon(len(soon), min(soon), times))
    open_ended = sum(row.due.kind is DueKind.FINISH for row in due)
    if open_ended:
        sentences.append(_unfinished(open_ended))
    others = sum(row.has_day for row in due) - len(thanks) - open_ended
    if others:
        sentences.append(_others(others, alone=len(sentences) == 1))
    return " ".join(sentences)


def _passed(row: ConversationRow, times: LocalTime) -> bool:
    ends = (row.began_at or 0) + row.minutes * MINUTE_MS
    return row.status != "running" and ends <= times.clock()


def _talks_today(count: int, ahead: int, held: int) -> str:
    if count == 0:
        return "No conversation today."
    noun = "conversation" if count == 1 else "conversations"
    words = f"{_many(count)} {noun} today"
    if ahead == count:
        return f"{words}."
    if held == count:
        return f"{words}, {'held' if count == 1 else 'all held'}."
    return f"{words}, {_number(ahead)} still to come."


def _number(count: int) -> str:
    words = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[count] if count < len(words) else str(count)


def _many(count: int) -> str:
    """Return a number that begins a sentence."""
    return _number(count).capitalize()


def _late(count: int) -> str:
    return "A thank-you is late." if count == 1 else f"{_many(count)} thank-yous are late."


def _soon(count: int, first: int, times: LocalTime) -> str:
    by = times.moment_text(first)
    if count == 1:
        return f"A thank-you is due by {by}."
    return f"{_many(count)} thank-yous are due, the first by {by}."


def _unfinished(count: int) -> str:
    if count == 1:
        return "One conversation has passed: did it take place?"
    return f"{_many(count)} conversations have passed: did they take place?"


def _others(count: int, *, alone: bool) -> str:
    things = "thing is" if count == 1 else "things are"
    more = "" if alone else " besides"
    return f"{_many(count)} {things} due{more}."


def next_caption(row: ConversationRow, times: LocalTime) -> str:
    """Return "Next conversation · in 42 min", or that it runs or is about to be missed."""
    if row.status == "running":
        return "Running now"
    start = row.starts_at or 0
    late = (times.clock() - start) // MINUTE_MS
    if late >= 1:
        return f"Next conversation · should have begun {late} min ago"
    return f"Next conversation · {times.ahead_text(start)}"


def next_detail(row: ConversationRow, times: LocalTime) -> str:
    """Return role, company, the time here and there, and the way."""
    when = there = ""
    at = row.began_at
    if at is not None:
        when = times.span_text(at, row.minutes)
        if times.local(at).date() != times.today():
            when = f"{times.day_text(at)} {when}"
        zone = row.zone or (row.person.zone if row.person else "")
        there = times.there_text(at, zone)
    return dotted(described(row.person), when, there, way(row))


def described(person: PersonName | None) -> str:
    """Return "Head of Grid Analytics, Northwind Energy"."""
    if person is None:
        return ""
    return listed(person.role, person.company)


def way(row: ConversationRow) -> str:
    """Return "Zoom", "phone" or the place."""
    return planning.way_words(row.way, row.link, row.place)


def week_entry(row: ConversationRow, times: LocalTime) -> str:
    """Return "14:30 Okafor"."""
    name = row.title if row.person is None else row.person.last_name or row.person.name
    more = row.title.count(", ") if row.person is not None else 0
    others = f" +{more}" if more else ""
    return f"{times.time_text(row.began_at or 0)} {name}{others}"


def week_tip(row: ConversationRow, times: LocalTime) -> str:
    """Return the whole of what a cell of the week stands for."""
    start = row.began_at or 0
    when = f"{times.date_text(start)} {times.span_text(start, row.lasts)}"
    planned = times.planned_text(row.planned_at, start)
    return dotted(row.title, when, planned, way(row), week_state(row, times))


def week_state(row: ConversationRow, times: LocalTime) -> str:
    """Return "planned", "done", "proposed" or "proposed, a week old"."""
    if row.status != "proposed":
        return row.status
    return planning.proposed_words(row, times.clock())
