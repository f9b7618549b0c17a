"""Sees to it that there is a backup of every day on which the program runs.

What is due is computed from the clock, so that sleep and midnight need no care of their own.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services import daily_backup
from infoview_gui.services.daily_backup import Damage
from infoview_gui.sessions.session import Session
from infoview_gui.store.errors import StoreError

LOOK_EVERY_MS = 10 * 60_000


class DailyBackup(QObject):
    """Looks now and then whether today's backup is there, and makes it beside the window."""

    def __init__(
        self, preferences: Preferences, own: Callable[[], Session | None], parent: QObject
    ) -> None:
        """``own`` returns the session on the own data while it is shown."""
        super().__init__(parent)
        self._preferences = preferences
        self._own = own
        self._work: Background | None = None
        self._done: date | None = None
        self._complained: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_working(self) -> bool:
        """Whether a backup is under way."""
        return self._work is not None

    def begin(self) -> None:
        """Look now, and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self.forget()

    def forget(self) -> None:
        """The session closes: nothing more is told of what is under way."""
        if self._work is not None:
            self._work.cancel()
        self._work = None

    def look(self) -> None:
        """Make the backup of today unless it is there."""
        session = self._own()
        if session is None or not self._preferences.current.daily_backups:
            return
        today, folder = session.times.today(), session.location.backups()
        if self._done == today or self._work is not None:
            return
        if daily_backup.is_made(folder, today):
            self._done = today
            return
        store = session.store

        def make(_stop: Stop) -> object:
            return today, daily_backup.make(store.connection(), folder, today)

        self._work = Background(store, self)
        self._work.finished.connect(self._on_finished)
        self._work.failed.connect(self._on_failed)
        self._work.run(make)

    def _end(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None

    def _on_finished(self, result: tuple[date, object]) -> None:
        self._end()
        day, made = result
        if made is None:  # an empty database: look again later
            return
        self._done = day
        session = self._own()
        if isinstance(made, Damage) and session is not None:
            session.window.tell_damage(made.newest_good)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, StoreError):
            raise error
        session = self._own()
        if session is not None and self._complained != session.times.today():
            self._complained = session.times.today()
            session.window.say(f"No daily backup yet: {error}")
