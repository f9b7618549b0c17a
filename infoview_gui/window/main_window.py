"""The main window: rail, strip, panes, status bar, and the connections between them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted, people_words
from infoview_gui.panes.places import Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.services.running import running
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.theme import Theme
from infoview_gui.widgets.rail import Rail
from infoview_gui.window.commands import Commands
from infoview_gui.window.dialogs import Dialogs
from infoview_gui.window.palette_memory import PaletteMemory
from infoview_gui.window.pane import (
    CountsDue,
    ExportsConversations,
    ExportsPeople,
    HasEngagements,
    PlansConversations,
    ShowsDue,
    ShowsPerson,
)
from infoview_gui.window.pane_maker import Answers, PaneMaker
from infoview_gui.window.pane_stack import PaneStack
from infoview_gui.window.safekeeping import Safekeeping
from infoview_gui.window.sample_band import SampleBand
from infoview_gui.window.state import WindowState
from infoview_gui.window.status import StatusBar
from infoview_gui.window.top_strip import TopStrip

if TYPE_CHECKING:
    from infoview_gui.panes.call_clock import CallClock
    from infoview_gui.window.damage import Good
    from infoview_gui.window.mini_window import MiniWindow
    from infoview_gui.window.palette import Palette
    from infoview_gui.window.reminder_bar import ReminderBar
    from infoview_gui.window.reminders import Reminder, Reminders

FOLD_BELOW = 1100
KEEP_AFTER_MS = 2000
TITLE_BAR = 32
"""Room that the system's title bar may take."""
_RAIL = (
    (places.TODAY, "sun", "Today"),
    (places.PEOPLE, "users", "People"),
    (places.CALENDAR, "calendar", "Calendar"),
    (places.INTERVIEWS, "notebook-pen", "Interviews"),
    (places.LETTERS, "mail", "Letters"),
)


