"""The main window: rail, strip, panes, status bar, and the connections between them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.call_clock import CallClock
from infoview_gui.panes.call_strip import CallStrip
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme
from infoview_gui.widgets.rail import Rail
from infoview_gui.window.commands import Commands
from infoview_gui.window.dialogs import Dialogs
from infoview_gui.window.pane import CountsDue, ExportsPeople, Pane
from infoview_gui.window.state import WindowState
from infoview_gui.window.status import StatusBar
from infoview_gui.window.top_strip import TopStrip

FOLD_BELOW = 1100
KEEP_AFTER_MS = 2000
TITLE_BAR = 32
"""Room that the system's title bar may take."""
_RAIL = (
    (places.TODAY, "sun", "Today"),
    (places.PEOPLE, "users", "People"),
    (places.CALENDAR, "calendar", "Calendar"),
    (places.INTERVIEWS, "notebook-pen", "Interviews"),
)


class MainWindow(QMainWindow):
    """One window on one database."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        state: WindowState,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._feed = feed
        self._times = times
        self._state_file = state
        self._state = state.load()
        self._panes: dict[str, QWidget] = {}
        self._shown = ""
        self._seen: set[str] = set()
        self._clock = CallClock(services, feed, self)
        self.setWindowTitle("Infoview")
        # So that a crash, too, comes back to where one was.
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        self._build()
        self._dialogs = Dialogs(self, theme, services, times)
        self._dialogs.said.connect(self.say)
        self._dialogs.place_requested.connect(self.show_place)
        self.commands = Commands(self, services, self._dialogs)
        self.commands.place_requested.connect(self.show_place)
        self.commands.export_requested.connect(self.export_people)
        self.commands.travel_requested.connect(self.leave)
        self.commands.said.connect(self.say)
        feed.changed.connect(self._on_changed)
        self._restore()
        self._show_counts()
        self._is_painted = False

    # -- what others ask of the window

    def say(self, text: str) -> None:
        """Show a sentence in the status bar."""
        self._status.say(text)

    def show_place(self, place: Place) -> None:
        """Choose a pane and show something in it; the focus goes there."""
        pane = self._pane(place.pane)
        if self._shown != place.pane:
            if self._shown:
                _as_pane(self._panes[self._shown]).leave()
            self._shown = place.pane
            self._seen.add(place.pane)
            self._stack.setCurrentWidget(pane)
            self._rail.choose(place.pane)
            self._keeping.start()
        pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if place.id is not None:
            _as_pane(pane).show_item(place.id)

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
        people = self._panes.get(places.PEOPLE)
        shown = people.exported_ids() if isinstance(people, ExportsPeople) else None
        self._dialogs.export_people(shown)

    def leave(self) -> None:
        """Put everything that is typed on disk; safe to call twice."""
        for pane in self._panes.values():
            _as_pane(pane).leave()
        self._services.store.flush()

    # -- building

    def _build(self) -> None:
        running = CallStrip(self._theme, self._clock)
        running.place_requested.connect(self.show_place)
        strip = TopStrip(self._theme, running, self)
        strip.new_person_requested.connect(self._on_new_person)
        strip.new_conversation_requested.connect(self._on_new_conversation)
        self._rail = Rail(self._theme, self)
        for key, icon, text in _RAIL:
            self._rail.add(key, icon, text)
        self._rail.chosen.connect(self._on_rail_chosen)
        self._stack = QStackedWidget(self)
        self._status = StatusBar(self._theme, self)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addWidget(self._stack, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addLayout(body, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self._status)

    def _pane(self, key: str) -> QWidget:
        """Return a pane, built when it is first wanted."""
        if key not in self._panes:
            pane = self._makers()[key]()
            self._panes[key] = pane
            self._stack.addWidget(pane)
            kept = self._state.get(key)
            if isinstance(kept, dict):
                _as_pane(pane).restore_state(kept)
            self.commands.adopt(key, _as_pane(pane).menu_actions())
        return self._panes[key]

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        return {
            places.TODAY: self._make_today,
            places.PEOPLE: self._make_people,
            places.CALENDAR: self._make_calendar,
            places.INTERVIEWS: self._make_interviews,
        }

    def _make_today(self) -> QWidget:
        from infoview_gui.panes.today import TodayPane  # noqa: PLC0415 - built when first shown

        pane = TodayPane(self._theme, self._services, self._feed, self._times, self._clock)
        pane.place_requested.connect(self.show_place)
        pane.said.connect(self.say)
        pane.new_person_requested.connect(self._dialogs.new_person)
        pane.new_conversation_requested.connect(self._dialogs.new_conversation)
        pane.import_requested.connect(self._dialogs.choose_import)
        pane.due_changed.connect(self._on_today_due)
        return pane

    def _make_people(self) -> QWidget:
        from infoview_gui.panes.people import PeoplePane  # noqa: PLC0415 - built when first shown

        pane = PeoplePane(self._theme, self._services, self._feed, self._times)
        pane.place_requested.connect(self.show_place)
        pane.said.connect(self.say)
        pane.new_person_requested.connect(self._dialogs.new_person)
        pane.new_conversation_requested.connect(self._dialogs.new_conversation)
        pane.import_requested.connect(self._dialogs.choose_import)
        pane.export_requested.connect(self._dialogs.export_people)
        return pane

    def _make_calendar(self) -> QWidget:
        from infoview_gui.panes.calendar import (  # noqa: PLC0415 - built when first shown
            CalendarPane,
        )

        pane = CalendarPane(self._theme, self._services, self._feed, self._times)
        pane.place_requested.connect(self.show_place)
        pane.said.connect(self.say)
        pane.new_conversation_at_requested.connect(self._dialogs.new_conversation_at)
        pane.edit_requested.connect(self._dialogs.edit_conversation)
        return pane

    def _make_interviews(self) -> QWidget:
        from infoview_gui.panes.interviews import (  # noqa: PLC0415 - built when first shown
            InterviewsPane,
        )

        pane = InterviewsPane(self._theme, self._services, self._feed, self._times, self._clock)
        pane.place_requested.connect(self.show_place)
        pane.said.connect(self.say)
        pane.new_conversation_requested.connect(self._dialogs.new_conversation)
        pane.edit_requested.connect(self._dialogs.edit_conversation)
        pane.saving_changed.connect(self._status.show_saving)
        pane.due_changed.connect(self._on_interviews_due)
        return pane

    def _build_rest(self) -> None:
        """After the first paint: the panes whose verbs and numbers are wanted everywhere."""
        for key, _icon, _text in _RAIL:
            self._pane(key)
        for key in (places.TODAY, places.INTERVIEWS):
            self._show_due(key)

    # -- slots

    def _on_rail_chosen(self, key: str) -> None:
        self.show_place(Place(key))

    def _on_new_person(self) -> None:
        self._dialogs.new_person(None)

    def _on_new_conversation(self) -> None:
        self._dialogs.new_conversation(None)

    def _on_today_due(self) -> None:
        self._show_due(places.TODAY)

    def _on_interviews_due(self) -> None:
        self._show_due(places.INTERVIEWS)

    def _show_due(self, key: str) -> None:
        pane: object = self._panes.get(key)
        if isinstance(pane, CountsDue):
            self._rail.set_count(key, pane.due_count())

    def _on_changed(self, changes: Changes) -> None:
        self.commands.show_history()
        if changes.touch("person", "conversation"):
            self._show_counts()

    def _show_counts(self) -> None:
        people = self._services.people_list.count()
        talks = reading.conversation_count()
        self._status.show_counts(
            f"{self._services.store.path.name} · {_counted(people, 'person', 'people')} · "
            f"{_counted(talks, 'interview', 'interviews')}"
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
        if self._clock.running_id is not None:
            return places.INTERVIEWS
        known = [key for key, _icon, _text in _RAIL]
        return pane if isinstance(pane, str) and pane in known else places.TODAY

    def _keep(self) -> None:
        values: dict[str, object] = {
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode(),
            "pane": self._rail.key,
        }
        for key in self._seen:
            values[key] = _as_pane(self._panes[key]).save_state()
        self._state_file.save({**self._state, **values})

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put everything on disk before the window goes."""
        self.leave()
        self._keeping.stop()
        self._keep()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first picture is on the screen, build what it does not show."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._build_rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail to icons in a narrow window."""
        super().resizeEvent(event)
        self._rail.set_folded(event.size().width() < FOLD_BELOW)


def _as_pane(widget: QWidget) -> Pane:
    return widget  # type: ignore[return-value]  # the makers return nothing else


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
