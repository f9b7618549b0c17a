"""A line in which a day is typed as people say it, with how it is read below.

Knows nothing of what the day is for.
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.learned_words import day_first, due_words
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.due_dates import read_day
from infoview_gui.widgets.labels import label, set_tone
from infoview_gui.widgets.undo_keys import UndoPassing

_NO_DAY = "No day can be read from this."
_PAST = "This day has passed."


class DayLine(QWidget):
    """``changed`` with every key; ``day`` is None while none can be read."""

    changed = Signal()

    def __init__(self, times: LocalTime, name: str, parent: QWidget, *, ahead: bool = True) -> None:
        """Make the field; ``ahead``: only days after today make sense."""
        super().__init__(parent)
        self._times = times
        self._ahead = ahead
        self.line = UndoPassing("", self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("Friday, 3 Dec, in two weeks")
        self.line.setMinimumWidth(260)
        self.reading = label("", "small", self)
        self.reading.setMinimumHeight(18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.reading)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._read)

    def show_day(self, day: date | None) -> None:
        """Begin with a day, or with none."""
        self.line.setText("" if day is None else day.isoformat())
        self._read()

    def day(self) -> date | None:
        """Return the day that is read."""
        words = self.line.text().strip()
        if not words:
            return None
        return read_day(words, self._times.today(), day_first=day_first(self._times))

    def is_empty(self) -> bool:
        """Say whether nothing is typed."""
        return not self.line.text().strip()

    def trouble(self) -> str:
        """Return why the day cannot be taken; empty when it can, or nothing is typed."""
        day = self.day()
        if self.is_empty():
            return ""
        if day is None:
            return _NO_DAY
        return _PAST if self._ahead and day <= self._times.today() else ""

    def _read(self) -> None:
        trouble, day = self.trouble(), self.day()
        set_tone(self.reading, "amber" if trouble else "")
        words = "" if day is None else due_words(day.isoformat(), self._times)
        self.reading.setText(trouble or words)
        self.line.setAccessibleDescription(trouble or words)
        self.changed.emit()
