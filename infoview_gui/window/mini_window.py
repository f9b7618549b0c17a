"""The mini countdown of a main window: the action that opens it, and where it stands.

The window itself is built when it is first wanted.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.call_clock import CallClock
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.panes.mini_countdown import MiniCountdown

KEYS = "F12"
_TEXT = "Mini cou&ntdown"
"""Not the letter M: where it is a key of its own it would not arrive in the menu."""
_FROM_EDGE = 24
_ON_WAYLAND = "Whether the mini countdown stays on top, and where it stands, this desktop decides."


class MiniWindow(QAction):
    """“Mini countdown” in the menu: checked while it is open, enabled while a talk runs."""

    said = Signal(str)
    expanded = Signal()
    moved = Signal()

    def __init__(self, window: QWidget, theme: Theme, call: CallClock) -> None:
        super().__init__(_TEXT, window)
        self._window = window
        self._theme = theme
        self._call = call
        self._mini: MiniCountdown | None = None
        self._corner: QPoint | None = None
        self._is_told = False
        self.setShortcut(QKeySequence(KEYS))
        self.setCheckable(True)
        window.addAction(self)
        self.triggered.connect(self._on_triggered)
        call.changed.connect(self._follow)
        self._follow()

    @property
    def mini(self) -> "MiniCountdown | None":
        """The window, once it was opened."""
        return self._mini

    def save_state(self) -> dict[str, object]:
        """Return where it stands, and what need not be said again."""
        at = [] if self._corner is None else [self._corner.x(), self._corner.y()]
        return {"corner": at, "told": self._is_told}

    def restore_state(self, state: object) -> None:
        """Take up what was saved; garbage is ignored."""
        if not isinstance(state, dict):
            return
        self._is_told = state.get("told") is True
        match state.get("corner"):
            case [int(x), int(y)] if max(abs(x), abs(y)) < 1 << 20:
                self._corner = QPoint(x, y)

    def shut(self) -> None:
        """Close it for good, as the main window goes; safe to call twice."""
        if self._mini is not None:
            self._mini.close()
            self._mini.deleteLater()
            self._mini = None

    def _follow(self) -> None:
        running = self._call.running_id is not None
        self.setEnabled(running)
        if not running:
            self._close()

    def _close(self) -> None:
        self.setChecked(False)
        if self._mini is not None:
            self._mini.hide()

    def _on_triggered(self) -> None:
        if not self.isChecked():
            self._close()
            return
        mini = self._made()
        mini.stand_at(self._corner or self._usual_corner(mini))
        mini.show()
        self._tell_once()

    def _made(self) -> "MiniCountdown":
        from infoview_gui.panes.mini_countdown import MiniCountdown  # noqa: PLC0415 - when wanted

        if self._mini is None:
            self._mini = MiniCountdown(self._theme, self._call)
            self._mini.expand_requested.connect(self._on_expand)
            self._mini.said.connect(self.said)
            self._mini.moved.connect(self._on_moved)
            self._mini.closed.connect(self._on_closed)
        return self._mini

    def _usual_corner(self, mini: QWidget) -> QPoint:
        """The top right corner of the screen on which the main window is."""
        screen = self._window.screen()
        room = screen.availableGeometry() if screen is not None else QRect()
        return room.topRight() + QPoint(-mini.width() - _FROM_EDGE, _FROM_EDGE)

    def _tell_once(self) -> None:
        if QGuiApplication.platformName().startswith("wayland") and not self._is_told:
            self._is_told = True
            self.said.emit(_ON_WAYLAND)

    def _on_moved(self) -> None:
        if self._mini is not None and self._mini.isVisible():
            self._corner = self._mini.pos()
            self.moved.emit()

    def _on_closed(self) -> None:
        self.setChecked(False)

    def _on_expand(self) -> None:
        self._close()
        self.expanded.emit()
