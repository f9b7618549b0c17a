"""Reminds 15 minutes before a conversation, and once a day of what is due.

What fell into a sleep of the computer, or into a conversation, comes afterwards as one notice.
Knows when; how a notice reaches the user is in ``notices``.
"""

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
from infoview_gui.services.records import ConversationRow
from infoview_gui.services.running import running

AHEAD_MS: Final = 15 * MINUTE_MS
MORNING: Final = time(9)
"""What is due is told from then on, once a day."""
_MOST_NAMED = 3


class Reminders(QObject):
    """Looks at the clock each minute; ``due`` hands out a title and a text."""

    due = Signal(str, str)
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
        lines = [self._talk_words(row, now) for row in self._talks(since, now)]
        lines += self._due_lines(today)
        if lines:
            self.due.emit(lines[0], "\n".join(lines[1:]))

    def _talks(self, since: int, now: int) -> list[ConversationRow]:
        """Return the conversations whose reminder came up after ``since``."""
        found = reading.conversations_between(since + AHEAD_MS + 1, now + AHEAD_MS + 1)
        return [row for row in found if row.status == "planned"]

    def _talk_words(self, row: ConversationRow, now: int) -> str:
        at = row.starts_at or 0
        way = way_words(row.way, row.link, row.place)
        where = f" ({way})" if way else ""
        if at < now:
            return f"{row.title} was planned for {self._times.moment_text(at)}{where}"
        return f"{row.title} {self._times.ahead_text(at)}, {self._times.time_text(at)}{where}"

    def _due_lines(self, today: date) -> list[str]:
        if self._told_on == today or not _is_late(self._times):
            return []
        self._told_on = today
        rows = self._services.agenda.due()
        if not rows:
            return []
        from infoview_gui.panes.today.due_words import due_title  # noqa: PLC0415 - once a day

        titles = ", ".join(due_title(row) for row in rows[:_MOST_NAMED])
        more = len(rows) - _MOST_NAMED
        rest = f" and {more} more" if more > 0 else ""
        return [f"{counted(len(rows), 'thing is', 'things are')} due", f"{titles}{rest}"]


def _is_late(times: LocalTime) -> bool:
    return times.now().time() >= MORNING
