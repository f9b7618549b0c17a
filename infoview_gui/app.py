"""Where the program with a window is built, from the store outwards, and taken apart again."""

import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QIcon, QSessionManager
from PySide6.QtWidgets import QApplication

from infoview_gui import resources
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime, system_locale, system_zone
from infoview_gui.paths import Paths, find_paths
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.talking import NotNow
from infoview_gui.store.errors import InUse, StoreError
from infoview_gui.store.failures import explained
from infoview_gui.store.lock import Lock
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.window import MainWindow
from infoview_gui.window.messages import show_failure, show_trouble
from infoview_gui.window.state import WindowState


def run(data_dir: Path | None, files: Sequence[Path]) -> int:
    """Open the window on the database of ``data_dir`` and return the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Infoview")
    application.setDesktopFileName("infoview")
    application.setWindowIcon(QIcon(str(resources.folder() / "infoview.svg")))
    theme = Theme(application)
    theme.apply(application)
    paths = find_paths(data_dir)
    feed = ChangeFeed(application)
    lock = Lock(paths.data)
    try:
        paths.make_folders()
        lock.take()
    except InUse as error:
        return 0 if _raised_the_first(paths, files) else _refuse(error)
    except OSError as error:
        return _refuse(error)
    try:
        store = Store(paths.database, backups=paths.backups, deliver=feed.deliver)
    except StoreError as error:
        lock.release()
        return _refuse(error)
    store.subscribe(feed.announce)
    try:
        with store.guarded():  # what is damaged may show only when the panes read it
            return _show(application, theme, feed, make_services(store), paths, files)
    except StoreError as error:
        return _refuse(error)
    finally:
        store.close()
        lock.release()


def _raised_the_first(paths: Paths, files: Sequence[Path]) -> bool:
    from infoview_gui.one_instance import hand_over  # noqa: PLC0415 - a first start needs it later

    return hand_over(paths.data, files)


def _refuse(error: StoreError | OSError) -> int:
    """Say why the window cannot be opened, also to those who started it by hand."""
    print(error, file=sys.stderr)  # noqa: T201 - the terminal is where they look
    show_trouble("Infoview cannot open your data", str(error))
    return 1


def _show(
    application: QApplication,
    theme: Theme,
    feed: ChangeFeed,
    services: Services,
    paths: Paths,
    files: Sequence[Path],
) -> int:
    times = LocalTime(services.clock, system_zone(), system_locale())
    state = WindowState(paths.config / "window.json")
    window = MainWindow(theme, services, feed, times, state)
    shutdown = _Shutdown(application, window)
    failures = _Failures(window, paths.database, application)
    window.show()
    QTimer.singleShot(0, window, lambda: _listen(window, paths))
    if files:
        QTimer.singleShot(0, window, lambda: window.import_files(files))
    try:
        return application.exec()
    finally:
        window.leave()
        failures.release()
        shutdown.release()
        window.deleteLater()


def _listen(window: MainWindow, paths: Paths) -> None:
    """Let a second start come to this window."""
    from infoview_gui.one_instance import OneInstance  # noqa: PLC0415 - after the first picture

    OneInstance(paths.data, window).started_again.connect(window.come_forward)


class _Shutdown(QObject):
    """Ends the program in order on SIGTERM, SIGINT and at the end of the desktop session."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        super().__init__(application)
        self._window = window
        application.commitDataRequest.connect(self._on_session_end)
        # Python runs signal handlers between byte codes only; the socket wakes Qt's loop for it.
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def release(self) -> None:
        """Stop listening."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _on_signal(self, _number: int, _frame: object) -> None:
        self._window.close()

    def _on_woken(self) -> None:
        self._reader.recv(1)

    def _on_session_end(self, _manager: QSessionManager) -> None:
        self._window.leave()


class _Failures(QObject):
    """Shows what slots raise: plain words for the world's errors, a report for bugs."""

    raised = Signal(object)

    def __init__(self, window: MainWindow, database: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._database = database
        self.raised.connect(self._on_raised)
        sys.excepthook = self._hook

    def release(self) -> None:
        """Give Python its own hook back."""
        sys.excepthook = sys.__excepthook__

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        error = explained(error, self._database) or error  # panes read without asking the store
        if not isinstance(error, (InvalidDraft, NotNow, StoreError)):
            sys.__excepthook__(kind, error, trace)
        self.raised.emit(error)

    def _on_raised(self, error: BaseException) -> None:
        if isinstance(error, (InvalidDraft, NotNow)):
            self._window.say(str(error))
        else:
            show_failure(self._window, error)
