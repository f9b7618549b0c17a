"""A second start finds the first; garbage and stale sockets do no harm."""

import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.one_instance import OneInstance, hand_over


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "d"
    folder.mkdir()
    return folder


@pytest.fixture
def first(folder: Path, qapp: QApplication) -> Iterator[OneInstance]:
    instance = OneInstance(folder, qapp)
    yield instance
    instance.close()
    instance.deleteLater()


def _send(qtbot: QtBot, folder: Path, content: bytes) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(str(folder / "infoview.socket"))
    assert socket.waitForConnected(1000)
    socket.write(content)
    socket.flush()
    return socket


def test_nobody_is_there(folder: Path, qapp: QApplication) -> None:
    assert not hand_over(folder, [])


def test_the_first_hears_of_the_files(qtbot: QtBot, folder: Path, first: OneInstance) -> None:
    with qtbot.waitSignal(first.started_again, timeout=2000) as heard:
        socket = _send(qtbot, folder, b'{"files": ["/x/Connections.csv"]}\n')
    assert heard.args == [[Path("/x/Connections.csv")]]
    qtbot.waitUntil(lambda: bytes(socket.readAll().data()) == b"ok\n")
    socket.close()


@pytest.mark.parametrize(
    "garbage",
    [
        b"\xff\xfe\n",
        b"[]\n",
        b'{"files": 7}\n',
        b'{"files": [1]}\n',
        b"{}\n",
        b"[" * 50_000 + b"\n",
        b'{"files": ["/x/\\u0000.csv"]}\n',
        b'{"files": ["/x/\\ud800.csv"]}\n',
        b'{"files": ["people.csv"]}\n',
        b"x" * 200_000,
    ],
    ids=range(10),
)
def test_garbage_is_ignored(qtbot: QtBot, folder: Path, first: OneInstance, garbage: bytes) -> None:
    with qtbot.assertNotEmitted(first.started_again, wait=50):
        socket = _send(qtbot, folder, garbage)
        qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)


def test_only_the_user_may_speak(folder: Path, first: OneInstance) -> None:
    mode = (folder / "infoview.socket").stat().st_mode
    assert stat.S_IMODE(mode) & 0o077 == 0


def test_a_stale_socket_is_cleared(folder: Path, qapp: QApplication, qtbot: QtBot) -> None:
    (folder / "infoview.socket").touch()
    assert not hand_over(folder, [])

    instance = OneInstance(folder, qapp)

    with qtbot.waitSignal(instance.started_again, timeout=2000):
        _send(qtbot, folder, b'{"files": []}\n').close()
    instance.close()
    instance.deleteLater()


def test_who_only_connects_is_shown_the_door(
    qtbot: QtBot, folder: Path, first: OneInstance
) -> None:
    idle = [_send(qtbot, folder, b"") for _ in range(40)]

    closed = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: sum(one.state() == closed for one in idle) >= 20)

    with qtbot.waitSignal(first.started_again, timeout=2000):
        _send(qtbot, folder, b'{"files": []}\n')
    for one in idle:
        one.abort()


_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from infoview_gui.one_instance import OneInstance
application = QCoreApplication([])
instance = OneInstance(Path(sys.argv[1]), application)
print("ready", flush=True)
application.exec()
"""


def _listening(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", _FIRST, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_a_second_start_is_answered_soon(folder: Path, qapp: QApplication) -> None:
    process = _listening(folder)
    begun = QElapsedTimer()
    begun.start()
    try:
        assert hand_over(folder, [Path("/x/people.csv")])
        assert not begun.hasExpired(2000)
    finally:
        process.kill()
        process.communicate()


def test_the_socket_of_a_killed_program_is_cleared(
    qtbot: QtBot, folder: Path, qapp: QApplication
) -> None:
    process = _listening(folder)
    process.kill()
    process.communicate()
    assert (folder / "infoview.socket").exists()
    assert not hand_over(folder, [])

    instance = OneInstance(folder, qapp)

    with qtbot.waitSignal(instance.started_again, timeout=2000):
        _send(qtbot, folder, b'{"files": []}\n').close()
    instance.close()
    instance.deleteLater()


def test_a_folder_with_a_long_name_has_a_socket_too(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("x" * 150)
    folder.mkdir()
    with tempfile.TemporaryDirectory() as runtime:  # short, as that of a session is
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)

        instance = OneInstance(folder, qapp)

        assert instance.is_listening
        assert not (folder / "infoview.socket").exists()
        instance.close()
        instance.deleteLater()
