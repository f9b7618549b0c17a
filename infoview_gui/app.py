"""Where the program with a window is built, from the folders outwards, and taken apart again."""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from infoview_gui import resources
from infoview_gui.panes.preferences import Preferences
from infoview_gui.paths import Paths, find_paths
from infoview_gui.services.settings_file import FILE_NAME, SettingsFile
from infoview_gui.sessions.faults import Faults
from infoview_gui.sessions.shutdown import Shutdown
from infoview_gui.sessions.switching import Sessions
from infoview_gui.store.errors import DatabaseDamaged, InUse, StoreError
from infoview_gui.store.lock import Lock
from infoview_gui.theme import Scheme, Theme

PAINTED_WITHIN_MS = 1000
_REFUSED = "Infoview cannot open your data"


def run(data_dir: Path | None, files: Sequence[Path]) -> int:
    """Open the window on the database of ``data_dir`` and return the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Infoview")
    application.setDesktopFileName("infoview")
    application.setWindowIcon(QIcon(str(resources.folder() / "infoview.svg")))
    paths = find_paths(data_dir)
    preferences = _preferences(paths, application)
    theme = Theme(application, scheme=Scheme(preferences.current.theme))
    theme.apply(application)
    preferences.lead_theme(theme)
    lock = Lock(paths.data)
    try:
        paths.make_folders()
        lock.take()
    except InUse as error:
        return 0 if _raised_the_first(paths, files) else _refuse(error)
    except OSError as error:
        return _refuse(error)
    try:
        return _run(application, paths, theme, preferences, files)
    finally:
        lock.release()


def _run(
    application: QApplication,
    paths: Paths,
    theme: Theme,
    preferences: Preferences,
    files: Sequence[Path],
) -> int:
    faults = Faults(paths.log, application)
    faults.install()
    sessions = Sessions(application, paths, theme, preferences, faults)
    shutdown = Shutdown(application, sessions.close_window, sessions.save_typed)
    try:
        if (status := _open(sessions)) != 0:
            return status
        _after_first_picture(sessions, lambda: _settle(sessions, paths))
        QTimer.singleShot(0, sessions, lambda: _complain(sessions, preferences))
        if files:
            QTimer.singleShot(0, sessions, lambda: sessions.import_files(files))
        return application.exec()
    except Exception as error:  # noqa: BLE001 - told without its text
        faults.end_with(error)
        return 1
    finally:
        sessions.close()
        shutdown.release()
        faults.release()


def _open(sessions: Sessions) -> int:
    """Open the own data, or a backup of them where they are damaged; return the exit status."""
    try:
        sessions.open_own()
    except DatabaseDamaged as error:
        return _open_backup(sessions, error)
    except StoreError as error:
        return _refuse(error)
    return 0


def _open_backup(sessions: Sessions, error: DatabaseDamaged) -> int:
    from infoview_gui.window.damage import ask_at_start  # noqa: PLC0415 - rarely wanted

    print(error, file=sys.stderr)  # noqa: T201 - the terminal is where they look
    good = sessions.newest_good()
    if not ask_at_start(_REFUSED, str(error), good) or good is None:
        return 1
    try:
        sessions.restore_at_start(good[0].path)
        sessions.open_own()
    except StoreError as again:
        return _refuse(again)
    return 0


def _preferences(paths: Paths, parent: QObject) -> Preferences:
    file = SettingsFile(paths.config / FILE_NAME)
    return Preferences(file, file.load(), parent)


def _raised_the_first(paths: Paths, files: Sequence[Path]) -> bool:
    from infoview_gui.one_instance import hand_over  # noqa: PLC0415 - a first start needs it later

    return hand_over(paths.data, files)


def _refuse(error: StoreError | OSError) -> int:
    """Say why the window cannot be opened, also to those who started it by hand."""
    from infoview_gui.window.messages import show_trouble  # noqa: PLC0415 - rarely wanted

    print(error, file=sys.stderr)  # noqa: T201 - the terminal is where they look
    show_trouble(_REFUSED, str(error))
    return 1


def _after_first_picture(sessions: Sessions, work: Callable[[], None]) -> None:
    """Do something once the window is painted; after a second where it is minimised."""
    soon = QTimer(sessions, singleShot=True, interval=PAINTED_WITHIN_MS)
    soon.timeout.connect(work)
    soon.start()
    if sessions.current is not None:
        sessions.current.window.painted.connect(lambda: soon.start(0) if soon.isActive() else None)


def _settle(sessions: Sessions, paths: Paths) -> None:
    """The start is over: what it made stays, and is not searched for garbage again and again."""
    gc.freeze()
    gc.enable()
    _listen(sessions, paths)


def _listen(sessions: Sessions, paths: Paths) -> None:
    """Let a second start come to this window."""
    from infoview_gui.one_instance import OneInstance  # noqa: PLC0415 - after the first picture

    OneInstance(paths.data, sessions).started_again.connect(sessions.come_forward)


def _complain(sessions: Sessions, preferences: Preferences) -> None:
    """Say what is wrong with the settings file; nothing when all is well."""
    if complaint := preferences.complaint():
        sessions.tell("Your settings could not be read", complaint)
