"""Files that are dragged onto a window, wherever in it. Text that is dragged is not touched.

Looks at the events of the system's window, before any field in it could take a file for text.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.services.calendar_files import ENDINGS

READABLE = frozenset({".csv", ".tsv", ".txt", ".vcf", ".vcard", ".xlsx", ".ldif", ".zip"})
"""Endings that the import reads; what is in a file decides."""
_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrops(QObject):
    """Accepts files while they are dragged over and tells which were dropped."""

    dropped = Signal(object)
    """The files (list of Path) that can be imported."""
    refused = Signal(str)
    """One sentence about what was dropped instead."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, and leave everything else to who is below."""
        if event.type() not in _DRAGGED or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = _files(event.mimeData())
        if not paths:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(paths)
        return True

    def _take(self, paths: Sequence[Path]) -> None:
        readable = [path for path in paths if _is_readable(path)]
        if readable:
            self.dropped.emit(readable)
        else:
            self.refused.emit(_refusal(paths[0]))


def _files(data: QMimeData) -> list[Path]:
    """Return what is dragged if it is files of this computer and nothing else."""
    urls = data.urls()
    if not urls or not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() in READABLE | ENDINGS and path.is_file()


def _refusal(path: Path) -> str:
    if path.is_dir():
        return f"“{path.name}” is a folder. Drop a CSV or vCard file to import the people in it."
    if not path.is_file():
        return f"“{path.name}” cannot be read from here. Nothing was imported."
    return f"“{path.name}” is not a file of people. Drop a CSV or vCard file."
