"""The left column of the calendar: a small month with marks, what is shown, who waits for a time.

Reads; changes nothing but what is shown, and opens no dialog.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.panes.calendar.calendars_menu import CalendarsMenu
from infoview_gui.panes.calendar.foreign import OtherCalendars
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.calendar.show_list import ShowList
from infoview_gui.panes.calendar.span import WHOLE_WEEK, WeekSpan
from infoview_gui.panes.calendar.waiting import WaitingList
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.mini_month import MiniMonth

WIDTH = 248
_EDGE = 14


class CalendarSide(QFrame):
    """248 pixels beside the week; scrolls where there is more than fits."""

    day_chosen = Signal(object)
    open_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    chosen = Signal(object)
    """Id of the waiting conversation whose card has the focus, or None."""

    def __init__(
        self,
        theme: Theme,
        times: LocalTime,
        layers: Layers,
        others: OtherCalendars,
        preferences: Preferences,
        calendars: CalendarsMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._layers = layers
        self.setProperty("kind", "side")
        self.setFixedWidth(WIDTH)
        # Made where they stand: what moves to another parent leaves Qt's ring of Tab stops in two.
        self._scroll = QScrollArea(self)
        inside = QWidget(self._scroll)
        self._month = MiniMonth(theme, today=times.today, parent=inside)
        self._month.setLocale(times.locale)
        room = WIDTH - 2 * _EDGE
        self._show_list = ShowList(
            layers, others, preferences, calendars.switch, inside, width=room
        )
        self.waiting_list = WaitingList(theme, times, inside)
        self._line = self._made_line()
        self._arrange(inside)
        layers.changed.connect(self.mark_days)
        self._month.day_chosen.connect(self.day_chosen)
        self._month.month_shown.connect(self._on_month_shown)
        self.waiting_list.open_requested.connect(self.open_requested)
        self.waiting_list.menu_requested.connect(self.menu_requested)
        self.waiting_list.chosen.connect(self.chosen)
        self.waiting_list.sought.connect(self._on_sought)

    def _made_line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("kind", "line")
        return line

    def _arrange(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, 10, _EDGE, 0)
        column.setSpacing(12)
        for part in (self._month, self._made_line(), self._show_list, self._line):
            column.addWidget(part)
        column.addWidget(self.waiting_list)
        column.addStretch()
        self._scroll.setProperty("kind", "clear")
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Month, what is shown, who waits")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    @property
    def waiting(self) -> int:
        """How many conversations wait for a time."""
        return self.waiting_list.count

    def show_span(self, span: WeekSpan) -> None:
        """Show the month of the week that the calendar shows; of an agenda that it begins in."""
        shown = self._month.month()
        wanted = span.anchor if span.month or span.days <= WHOLE_WEEK else span.first
        off = span.month is not None or not span.holds(shown)
        if off and (shown.year, shown.month) != (wanted.year, wanted.month):
            self._month.show_day(wanted)  # which marks the days
        self._month.show_span(span.first, 0 if span.month else span.days)

    def show_waiting(self, rows: Sequence[ConversationRow]) -> None:
        """Show who waits for a time; while nobody does, only what is above."""
        if rows:
            self.waiting_list.show()
        self.waiting_list.show_rows(rows)
        self._line.setVisible(bool(rows))
        self.waiting_list.setVisible(bool(rows))

    def focus_on(self, conversation_id: int) -> bool:
        """Give a waiting conversation the focus; False when it does not wait."""
        return self.waiting_list.focus_on(conversation_id)

    def mark_days(self) -> None:
        """Mark the days on which something lies that is shown."""
        self._month.show_marks(self._layers.days_taken(*self._month.days_shown()))

    def _on_month_shown(self, month: date) -> None:
        del month
        self.mark_days()

    def _on_sought(self, card: QWidget) -> None:
        inside = self._scroll.widget()
        column = inside.layout() if inside is not None else None
        if column is not None:
            column.activate()
        self._scroll.ensureWidgetVisible(card, 0, 8)
