"""Reminds 15 minutes before a conversation, and once a day of what is due.

What fell into a sleep of the computer, or into a conversation, comes afterwards as one notice.
Knows when; how it reaches the user is in ``notices`` and ``reminder_bar``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from PySide6.QtCore import QObject, Signal

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.panes.planning import way_words
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.ticker import MINUTE_MS, Ticker
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.records import ConversationRow
from infoview_gui.services.running import running

AHEAD_MS: Final = 15 * MINUTE_MS
MORNING: Final = time(9)
"""What is due is told from then on, once a day."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Reminder:
    """Told at once: the conversations, by their time, and what is due."""

    talks: tuple[ConversationRow, ...] = ()
    due: tuple[DueRow, ...] = ()

    def lines(self, times: LocalTime) -> list[str]:
        """Return what is said of it now, the first line the most important."""
        return [*(_talk_words(row, times) for row in self.talks), *_due_words(self.due)]


class Reminders(QObject):
    """Looks at the clock each minute; ``due`` hands out a Reminder."""

    due = Signal(object)
    stopped = Signal()

    def __init__(
        self, services: Services, times: LocalTime, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._times = times
        self._preferences = preferences
        self._since = services.clock() - AHEAD_MS
        """Until when reminders have been told."""
        self._told_on: date | None = times.today() if _is_late(times) else None
        """The day on which was last told what is due; who opens the program then sees it."""
        self._ticker = Ticker(services.clock, MINUTE_MS, self)
        self._ticker.ticked.connect(self.look)

    def stop(self) -> None:
        """Look no more."""
        self._ticker.aim(None)
        self.stopped.emit()

    def look(self) -> None:
        """Tell what is to be told now, and look again at the next minute."""
        now = self._services.clock()
        self._ticker.aim(now - now % MINUTE_MS + MINUTE_MS)
        if running(self._services.store) is not None:
            return  # nothing disturbs a conversation; it is told afterwards
        since, self._since = self._since, now
        today = self._times.today()
        if not self._preferences.current.reminders:
            return
        told = Reminder(self._talks(since, now), self._due(today))
        if told.talks or told.due:
            self.due.emit(told)

    def _talks(self, since: int, now: int) -> tuple[ConversationRow, ...]:
        """Return the conversations whose reminder came up after ``since``."""
        found = reading.conversations_between(since + AHEAD_MS + 1, now + AHEAD_MS + 1)
        return tuple(row for row in found if row.status == "planned")

    def _due(self, today: date) -> tuple[DueRow, ...]:
        if self._told_on == today or not _is_late(self._times):
            return ()
        self._told_on = today
        return due_now(self._services)


def due_now(services: Services) -> tuple[DueRow, ...]:
    """Return what is due; what is for some day is nobody's reminder."""
    return tuple(row for row in services.agenda.due() if row.has_day)


def _talk_words(row: ConversationRow, times: LocalTime) -> str:
    at = row.starts_at or 0
    way = way_words(row.way, row.link, row.place)
    where = f" ({way})" if way else ""
    if at < times.clock():
        return f"{row.title} was planned for {times.moment_text(at)}{where}"
    return f"{row.title} {times.ahead_text(at)}, {times.time_text(at)}{where}"


def _due_words(rows: tuple[DueRow, ...]) -> Iterable[str]:
    if not rows:
        return
    from infoview_gui.services.due_title import due_title  # noqa: PLC0415 - once a day

    titles = ", ".join(due_title(row) for row in rows[:_MOST_NAMED])
    more = len(rows) - _MOST_NAMED
    yield f"{counted(len(rows), 'thing is', 'things are')} due"
    yield f"{titles} and {more} more" if more > 0 else titles


def _is_late(times: LocalTime) -> bool:
    return times.now().time() >= MORNING
