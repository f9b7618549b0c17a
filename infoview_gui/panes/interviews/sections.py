"""The list of conversations: sections and the words of a row. No widgets, no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from infoview_gui.panes.interviews.outcome import has_passed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import capital, dotted, listed, marked
from infoview_gui.panes.planning import proposed_words
from infoview_gui.practice.follow_ups import MINUTE_MS, THANK_WITHIN_MS
from infoview_gui.services.records import ConversationRow
from infoview_gui.widgets.side_rows import Section


@dataclass(frozen=True, slots=True)
class Entry:
    """One conversation in the list: what stands below the name, and in which tone."""

    row: ConversationRow
    words: str
    tone: str = ""
    held: str = ""
    """When it truly was, and for when it was planned if that differs; empty before its start."""

    @property
    def key(self) -> int:
        """The id of the conversation."""
        return self.row.id

    @property
    def title(self) -> str:
        """With whom it is."""
        return self.row.title

    @property
    def mark(self) -> tuple[str, str]:
        """Whose initials stand beside it."""
        return marked(self.row.person, self.row.title)

    @property
    def told(self) -> tuple[str, ...]:
        """What a tool tip and a screen reader say."""
        return self.title, self.words, self.held


def sections(
    open_rows: Iterable[ConversationRow], past: Sequence[ConversationRow], times: LocalTime
) -> list[Section[Entry]]:
    """Return Upcoming, To finish and Past, without those that are empty.

    Ahead by time, the running one first; to finish with what waits longest first; past as handed.
    """
    now = times.clock()
    ahead: list[Entry] = []
    finish: list[Entry] = []
    for row in open_rows:
        if row.status == "done":
            finish.append(_owed(row, times))
        elif has_passed(row.status, row.starts_at, row.minutes, now):
            finish.append(Entry(row, f"{_when(row, times)} · not started", "amber"))
        elif row.status == "running":
            ahead.insert(0, Entry(row, "Now", "accent", held_words(row, times)))
        else:
            ahead.append(Entry(row, _planned(row, times)))
    found = [
        Section("Upcoming", tuple(ahead)),
        Section("To finish", tuple(finish)),
        Section("Past", tuple(_settled(row, times) for row in past)),
    ]
    return [section for section in found if section.entries]


def next_passing(open_rows: Iterable[ConversationRow], now: int) -> int | None:
    """Return the moment at which the next planned one should be over, or None."""
    ends = (
        row.starts_at + row.minutes * MINUTE_MS
        for row in open_rows
        if row.status == "planned" and row.starts_at is not None
    )
    return min((end for end in ends if end > now), default=None)


def held_words(row: ConversationRow, times: LocalTime) -> str:
    """Return "Today 14:20–14:41, planned 14:00"; empty of what never began."""
    if row.started_at is None:
        return ""
    planned = times.planned_text(row.planned_at, row.started_at)
    if row.ended_at is None:
        return listed(f"Since {times.time_text(row.started_at)}", planned)
    span = times.span_text(row.started_at, row.lasts)
    return listed(f"{capital(times.day_text(row.started_at))} {span}", planned)


def _settled(row: ConversationRow, times: LocalTime) -> Entry:
    return Entry(row, _past(row, times), held=held_words(row, times))


def _owed(row: ConversationRow, times: LocalTime) -> Entry:
    end = row.ended_at
    if end is None:
        return Entry(row, "Thank them", "amber")
    by = end + THANK_WITHIN_MS
    when = times.moment_text(by)
    late = by < times.clock()
    words = f"Thanks were due {when}" if late else f"Thank by {when}"
    return Entry(row, words, _tone(late), held_words(row, times))


def _tone(late: bool) -> str:
    return "red" if late else "amber"


def _planned(row: ConversationRow, times: LocalTime) -> str:
    proposed = proposed_words(row, times.clock()) if row.status == "proposed" else ""
    return dotted(_when(row, times), f"{row.minutes} min", proposed)


def _past(row: ConversationRow, times: LocalTime) -> str:
    how = {"missed": "they did not come", "cancelled": "cancelled"}.get(row.status, "")
    at = row.ended_at if row.began_at is None else row.began_at
    when = "No time" if at is None else times.date_text(at)
    return dotted(when, how)


def _when(row: ConversationRow, times: LocalTime) -> str:
    if row.starts_at is None:
        return "No time yet"
    return capital(times.moment_text(row.starts_at))