class MainWindow(QMainWindow):
    """One window on one database."""

    sample_requested = Signal()
    """Show the sample data in place of these."""
    sample_left = Signal()
    """Show the own data again."""
    painted = Signal()
    """The first picture is on the screen; what it does not show follows."""
    restore_prepared = Signal(object)
    """A Prepared: close the database and put it in place."""
    _reminders: "Reminders | None" = None
    """After the start; nobody is reminded of sample data."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        state: WindowState,
        preferences: Preferences | None = None,
        *,
        sample: bool = False,
        backup_folder: Callable[[], Path] | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._feed = feed
        self._times = times
        self._preferences = preferences or Preferences(parent=self)
        self._sample = sample
        self._closing_now = False
        self._state_file = state
        self._state = state.load()
        self._unsaved: dict[QObject, str] = {}
        self._memory = PaletteMemory()
        self._memory.restore_state(self._state.get("palette"))
        self._palette: Palette | None = None
        usual = services.store.path.parent / "backups"
        self._backup_folder = backup_folder or (lambda: usual)
        self._maker = PaneMaker(
            theme,
            services,
            feed,
            times,
            self._preferences,
            lambda: self._clock,
            self._backup_folder,
        )
        self.setWindowTitle("Infoview – sample data" if sample else "Infoview")
        # So that a crash, too, comes back to where one was.
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        self._build()
        self._dialogs = Dialogs(self, theme, services, times, self._preferences)
        self._dialogs.said.connect(self.say)
        self._dialogs.place_requested.connect(self.show_place)
        self._safekeeping = Safekeeping(
            self,
            theme,
            services,
            times,
            self._backup_folder,
            self.save_typed,
        )
        self._safekeeping.said.connect(self.say)
        self._safekeeping.restore_prepared.connect(self.restore_prepared)
        self.commands = Commands(self, services, self._dialogs, self._preferences, sample=sample)
        self._connect_commands()
        feed.changed.connect(self._on_changed)
        times.changed.connect(self._on_zone_changed)
        self._preferences.changed.connect(self._on_preferences)
        self._preferences.said.connect(self.say)
        self._is_painted = False
        self._restore()
        if not self._panes.is_half_shown:
            self._show_counts()

    def _connect_commands(self) -> None:
        self._panes.verbs_known.connect(self.commands.adopt)
        self.commands.back_up_requested.connect(self._safekeeping.back_up)
        self.commands.restore_requested.connect(self._safekeeping.restore)
        self.commands.sample_requested.connect(self.sample_requested)
        self.commands.sample_left.connect(self.sample_left)
        self.commands.place_requested.connect(self.show_place)
        self.commands.export_requested.connect(self.export_people)
        self.commands.export_conversations_requested.connect(self.export_conversations)
        self.commands.search_requested.connect(self.search)
        self.commands.engagement_requested.connect(self._on_new_engagement)
        self.commands.letter_requested.connect(self._on_new_letter)
        self.commands.travel_requested.connect(self.leave)
        self.commands.said.connect(self.say)

    # -- what others ask of the window

    def say(self, text: str) -> None:
        """Show a sentence in the status bar."""
        self._status.say(text)

    def show_place(self, place: Place) -> None:
        """Choose a pane and show something in it; the focus goes there."""
        if self._panes.choose(place.pane):
            self._rail.choose(place.pane)
            self._keeping.start()
        self._memory.go(place)
        self._panes.show_in_pane(place)

    def search(self) -> None:
        """Open the search palette."""
        self._make_palette().open()

    def import_files(self, files: Sequence[Path]) -> None:
        """Begin an import with these files."""
        self._dialogs.import_files(files)

    def come_forward(self, files: Sequence[Path]) -> None:
        """The program was started again: show this window, and import what that start was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if files:
            self.import_files(files)

    def export_people(self) -> None:
        """Export the people of the People pane as it is filtered, or all."""
        people = self._panes.built(places.PEOPLE)
        shown = people.exported_ids() if isinstance(people, ExportsPeople) else None
        self._dialogs.export_people(shown)

    def export_conversations(self) -> None:
        """Export conversations of the pane that is shown, or all."""
        pane = self._panes.shown
        here = pane if isinstance(pane, ExportsConversations) else None
        beside = pane.shown_engagements() if isinstance(pane, HasEngagements) else ()
        self._dialogs.export_conversations(
            here.shown_conversations() if here is not None else (),
            here.chosen_conversation() if here is not None else None,
            beside,
        )

    def leave(self) -> None:
        """Put everything that is typed on disk; safe to call twice."""
        self._panes.leave()
        self._services.store.flush()
        self._preferences.flush()

    def save_typed(self) -> bool:
        """Put what is typed on disk as far as that is possible; say whether all of it is there.

        Never raises: it is asked when something has gone wrong already.
        """
        try:
            self.leave()
        except Exception:  # noqa: BLE001 - the other panes are tried, and the answer is no
            self._panes.leave_what_can()
            return False
        return not self._status.trouble

    def close_now(self) -> None:
        """Close without a question, as when the desktop ends."""
        self._closing_now = True
        self.close()

    def tell_damage(self, good: "Good | None") -> None:
        """Say that the database is damaged, and offer the newest good backup."""
        self._safekeeping.tell_damage(good)

    # -- building

    def _build(self) -> None:
        strip = self._strip = TopStrip(self._theme, self)
        self._search_field = strip.search
        strip.new_person_requested.connect(self._on_new_person)
        strip.new_conversation_requested.connect(self._on_new_conversation)
        strip.new_engagement_requested.connect(self._on_new_engagement)
        strip.new_letter_requested.connect(self._on_new_letter)
        strip.new_task_requested.connect(self._on_new_task)
        self._rail = Rail(self._theme, self)
        for key, icon, text in _RAIL:
            self._rail.add(key, icon, text)
        self._rail.chosen.connect(self._on_rail_chosen)
        self._rail.add_command("settings", "Settings").clicked.connect(self._on_settings)
        self._panes = PaneStack(self._maker, self._answers, self._state, self)
        # As wide as is left, not as it would like: else the rail would be squeezed for it.
        self._panes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._status = StatusBar(self._theme, self)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addWidget(self._panes, 1)
        whole = QWidget(self)
        column = self._column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._sample:
            band = SampleBand(self._theme, self)
            band.left.connect(self.sample_left)
            column.addWidget(band)
        column.addWidget(strip)
        column.addLayout(body, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self._status)

    def _answers(self) -> Answers:
        """Return what the window does about the requests of panes."""
        return {
            "place_requested": self.show_place,
            "said": self.say,
            "conversation_chosen": self._panes.tell_chosen,
            "new_person_requested": self._dialogs.new_person,
            "new_conversation_requested": self._dialogs.new_conversation,
            "new_task_requested": self._dialogs.new_task,
            "new_conversation_at_requested": self._dialogs.new_conversation_at,
            "new_letter_requested": self._dialogs.new_letter,
            "letter_requested": self._dialogs.write_letter,
            "answer_requested": self._dialogs.log_answer,
            "templates_requested": self._dialogs.letter_templates,
            "edit_requested": self._dialogs.edit_conversation,
            "new_engagement_requested": self._dialogs.new_engagement,
            "engagement_requested": self._dialogs.edit_engagement,
            "people_met_requested": self._dialogs.people_met,
            "calendar_file_requested": self._dialogs.calendar_file,
            "invitation_requested": self._dialogs.invitation,
            "calendar_wanted": self._dialogs.choose_calendar,
            "settings_requested": self._dialogs.settings,
            "import_requested": self._dialogs.choose_import,
            "export_requested": self._dialogs.export_people,
            "sample_requested": self.sample_requested.emit,
            "mini_requested": self._show_mini,
            "saving_changed": self._on_saving_changed,
            "due_changed": self._on_due_changed,
        }

    def _on_painted(self) -> None:
        self.painted.emit()
        self._build_rest()

    @cached_property
    def _clock(self) -> "CallClock":
        from infoview_gui.panes.call_clock import CallClock  # noqa: PLC0415 - when first wanted

        return CallClock(self._services, self._feed, self)

    @cached_property
    def _mini(self) -> "MiniWindow":
        from infoview_gui.window.mini_window import MiniWindow  # noqa: PLC0415 - after the start

        mini = MiniWindow(self, self._theme, self._clock)
        mini.restore_state(self._state.get("mini"))
        mini.said.connect(self.say)
        mini.expanded.connect(self._on_mini_expanded)
        mini.moved.connect(self._keeping.start)
        return mini

    def _build_rest(self) -> None:
        """After the first paint: the panes whose verbs and numbers are wanted everywhere."""
        from infoview_gui.window.file_drops import FileDrops  # noqa: PLC0415 - after the start

        self._panes.complete_first()
        self._show_counts()
        self._show_running()
        self._panes.build(key for key, _icon, _text in _RAIL)
        self._on_due_changed()
        self._make_palette()
        if not self._sample:
            self._remind()
        self._services.notes.index()  # what was typed before a crash, too, is to be found
        drops = FileDrops(self)
        drops.dropped.connect(self.import_files)
        drops.refused.connect(self.say)

    def _remind(self) -> None:
        from infoview_gui.window.notices import Notices  # noqa: PLC0415 - after the start
        from infoview_gui.window.reminders import Reminders  # noqa: PLC0415 - as above

        notices = self._notices = Notices(self)
        notices.chosen.connect(self._on_notice)
        self._reminders = reminders = Reminders(
            self._services, self._times, self._preferences, self
        )
        reminders.due.connect(self._on_reminded)
        reminders.stopped.connect(notices.stop)
        reminders.look()

    def _on_reminded(self, told: "Reminder") -> None:
        title, *others = told.lines(self._times)
        self._notices.tell(title, "\n".join(others))
        self._reminder_bar.tell(told)

    @cached_property
    def _reminder_bar(self) -> "ReminderBar":
        from infoview_gui.window.reminder_bar import ReminderBar  # noqa: PLC0415 - once a day

        bar = ReminderBar(self._theme, self._services, self._feed, self._times, self)
        bar.place_requested.connect(self._on_reminder_opened)
        bar.left.connect(self._on_bar_left)
        if self._reminders is not None:
            self._reminders.stopped.connect(bar.stop)
        self._column.insertWidget(self._column.indexOf(self._strip) + 1, bar)
        self.commands.menus.adopt("&View", [bar.open_action, bar.close_action])
        return bar

    def _on_reminder_opened(self, place: Place) -> None:
        self.show_place(place)
        pane = self._panes.shown
        if place.pane == places.TODAY and isinstance(pane, ShowsDue):
            pane.show_due()

    def _on_bar_left(self) -> None:
        """The keyboard was on a bar that is gone: it goes to what is shown."""
        self.show_place(Place(str(self._rail.key)))

    def _on_notice(self) -> None:
        self.come_forward(())
        self.show_place(Place(places.TODAY))

    def _show_running(self) -> None:
        """The countdown above the panes, and the mini window: neither is seen before it runs."""
        from infoview_gui.panes.call_strip import CallStrip  # noqa: PLC0415 - after the start

        call = CallStrip(self._theme, self._clock, self._strip)
        call.place_requested.connect(self.show_place)
        self._strip.show_beside_search(call)
        self.commands.menus.adopt("&View", [self._mini])

    def _make_palette(self) -> "Palette":
        from infoview_gui.window.palette import Palette  # noqa: PLC0415 - after the start

        if self._palette is None:
            commands = self.commands
            self._palette = Palette(
                self._theme,
                self._services,
                self._times,
                self._search_field,
                self._memory,
                commands.menus.all,
                [commands.search, *commands.follow_typing()],
            )
            self._palette.place_requested.connect(self.show_place)
            self._palette.person_wanted.connect(self._on_person_wanted)
            self._palette.task_wanted.connect(self._dialogs.edit_task)
        return self._palette

    # -- slots

    def _on_person_wanted(self, name: str) -> None:
        self._dialogs.new_person(None, name)

    def _on_rail_chosen(self, key: str) -> None:
        self.show_place(Place(key))

    def _on_mini_expanded(self) -> None:
        self.come_forward(())
        self.show_place(Place(places.INTERVIEWS, self._clock.running_id))

    def _on_settings(self) -> None:
        self._dialogs.settings()

    def _on_new_person(self) -> None:
        self._dialogs.new_person(None)

    def _on_new_conversation(self) -> None:
        self._dialogs.new_conversation(None)

    def _on_saving_changed(self, reason: str) -> None:
        """Show what is not on disk, of whichever pane."""
        self._unsaved[self.sender()] = reason
        self._status.show_saving(next(filter(None, self._unsaved.values()), ""))

    def _on_new_task(self) -> None:
        self._dialogs.new_task()

    def _on_new_engagement(self, kind: str) -> None:
        """In the calendar it is written down in the time that is chosen there."""
        pane = self._panes.shown
        if isinstance(pane, HasEngagements):
            pane.new_engagement(kind)
        else:
            self._dialogs.new_engagement(kind)

    def _on_new_letter(self) -> None:
        """Write to the person of the pane that is shown, or to whoever is chosen then."""
        pane = self._panes.shown
        self._dialogs.new_letter(pane.person_id if isinstance(pane, ShowsPerson) else None)

    def _on_due_changed(self) -> None:
        for key in (places.TODAY, places.INTERVIEWS, places.LETTERS):
            self._show_due(key)

    def _show_mini(self) -> None:
        self._mini.trigger()

    def _show_due(self, key: str) -> None:
        pane = self._panes.built(key)
        if isinstance(pane, CountsDue):
            self._rail.set_count(key, pane.due_count())

    def _on_zone_changed(self) -> None:
        """Whatever is shown may name other times now: let every pane read anew."""
        self._feed.announce(Changes({}, Origin.ELSEWHERE, everything=True))

    def _on_preferences(self, names: frozenset[str]) -> None:
        pane = self._panes.built(places.CALENDAR)
        if "default_minutes" in names and isinstance(pane, PlansConversations):
            pane.set_default_minutes(self._preferences.current.default_minutes)

    def _on_changed(self, changes: Changes) -> None:
        self.commands.show_history()
        if changes.touch("person", "conversation"):
            self._show_counts()

    def _show_counts(self) -> None:
        from infoview_gui.services import reading  # noqa: PLC0415 - after the first picture

        people = self._services.people_list.count()
        talks = reading.conversation_count(proposed=False)
        self._status.show_counts(
            f"{self._services.store.path.name} · {people_words(people)} · "
            f"{counted(talks, 'interview', 'interviews')}"
        )

    # -- state

    def _restore(self) -> None:
        geometry = self._state.get("geometry")
        self.resize(1360, 860)
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        screen = QGuiApplication.primaryScreen()
        if screen is not None and not geometry:
            available = screen.availableGeometry()
            room = available.size() - QSize(0, TITLE_BAR)
            self.resize(self.size().boundedTo(room))
        self.show_place(Place(self._first_pane()))

    def _first_pane(self) -> str:
        """Return the pane of last time; a talk that still runs after a crash goes before."""
        pane = self._state.get("pane")
        if running(self._services.store) is not None:
            return places.INTERVIEWS
        known = [key for key, _icon, _text in _RAIL]
        return pane if isinstance(pane, str) and pane in known else places.TODAY

    def _keep(self) -> None:
        values: dict[str, object] = {
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode(),
            "pane": self._rail.key,
            "palette": self._memory.save_state(),
            "mini": self._mini.save_state(),
        }
        self._state_file.save({**self._state, **values, **self._panes.save_states()})

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put everything on disk before the window goes; ask where that cannot be."""
        if not self.save_typed() and not self._closing_now and not self._may_lose():
            event.ignore()
            return
        self._keeping.stop()
        self._keep()
        if self._reminders is not None:
            self._reminders.stop()
        self._mini.shut()
        super().closeEvent(event)

    def _may_lose(self) -> bool:
        """Ask whether the window may go although something typed is not on disk."""
        from infoview_gui.window.messages import ask_to_lose  # noqa: PLC0415 - rarely wanted

        return ask_to_lose(self, self._status.trouble)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first picture is on the screen, build what it does not show."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail to icons in a narrow window."""
        super().resizeEvent(event)
        self._rail.set_folded(event.size().width() < FOLD_BELOW)
