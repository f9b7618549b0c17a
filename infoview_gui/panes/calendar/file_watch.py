"""Files that other programs write: told soon after one of them changes, goes or comes back.

Programs replace files rather than write into them, and Qt then no longer watches the path: so the
folders are watched as well, and what has come back is watched anew. Reads nothing.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

TOLD_AFTER_MS = 300
"""A program writes in several steps; they are told as one."""


class FileWatch(QObject):
    """Watches some files. Where a file system tells nothing, nothing is told."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._files: tuple[str, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, interval=TOLD_AFTER_MS, singleShot=True)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._soon.timeout.connect(self._on_told)

    def watch(self, files: Iterable[str]) -> None:
        """Watch these files, and no others any more."""
        self._files = tuple(files)
        wanted = {*self._files, *(str(Path(one).parent) for one in self._files)}
        left = {*self._watcher.files(), *self._watcher.directories()} - wanted
        if left:
            self._watcher.removePaths(sorted(left))
        if not self._files:
            self._soon.stop()
        self._watch_anew()

    def _watch_anew(self) -> None:
        known = {*self._watcher.files(), *self._watcher.directories()}
        every = dict.fromkeys([*self._files, *(str(Path(one).parent) for one in self._files)])
        fresh = [one for one in every if one not in known and Path(one).exists()]
        if fresh:
            self._watcher.addPaths(fresh)

    def _on_changed(self, _path: str) -> None:
        self._soon.start()

    def _on_told(self) -> None:
        self._watch_anew()
        self.changed.emit()
