"""The dialog that asks for a file: the desktop's own, or Qt's made wide enough to read names in.

Knows nothing of what is in the files.
"""

from PySide6.QtCore import QDate, QDateTime, QLocale, QSize, QTime
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView

_WIDTH, _HEIGHT = 860, 540
_SIZE_COLUMN, _TYPE, _DATE_EDGE = 80, 2, 28
_LONG_DATE = QDateTime(QDate(2026, 12, 30), QTime(20, 59))


class FileDialog(QFileDialog):
    """Where the desktop has a dialog of its own, that one comes and is left as it is."""

    def showEvent(self, event: QShowEvent) -> None:
        """Give the names the room that the other columns do not need."""
        files = self.findChild(QTreeView, "treeView")
        if not event.spontaneous() and files is not None:
            self.setMinimumSize(self._bounded(QSize(640, 400)))
            self.resize(self._bounded(self.size().expandedTo(QSize(_WIDTH, _HEIGHT))))
            self._widen(files.header())
        super().showEvent(event)  # afterwards: it puts the dialog over the middle of the window

    def _bounded(self, size: QSize) -> QSize:
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().size() - QSize(40, 60) if screen is not None else size
        return size.boundedTo(room)

    def _widen(self, header: QHeaderView) -> None:
        """Let the names take what is left; Qt remembers other widths from the last time."""
        header.setStretchLastSection(False)
        header.hideSection(_TYPE)  # the ending of the name says it
        words = QLocale.system().toString(_LONG_DATE, QLocale.FormatType.ShortFormat)
        date = header.fontMetrics().horizontalAdvance(words) + _DATE_EDGE
        for column in range(1, header.count()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, date if column == header.count() - 1 else _SIZE_COLUMN)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
