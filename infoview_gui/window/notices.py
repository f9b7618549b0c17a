"""Brings a notice to the desktop where it takes notices; the window has its own bar.

Knows nothing of what is told.
"""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

_SHOWN_MS: Final = 20_000


class Notices(QObject):
    """One at a time; a click on it asks for the window."""

    chosen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._over = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._over.timeout.connect(self._hide)

    def tell(self, title: str, text: str) -> None:
        """Show a notice, unless the window is looked at anyway."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            tray = self._shown_tray()
            tray.showMessage(title, text, self._window.windowIcon(), _SHOWN_MS)
            self._over.start()

    def stop(self) -> None:
        """Take away what is still shown."""
        self._over.stop()
        self._hide()

    def _shown_tray(self) -> QSystemTrayIcon:
        """Return the icon that carries notices; it is in the tray only while one is shown."""
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.setToolTip("Infoview")
            self._tray.messageClicked.connect(self._on_chosen)
            self._tray.activated.connect(self._on_chosen)
        self._tray.show()
        return self._tray

    def _on_chosen(self) -> None:
        self._hide()
        self.chosen.emit()

    def _hide(self) -> None:
        if self._tray is not None:
            self._tray.hide()
