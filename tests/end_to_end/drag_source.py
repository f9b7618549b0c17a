"""A file manager as small as can be: a patch on the screen from which one file is dragged."""

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

NAME = "Drag this file"
CORNER = QPoint(1230, 840)


class Patch(QPushButton):
    """Above all windows, and known to no window manager."""

    def __init__(self, file: str) -> None:
        super().__init__(NAME)
        self._file = file
        hints = Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | hints)
        self.setGeometry(CORNER.x(), CORNER.y(), 160, 50)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._file)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    patch = Patch(sys.argv[-1])
    patch.show()
    sys.exit(application.exec())
