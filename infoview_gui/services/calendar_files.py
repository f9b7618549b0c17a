"""Calendars of other programs, shown beside the conversations and never changed.

A file is read when it is first wanted and again when its size or time is another. What an event is
called and when it is: nothing else of it is used. What is one's own and comes back in such a file
(by its UID) is left out: it is in the calendar already.

Reading and asking may be done on any thread that may read the database.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infoview_gui.settings import CalendarShown
from infoview_gui.store.models import Conversation, Engagement

if TYPE_CHECKING:
    from infoview_gui.interchange.ical_expand import Book, Occurrence
    from infoview_gui.interchange.ical_read import Problem
    from infoview_gui.services.settings_file import SettingsFile

# ruff: noqa: PLC0415 - late: a start reads no calendar

ENDINGS = frozenset({".ics", ".ical", ".icalendar", ".vcs"})
_BUSY_STEPS, _BUSY_SECONDS = 20_000, 0.05
_HEAD = 4_000
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Foreign:
    """One event of another calendar at one time.

    ``start`` and ``end`` are ms since 1970 UTC, or for whole days the first day and the one after.
    """

    key: tuple[str, int, int]
    calendar: str
    tone: str
    title: str
    place: str
    start: int | date
    end: int | date
    busy: bool


@dataclass(frozen=True, slots=True)
class FileState:
    """What is known of one file; ``trouble`` is a sentence where it cannot be shown."""

    stamp: tuple[int, int, int] | None
    trouble: str = ""
    events: int = 0
    left_out: tuple[Problem, ...] = ()
    unreadable: int = 0
    """How many entries are left out because they cannot be read."""
    doubts: tuple[Problem, ...] = ()
    book: Book | None = None
    name: str = ""
    """What the calendar calls itself; empty where it does not say."""

    @property
    def is_cut_off(self) -> bool:
        """Whether the file ends before its calendar does."""
        return any(doubt.line == 0 for doubt in self.doubts)


def unread_words(path: str, state: FileState | None) -> str:
    """Say how many entries of a file could not be read; empty where all could be."""
    if state is None or not (state.unreadable or state.is_cut_off):
        return ""
    name, every = Path(path).name, state.unreadable + state.events
    if not every:
        return f"Nothing readable in {name}: it is cut off."
    if not state.unreadable:
        return f"{name} is cut off: something may be missing."
    if not state.events:
        what = f"none of its {every} entries could" if every > 1 else "its only entry could not"
        return f"Nothing readable in {name}: {what} be read."
    rest = "the other is shown" if state.events == 1 else "the others are shown"
    return f"{state.unreadable} of {every} entries of {name} could not be read; {rest}."


def title_of(calendar: CalendarShown, state: FileState | None) -> str:
    """Return what a calendar is called: by the user, else by itself, else by its file."""
    own = calendar.name.strip()
    return own or (state.name if state is not None else "") or calendar.title


def is_calendar(path: Path) -> bool:
    """Say whether a file is a calendar: by its name, or else by how it begins."""
    if path.suffix.lower() in ENDINGS:
        return True
    return _head(path).lstrip(b"\xef\xbb\xbf \t\r\n").upper().startswith(b"BEGIN:VCALENDAR")


def _head(path: Path) -> bytes:
    """Return how a file begins; nothing of what cannot be read or is no file."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def with_file(
    shown: Sequence[CalendarShown], path: Path
) -> tuple[tuple[CalendarShown, ...], CalendarShown]:
    """Return the list with a file in it and switched on, and its entry; a known one stays so."""
    whole = str(Path(os.path.abspath(path)))  # noqa: PTH100 - links are kept: they may move
    entry = next((one for one in shown if one.path == whole), CalendarShown(whole))
    entry = CalendarShown(entry.path, entry.name, entry.tone, on=True)
    rest = [one if one.path != whole else entry for one in shown]
    return tuple(rest if entry in rest else [*rest, entry]), entry


