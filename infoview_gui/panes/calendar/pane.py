"""The Calendar pane: puts month, waiting list and week together and connects their verbs.

What can be done with an entry its sort knows (``keys``). Asks the window for dialogs and for other
panes; must not know them.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_gui.panes.calendar.actions import VIEWS, CalendarActions
from infoview_gui.panes.calendar.calendars_menu import CalendarsMenu
from infoview_gui.panes.calendar.choice import Choice
from infoview_gui.panes.calendar.due_days import DueDays
from infoview_gui.panes.calendar.engagement_verbs import EngagementVerbs
from infoview_gui.panes.calendar.foreign import OtherCalendars
from infoview_gui.panes.calendar.habits import Habits
from infoview_gui.panes.calendar.keys import EngagementKey, ForeignVerbs, Layer, Sorts
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.calendar.page import CalendarPage
from infoview_gui.panes.calendar.second_zone import SecondZone
from infoview_gui.panes.calendar.side import CalendarSide
from infoview_gui.panes.calendar.timing import Timing
from infoview_gui.panes.calendar.verbs import CalendarVerbs
from infoview_gui.panes.calendar.wishes import Wishes
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme

FOLD_BELOW = 1000
_TABLES = ("conversation", "participant", "person", "engagement", "attendance")
_DUE_TABLES = ("task", "letter", "activity", "settled", "event", "insight", "opening", "capture")
"""On these it hangs, beside those, what is due."""


class CalendarPane(QWidget):
    """A week of conversations."""

    place_requested = Signal(object)
    said = Signal(str)
    new_conversation_at_requested = Signal(object, object)
    """Start (ms since 1970 UTC) or None, and minutes."""
    edit_requested = Signal(object)
    """Id of the conversation to change."""
    conversation_chosen = Signal()
    """Another conversation is chosen, or none."""
    new_engagement_requested = Signal(object, object)
    """Kind of engagement, and start (ms since 1970 UTC)."""
    engagement_requested = Signal(object)
    """Id of the appointment or event to change."""
    people_met_requested = Signal(object)
    """Id of the event at which people were met."""
    calendar_file_requested = Signal(object)
    """Id of the conversation that is to become a calendar file."""
    invitation_requested = Signal(object)
    """Id of the conversation to invite to."""
    calendar_wanted = Signal()
    """A calendar file of another program is to be chosen and shown."""
    settings_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        parent: QWidget | None = None,
        *,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._times = theme, times
        self._habits = Habits()
        self._here = True
        self._talk: int | None = None
        preferences = preferences or Preferences(parent=self)
        self._layers = layers = Layers(times, self)
        self._others = others = OtherCalendars(services, times, preferences, self)
        self._calendars = CalendarsMenu(others, preferences, self)
        self._side = CalendarSide(theme, times, layers, others, preferences, self._calendars, self)
        self._due = DueDays(services, times)
        self._page = CalendarPage(theme, times, layers, others, self._due, self)
        self._views = self._page.views
        say = self.said.emit
        verbs = CalendarVerbs(services, times, say, self.edit_requested.emit)
        engaged = EngagementVerbs(services, times, say, self.engagement_requested.emit)
        self._sorts = Sorts((verbs, engaged, ForeignVerbs(others.title_of, say)))
        self._choice = Choice(self._page, self._side, layers, self._sorts, times, self._refresh)
        current = self._choice.current
        self._timing = Timing(self._page, self._sorts, times, current)
        self._wishes = Wishes(self._views, self._sorts, verbs, times, current)
        self._second_zone = SecondZone(self._page.zones_near, self)
        self._actions = CalendarActions(self, self._slots())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._side)
        row.addWidget(self._page, 1)
        self._connect_parts()
        feed.changed.connect(self._on_changed)
        self._refresh()
        self._on_span_changed()

    # -- what the window uses

    def show_item(self, item_id: int | None) -> None:
        """Go to a conversation's week, or to its card while it waits for a time, and choose it."""
        self._choice.show(item_id)

    def show_engagement(self, engagement_id: int) -> None:
        """Go to the days of an appointment or an event, and choose it."""
        self._choice.show(EngagementKey(engagement_id))

    def new_engagement(self, kind: str) -> None:
        """Ask for an appointment or an event in the slot under the cursor."""
        self._wishes.new_engagement(kind)

    def menu_actions(self) -> list[QAction]:
        """Return every verb of the pane."""
        return self._actions.all

    def shown_engagements(self) -> list[int]:
        """Return the appointments and events of the days shown, for an export."""
        return self._page.engagements()

    def shown_conversations(self) -> list[int]:
        """Return the conversations of the days shown, for an export."""
        return self._page.conversations()

    def chosen_conversation(self) -> int | None:
        """Return the conversation that is chosen, for an export."""
        key = self._choice.current()
        return key if isinstance(key, int) else None

    def save_state(self) -> dict[str, object]:
        """Return days shown, zoom and whether the left column is shown (wide, narrow)."""
        self._habits.days = self._page.usual_days
        self._habits.view = self._page.view
        self._habits.second_zone = self._second_zone.zone
        self._habits.hour_height = self._page.week.hour_height()
        return self._habits.as_json()

    def restore_state(self, state: dict[str, object]) -> None:
        """Take habits up again; garbage is ignored."""
        self._habits = Habits.from_json(state)
        self._page.week.set_hour_height(self._habits.hour_height)
        if self._habits.days != self._page.usual_days:
            self._page.use_days(self._habits.days)
        if self._habits.view is not self._page.view:
            self._page.use_view(self._habits.view)
        self._second_zone.use(self._habits.second_zone)
        self._layers.hide(self._habits.hidden)
        self._show_week_numbers(shown=self._habits.week_numbers)
        self._page.go_to(self._times.today())
        self._lay_out_side()

    def leave(self) -> None:
        """Do nothing: nothing is typed here that could wait for the disk."""

    # -- building

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            **self._wishes.slots(),
            **self._timing.slots(),
            **self._page.slots(),
            "calendars": self._on_calendars,
            "print": self._on_print,
            "week_numbers": self._on_week_numbers,
            "side": self._on_toggle_side,
        }

    def _connect_parts(self) -> None:
        self._actions.add_to(self, "notes", "today", "previous", "next", "days", "side")
        self._actions.add_to(self, "zoom_in", "zoom_out", "zoom_usual")
        self._actions.add_to(self, *VIEWS, "print")
        self._actions.add_to(self._views, "new", "met", "delete", "cut", "copy", "paste", "move_to")
        self._actions.add_to(self._views, "take_time")
        self._actions.add_menu(self._second_zone.menu, "calendars")
        self._second_zone.chosen.connect(self._page.use_second_zone)
        self._timing.changed.connect(self._choice.refresh_and_follow)
        self._timing.placed.connect(self._choice.show)
        self._timing.said.connect(self.said)
        self._page.move_field.taken.connect(self._timing.move_and_show)
        self._actions.add_to(self._side.waiting_list, "delete", "copy", "cut", "move_to")
        self._page.span_changed.connect(self._on_span_changed)
        self._page.side_requested.connect(self._on_toggle_side)
        self._page.new_requested.connect(self._wishes.new)
        self._page.all_requested.connect(self._on_all)
        self._layers.changed.connect(self._on_layers)
        self._connect_wishes()
        self._side.day_chosen.connect(self._on_day_chosen)
        self._page.header.calendars_requested.connect(self._on_calendars)
        self._calendars.add_requested.connect(self.calendar_wanted)
        self._calendars.settings_requested.connect(self.settings_requested)
        self._others.changed.connect(self._page.refresh)
        self._others.said.connect(self.said)
        self._side.open_requested.connect(self.edit_requested)
        self._side.menu_requested.connect(self._on_menu_requested)
        self._side.waiting_list.carried.connect(self._timing.carry)
        self._side.waiting_list.dropped.connect(self._timing.drop)
        self._side.waiting_list.let_go.connect(self._timing.let_go)
        self._side.waiting_list.emptied.connect(self._views.setFocus)
        self._views.due_requested.connect(self.place_requested)
        self._views.create_requested.connect(self._wishes.create)
        self._views.open_requested.connect(self._wishes.open)
        self._choice.changed.connect(self._allow)
        self._choice.column_wanted.connect(self._on_column_wanted)
        self._views.move_requested.connect(self._timing.move)
        self._views.resize_requested.connect(self._timing.stretch)
        self._views.refused.connect(self._wishes.refuse)
        self._views.delete_requested.connect(self._wishes.delete)
        self._views.menu_requested.connect(self._on_menu_requested)

    def _connect_wishes(self) -> None:
        wishes = self._wishes
        wishes.changed.connect(self._choice.refresh_and_follow)
        wishes.added.connect(self._choice.show)
        wishes.place_requested.connect(self.place_requested)
        wishes.new_conversation_at_requested.connect(self.new_conversation_at_requested)
        wishes.new_engagement_requested.connect(self.new_engagement_requested)
        wishes.people_met_requested.connect(self.people_met_requested)
        wishes.calendar_file_requested.connect(self.calendar_file_requested)
        wishes.invitation_requested.connect(self.invitation_requested)

    # -- what is shown and chosen

    def _on_changed(self, changes: Changes) -> None:
        if changes.touch(*_TABLES):
            self._choice.refresh_and_follow()
        elif self.isVisible() and changes.touch(*_DUE_TABLES):
            self._due.forget()
            self._page.refresh()
        self._wishes.notice(changes)

    def _refresh(self) -> None:
        self._due.forget()
        self._side.show_waiting(reading.undated_conversations())
        self._side.mark_days()
        self._page.refresh()
        self._say_waiting()
        self._allow()

    def _say_waiting(self) -> None:
        hidden = not self._side.isVisibleTo(self)
        self._page.say_waiting(self._side.waiting if hidden else 0)

    def _on_span_changed(self) -> None:
        self._side.show_span(self._page.span)
        self._actions.show_view(self._page.view, self._page.span)

    def act_on_screen(self, *, here: bool, conversation: int | None) -> None:
        """Let the verbs for an entry be chosen only while the calendar is shown."""
        del conversation
        if here != self._here:
            self._here = here
            self._allow()

    def _allow(self) -> None:
        current = self._choice.current()
        self._actions.allow(self._sorts.fitting(current) if self._here else ())
        talk = current if isinstance(current, int) else None
        if talk != self._talk:
            self._talk = talk
            self.conversation_chosen.emit()

    def _on_week_numbers(self) -> None:
        self._show_week_numbers(shown=not self._habits.week_numbers)

    def _show_week_numbers(self, *, shown: bool) -> None:
        self._habits.week_numbers = shown
        self._page.show_week_numbers(shown=shown)
        self._actions.show_week_numbers(shown=shown)

    # -- the left column

    def _on_toggle_side(self) -> None:
        self._show_side(shown=not self._side.isVisibleTo(self))

    def _on_column_wanted(self) -> None:
        self._show_side(shown=True)

    def _show_side(self, *, shown: bool) -> None:
        if self.width() < FOLD_BELOW:
            self._habits.side_when_narrow = shown
        else:
            self._habits.side = shown
        self._lay_out_side()

    def _lay_out_side(self) -> None:
        narrow = self.width() < FOLD_BELOW
        shown = self._habits.side_when_narrow if narrow else self._habits.side
        if shown != self._side.isVisibleTo(self):
            focus = self.window().focusWidget()
            if focus is not None and self._side.isAncestorOf(focus):
                self._views.setFocus(Qt.FocusReason.OtherFocusReason)
            self._side.setVisible(shown)
            self._say_waiting()
        self._page.show_side(shown=shown)
        self._actions.show_side(shown=shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the days shown."""
        # Not by a focus proxy: past one Tab leads at once, and over all that stands before it.
        self._views.setFocus(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the line in the pixel that column and week leave free."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        if self._side.isVisible():
            line = self._side.geometry().adjusted(-1, 0, 1, 0)
            painter.fillRect(line, self._theme.colour("border"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the left column away where there is no room for it."""
        super().resizeEvent(event)
        self._lay_out_side()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what is true now."""
        super().showEvent(event)
        self._refresh()
        self._others.watch(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the files of other calendars alone while nobody looks."""
        super().hideEvent(event)
        self._others.watch(shown=False)

    def set_default_minutes(self, minutes: int) -> None:
        """Propose so many minutes for a new conversation."""
        self._wishes.set_default_minutes(minutes)
        self._views.set_default_minutes(minutes)

    def _on_print(self) -> None:
        """Show the days on paper, to be read, printed or saved."""
        from infoview_gui.pages.calendar_sheet import CalendarSheet, lying  # noqa: PLC0415 - late
        from infoview_gui.pages.paper import paper_of  # noqa: PLC0415
        from infoview_gui.panes.calendar.print_dialog import PrintDialog  # noqa: PLC0415

        words, paper = self._page.words(), paper_of(self._times.locale)
        sheet = CalendarSheet(self._theme, words, lying(paper) if words.names else paper)
        dialog = PrintDialog(self._theme, sheet, self.window())
        dialog.said.connect(self.said)
        dialog.open()

    def _on_menu_requested(self, key: object, at: QPoint) -> None:
        sort = self._sorts.of(key)
        self._actions.menus[sort.menu if sort is not None else "slot"].popup(at)

    def _on_calendars(self) -> None:
        button = self._page.header.calendars
        self._calendars.menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_day_chosen(self, day: date) -> None:
        self._page.go_to(day)

    def _on_all(self) -> None:
        self._layers.hide(())

    def _on_layers(self) -> None:
        self._habits.hidden = self._layers.hidden
        self._due.show(shown=Layer.DUE not in self._layers.hidden)
        self._page.refresh()
        self._allow()
