"""Keys that a widget takes before the window's shortcuts do, from a table of what they do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

Action = Callable[[], object]


def action_of(keys: Mapping[int, Action], event: QKeyEvent) -> Action | None:
    """Return what a key does; the key and its modifiers are added up, the keypad counts as keys."""
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return keys.get(event.key() | bare.value)


def claim(event: QEvent, action: Callable[[QKeyEvent], Action | None]) -> bool:
    """Accept a key that is asked for before shortcuts are, if it does something here."""
    asked = event.type() == QEvent.Type.ShortcutOverride
    if asked and isinstance(event, QKeyEvent) and action(event):
        event.accept()
        return True
    return False


def act(event: QKeyEvent, action: Callable[[QKeyEvent], Action | None]) -> None:
    """Do what a key does; one that does nothing here is left to others."""
    found = action(event)
    if found is None:
        event.ignore()
        return
    found()
    event.accept()
