"""The field in the strip in which one types what to look for or to run.

Tells of keys; knows neither the list below it nor what is found.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.widgets.undo_keys import pass_undo_on

WIDTH = 380
_LEAST = 150
PAGE = 6
_FAR = 1_000_000
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}
_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class PaletteField(SearchField):
    """Wide as in the pictures where there is room; keeps the focus while one chooses below."""

    opened = Signal()
    """By a click."""
    moved = Signal(object)
    """By so many rows; a very large number is the end."""
    accepted = Signal()
    escaped = Signal()
    left = Signal()
    """The focus went elsewhere in the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "Search people, notes, companies, terms",
            parent,
            name="Search or run a command",
            shortcut_hint="Ctrl K",
        )
        pass_undo_on(self)
        # A click must not take the focus before it is known where it was.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(WIDTH)

    def sizeHint(self) -> QSize:
        """Return the size in the pictures."""
        return QSize(WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list below; Enter chooses there, Escape leaves."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if plain == Qt.KeyboardModifier.NoModifier and key in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list; the click that does so selects what is there, as Ctrl+K does."""
        if event.button() == Qt.MouseButton.LeftButton and not self.hasFocus():
            self.opened.emit()
            event.accept()
            return
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one is elsewhere, unless it is only for a moment."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()
