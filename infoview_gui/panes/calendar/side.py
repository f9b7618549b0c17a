"""The left column of the calendar: a small month with marks, and who waits for a time.

Reads; changes nothing and opens no dialog.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from infoview_gui.panes.calendar.span import WeekSpan
from infoview_gui.panes.calendar.waiting import WaitingList
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.calendar_reading import days_taken
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.mini_month import MiniMonth

WIDTH = 248


class CalendarSide(QFrame):
    """248 pixels beside the week."""

    day_chosen = Signal(object)
    open_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    chosen = Signal(object)
    """Id of the waiting conversation whose card has the focus, or None."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.setProperty("kind", "side")
        self.setFixedWidth(WIDTH)
        self._month = MiniMonth(theme, today=times.today, parent=self)
        self._month.setLocale(times.locale)
        self.waiting_list = WaitingList(theme, times, self)
        self._line = QFrame(self)
        self._line.setProperty("kind", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 0)
        column.setSpacing(12)
        column.addWidget(self._month)
        column.addWidget(self._line)
        column.addWidget(self.waiting_list, 1)
        column.addStretch()
        self._month.day_chosen.connect(self.day_chosen)
        self._month.month_shown.connect(self._on_month_shown)
        self.waiting_list.open_requested.connect(self.open_requested)
        self.waiting_list.menu_requested.connect(self.menu_requested)
        self.waiting_list.chosen.connect(self.chosen)

    @property
    def waiting(self) -> int:
        """How many conversations wait for a time."""
        return self.waiting_list.count

    def show_span(self, span: WeekSpan) -> None:
        """Show the month of the week that the calendar shows."""
        shown = self._month.month()
        middle = span.anchor
        off = span.month is not None or not span.holds(shown)
        if off and (shown.year, shown.month) != (middle.year, middle.month):
            self._month.show_day(middle)  # which marks the days
        self._month.show_span(span.first, 0 if span.month else span.days)

    def show_waiting(self, rows: Sequence[ConversationRow]) -> None:
        """Show who waits for a time; while nobody does, only the month."""
        if rows:
            self.waiting_list.show()
        self.waiting_list.show_rows(rows)
        self._line.setVisible(bool(rows))
        self.waiting_list.setVisible(bool(rows))

    def focus_on(self, conversation_id: int) -> bool:
        """Give a waiting conversation the focus; False when it does not wait."""
        return self.waiting_list.focus_on(conversation_id)

    def mark_days(self) -> None:
        """Mark the days on which there is a conversation."""
        first, last = self._month.days_shown()
        days = [first + timedelta(days=n) for n in range((last - first).days + 2)]
        edges = [self._times.midnight(day) for day in days]
        self._month.show_marks({days[place] for place in days_taken(edges)})

    def _on_month_shown(self, month: date) -> None:
        del month
        self.mark_days()
