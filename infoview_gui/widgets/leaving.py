"""When a field is left for good, so that what is typed in it can be taken. Knows no field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def is_left(event: QFocusEvent) -> bool:
    """Tell whether the keyboard went elsewhere; not if only a menu opened or a window came."""
    return event.reason() not in _COMES_BACK
