"""The peer of a start-up: an empty QMainWindow by the same interpreter."""

import sys

import report
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Tells when it is painted."""

    told = False

    def paintEvent(self, event):  # noqa: ANN001, ANN201
        """Paint nothing more and say so."""
        super().paintEvent(event)
        if not self.told:
            report.painted()
        self.told = True


application = QApplication(sys.argv[:1])
window = Window()
window.resize(1360, 860)
window.show()
QTimer.singleShot(int(sys.argv[1]), lambda: (report.memory(), application.quit()))
application.exec()
