"""One session at a time in one process: the own data, the sample data, a restored backup.

The own data folder stays locked for as long as the program runs, whatever is shown.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from infoview_gui.panes.preferences import Preferences
from infoview_gui.paths import Paths
from infoview_gui.sessions.faults import Faults
from infoview_gui.sessions.session import Location, Session
from infoview_gui.store.errors import StoreError
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.services.restoring import Backup, Prepared
    from infoview_gui.sessions.daily import DailyBackup
    from infoview_gui.sessions.sample import SampleData
    from infoview_gui.store.backups import Counts

DAILY_AFTER_MS = 20_000
"""From the first picture: the start is for the user."""


class Sessions(QObject):
    """Opens and closes sessions, and connects each to what stands around it."""

    _wanted = Signal(object)  # a switch, when no code of the old window runs any more

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        theme: Theme,
        preferences: Preferences,
        faults: Faults,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._paths = paths
        self._theme = theme
        self._preferences = preferences
        self._faults = faults
        self._session: Session | None = None
        self._sample: SampleData | None = None
        self._daily: DailyBackup | None = None
        self._own = Location(paths.database, paths.config / "window.json", self._backup_folder)
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)

    # -- for the program

    @property
    def current(self) -> Session | None:
        """What is open."""
        return self._session

    def open_own(self) -> None:
        """Open the own data and show them; raises StoreError."""
        self._open(self._own)
        QTimer.singleShot(DAILY_AFTER_MS, self, self._begin_daily)

    def restore_at_start(self, source: Path) -> None:
        """Put a backup in the place of a damaged database; raises StoreError."""
        from infoview_gui.services import upkeep  # noqa: PLC0415 - rarely wanted

        upkeep.restore_closed(self._own.database, self._backup_folder(), source)

    def newest_good(self) -> "tuple[Backup, Counts] | None":
        """Return the newest sound backup."""
        from infoview_gui.services import restoring  # noqa: PLC0415 - rarely wanted

        return restoring.newest_good(self._backup_folder())

    def import_files(self, files: Sequence[Path]) -> None:
        """Begin an import into the own data."""
        if self._session is not None:
            self._session.window.import_files(files)

    def tell(self, title: str, text: str) -> None:
        """Say something beside the window."""
        from infoview_gui.window.messages import show_notice  # noqa: PLC0415 - rarely wanted

        if self._session is not None:
            show_notice(title, text, self._session.window)

    def come_forward(self, files: Sequence[Path]) -> None:
        """The program was started again, perhaps with files; they are for the own data."""
        if files and self._session is not None and self._session.location.sample:
            self._wanted.emit(lambda: self._leave_sample_for(files))
        elif self._session is not None:
            self._session.window.come_forward(files)

    def close_window(self) -> None:
        """End the program, come what may."""
        if self._session is not None:
            self._session.window.close_now()
        # Qt takes back its own wish to quit when anything else is shown meanwhile.
        self._application.exit(0)

    def save_typed(self) -> None:
        """Put what is typed on disk; the program may be ended without more words."""
        if self._session is not None:
            self._session.window.save_typed()

    def close(self) -> None:
        """Close whatever is open."""
        if self._daily is not None:
            self._daily.stop()
        self._faults.watch(None, None)
        if self._session is not None:
            self._session.close()
            self._session = None
        if self._sample is not None:
            self._sample.release()

    # -- opening and switching

    def _backup_folder(self) -> Path:
        return self._preferences.backup_folder(self._paths.backups)

    def _open(self, location: Location, geometry: QByteArray | None = None) -> None:
        session = Session(location, self._theme, self._preferences, self)
        self._session = session
        window = session.window
        self._faults.watch(window, location.database)
        window.sample_requested.connect(self._on_sample_requested)
        window.sample_left.connect(self._on_sample_left)
        window.restore_prepared.connect(self._on_restore_prepared)
        session.show(geometry)

    def _on_wanted(self, switch: Callable[[], None]) -> None:
        """Closing the last window ends the program, but not while another is about to open."""
        self._application.setQuitOnLastWindowClosed(False)
        try:
            switch()
        finally:
            self._application.setQuitOnLastWindowClosed(True)

    def _switch(self, location: Location, prepare: Callable[[], None]) -> bool:
        """Close what is open, do something with nothing open, open ``location``.

        Where that cannot be, open again what was open, say why, and return False.
        """
        if self._session is None:
            return False
        before = self._session.location
        self._faults.watch(None, None)
        geometry = self._session.close()
        self._session = None
        try:
            prepare()
            self._open(location, geometry)
        except StoreError as error:
            self._back_to(before, geometry, str(error))
            return False
        except BaseException:
            self._back_to(before, geometry, "")  # and the fault is told over it
            raise
        return True

    def _back_to(self, location: Location, geometry: QByteArray, reason: str) -> None:
        from infoview_gui.window.messages import show_trouble  # noqa: PLC0415 - rarely wanted

        try:
            self._open(location, geometry)
        except StoreError as error:
            show_trouble("Infoview cannot open your data", str(error))
            self._application.exit(1)
        if reason:
            self.tell("Infoview could not do that", reason)

    # -- sample data

    def _on_sample_requested(self) -> None:
        self._wanted.emit(self._enter_sample)

    def _on_sample_left(self) -> None:
        self._wanted.emit(self._leave_sample)

    def _enter_sample(self) -> None:
        from infoview_gui.sessions.sample import SampleData  # noqa: PLC0415 - rarely wanted

        if self._session is None:
            return
        times = self._session.times
        if self._sample is None:
            self._sample = SampleData(self._paths)
        sample = self._sample
        if self._session.location.sample:  # it was emptied: begin it again
            sample.forget()
        self._switch(sample.location, lambda: sample.make(times.today(), times.zone_name))

    def _leave_sample(self) -> None:
        if self._session is None or not self._session.location.sample:
            return
        sample = self._sample
        self._switch(self._own, sample.release if sample is not None else _nothing)

    def _leave_sample_for(self, files: Sequence[Path]) -> None:
        self._leave_sample()
        self.come_forward(files)

    # -- restoring

    def _on_restore_prepared(self, prepared: "Prepared") -> None:
        self._wanted.emit(lambda: self._restore(prepared))

    def _restore(self, prepared: "Prepared") -> None:
        from infoview_gui.services import restoring  # noqa: PLC0415 - rarely wanted

        if self._session is None or self._session.location.sample:
            restoring.discard(prepared)
            return
        database = self._own.database
        if self._switch(self._own, lambda: restoring.put_in_place(database, prepared)):
            self._tell_restored(prepared)

    def _tell_restored(self, prepared: "Prepared") -> None:
        from infoview_gui.window.damage import show_restored  # noqa: PLC0415 - rarely wanted

        if self._session is not None:
            show_restored(self._session.window, prepared.counts, prepared.kept)

    # -- daily backups

    def _begin_daily(self) -> None:
        from infoview_gui.sessions.daily import DailyBackup  # noqa: PLC0415 - after the start

        self._daily = DailyBackup(self._preferences, self._own_session, self)
        self._daily.begin()

    def _own_session(self) -> Session | None:
        """Return the session when it shows the own data."""
        session = self._session
        return None if session is None or session.location.sample else session


def _nothing() -> None:
    """Do nothing."""
