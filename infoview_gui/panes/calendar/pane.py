"""The Calendar pane: puts month, waiting list and week together and connects their verbs.

Changes go through ``CalendarVerbs``. Asks the window for dialogs and for other panes; must not
know them.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.calendar.actions import VIEWS, CalendarActions, Chosen
from infoview_gui.panes.calendar.calendars_menu import CalendarsMenu
from infoview_gui.panes.calendar.clip import Clip
from infoview_gui.panes.calendar.due_days import DueDays
from infoview_gui.panes.calendar.foreign import OtherCalendars
from infoview_gui.panes.calendar.habits import Habits
from infoview_gui.panes.calendar.page import CalendarPage
from infoview_gui.panes.calendar.second_zone import SecondZone
from infoview_gui.panes.calendar.side import CalendarSide
from infoview_gui.panes.calendar.timing import Timing
from infoview_gui.panes.calendar.verbs import CalendarVerbs
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.follow_ups import Status
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.theme import Theme
from infoview_gui.widgets.entry_steps import EntrySteps

FOLD_BELOW = 1000
_MINUTES = 15
_TABLES = ("conversation", "participant", "person")


class CalendarPane(QWidget):
    """A week of conversations."""

    place_requested = Signal(object)
    said = Signal(str)
    new_conversation_at_requested = Signal(object, object)
    """Start (ms since 1970 UTC) or None, and minutes."""
    edit_requested = Signal(object)
    """Id of the conversation to change."""
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
        self._minutes = _MINUTES
        self._verbs = CalendarVerbs(services, times, self.said.emit)
        self._habits = Habits()
        self._waiting_id: int | None = None
        self._lost: object = None
        self._newest: int | None = None
        self._side = CalendarSide(theme, times, self)
        preferences = preferences or Preferences(parent=self)
        self._others = OtherCalendars(services, times, preferences, self)
        self._due = DueDays(services, times)
        self._page = CalendarPage(theme, times, self._others, self._due, self)
        self._calendars = CalendarsMenu(self._others, preferences, self)
        self._views = self._page.views
        clip = Clip(services, times)
        self._timing = Timing(self._page, self._verbs, clip, times, self._current)
        self._second_zone = SecondZone(self._page.zones_near, self)
        self._actions = CalendarActions(self, self._slots())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._side)
        row.addWidget(self._page, 1)
        self.setFocusProxy(self._views)
        self._connect_parts()
        feed.changed.connect(self._on_changed)
        self._refresh()
        self._on_span_changed()

    # -- what the window uses

    def show_item(self, item_id: int | None) -> None:
        """Go to a conversation's week, or to its card while it waits for a time, and choose it."""
        record = reading.conversation(item_id) if item_id is not None else None
        if record is None:
            self._views.setFocus(Qt.FocusReason.OtherFocusReason)
        elif record.began_at is None:
            self._refresh()
            self._show_side(shown=True)
            self._side.focus_on(record.id)
        else:
            self._follow(record.id, record.began_at)
            self._views.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_actions(self) -> list[QAction]:
        """Return every verb of the pane."""
        return self._actions.all

    def shown_conversations(self) -> list[int]:
        """Return the conversations of the days shown, for an export."""
        return self._page.conversations()

    def chosen_conversation(self) -> int | None:
        """Return the conversation that is chosen, for an export."""
        return self._current()

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
        self._show_week_numbers(shown=self._habits.week_numbers)
        self._page.go_to(self._times.today())
        self._lay_out_side()

    def leave(self) -> None:
        """Do nothing: nothing is typed here that could wait for the disk."""

    # -- building

    def _slots(self) -> dict[str, Callable[[], object]]:
        page, timing = self._page, self._timing
        return {
            "new": self._on_new,
            "open": self._on_open,
            "notes": self._on_notes,
            "start": self._on_start,
            "cancel": self._on_cancel,
            "missed": self._on_missed,
            "take_up": self._on_take_up,
            "delete": self._on_delete,
            "save_file": self._on_save_file,
            "invite": self._on_invite,
            "calendars": self._on_calendars,
            "earlier": partial(timing.step, EntrySteps.earlier),
            "later": partial(timing.step, EntrySteps.later),
            "day_back": partial(timing.step, EntrySteps.day_back),
            "day_on": partial(timing.step, EntrySteps.day_on),
            "longer": partial(timing.step, EntrySteps.longer),
            "shorter": partial(timing.step, EntrySteps.shorter),
            "today": page.go_to_today,
            "previous": page.turn_back,
            "next": page.turn_on,
            "days": page.toggle_days,
            "cut": partial(timing.copy, cut=True),
            "copy": partial(timing.copy, cut=False),
            "paste": timing.paste,
            "move_to": timing.ask,
            "print": self._on_print,
            **{name: partial(page.use_view, view) for name, view in VIEWS.items()},
            "week_numbers": self._on_week_numbers,
            "side": self._on_toggle_side,
            "zoom_in": page.zoom_in,
            "zoom_out": page.zoom_out,
            "zoom_usual": page.zoom_usual,
        }

    def _connect_parts(self) -> None:
        self._actions.add_to(self, "notes", "today", "previous", "next", "days", "side")
        self._actions.add_to(self, "zoom_in", "zoom_out", "zoom_usual")
        self._actions.add_to(self, *VIEWS, "print")
        self._actions.add_to(self._views, "new", "delete", "cut", "copy", "paste", "move_to")
        self._actions.add_menu(self._second_zone.menu, "calendars")
        self._second_zone.chosen.connect(self._page.use_second_zone)
        self._timing.changed.connect(self._refresh_and_follow)
        self._timing.placed.connect(self.show_item)
        self._timing.said.connect(self.said)
        self._page.move_field.taken.connect(self._timing.move_and_show)
        self._actions.add_to(self._side.waiting_list, "delete", "copy", "cut", "move_to")
        self._page.span_changed.connect(self._on_span_changed)
        self._page.side_requested.connect(self._on_toggle_side)
        self._page.new_requested.connect(self._on_new)
        self._side.day_chosen.connect(self._on_day_chosen)
        self._page.header.calendars_requested.connect(self._on_calendars)
        self._calendars.add_requested.connect(self.calendar_wanted)
        self._calendars.settings_requested.connect(self.settings_requested)
        self._others.changed.connect(self._page.refresh)
        self._others.said.connect(self.said)
        self._side.open_requested.connect(self.edit_requested)
        self._side.menu_requested.connect(self._on_menu_requested)
        self._side.chosen.connect(self._on_waiting_chosen)
        self._side.waiting_list.carried.connect(self._timing.carry)
        self._side.waiting_list.dropped.connect(self._timing.drop)
        self._side.waiting_list.let_go.connect(self._timing.let_go)
        self._side.waiting_list.emptied.connect(self._views.setFocus)
        self._views.due_requested.connect(self.place_requested)
        self._views.create_requested.connect(self._on_create_requested)
        self._views.open_requested.connect(self._on_open_requested)
        self._views.chosen.connect(self._on_chosen)
        self._views.move_requested.connect(self._timing.move)
        self._views.resize_requested.connect(self._timing.stretch)
        self._views.refused.connect(self._on_refused)
        self._views.delete_requested.connect(self._on_delete)
        self._views.menu_requested.connect(self._on_menu_requested)

    # -- what is shown and chosen

    def _on_changed(self, changes: Changes) -> None:
        if changes.touch(*_TABLES):
            self._refresh_and_follow()
        if self._newest is not None and changes.origin is Origin.COMMAND:
            self._show_new(changes.ids("conversation") or frozenset())

    def _show_new(self, changed: frozenset[int]) -> None:
        """Choose the conversation that was planned because this pane asked for one."""
        added = [one for one in changed if self._newest is not None and one > self._newest]
        if added and self.isVisible():
            self._newest = None
            self.show_item(added[0])

    def _ask_for_new(self, start: int | None, minutes: int) -> None:
        self._newest = max(reading.all_conversation_ids(), default=0)
        self.new_conversation_at_requested.emit(start, minutes)

    def _refresh_and_follow(self) -> None:
        """Read anew; what was chosen stays chosen wherever it went, and when it comes back."""
        chosen = self._current()
        lost = self._lost
        self._refresh()
        self._lost = lost if chosen is None else None
        wanted = chosen if chosen is not None else lost
        if wanted is None or self._views.chosen_key() is not None:
            return
        record = reading.conversation(wanted) if isinstance(wanted, int) else None
        if record is None:
            self._lost = wanted
        elif record.began_at is not None:
            self._lost = None
            self._follow(record.id, record.began_at)
            if self.isVisible():
                self._views.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.isVisible() and self._side.focus_on(record.id):
            self._lost = None

    def _follow(self, conversation_id: int, began_at: int) -> None:
        day = self._times.local(began_at).date()
        if not self._page.span.holds(day):
            self._page.go_to(day)
        else:
            self._page.refresh()
        self._views.choose(conversation_id)

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

    def _on_chosen(self, key: object) -> None:
        if key is not None:
            self._lost = None
            self._waiting_id = None
        self._allow()

    def _on_waiting_chosen(self, conversation_id: int | None) -> None:
        if conversation_id is not None and self._views.chosen_key() is not None:
            self._views.choose(None)
        self._waiting_id = conversation_id
        self._allow()

    def _current(self) -> int | None:
        key = self._views.chosen_key()
        return key if isinstance(key, int) else self._waiting_id

    def _allow(self) -> None:
        current = self._current()
        record = reading.conversation(current) if current is not None else None
        if record is None:
            self._actions.allow(None)
            return
        begun = record.began_at is not None and record.began_at <= self._times.clock()
        self._actions.allow(Chosen(Status(record.status), begun=begun))

    def _on_week_numbers(self) -> None:
        self._show_week_numbers(shown=not self._habits.week_numbers)

    def _show_week_numbers(self, *, shown: bool) -> None:
        self._habits.week_numbers = shown
        self._page.show_week_numbers(shown=shown)
        self._actions.show_week_numbers(shown=shown)

    # -- the left column

    def _on_toggle_side(self) -> None:
        self._show_side(shown=not self._side.isVisibleTo(self))

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

    def changeEvent(self, event: QEvent) -> None:
        """Look at the files of other calendars when the window comes to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._others.look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the files of other calendars alone while nobody looks."""
        super().hideEvent(event)
        self._others.watch(shown=False)

    def set_default_minutes(self, minutes: int) -> None:
        """Propose so many minutes for a new conversation."""
        self._minutes = minutes
        self._views.set_default_minutes(minutes)

    # -- wishes

    def _on_create_requested(self, start: datetime, minutes: int) -> None:
        self._ask_for_new(self._times.moment(start), minutes)

    def _on_new(self) -> None:
        """Plan one in the slot under the cursor, unless that is past."""
        slot = self._times.moment(self._views.cursor_slot())
        self._ask_for_new(slot if slot > self._times.clock() else None, self._minutes)

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
        own = isinstance(key, int)
        (self._actions.entry_menu if own else self._actions.slot_menu).popup(at)

    def _on_open_requested(self, key: object) -> None:
        if isinstance(key, int):
            self.edit_requested.emit(key)
        else:
            self._say_whose(key)

    def _on_refused(self, key: object) -> None:
        if isinstance(key, int):
            self._verbs.refuse(key)
        else:
            self._say_whose(key)

    def _say_whose(self, key: object) -> None:
        """Say of an entry of another calendar why it stays as it is."""
        path = key[0] if isinstance(key, tuple) else ""
        self.said.emit(
            f"This is from “{self._others.title_of(path)}”: it is changed in its own program."
        )

    def _on_calendars(self) -> None:
        button = self._page.header.calendars
        self._calendars.menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_save_file(self) -> None:
        if (current := self._current()) is not None:
            self.calendar_file_requested.emit(current)

    def _on_invite(self) -> None:
        if (current := self._current()) is not None:
            self.invitation_requested.emit(current)

    def _on_day_chosen(self, day: date) -> None:
        self._page.go_to(day)

    def _on_open(self) -> None:
        if (current := self._current()) is not None:
            self.edit_requested.emit(current)

    def _on_notes(self) -> None:
        if (current := self._current()) is not None:
            self.place_requested.emit(Place(places.INTERVIEWS, current))

    def _on_start(self) -> None:
        if (current := self._current()) is not None:
            self._verbs.start(current)
            self.place_requested.emit(Place(places.INTERVIEWS, current))

    def _on_cancel(self) -> None:
        if (current := self._current()) is not None:
            self._verbs.cancel(current)

    def _on_missed(self) -> None:
        if (current := self._current()) is not None:
            self._verbs.missed(current)

    def _on_take_up(self) -> None:
        if (current := self._current()) is not None:
            self._verbs.take_up(current)

    def _on_delete(self) -> None:
        if (current := self._current()) is not None:
            self._verbs.delete(current)
            self._refresh_and_follow()
