"""A line in which a moment is typed for the chosen conversation: "tue 14:30", "an hour later".

What was read is shown before Enter takes it. Changes nothing; knows no database.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.clock_changes import change_words
from infoview_gui.panes.dialogs.learned_words import day_first
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.practice.spoken_times import read_moment
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import tool_button
from infoview_gui.widgets.labels import ElidedLabel, set_tone

_EXAMPLES = "fri 16:30, in 2 days at 9, an hour later"
_ROUND_THE_WORDS = 32
_SHARES = (1, 1, 2, 0)
"""Of the width, for the question, the line, what is read, and the button that closes."""


def _no_warning(start: datetime) -> str:
    del start
    return ""


class _Line(QLineEdit):
    """Escape gives up; the calendar's own keys stay with the text."""

    given_up = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that something else is used now."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()


class MoveField(QFrame):
    """Hidden until it is asked for one conversation."""

    taken = Signal(object, object)
    """Key and the new start (datetime, as the clock here shows it)."""
    closed = Signal()
    """The keyboard may go back to the calendar."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._key: object = None
        self._base = datetime.min  # noqa: DTZ901 - a wall time, set before it is used
        self._zones: tuple[str, ...] = ()
        self._whole_days = False
        self._warnings: Callable[[datetime], str] = _no_warning
        self._read: datetime | None = None
        self.setProperty("kind", "strip")
        self.setAccessibleName("Move to another time")
        self.words = ElidedLabel("", "strong", self)
        self.line = _Line(self)
        self.line.setAccessibleName("New time")
        self.line.setPlaceholderText(_EXAMPLES)
        metrics = self.line.fontMetrics()
        self.line.setMinimumWidth(metrics.horizontalAdvance(_EXAMPLES) + _ROUND_THE_WORDS)
        self.reading = ElidedLabel("", "muted", self)
        self.warning = ElidedLabel("", "small", self)
        set_tone(self.warning, "amber")
        close = tool_button(theme, "Leave it where it is", icon="x", parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 6, 12, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for column, (one, share) in enumerate(
            zip((self.words, self.line, self.reading, close), _SHARES, strict=True)
        ):
            grid.addWidget(one, 0, column)
            grid.setColumnStretch(column, share)
        grid.addWidget(self.warning, 1, 1, 1, 2)
        self.hide()
        close.clicked.connect(self.give_up)
        self.line.given_up.connect(self.give_up)
        self.line.left.connect(self._on_left)
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self._on_return)

    def ask(
        self,
        key: object,
        title: str,
        start: datetime,
        zones: Sequence[str] = (),
        *,
        whole_days: bool = False,
        warnings: Callable[[datetime], str] = _no_warning,
    ) -> None:
        """Ask for a new time for what stands at ``start``; ``zones`` are those of the people.

        ``warnings`` says of a start what speaks against it, empty where nothing does.
        """
        self._key, self._base, self._zones = key, start, tuple(zones)
        self._warnings = warnings
        self._whole_days = whole_days
        self.words.setText(f"Move {title} to")
        self.line.clear()
        self._on_text("")
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_up(self) -> None:
        """Close without a change."""
        if self.isVisible():
            # First: a line that is hidden hands the keyboard to the next stop, a card that waits.
            self.closed.emit()
            self.hide()

    def _on_left(self) -> None:
        if self.isVisible() and not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.hide()

    def _on_text(self, text: str) -> None:
        self._read = self._moment(text)
        if self._read is not None and self._whole_days:
            past = "already past" if self._read.date() < self._times.today() else ""
            told = dotted(self._day(self._read), past)
        elif self._read is not None:
            at = self._times.moment(self._read)
            # Where it stands, a time keeps to its day: only what is read says that this is over.
            past = "already past" if at <= self._times.clock() else ""
            there = planning.there(self._times, at, self._zones)
            change = change_words(self._times, self._read)
            told = dotted(self._told(self._read), past, there, change)
        else:
            told = "No time can be read from this yet" if text.strip() else ""
        set_tone(self.reading, "")
        self.reading.setText(told)
        against = self._warnings(self._read) if self._read is not None else ""
        self.warning.setText(against)
        self.warning.setVisible(bool(against))
        self.line.setAccessibleDescription(dotted(told, against))

    def _moment(self, text: str) -> datetime | None:
        now = self._times.now()
        found = read_moment(
            text, now, self._base, day_first=day_first(self._times), after=self._times.after
        )
        return None if found is None else found.on(self._base.time())

    def _told(self, start: datetime) -> str:
        return f"{self._day(start)}, {self._times.clock_text(start.time())}"

    def _day(self, start: datetime) -> str:
        year = "" if start.year == self._times.today().year else " yyyy"
        return self._times.day_words(start.date(), f"dddd d MMMM{year}")

    def _on_return(self) -> None:
        if self._read is None:
            set_tone(self.reading, "red")
            return
        key, start = self._key, self._read
        self.give_up()
        self.taken.emit(key, start)
