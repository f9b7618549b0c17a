"""What slots, threads and Qt raise: to the log without private text, and to the user in words.

Errors of the world are told in their own words. A bug first saves what is typed.
"""

import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from infoview_gui import __version__
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.running import NotNow
from infoview_gui.store.errors import StoreError
from infoview_gui.store.failures import explained
from infoview_gui.window import MainWindow

if TYPE_CHECKING:
    from infoview_gui.logs import Log
    from infoview_gui.window.crash_dialog import CrashDialog

_QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


@dataclass(frozen=True, slots=True)
class Fault:
    """A bug, as it may be told."""

    trace: str


class Faults(QObject):
    """Python's and Qt's hooks; tells the window that is open."""

    _raised = Signal(object)  # StoreError, InvalidDraft, NotNow or Fault

    def __init__(self, log_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = log_folder
        self._log: Log | None = None
        self._logging = threading.Lock()
        self._window: MainWindow | None = None
        self._database: Path | None = None
        self._dialog: CrashDialog | None = None
        self._known: set[str] = set()
        # Queued: a dialog opened while a widget paints would do more harm than the fault.
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of everything from now on."""
        sys.excepthook = self.on_error
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(self.on_qt_message)

    def watch(self, window: MainWindow | None, database: Path | None) -> None:
        """Tell this window of what goes wrong from now on."""
        self._window = window
        self._database = database
        self._dialog = None

    def release(self) -> None:
        """Give Python and Qt their own hooks back."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        self._window = None
        self.close_log()

    def close_log(self) -> None:
        """Close the file of the log."""
        if self._log is not None:
            self._log.close()

    def end_with(self, error: BaseException) -> None:
        """Say that the program cannot go on because of a bug; waits."""
        from infoview_gui.window.messages import show_trouble  # noqa: PLC0415 - as above

        self._complain(type(error), error, error.__traceback__, self._record(error))
        show_trouble(
            "A fault in Infoview",
            "Infoview cannot open its window because of a fault in the program. Your data were "
            f"not changed. Where it happened is in\n{self._folder}",
        )

    # -- the hooks; each may be called on any thread

    def on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Something was raised that nobody caught."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._database is not None:  # panes read without asking the store
            error = explained(error, self._database) or error
        if isinstance(error, (InvalidDraft, NotNow)):
            self._raised.emit(error)
            return
        text = self._record(error)
        if isinstance(error, StoreError):
            self._raised.emit(error)
        else:
            self._complain(kind, error, trace, text)
            self._raised.emit(Fault(text))

    def _on_thread_error(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and caught.exc_type is not SystemExit:
            self.on_error(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _on_unraisable(self, caught: "sys.UnraisableHookArgs") -> None:
        if caught.exc_value is not None:
            text = self._record(caught.exc_value)
            self._complain(caught.exc_type, caught.exc_value, caught.exc_traceback, text)

    def on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        """Qt has something to say."""
        from infoview_gui import logs  # noqa: PLC0415 - most starts have nothing to log

        logs.complain(text)
        if kind not in _QUIET:
            self._write(f"Qt: {logs.without_private(text)}")

    # -- the log

    def _record(self, error: BaseException) -> str:
        from infoview_gui import logs  # noqa: PLC0415 - as above

        text = logs.trace(error)
        self._write(text)
        return text

    def _complain(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
        text: str,
    ) -> None:
        """Standard error may end in the system's journal, so it gets no more than the log."""
        from infoview_gui import logs  # noqa: PLC0415 - as above

        if sys.flags.dev_mode:
            sys.__excepthook__(kind, error, trace)
        else:
            logs.complain(text)

    def _write(self, text: str) -> None:
        from infoview_gui.logs import Log  # noqa: PLC0415 - as above

        with self._logging:
            if self._log is None:
                self._log = Log(self._folder)
                self._log.write(_versions())
            self._log.write(text)

    # -- words, on the Qt thread

    def _on_raised(self, error: object) -> None:
        from infoview_gui.window.messages import show_failure  # noqa: PLC0415 - as above

        if self._window is None:
            return
        if isinstance(error, Fault):
            self._show_fault(error, self._window)
        elif isinstance(error, StoreError):
            show_failure(self._window, error)
        else:
            self._window.say(str(error))

    def _show_fault(self, fault: Fault, window: MainWindow) -> None:
        """Open one dialog, count in it what comes while it is open, then say repeats quietly."""
        from infoview_gui.window.crash_dialog import CrashDialog  # noqa: PLC0415 - as above

        if self._dialog is not None:
            self._dialog.count(fault.trace)
            return
        saved = window.save_typed()
        if fault.trace in self._known:
            kept = "What you typed is saved." if saved else "What you typed could not be saved."
            window.say(f"The same fault in Infoview happened again. {kept}")
            return
        self._known.add(fault.trace)
        self._dialog = dialog = CrashDialog(fault.trace, _versions(), window, saved=saved)
        dialog.finished.connect(self._on_answered)
        dialog.quit_requested.connect(window.close)
        dialog.open()

    def _on_answered(self) -> None:
        if self._dialog is not None:
            self._known |= self._dialog.traces
        self._dialog = None


def _versions() -> str:
    from infoview_gui import logs  # noqa: PLC0415 - as above

    found = {"Infoview": __version__, **logs.versions(Qt=qVersion())}
    return ", ".join(f"{name} {version}" for name, version in found.items())
