"""One window on one database: opened together, closed together."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime, system_locale, system_zone
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import make_services
from infoview_gui.services.opening import open_store
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.window import MainWindow
from infoview_gui.window.state import WindowState

if TYPE_CHECKING:
    from infoview_gui.practice.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Location:
    """Where the files of one session lie."""

    database: Path
    state: Path
    """What the window keeps of its own."""
    backups: Callable[[], Path]
    """The folder of backups, asked anew each time: the user may choose another."""
    sample: bool = False


class Session:
    """The store, its services and the window."""

    def __init__(
        self, location: Location, theme: Theme, preferences: Preferences, parent: QObject
    ) -> None:
        """Open the database and build the window; raises StoreError with nothing left open."""
        self.location = location
        # The user's own calendars are not shown beside people who never were, nor the reverse.
        preferences.hold_apart(("calendars",) if location.sample else ())
        self._feed = ChangeFeed(parent)
        self.store = store = open_store(location.database, location.backups(), self._feed.deliver)
        store.subscribe(self._feed.announce)
        try:
            with store.guarded():  # what is damaged may show only when the panes read it
                self.window = self._make_window(store, theme, preferences)
        except BaseException:
            store.close()
            self._feed.deleteLater()
            raise

    def _make_window(self, store: Store, theme: Theme, preferences: Preferences) -> MainWindow:
        services = make_services(store, country=preferences.country)
        self.times = LocalTime(services.clock, system_zone(), system_locale())
        preferences.lead_times(self.times)
        services.workdays = lambda: _workdays(preferences, self.times)
        return MainWindow(
            theme,
            services,
            self._feed,
            self.times,
            WindowState(self.location.state),
            preferences,
            sample=self.location.sample,
            backup_folder=self.location.backups,
        )

    def show(self, geometry: QByteArray | None = None) -> None:
        """Show the window, where another one was before if that is told."""
        if geometry is not None:
            self.window.restoreGeometry(geometry)
        self.window.show()

    def close(self) -> QByteArray:
        """Save what is typed, close window and database; return where the window was."""
        geometry = self.window.saveGeometry()
        self.window.close_now()
        for part in (self.window, self._feed):  # before another database is bound to the models
            part.deleteLater()
            QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete)
        self.store.close()
        return geometry


def _workdays(preferences: Preferences, times: LocalTime) -> "Workdays":
    from infoview_gui.services.free_days import workdays  # noqa: PLC0415 - when first wanted

    return workdays(preferences.country(), preferences.current.holidays, times.zone)
