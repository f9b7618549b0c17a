"""What a row of *To do* says: title, second line, chip. Pure functions; knows no widgets.

Thanks are due within 24 hours of the end of the talk and escalate at 48; the other rules and their
numbers are those of PRODUCT.md, "The practice".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted, dotted
from infoview_gui.panes.today.wording import described, way
from infoview_gui.practice.follow_ups import HOUR_MS
from infoview_gui.practice.routine.rows import DueKind, Level
from infoview_gui.practice.spans import span_words
from infoview_gui.services.due_row import DueRow

_LONGEST_WORD, _LONGEST = 30, 180


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip says and how; the words alone carry the meaning."""

    text: str
    tone: str
    icon: str = ""


def due_detail(row: DueRow, times: LocalTime) -> str:
    """Return what the row is about, on a second line."""
    return _DETAILS[row.due.kind](row, times)


def _thank(row: DueRow, times: LocalTime) -> str:
    end = row.due.due_at - 24 * HOUR_MS
    talked = f"Talked until {times.time_text(end)} {times.day_text(end)}"
    if row.due.level is Level.ESCALATED:
        return dotted(talked, "a late thank-you is better than none")
    return dotted(talked, _to_mention(row) or described(row.person))


def _to_mention(row: DueRow) -> str:
    found = [
        counted(number, one, many)
        for number, one, many in (
            (row.insights, "insight", "insights"),
            (row.promises, "promise", "promises"),
        )
        if number
    ]
    return f"{' and '.join(found)} to mention" if found else ""


def _finish(row: DueRow, times: LocalTime) -> str:
    talk = row.conversation
    if talk is None:
        return ""
    start = talk.starts_at or 0
    span = times.span_text(start, talk.minutes)
    return dotted(f"Planned for {times.day_text(start)} {span}, not started", way(talk))


def _confirm(row: DueRow, times: LocalTime) -> str:
    talk, at = row.conversation, row.due.since or 0
    there = "" if row.person is None else times.there_text(at, row.person.zone)
    minutes = 0 if talk is None else talk.minutes
    when = f"Planned for {times.day_text(at)} {times.span_text(at, minutes)}"
    return dotted(when, there, "" if talk is None else way(talk))


def _task(row: DueRow, _times: LocalTime) -> str:
    return dotted(f"For {row.names}", described(row.person)) if row.names else ""


def _next_person(row: DueRow, times: LocalTime) -> str:
    where = f" at {row.employer}" if row.employer else ""
    who = f"the next person{where} is {row.to[0].name}" if row.to else f"nobody else{where} yet"
    days = counted(row.due.business_days, "business day", "business days")
    return dotted(_asked(row, times), f"{days}: {who}")


def _second(row: DueRow, times: LocalTime) -> str:
    days = counted(row.due.business_days, "business day", "business days")
    return dotted(_asked(row, times), f"{days}, once only")


def _offer(row: DueRow, times: LocalTime) -> str:
    offered = f"Proposed {times.day_text(row.due.since or 0)}"
    return dotted(offered, "they hold nothing in your calendar any more")


def _asked(row: DueRow, times: LocalTime) -> str:
    return f"Asked {times.day_text(row.due.since or 0)}"


def _report(row: DueRow, times: LocalTime) -> str:
    if len(row.about) == 1 and not row.due.with_advice:
        return f"You talked {times.day_text(row.due.since or 0)}, and they made the introduction"
    # Of several the chip says since when it is due; another day beside it would only confuse.
    made = "They made the introductions" if len(row.about) > 1 else "They made the introduction"
    return dotted(made, "and gave advice" if row.due.with_advice else "")


def _news(row: DueRow, times: LocalTime) -> str:
    return dotted(f"Given {times.day_text(row.due.since or 0)}", described(row.person))


def _keep(row: DueRow, times: LocalTime) -> str:
    last = f"Last heard of each other {times.day_text(row.due.since or 0)}"
    return dotted(last, described(row.person))


_DETAILS: Final[Mapping[DueKind, Callable[[DueRow, LocalTime], str]]] = {
    DueKind.THANK: _thank,
    DueKind.FINISH: _finish,
    DueKind.CONFIRM: _confirm,
    DueKind.TASK: _task,
    DueKind.NEXT_PERSON: _next_person,
    DueKind.SECOND: _second,
    DueKind.OFFER: _offer,
    DueKind.REPORT: _report,
    DueKind.NEWS: _news,
    DueKind.KEEP: _keep,
}


def breakable(text: str) -> str:
    """Return what fits into two or three lines: very long words and texts are cut."""
    words = (
        one if len(one) <= _LONGEST_WORD else f"{one[:_LONGEST_WORD]}…" for one in text.split()
    )
    line = " ".join(words)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def due_chip(row: DueRow, times: LocalTime) -> ChipLook:
    """Return "20 h left of 24", "3 h late", "2 days late: thank now", "today" or "Thursday"."""
    due = row.due
    if due.kind is DueKind.FINISH:
        return ChipLook("not settled", "", "circle-question-mark")
    if due.kind is not DueKind.THANK:
        return _day_chip(row, times)
    now = times.clock()
    if due.level is Level.SOON:
        return ChipLook(f"{span_words(due.due_at - now)} left of 24", "amb", "clock")
    late = f"{span_words(now - due.due_at)} late"
    if due.level is Level.OVERDUE:
        return ChipLook(late, "red", "clock-alert")
    return ChipLook(f"{late}: thank now", "red", "triangle-alert")


def _day_chip(row: DueRow, times: LocalTime) -> ChipLook:
    due, today = row.due, times.today()
    if not row.has_day:
        return ChipLook("no date", "")
    ahead = (due.due_day - today).days
    if due.kind is DueKind.CONFIRM:
        return ChipLook("today", "red" if due.level is Level.OVERDUE else "amb")
    if ahead > 0:
        return ChipLook(_ahead_words(due.due_day, ahead, times), "")
    if ahead == 0:
        return ChipLook("today", "amb")
    days = counted(-ahead, "day", "days")
    if due.kind is DueKind.TASK:
        return ChipLook(f"{days} late", "red", "clock-alert")
    return ChipLook(f"since {times.day_words(due.due_day)}", "amb")


def _ahead_words(day: date, ahead: int, times: LocalTime) -> str:
    if ahead == 1:
        return "tomorrow"
    return times.day_words(day, "dddd") if ahead < 7 else times.day_words(day)
