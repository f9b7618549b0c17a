"""The calendars of other programs, beside the conversations: asked beside the window, kept fresh.

Only the days that are shown are asked for. A file is looked at when its days are shown, when the
program comes to the front, and once a minute while the calendar is on the screen. Changes nothing.
"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from infoview_gui.panes.calendar.entries import entry_of_other
from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_files import Foreign
from infoview_gui.widgets.week_layout import Entry

LOOK_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True)
class _Answer:
    first: date
    end: date
    zone: str
    found: list[Foreign]
    read_anew: bool


class OtherCalendars(QObject):
    """Hands out entries of other calendars for the days shown."""

    changed = Signal()
    """There are other entries for the days shown, or it is known what is wrong with a file."""
    said = Signal(str)
    """A file cannot be shown, in a sentence; said once."""

    def __init__(
        self, services: Services, times: LocalTime, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files = services.calendar_files
        self._times, self._preferences = times, preferences
        self._reader = Background(services.store, self)
        self._reader.finished.connect(self._on_read)
        self._reader.failed.connect(self._on_failed)
        self._answer: _Answer | None = None
        self._days: tuple[date, date] | None = None
        self._asked: tuple[object, ...] = ()
        self._told: dict[str, str] = {}
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._files.show(preferences.current.calendars)
        preferences.changed.connect(self._on_preferences)

    # -- for the pane

    def entries(self, first: date, end: date) -> list[Entry]:
        """Return what is known of these days; what is not known yet is asked for."""
        self._days = (first, end)
        answer = self._answer
        fits = answer is not None and (answer.first, answer.end) == (first, end)
        if answer is None or not fits or answer.zone != self._times.zone_name:
            if not self._reader.runs or self._asked != self._question():
                self.look()
            return []
        return [entry_of_other(one, self._times) for one in answer.found]

    def watch(self, *, shown: bool) -> None:
        """Look at the files while the calendar is on the screen."""
        if shown:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()

    def look_again(self) -> None:
        """The window is in front again: files may have changed meanwhile."""
        if self._timer.isActive():
            self.look()

    def trouble(self, path: str) -> str:
        """Return what is wrong with a file, in a sentence; empty when nothing is known to be."""
        return self._files.trouble(path)

    def title_of(self, path: str) -> str:
        """Return the name of a calendar."""
        return next((one.title for one in self._files.shown if one.path == path), "")

    # -- reading

    def look(self) -> None:
        """Read what has changed and ask for the days shown, beside the window."""
        if self._days is None or not any(one.on for one in self._files.shown):
            self._forget()
            return
        (first, end), zone, files = self._days, self._times.zone_name, self._files
        start, until = self._times.midnight(first), self._times.midnight(end)

        def work(stop: Stop) -> _Answer:
            anew = files.look()
            found = [] if stop() else files.between(start, until, zone)
            return _Answer(first, end, zone, found, anew)

        self._asked = self._question()
        self._reader.run(work)

    def _question(self) -> tuple[object, ...]:
        return self._days, self._times.zone_name, self._files.shown

    def _forget(self) -> None:
        self._reader.cancel()
        had = self._answer is not None and bool(self._answer.found)
        if self._days is not None:
            self._answer = _Answer(*self._days, self._times.zone_name, [], read_anew=False)
        if had:
            self.changed.emit()

    def _on_read(self, answer: _Answer) -> None:
        before, self._answer = self._answer, answer
        if before is None or answer.read_anew or before != answer:
            self.changed.emit()
        for one in self._files.shown:
            trouble = self.trouble(one.path) if one.on else ""
            if trouble and self._told.get(one.path) != trouble:
                self.said.emit(f"{trouble} It is not shown in the calendar.")
            self._told[one.path] = trouble

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _on_preferences(self, names: frozenset[str]) -> None:
        if "calendars" in names:
            self._files.show(self._preferences.current.calendars)
            self.look()
            self.changed.emit()
