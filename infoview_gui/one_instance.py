"""One window for one data folder: a second start hands its files over and raises the first.

Speaks over a local socket that only this user can open. Takes one small JSON message, nothing else;
garbage is ignored. Knows neither the window nor the store.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QStandardPaths, Qt, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_MOST_BYTES = 64 * 1024
_MOST_WAITING = 16
"""Connections that have said nothing yet; the oldest gives way."""
_LONGEST_PATH = 100  # of a Unix socket, with some room


def hand_over(folder: Path, files: Sequence[Path]) -> bool:
    """Give the files to the window that has this folder open; False when there is none."""
    socket = _connected(_name(folder))
    if socket is None:
        return False
    message = json.dumps({"files": [str(path.absolute()) for path in files]})
    socket.write(message.encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return answered


def _connected(name: str) -> QLocalSocket | None:
    """Try for a second: a window that has just begun listens after its first picture."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not patience.hasExpired():
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(_PATIENCE_MS):
            return socket
        QThread.msleep(50)
    return None


class OneInstance(QObject):
    """Listens for later starts."""

    started_again = Signal(object)
    """The files (list of Path) that a second start was given."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _name(folder)
        QLocalServer.removeServer(name)  # left behind by a kill: nobody answered at it
        self._server.listen(name)
        self._server.newConnection.connect(self._on_connection)

    @property
    def is_listening(self) -> bool:
        """Whether a later start can be heard."""
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)
        waiting = self.findChildren(QLocalSocket, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for socket in waiting[:-_MOST_WAITING]:
            socket.abort()

    def _on_ready(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        files = _files(bytes(socket.readLine(_MOST_BYTES).data()))
        if files is None:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.started_again.emit(files)


def _files(line: bytes) -> list[Path] | None:
    """Return the files a message names; None when it is none of ours."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    names = message.get("files") if isinstance(message, dict) else None
    if not isinstance(names, list) or not all(_is_path(name) for name in names):
        return None
    return [Path(name) for name in names]


def _is_path(name: object) -> bool:
    """Say whether it is a whole path that the system can be asked about."""
    if not isinstance(name, str) or "\0" in name or not Path(name).is_absolute():
        return False
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return True


def _name(folder: Path) -> str:
    """Return the socket's place: the data folder, or the run-time folder where that is too long."""
    path = str(folder / "infoview.socket")
    if len(path.encode()) <= _LONGEST_PATH:
        return path
    where = QStandardPaths.StandardLocation.RuntimeLocation
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    return f"{QStandardPaths.writableLocation(where)}/infoview-{digest}.socket"
