"""The views of the calendar in one place: hours, month, agenda. One of them is shown.

Hands on what they ask for, whichever it is. Month and agenda are made when first wanted.
"""

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from infoview_gui.panes.calendar.span import View
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.theme import Theme
from infoview_gui.widgets.entry_steps import EntrySteps
from infoview_gui.widgets.week_view import WeekView

if TYPE_CHECKING:
    from infoview_gui.widgets.agenda_view import AgendaView
    from infoview_gui.widgets.month_view import MonthView

    Shown = WeekView | MonthView | AgendaView


class Views(QStackedWidget):
    """Exactly one view is seen; verbs and questions go to it."""

    create_requested = Signal(object, int)
    open_requested = Signal(object)
    chosen = Signal(object)
    move_requested = Signal(object, object)
    resize_requested = Signal(object, int)
    refused = Signal(object)
    delete_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    due_requested = Signal(object)
    day_requested = Signal(object)
    agenda_requested = Signal(object)
    month_requested = Signal(object)
    turn_requested = Signal(int)
    made = Signal(object)
    """A view that was wanted for the first time."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._times = theme, times
        self._minutes, self._numbered = 15, False
        self.week = WeekView(theme, now=times.now, parent=self)
        self._month: MonthView | None = None
        self._agenda: AgendaView | None = None
        self._take_in(self.week)
        self.setFocusProxy(self.week)
        self.week.resize_requested.connect(self.resize_requested)
        self.week.week_requested.connect(self.turn_requested)
        self.week.day_requested.connect(self.day_requested)
        self.week.agenda_requested.connect(self.agenda_requested)

    @property
    def month(self) -> "MonthView":
        """The month, made now if need be."""
        if self._month is None:
            from infoview_gui.widgets.month_view import MonthView  # noqa: PLC0415 - when wanted

            self._month = MonthView(self._theme, now=self._times.now, parent=self)
            self._month.resize_requested.connect(self.resize_requested)
            self._month.show_week_numbers(shown=self._numbered)
            self._month.day_requested.connect(self.day_requested)
            self._month.month_requested.connect(self.month_requested)
            self._take_in(self._month)
        return self._month

    @property
    def agenda(self) -> "AgendaView":
        """The agenda, made now if need be."""
        if self._agenda is None:
            from infoview_gui.widgets.agenda_view import AgendaView  # noqa: PLC0415 - when wanted

            self._agenda = AgendaView(self._theme, now=self._times.now, parent=self)
            self._agenda.resize_requested.connect(self.resize_requested)
            self._agenda.due_requested.connect(self.due_requested)
            self._agenda.turn_requested.connect(self.turn_requested)
            self._take_in(self._agenda)
        return self._agenda

    def _take_in(self, view: "Shown") -> None:
        view.setLocale(self._times.locale)
        view.set_default_minutes(self._minutes)
        view.steps.after = self._times.after
        view.create_requested.connect(self.create_requested)
        view.open_requested.connect(self.open_requested)
        view.chosen.connect(self.chosen)
        view.move_requested.connect(self.move_requested)
        view.refused.connect(self.refused)
        view.delete_requested.connect(self.delete_requested)
        view.menu_requested.connect(self.menu_requested)
        self.addWidget(view)
        self.made.emit(view)

    # -- the one that is shown

    def shown(self) -> "Shown":
        """Return the view that is seen."""
        return cast("Shown", self.currentWidget())

    def show_view(self, view: View) -> None:
        """Show another; the keyboard goes with it."""
        wanted = (
            self.month if view is View.MONTH
            else self.agenda if view is View.AGENDA
            else self.week
        )  # fmt: skip
        if wanted is self.currentWidget():
            return
        had = self.window().focusWidget() is self.currentWidget()
        self.setCurrentWidget(wanted)
        self.setFocusProxy(wanted)
        if had:
            wanted.setFocus()

    @property
    def steps(self) -> EntrySteps:
        """The steps of the chosen entry."""
        return self.shown().steps

    def choose(self, key: object) -> None:
        """Choose an entry and bring it into view."""
        self.shown().choose(key)

    def chosen_key(self) -> object:
        """Return the key of the chosen entry, or None."""
        return self.shown().chosen_key()

    def go(self, moment: datetime) -> None:
        """Go to a moment: to its slot, day or first line, and to what lies there."""
        self.shown().go_to(moment)

    def cursor_slot(self) -> datetime:
        """Return when something new would begin."""
        return self.shown().cursor_slot()

    def set_default_minutes(self, minutes: int) -> None:
        """Set the length of what is created by double-click or key."""
        self._minutes = minutes
        for view in (self.week, self._month, self._agenda):
            if view is not None:
                view.set_default_minutes(minutes)

    def number_weeks(self, *, shown: bool) -> None:
        """Number the weeks of the month, or not."""
        self._numbered = shown
        if self._month is not None:
            self._month.show_week_numbers(shown=shown)
