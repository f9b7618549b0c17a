"""A second start finds the first; garbage and stale sockets do no harm."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
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
    "garbage", [b"\xff\xfe\n", b"[]\n", b'{"files": 7}\n', b'{"files": [1]}\n', b"{}\n"]
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
