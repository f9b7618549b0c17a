"""The verbs of a list: with keys while the keyboard is in it, and together in a menu.

Knows nothing of the list.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def verb_of(listed: QWidget, text: str, slot: Callable[[], None], keys: str = "") -> QAction:
    """Make a verb of a list; ``keys`` work while the keyboard is in it."""
    action = QAction(text, listed)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(_HERE)
    action.triggered.connect(slot)
    listed.addAction(action)
    return action


def open_menu(verbs: Sequence[QAction], at: QPoint, owner: QWidget) -> None:
    """Open a menu of the verbs at a point of the screen."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(verbs)
    menu.popup(at)
