"""The calendars of other programs, beside the conversations: asked beside the window, kept fresh.

A series takes as long to look through for a day as for two months, so some weeks around the days
shown are asked for at once, and nothing while a held key turns them over. A file is looked at when
its days are shown, when the program comes to the front, when the system tells that it has changed,
and once a minute while the calendar is on the screen. Changes nothing.
"""

import threading
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from infoview_gui.panes.calendar.entries import entry_of_other
from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_files import Foreign
from infoview_gui.services.transfer import in_short_turns
from infoview_gui.widgets.day_bars import days_of
from infoview_gui.widgets.week_layout import Entry

if TYPE_CHECKING:
    from infoview_gui.panes.calendar.file_watch import FileWatch

LOOK_EVERY_MS = 60_000
ASK_AFTER_MS = 80
"""A key that is held comes again sooner."""
_ASIDE_S = 0.05
"""Longer than from one repeat of a held key to the next."""
_AROUND, _NEAR = timedelta(days=35), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What lies on the days from ``first`` to before ``end``."""

    first: date
    end: date
    zone: str
    found: list[Foreign]
    read_anew: bool
    made: dict[date, list[Entry]] = field(default_factory=dict, compare=False)

    def covers(self, first: date, end: date, zone: str) -> bool:
        """Say whether it knows these days."""
        return self.first <= first and end <= self.end and zone == self.zone

    def is_near_edge(self, first: date, end: date) -> bool:
        """Say whether the days soon to be shown are not in it."""
        return first - self.first < _NEAR or self.end - end < _NEAR

    def sort_in(self, times: LocalTime) -> None:
        """Put every entry to the days it lies on."""
        for one in self.found:
            entry = entry_of_other(one, times)
            begin, last = days_of(entry)
            day, last = max(begin, self.first), min(last, self.end - timedelta(days=1))
            while day <= last:
                self.made.setdefault(day, []).append(entry)
                day += timedelta(days=1)

    def between(self, first: date, end: date) -> list[Entry]:
        """Return the entries of some days, each once."""
        days = (first + timedelta(days=number) for number in range((end - first).days))
        found = {entry.key: entry for day in days for entry in self.made.get(day, ())}
        return list(found.values())


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
        self._file_watch: FileWatch | None = None
        self._turned = threading.Event()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # Not by a pane's change of activation: of that Qt tells windows only.
            application.applicationStateChanged.connect(self._on_application_state)
        self._soon = QTimer(self, interval=ASK_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._at_start = frozenset(one.path for one in preferences.current.calendars)
        self._files.show(preferences.current.calendars)
        preferences.changed.connect(self._on_preferences)

    # -- for the pane

    def entries(self, first: date, end: date) -> list[Entry]:
        """Return what is known of these days; what is not known yet is asked for."""
        self._days = (first, end)
        self._turned.set()
        answer = self._answer
        if answer is None or not answer.covers(first, end, self._times.zone_name):
            self._ask()
            return []
        if answer.is_near_edge(first, end):
            self._ask()
        else:
            self._soon.stop()  # the key that is held has come to days that are known
        return answer.between(first, end)

    def _ask(self) -> None:
        """Look soon, unless that is being done."""
        if not self._reader.runs or self._asked != self._question():
            self._soon.start()

    def watch(self, *, shown: bool) -> None:
        """Look at the files while the calendar is on the screen."""
        if shown:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()
        self._watch_files()

    def _watch_files(self) -> None:
        """Follow the files that are shown; where nothing is told of them the timer looks."""
        files = [one.path for one in self._files.shown if one.on and self._timer.isActive()]
        if self._file_watch is None and files:
            from infoview_gui.panes.calendar.file_watch import (  # noqa: PLC0415 - when wanted
                FileWatch,
            )

            self._file_watch = FileWatch(self)
            self._file_watch.changed.connect(self.look)
        if self._file_watch is not None:
            self._file_watch.watch(files)

    def look_again(self) -> None:
        """The window is in front again: files may have changed meanwhile."""
        if self._timer.isActive():
            self.look()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look_again()

    def trouble(self, path: str) -> str:
        """Return what is wrong with a file, in a sentence; empty when nothing is known to be."""
        return self._files.trouble(path)

    def unread(self, path: str) -> str:
        """Return how many entries of a file could not be read, in a sentence; else nothing."""
        return self._files.unread(path)

    def state_words(self, path: str) -> str:
        """Return in a few words whether a calendar is read only or cannot be read at all."""
        if self.trouble(path):
            return "cannot be read"
        return "nothing readable" if self._files.is_unreadable(path) else "read only"

    def title_of(self, path: str) -> str:
        """Return the name of a calendar."""
        return next((self._files.title(one) for one in self._files.shown if one.path == path), "")

    # -- reading

    def look(self) -> None:
        """Read what has changed and ask for the days around those shown, beside the window."""
        self._soon.stop()
        if self._days is None or not any(one.on for one in self._files.shown):
            self._forget()
            return
        first, end = self._block(*self._days)
        times, files, turned = self._times, self._files, self._turned
        start, until, zone = times.midnight(first), times.midnight(end), times.zone_name

        def work(stop: Stop) -> _Answer:
            with in_short_turns():
                anew = files.look()
                found = files.between(start, until, zone, _standing_aside(turned, stop))
                answer = _Answer(first, end, zone, found, anew)
                answer.sort_in(times)
            return answer

        self._asked = self._question()
        self._reader.run(work)

    def _block(self, first: date, end: date) -> tuple[date, date]:
        """Return the days asked for: those known, while the days shown lie well within them."""
        known = self._answer
        if (
            known is not None
            and known.covers(first, end, self._times.zone_name)
            and not known.is_near_edge(first, end)
        ):
            return known.first, known.end
        return first - _AROUND, end + _AROUND

    def _question(self) -> tuple[object, ...]:
        days = self._block(*self._days) if self._days is not None else None
        return days, self._times.zone_name, self._files.shown

    def _forget(self) -> None:
        self._reader.cancel()
        had = self._answer is not None and bool(self._answer.found)
        if self._days is not None:
            first, end = self._block(*self._days)
            self._answer = _Answer(first, end, self._times.zone_name, [], read_anew=False)
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
            if one.on and not trouble:
                self._say_unread(one.path)

    def _say_unread(self, path: str) -> None:
        """Say what could not be read of a file that was added or has changed, once."""
        words, told = self._files.unread(path), self._files.told
        if path not in told and path in self._at_start:
            told[path] = words  # it was said when it was added, weeks ago perhaps
        if words and told.get(path) != words:
            self.said.emit(words)
        told[path] = words

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _on_preferences(self, names: frozenset[str]) -> None:
        if "calendars" in names:
            self._files.show(self._preferences.current.calendars)
            self._watch_files()
            self.look()
            self.changed.emit()


def _standing_aside(turned: threading.Event, stop: Stop) -> Stop:
    """Return what the work asks on its way; while the days are being turned over it waits there.

    Two threads that compute share one interpreter: each would take twice its time, and a frame
    three times.
    """

    def asked() -> bool:
        while turned.is_set() and not stop():
            turned.clear()
            time.sleep(_ASIDE_S)
        return stop()

    return asked
