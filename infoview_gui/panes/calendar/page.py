"""The right side of the calendar: header, notice and the view of the days shown.

Reads what lies in them, and no more; changes nothing.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.actions import VIEWS
from infoview_gui.panes.calendar.agenda_rows import agenda_rows
from infoview_gui.panes.calendar.clock_changes import bands_of, second_hours
from infoview_gui.panes.calendar.due_days import DueDays
from infoview_gui.panes.calendar.entries import entry_of
from infoview_gui.panes.calendar.foreign import OtherCalendars
from infoview_gui.panes.calendar.header import CalendarHeader
from infoview_gui.panes.calendar.hours import ReadHours
from infoview_gui.panes.calendar.keys import EngagementKey
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.calendar.month_days import ReadDays
from infoview_gui.panes.calendar.move_field import MoveField
from infoview_gui.panes.calendar.notice import CalendarNotice
from infoview_gui.panes.calendar.span import (
    WHOLE_WEEK,
    View,
    WeekSpan,
    first_hour,
    span_of,
    turned,
    view_span,
)
from infoview_gui.panes.calendar.views import Views
from infoview_gui.panes.local_time import LocalTime, week_start
from infoview_gui.services import reading
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.week_heads import DueDay
from infoview_gui.widgets.week_layout import Entry

if TYPE_CHECKING:
    from infoview_gui.pages.calendar_sheet import CalendarWords

_DAY_MS = 24 * 3_600_000
_ZOOM, _USUAL_HOUR = 1.15, 72
_NAMED_AT_ONCE = 6


class CalendarPage(QWidget):
    """A view of some days, and the way from days to other days."""

    span_changed = Signal()
    side_requested = Signal()
    """The left column is to be shown or hidden."""
    new_requested = Signal()
    all_requested = Signal()
    """What is hidden by choice is to be shown."""

    def __init__(
        self,
        theme: Theme,
        times: LocalTime,
        layers: Layers,
        others: OtherCalendars,
        due: DueDays,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._times, self._layers, self._others, self._due = times, layers, others, due
        self.view = View.WORK_WEEK
        """What the user chose; a weekend that is asked for is shown all the same."""
        self._last_week = View.WORK_WEEK
        self.span = view_span(self.view, times.today(), times.locale)
        self._ids: list[int] = []
        self._own: list[Entry] = []
        self._has_others = False
        self._hidden_waiting = 0
        self._second_zone = ""
        self._hours_seen = False
        self._due_soon = QTimer(self, singleShot=True, interval=0)
        self._due_soon.timeout.connect(self._read_due)
        self._widened_for: object = None
        """The entry for the sake of which the weekend is shown, until it is elsewhere."""
        self.header = CalendarHeader(theme, times, self)
        self._notice = CalendarNotice(theme, self)
        self.views = Views(theme, times, self)
        self.move_field = MoveField(theme, times, self)
        self.week = self.views.week
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.views, 1)
        column.addWidget(self.move_field)
        column.addWidget(self._notice)  # below: its coming and going moves no hour
        self._connect()
        self.go_to(times.today())

    def _connect(self) -> None:
        self.header.today_requested.connect(self.go_to_today)
        self.header.turn_requested.connect(self.turn)
        self.header.view_requested.connect(self.use_view)
        self.header.new_requested.connect(self.new_requested)
        self.header.side_requested.connect(self.side_requested)
        self._notice.weekend_requested.connect(self.show_weekend)
        self._notice.waiting_requested.connect(self.side_requested)
        self._notice.all_requested.connect(self.all_requested)
        self.move_field.closed.connect(self.views.setFocus)
        self.views.turn_requested.connect(self.turn)
        self.views.day_requested.connect(self.show_day)
        self.views.agenda_requested.connect(self.show_agenda)
        self.views.month_requested.connect(self._on_month_requested)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of these names do."""
        return {
            "today": self.go_to_today,
            "previous": self.turn_back,
            "next": self.turn_on,
            "days": self.toggle_days,
            **{name: partial(self.use_view, view) for name, view in VIEWS.items()},
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_usual": self.zoom_usual,
        }

    # -- which days

    @property
    def usual_days(self) -> int:
        """How many days a week of the user's has."""
        return WHOLE_WEEK if self._last_week is View.WEEK else 5

    def go_to(self, day: date, key: object = None) -> None:
        """Show a day in this view, with its weekend where the day, or the entry, lies on it."""
        span = view_span(self.view, day, self._times.locale)
        whole = self.span.days == WHOLE_WEEK and (key is None or self._widened_for != key)
        if self.view is not View.WORK_WEEK or (span.holds(day) and not whole):
            self._show(span, day)
            return
        self._show(span_of(day, WHOLE_WEEK, self._times.locale), day)
        self._widened_for = None if whole else key

    def narrow(self, key: object, day: date) -> None:
        """Show five days again where the weekend was shown for an entry that is now on another."""
        span = view_span(self.view, day, self._times.locale)
        if self._widened_for == key and self.view is View.WORK_WEEK and span.holds(day):
            self._show(span, day)
            self.views.choose(key)

    def go_to_today(self) -> None:
        """Show what is now, and go there."""
        today = self._times.today()
        self._show(view_span(self.view, today, self._times.locale), today)
        if not self.span.holds(today):
            self.go_to(today)
        self.views.go(self._times.now())

    def turn(self, by: int) -> None:
        """Show the span that many on."""
        self._show(turned(self.view, self.span, by, self._times.locale))

    def turn_back(self) -> None:
        """Show the span before."""
        self.turn(-1)

    def turn_on(self) -> None:
        """Show the span after."""
        self.turn(1)

    def use_view(self, view: View) -> None:
        """Show the days in another way, and keep to it; the chosen entry stays chosen."""
        day, chosen = self._day_kept(), self.views.chosen_key()
        self.view = view
        if view in {View.WORK_WEEK, View.WEEK}:
            self._last_week = view
        self._show(view_span(view, day, self._times.locale), day)
        self.views.choose(chosen)

    def use_days(self, days: int) -> None:
        """Show five or seven days, and keep to it."""
        self.use_view(View.WEEK if days == WHOLE_WEEK else View.WORK_WEEK)

    def toggle_days(self) -> None:
        """Show five days instead of seven, or seven instead of five."""
        whole = self.view is View.WEEK or self.span.days == WHOLE_WEEK
        self.use_view(View.WORK_WEEK if whole and self.view.has_hours else View.WEEK)

    def show_day(self, day: date) -> None:
        """Show one day by its hours."""
        self.view = View.DAY
        self._show(WeekSpan(day, 1), day)

    def show_agenda(self, day: date) -> None:
        """List a day and the coming ones: what is planned, and what is due."""
        self.view = View.AGENDA
        self._show(view_span(View.AGENDA, day, self._times.locale), day)

    def show_weekend(self) -> None:
        """Show seven days for now."""
        self._show(span_of(self.span.anchor, WHOLE_WEEK, self._times.locale))

    def _on_month_requested(self, month: date) -> None:
        self._show(view_span(View.MONTH, month, self._times.locale), self.views.month.cursor_day())

    def _day_kept(self) -> date:
        """Return the day under the cursor, which another view goes on with."""
        day = self.views.cursor_slot().date()
        return day if self.span.holds(day) else self.span.anchor

    def _show(self, span: WeekSpan, day: date | None = None) -> None:
        self.span, self._widened_for = span, None
        self.views.show_view(self.view)
        if self.view is View.MONTH and day is None:
            day = _like(self.views.month.cursor_day(), span)
        self.header.show_span(self.view, span)
        self._read(day, turned=True)
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

    def show_week_numbers(self, *, shown: bool) -> None:
        """Number the weeks of a month, or not."""
        self.views.number_weeks(shown=shown)

    def use_second_zone(self, zone: str) -> None:
        """Show the hours of another zone beside ours; empty for none."""
        self._second_zone = zone
        self._show_second_hours()

    def _show_second_hours(self) -> None:
        today = self._times.today()
        day = today if self.span.holds(today) else self.span.first
        self.week.show_second_hours(second_hours(self._times, self._second_zone, day))

    def zones_near(self) -> list[str]:
        """Return the zones of those who talk on the days shown."""
        people = (person for row in self._read_rows() for person in row.people)
        return [zone for zone in planning.zones_of(people) if zone != self._times.zone_name]

    # -- what is in them

    def refresh(self) -> None:
        """Read anew what lies in the days shown."""
        self._read(None)

    def _read(self, day: date | None, *, turned: bool = False) -> None:
        if self.view is View.MONTH:
            self._read_month(day)
        elif self.view is View.AGENDA:
            self._read_agenda()
        else:
            self._read_hours(day, turned=turned)

    def _read_hours(self, day: date | None, *, turned: bool) -> None:
        # Of a work week its weekend is read too: what lies there is said.
        span = self.span
        whole = self.view is View.WORK_WEEK
        first = week_start(span.anchor, self._times.locale) if whole else span.first
        read = ReadHours(self._times, self._layers, first, WHOLE_WEEK if whole else span.days)
        self._ids = read.ids(span.first, span.end)
        shown = read.between(span.first, span.end) + self._beside()
        if turned:
            self.week.show_week(span.first, span.days, day, shown)
        else:
            self.week.show_entries(shown)
        self._begin_with(shown)
        self.week.show_bands(bands_of(self._times, span.first, span.days))
        self._mark_due()
        self._show_second_hours()
        beside = len(read.stamps) - len(self._ids) + (self._engaged_beside(first) if whole else 0)
        self._say(beside, empty=not (read.stamps or self._own))

    def _mark_due(self) -> None:
        """Mark the days on which something is due; what must be read for it comes after."""
        if not self._due.is_known:
            self._due_soon.start()
            return
        days = [self.span.first + timedelta(days=n) for n in range(self.span.days)]
        dues = ((day, len(self._due.lines(day))) for day in days)
        self.week.show_due(
            DueDay(day, f"{count} due", self._due.sentence(day)) for day, count in dues if count
        )

    def _read_due(self) -> None:
        if self.view.has_hours:
            self._due.lines(self.span.first)
            self._mark_due()

    def _engaged_beside(self, monday: date) -> int:
        """Return how many appointments and events of this week lie on its hidden weekend alone."""
        first = datetime.combine(self.span.first, time())
        last = datetime.combine(self.span.end, time())
        whole = self._layers.engagements(monday, monday + timedelta(days=WHOLE_WEEK))
        return sum(1 for one in whole if one.end <= first or one.start >= last)

    def _begin_with(self, shown: list[Entry]) -> None:
        """Have what is early in sight when the hours are first seen; later the user scrolls."""
        self._hours_seen = self._hours_seen or self.week.isVisible()
        if not self._hours_seen:
            starts = [entry.start for entry in shown if not entry.is_bar]
            now = [self._times.now()] if self.span.holds(self._times.today()) else []
            self.week.scroll_to(first_hour([*starts, *now]))

    def _read_agenda(self) -> None:
        span = self.span
        read = ReadHours(self._times, self._layers, span.first, span.days)
        self._ids = read.ids(span.first, span.end)
        shown = read.between(span.first, span.end) + self._beside()
        days = [span.first + timedelta(days=n) for n in range(span.days)]
        rows = agenda_rows(self._times, self._due, days, shown, read.details)
        self.views.agenda.show_rows(span.first, rows)
        self._say(0, empty=not (read.stamps or self._own))

    def _read_month(self, day: date | None) -> None:
        span, beside = self.span, self._beside()
        found = ReadDays(self._times, self._layers, self._due, span.first, span.days, beside)
        found.name_first(_NAMED_AT_ONCE)
        self._ids = [row[0] for row in found.stamps]
        if day is None and self.views.month.month() == self.span.month:
            self.views.month.show_days(found)
        else:
            self.views.month.show_month(day or self.span.anchor, found)
        self._say(0, empty=not (found.stamps or self._own))

    def _read_rows(self) -> list[ConversationRow]:
        """Read the conversations of the days shown, and those that began the day before."""
        start, end = self._times.midnight(self.span.first), self._times.midnight(self.span.end)
        return self._layers.conversations(start - _DAY_MS, end)

    def _within(self, rows: Iterable[ConversationRow]) -> list[Entry]:
        first = datetime.combine(self.span.first, time())
        last = datetime.combine(self.span.end, time())
        made = (entry_of(row, self._times) for row in rows)
        found = [one for one in made if one is not None and one.end > first and one.start < last]
        return found + self._beside()

    def _beside(self) -> list[Entry]:
        """Return what lies beside the conversations: own appointments, events, other calendars."""
        first, end = self.span.first, self.span.end
        self._own, others = self._layers.engagements(first, end), self._others.entries(first, end)
        self._has_others = bool(others)
        return self._own + others

    def _say(self, weekend: int, *, empty: bool) -> None:
        focus = self.window().focusWidget()
        noticed = focus is not None and self._notice.isAncestorOf(focus)
        self._notice.show_numbers(
            weekend=weekend,
            waiting=self._hidden_waiting,
            empty=empty and not reading.conversation_count(),
            hidden=empty and not self._has_others and self._hides_all(),
        )
        if noticed and focus is not None and not focus.isVisibleTo(self):
            self.views.shown().setFocus(Qt.FocusReason.OtherFocusReason)  # it did its work

    def _hides_all(self) -> bool:
        return self._layers.hides_something(self.span.first, self.span.end)

    def words(self) -> "CalendarWords":
        """Return the days shown as they stand on paper."""
        from infoview_gui.panes.calendar.print_words import (  # noqa: PLC0415 - when wanted
            calendar_words,
        )

        entries = self._within(self._read_rows())
        return calendar_words(self._times, self._due, self.view, self.span, entries)

    def conversations(self) -> list[int]:
        """Return the conversations of the days shown, in order."""
        return self._ids

    def engagements(self) -> list[int]:
        """Return the appointments and events of the days shown."""
        return [one.key.id for one in self._own if isinstance(one.key, EngagementKey)]

    def say_waiting(self, count: int) -> None:
        """Say how many wait in the left column while it is hidden; 0 says nothing."""
        if count != self._hidden_waiting:
            self._hidden_waiting = count
            self.refresh()

    def show_side(self, *, shown: bool) -> None:
        """Name what the header's button would do with the left column."""
        self.header.show_side(shown=shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the header use shorter words in a narrow pane."""
        super().resizeEvent(event)
        self.header.set_room(event.size().width())


def _like(day: date, span: WeekSpan) -> date:
    """Return the day of the span's month with the same number, or the last one."""
    month = span.month or span.first
    following = (month + timedelta(days=31)).replace(day=1)
    return month.replace(day=min(day.day, (following - timedelta(days=1)).day))
