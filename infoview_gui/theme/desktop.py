"""Whether the desktop is dark, where Qt does not say: the freedesktop portal's setting.

Qt asks it itself under GNOME and knows other ways under KDE; on bare X11 and under small desktops
it does not. Imported late: the bus costs what a start does not need.
"""

import os
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
_NAMESPACE, _KEY = "org.freedesktop.appearance", "color-scheme"
_DARK = 1
_PATIENCE_MS = 5000


def has_bus() -> bool:
    """Whether there is a session bus; asking Qt without one may start a stray one."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    known = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
    return known or (bool(folder) and (Path(folder) / "bus").exists())


class DesktopScheme(QObject):
    """Asks once, without waiting for the answer, and then listens."""

    changed = Signal()

    def __init__(self, parent: QObject, bus: QDBusConnection | None = None) -> None:
        super().__init__(parent)
        self.dark = False
        """What the desktop says; False until it has answered, and where it never does."""
        self._bus = QDBusConnection.sessionBus() if bus is None else bus
        if not self._bus.isConnected():
            return
        self._bus.connect(  # type: ignore[call-overload]  # the stub wants bytes, Qt the str
            _SERVICE,
            _PATH,
            _INTERFACE,
            "SettingChanged",
            self,
            SLOT("on_setting_changed(QString,QString,QDBusVariant)"),
        )
        question = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "Read")
        question.setArguments([_NAMESPACE, _KEY])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(question, _PATIENCE_MS), self)
        watcher.finished.connect(self._on_answered)

    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = watcher.reply()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self._take(answer.arguments()[0])
        watcher.deleteLater()

    @Slot(str, str, QDBusVariant)
    def on_setting_changed(self, namespace: str, key: str, value: QDBusVariant) -> None:
        """Hear of any setting of the desktop."""
        if (namespace, key) == (_NAMESPACE, _KEY):
            self._take(value)

    def _take(self, value: object) -> None:
        while isinstance(value, QDBusVariant):  # the older call wraps it twice
            value = value.variant()
        dark = value == _DARK
        if dark != self.dark:
            self.dark = dark
            self.changed.emit()
