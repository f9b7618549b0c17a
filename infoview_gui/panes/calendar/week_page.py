"""The right side of the calendar: header, notice and the week of conversations.

Reads what lies in the days shown; changes nothing.
"""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.calendar.entries import entry_of
from infoview_gui.panes.calendar.header import CalendarHeader
from infoview_gui.panes.calendar.notice import CalendarNotice
from infoview_gui.panes.calendar.span import (
    WHOLE_WEEK,
    WORK_WEEK,
    WeekSpan,
    span_of,
)
from infoview_gui.panes.local_time import LocalTime, week_start
from infoview_gui.services import reading
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.week_view import WeekView

_DAY_MS = 24 * 3_600_000
_ZOOM, _USUAL_HOUR = 1.15, 72


class WeekPage(QWidget):
    """Five or seven days, and the way from week to week."""

    span_changed = Signal()
    side_requested = Signal()
    """The left column is to be shown or hidden."""
    new_requested = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.usual_days = WORK_WEEK
        """What the user chose; a weekend that is asked for is shown all the same."""
        self.span = span_of(times.today(), WORK_WEEK, times.locale)
        self._rows: dict[int, ConversationRow] = {}
        self._hidden_waiting = 0
        self._header = CalendarHeader(theme, times, self)
        self._notice = CalendarNotice(theme, self)
        self.week = WeekView(theme, now=times.now, parent=self)
        self.week.setLocale(times.locale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.week, 1)
        column.addWidget(self._notice)  # below: its coming and going moves no hour
        self.setFocusProxy(self.week)
        self._connect()
        self.go_to(times.today())

    def _connect(self) -> None:
        self._header.today_requested.connect(self.go_to_today)
        self._header.week_requested.connect(self.turn)
        self._header.days_requested.connect(self.use_days)
        self._header.new_requested.connect(self.new_requested)
        self._header.side_requested.connect(self.side_requested)
        self._notice.weekend_requested.connect(self.show_weekend)
        self._notice.waiting_requested.connect(self.side_requested)
        self.week.week_requested.connect(self.turn)

    # -- which days

    def go_to(self, day: date) -> None:
        """Show the week of a day, with its weekend where the day lies on it."""
        span = span_of(day, self.span.days, self._times.locale)
        if not span.holds(day):
            span = span_of(day, WHOLE_WEEK, self._times.locale)
        self._show(span)

    def go_to_today(self) -> None:
        """Show this week."""
        self._show(span_of(self._times.today(), self.usual_days, self._times.locale))
        self.go_to(self._times.today())

    def turn(self, weeks: int) -> None:
        """Show the week that many weeks on."""
        self._show(WeekSpan(self.span.first + timedelta(days=7 * weeks), self.span.days))

    def turn_back(self) -> None:
        """Show the week before."""
        self.turn(-1)

    def turn_on(self) -> None:
        """Show the week after."""
        self.turn(1)

    def use_days(self, days: int) -> None:
        """Show five or seven days, and keep to it."""
        self.usual_days = days
        chosen = self.week.chosen_key()
        self._show(span_of(self._anchor(), days, self._times.locale))
        self.week.choose(chosen)

    def toggle_days(self) -> None:
        """Show five days instead of seven, or seven instead of five."""
        self.use_days(WORK_WEEK if self.span.days == WHOLE_WEEK else WHOLE_WEEK)

    def show_weekend(self) -> None:
        """Show seven days for now."""
        self._show(span_of(self._anchor(), WHOLE_WEEK, self._times.locale))

    def _anchor(self) -> date:
        """Return a working day of the week that is shown."""
        return self.span.first + timedelta(days=self.span.days // 2)

    def _show(self, span: WeekSpan) -> None:
        self.span = span
        self.week.show_week(span.first, span.days)
        self._header.show_span(span)
        self.refresh()
        self.span_changed.emit()

    # -- how large

    def zoom_in(self) -> None:
        """Give each hour more room."""
        self.week.set_hour_height(round(self.week.hour_height() * _ZOOM))

    def zoom_out(self) -> None:
        """Give each hour less room."""
        self.week.set_hour_height(round(self.week.hour_height() / _ZOOM))

    def zoom_usual(self) -> None:
        """Give each hour the usual room."""
        self.week.set_hour_height(_USUAL_HOUR)

    # -- what is in them

    def refresh(self) -> None:
        """Read anew what lies in the days shown."""
        monday = week_start(self._anchor(), self._times.locale)
        start, end = self._times.midnight(monday), self._times.midnight(monday + timedelta(days=7))
        rows = reading.conversations_between(start - _DAY_MS, end)
        entries = [entry for row in rows if (entry := entry_of(row, self._times)) is not None]
        first, last = self._bounds()
        shown = [entry for entry in entries if entry.end > first and entry.start < last]
        self._rows = {row.id: row for row in rows}
        self.week.show_entries(shown)
        weekend = sum(1 for row in rows if self._is_beside(row, start))
        focus = self.window().focusWidget()
        noticed = focus is not None and self._notice.isAncestorOf(focus)
        self._notice.show_numbers(
            weekend=weekend,
            waiting=self._hidden_waiting,
            empty=not rows and not reading.conversation_count(),
        )
        if noticed and focus is not None and not focus.isVisibleTo(self):
            self.week.setFocus(Qt.FocusReason.OtherFocusReason)  # it did what it was pressed for

    def row(self, conversation_id: object) -> ConversationRow | None:
        """Return one of the conversations that are shown."""
        return self._rows.get(conversation_id) if isinstance(conversation_id, int) else None

    def say_waiting(self, count: int) -> None:
        """Say how many wait in the left column while it is hidden; 0 says nothing."""
        if count != self._hidden_waiting:
            self._hidden_waiting = count
            self.refresh()

    def show_side(self, *, shown: bool) -> None:
        """Name what the header's button would do with the left column."""
        self._header.show_side(shown=shown)

    def _bounds(self) -> tuple[datetime, datetime]:
        return datetime.combine(self.span.first, time()), datetime.combine(self.span.end, time())

    def _is_beside(self, row: ConversationRow, start: int) -> bool:
        """Say whether it begins in this week, on a day that is not shown."""
        at = row.began_at
        if at is None or at < start:
            return False
        return not self.span.holds(self._times.local(at).date())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the header use shorter words in a narrow pane."""
        super().resizeEvent(event)
        self._header.set_room(event.size().width())
