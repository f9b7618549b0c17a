"""A bug loses nothing, is told once, and leaves no private text anywhere."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui import logs
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.paths import Paths
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.sessions.faults import Faults
from infoview_gui.sessions.switching import Sessions
from infoview_gui.store.errors import CannotSave
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.window.crash_dialog import CrashDialog
from infoview_gui.window.main_window import MainWindow
from tests.sessions.conftest import shown

NAME = "Amara Okafor"


def _tell(faults: Faults, error: BaseException) -> None:
    """As Qt does when a slot raised."""
    try:
        raise error
    except type(error) as caught:
        faults.on_error(type(caught), caught, caught.__traceback__)


def _dialogs() -> list[CrashDialog]:
    return [one for one in shown().findChildren(CrashDialog) if one.isVisible()]


def _dialog(qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: len(_dialogs()) == 1)
    return _dialogs()[0]


def _press(dialog: CrashDialog, words: str) -> None:
    (button,) = (
        one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words
    )
    button.click()


def _words(dialog: CrashDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def _said() -> str:
    label = shown().findChild(QLabel, "message")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.fixture
def window(sessions: Sessions, amara: int) -> MainWindow:
    sessions.open_own()
    shown().show_place(Place(INTERVIEWS, amara))
    return shown()


def test_a_bug_is_logged_and_told_without_private_text(
    qtbot: QtBot,
    faults: Faults,
    window: MainWindow,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _tell(faults, ValueError(f"no such person: {NAME}"))

    dialog = _dialog(qtbot)
    report = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    log = (paths.log / logs.NAME).read_text("utf-8")
    for text in (report, log, capsys.readouterr().err):
        assert "ValueError" in text
        assert "tests.sessions.test_faults" in text
        assert "Amara" not in text
    assert "Infoview " in log
    assert "Qt " in report
    _press(dialog, "Copy report")
    assert QGuiApplication.clipboard().text() == report
    assert _dialogs() == [dialog]  # it stays open
    _press(dialog, "Go on")


def test_what_is_typed_is_on_disk_before_the_dialog_is_shown(
    qtbot: QtBot, faults: Faults, window: MainWindow, sessions: Sessions, amara: int
) -> None:
    window.findChildren(LineEditor)[0].insertPlainText("Team of 14")

    _tell(faults, ValueError("a bug"))

    dialog = _dialog(qtbot)
    assert "What you typed is saved" in _words(dialog)
    session = sessions.current
    assert session is not None
    (text,) = session.store.connection().execute("SELECT text FROM note").fetchall()[0]
    assert text == "Team of 14"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.isVisible()


def test_it_does_not_say_saved_where_it_is_not(
    qtbot: QtBot, faults: Faults, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:

        def leave(_self: MainWindow) -> None:
            raise ValueError("the pane itself is broken")

        patched.setattr(MainWindow, "leave", leave)
        _tell(faults, ValueError("a bug"))
        dialog = _dialog(qtbot)

    assert "could not be saved" in _words(dialog)
    assert "is saved" not in _words(dialog)
    _press(dialog, "Go on")


def test_a_bug_that_repeats_is_counted_and_then_said_quietly(
    qtbot: QtBot, faults: Faults, window: MainWindow
) -> None:
    for _ in range(3):
        _tell(faults, ValueError("a bug"))
    dialog = _dialog(qtbot)
    qtbot.waitUntil(lambda: "3 times" in _words(dialog))
    _tell(faults, KeyError("another"))
    qtbot.waitUntil(lambda: "KeyError" in dialog.report)
    _press(dialog, "Go on")

    _tell(faults, ValueError("a bug"))

    qtbot.waitUntil(lambda: "same fault" in _said())
    assert not _dialogs()


def test_quit_closes_the_window(qtbot: QtBot, faults: Faults, window: MainWindow) -> None:
    _tell(faults, ValueError("a bug"))

    _press(_dialog(qtbot), "Quit")

    qtbot.waitUntil(lambda: not window.isVisible())


def test_errors_of_the_world_keep_their_words(
    qtbot: QtBot, faults: Faults, window: MainWindow, paths: Paths
) -> None:
    for _ in range(2):
        _tell(faults, CannotSave("The disk is full."))
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)  # told once while it is open
    assert box.informativeText() == "The disk is full."
    assert not _dialogs()
    box.close()

    _tell(faults, InvalidDraft("A name is needed."))
    qtbot.waitUntil(lambda: _said() == "A name is needed.")
    assert "A name" not in (paths.log / logs.NAME).read_text("utf-8")


def test_messages_of_qt_lose_what_is_private_in_the_log(
    faults: Faults, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    where = QMessageLogContext()
    faults.on_qt_message(QtMsgType.QtWarningMsg, where, f'Cannot open file "/x/{NAME}.csv"')
    faults.on_qt_message(QtMsgType.QtDebugMsg, where, "chatter")

    log = (paths.log / logs.NAME).read_text("utf-8")
    assert "Qt: Cannot open file" in log
    assert "Amara" not in log
    assert "chatter" not in log
    assert "chatter" in capsys.readouterr().err


def test_nothing_is_written_while_nothing_goes_wrong(
    qtbot: QtBot, window: MainWindow, paths: Paths
) -> None:
    assert not list(Path(paths.log).glob("*.log"))


def test_the_hooks_are_given_back(faults: Faults) -> None:
    before = sys.excepthook
    faults.install()
    assert sys.excepthook != before
    faults.release()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before
