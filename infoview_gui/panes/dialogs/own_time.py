"""A line in which a moment is typed, and below it how it is read, here and there.

Knows no database; what else is planned then is handed in. Moments are ms since 1970 UTC.
"""

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes import planning
from infoview_gui.panes.dialogs.learned_words import day_first
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.practice.spoken_times import Spoken, read_moment
from infoview_gui.widgets.labels import set_tone, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing

_EXAMPLES = "tue 14:30, in 2 days at 9"


class OwnTime(QWidget):
    """``line`` to type in, ``reading`` below it with room for two lines."""

    changed = Signal()

    def __init__(
        self,
        times: LocalTime,
        zones: Sequence[str],
        minutes: int,
        clash: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        """``clash`` says what else is planned at a moment, empty for nothing."""
        super().__init__(parent)
        self._times, self._zones = times, tuple(zones)
        self._minutes, self._clash = minutes, clash
        self._at: int | None = None
        self.line = UndoPassing("", self)
        self.line.setAccessibleName("A time of your own")
        self.line.setPlaceholderText(_EXAMPLES)
        self.reading = wrapped_label("", "small", self)
        self.reading.setMinimumHeight(2 * self.reading.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.reading)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._on_text)

    @property
    def moment(self) -> int | None:
        """The moment that is meant; None while none can be read, or when it is past."""
        return self._at

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.line.text().strip()

    def say(self, words: str, tone: str = "") -> None:
        """Say something in the place of the reading."""
        self.reading.setText(words)
        self.line.setAccessibleDescription(words)
        set_tone(self.reading, tone)

    def _on_text(self, text: str) -> None:
        self._at, told = self._read(text)
        self.say(told, "" if self._at is not None or self.is_empty else "amber")
        self.changed.emit()

    def _read(self, text: str) -> tuple[int | None, str]:
        """Return the moment that is meant and what is to be said of it."""
        if not text.strip():
            return None, ""
        spoken = read_moment(text, self._times.now(), day_first=day_first(self._times))
        if spoken is None:
            return None, "No time can be read from this yet."
        if spoken.at is None:
            return None, f"{self._day(spoken)}: at what time? Type it behind the day."
        at = self._times.moment(spoken.on(time()))
        when = f"{self._day(spoken)}, {self._times.time_text(at)}"
        if at <= self._times.clock():
            return None, f"{when} is past."
        return at, self._told(at, when)

    def _told(self, at: int, when: str) -> str:
        both = f"{dotted(when, planning.there(self._times, at, self._zones))}."
        odd = planning.odd_hours(self._times, at, self._minutes, self._zones)
        return " ".join(part for part in (both, self._clash(at), odd) if part)

    def _day(self, spoken: Spoken) -> str:
        year = "" if spoken.day.year == self._times.today().year else " yyyy"
        return self._times.day_words(spoken.day, f"dddd d MMMM{year}")