class CalendarFiles:
    """Keeps what was read of the calendars that are shown."""

    def __init__(self) -> None:
        self._shown: tuple[CalendarShown, ...] = ()
        self._states: dict[str, FileState] = {}
        self.told: dict[str, str] = {}
        """What was last said of a file, so that it is not said twice."""

    @property
    def shown(self) -> tuple[CalendarShown, ...]:
        """The calendars that are to be shown, those that are switched off included."""
        return self._shown

    def show(self, shown: Iterable[CalendarShown]) -> None:
        """Say which calendars there are; they are read when they are looked at."""
        self._shown = tuple(shown)

    def look(self) -> bool:
        """Read what is switched on and new or changed; say whether anything was."""
        changed = False
        for one in self._shown:
            stamp = _stamp(Path(one.path))
            known = self._states.get(one.path)
            if one.on and (known is None or known.stamp != stamp or known.trouble):
                state = read_state(Path(one.path), stamp)
                changed = (
                    changed or known is None or state.trouble != known.trouble or not state.trouble
                )
                self._states = {**self._states, one.path: state}
        return changed

    def state(self, path: str) -> FileState | None:
        """Return what is known of a file; None before it was looked at."""
        return self._states.get(path)

    def title(self, calendar: CalendarShown) -> str:
        """Return what a calendar is called; of a file not read yet its beginning is looked at."""
        from infoview_gui.interchange.ical_read import name_at_head

        state = self._states.get(calendar.path)
        name = "" if state is not None else name_at_head(_head(Path(calendar.path)))
        return title_of(calendar, state or FileState(None, name=name))

    def trouble(self, path: str) -> str:
        """Return why a file is not shown, in a sentence; empty where no reason is known."""
        state = self._states.get(path)
        return state.trouble if state is not None else ""

    def unread(self, path: str) -> str:
        """Return how many entries of a file could not be read, in a sentence; else nothing."""
        return unread_words(path, self._states.get(path))

    def is_unreadable(self, path: str) -> bool:
        """Say whether nothing of a file can be shown though there is something in it."""
        state = self._states.get(path)
        return state is not None and not state.events and bool(unread_words(path, state))

    def between(
        self, start: int, end: int, zone: str, stop: Callable[[], bool] = lambda: False
    ) -> list[Foreign]:
        """Return what touches a span (ms since 1970 UTC) as seen from a zone, in order.

        ``stop`` is asked on the way whether anybody still wants to know.
        """
        from infoview_gui.interchange.ical_expand import SECONDS, STEPS

        return self._between(start, end, zone, STEPS, SECONDS, stop)

    def busy(self, start: int, minutes: int, zone: str) -> list[Foreign]:
        """Return what takes the user's time in a span, of calendars that were read before.

        Asked while something is typed: of a calendar with thousands of series some may be missed.
        Entries of whole days take no hour.
        """
        if not self._states:
            return []
        end = start + max(1, minutes) * 60_000
        found = self._between(start, end, zone, _BUSY_STEPS, _BUSY_SECONDS)
        # A birthday or a public holiday takes the day, but no hour of it.
        return [one for one in found if one.busy and isinstance(one.start, int)]

    def _between(
        self,
        start: int,
        end: int,
        zone: str,
        steps: int,
        seconds: float,
        stop: Callable[[], bool] = lambda: False,
    ) -> list[Foreign]:
        from infoview_gui.interchange.ical_expand import Span

        span = Span(start // 1000, -(-end // 1000), ZoneInfo(zone))
        found = [
            _foreign(one, title_of(one, state), occurrence)
            for one in self._shown
            if one.on and (state := self._states.get(one.path)) is not None and state.book
            for reached in [state.book.between(span, steps, seconds, stop)]
            for occurrence in _without_own(reached.occurrences)
        ]
        return list({one.key: one for one in found}.values())


def read_state(path: Path, stamp: tuple[int, int, int] | None = None) -> FileState:
    """Read a calendar file; what is wrong with it is in the answer."""
    from infoview_gui.interchange.cards import UnreadableFile
    from infoview_gui.interchange.ical_expand import Book
    from infoview_gui.interchange.ical_read import read_calendar

    try:
        reading = read_calendar(path)
    except UnreadableFile as error:
        return FileState(stamp, str(error))
    return FileState(
        stamp,
        events=len(reading.events),
        left_out=reading.left_out,
        unreadable=reading.unreadable,
        doubts=reading.doubts,
        book=Book(reading.events),
        name=reading.name,
    )


def add_calendar(file: SettingsFile, path: Path) -> FileState:
    """Read a calendar file and, if that can be done, keep it among those that are shown.

    Changes no conversation. Raises CannotWrite.
    """
    state = read_state(path)
    if not state.trouble:
        settings = file.load().settings
        calendars, _ = with_file(settings.calendars, path)
        file.save(replace(settings, calendars=calendars), ["calendars"])
    return state


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _without_own(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Leave out what is a conversation, an appointment or an event of ours."""
    uids = list({one.event.uid for one in found if one.event.uid})
    own: set[str] = set()
    for at in range(0, len(uids), _AT_ONCE):
        some = uids[at : at + _AT_ONCE]
        for kind in (Conversation, Engagement):
            own |= {row.uid for row in kind.select(kind.uid).where(kind.uid << some)}
    return [one for one in found if one.event.uid not in own]


def _foreign(calendar: CalendarShown, title: str, one: Occurrence) -> Foreign:
    first, end = one.first, one.end
    when = first if isinstance(first, int) else first.toordinal()
    return Foreign(
        key=(calendar.path, one.event.line, when),
        calendar=title,
        tone=calendar.tone,
        title=one.event.summary or "Busy",
        place=one.event.place,
        start=first * 1000 if isinstance(first, int) else first,
        end=end * 1000 if isinstance(end, int) else end,
        busy=one.event.busy,
    )
