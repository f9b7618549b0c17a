"""Single-line fields pass on the keys that the program needs: its shortcuts, and an idle Ctrl+Z.

Qt's fields swallow undo and redo even when they have nothing left to undo, and take Ctrl+E, Ctrl+D,
Ctrl+K and others as keys of theirs; so the program's would not be reached while a field has the
focus (PRODUCT.md, "Always"). Knows nothing of what the program does with them.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_Key = QKeySequence.StandardKey
_OWN = (_Key.Cut, _Key.Copy, _Key.Paste, _Key.SelectAll, _Key.Undo, _Key.Redo)


class _UndoKeys(QObject):
    """Watches one field; the keys that it cannot use go on as if it were not there."""

    def __init__(self, field: QWidget, line: QLineEdit) -> None:
        super().__init__(field)
        self._line = line
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep undo and redo from a field that has nothing to do for them."""
        if event.type() in _KEYS and isinstance(event, QKeyEvent) and self._is_idle(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_idle(self, event: QKeyEvent) -> bool:
        if event.matches(_Key.Undo):
            return not self._line.isUndoAvailable()
        if event.matches(_Key.Redo):
            return not self._line.isRedoAvailable()
        # As a plain key it comes only when the program has no such shortcut: then it is Qt's.
        return event.type() == QEvent.Type.ShortcutOverride and _is_shortcut(event)


def _is_shortcut(event: QKeyEvent) -> bool:
    """Whether it is Ctrl and a letter that no field needs for its text."""
    letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    only_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return letter and only_ctrl and not any(event.matches(own) for own in _OWN)


def pass_undo_on(field: QLineEdit | QComboBox | QAbstractSpinBox) -> None:
    """Let undo and redo through where ``field`` has nothing left of its own.

    A combo box must be editable by now; one that is not swallows nothing.
    """
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    if line is not None:
        # Combo and spin boxes have the focus themselves and hand their keys to the line.
        _UndoKeys(field, line)


def forget_typing(field: QLineEdit | QComboBox | QAbstractSpinBox) -> None:
    """Drop what the field could undo by itself, as when it is left: the program undoes it then."""
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    if line is not None and (line.isUndoAvailable() or line.isRedoAvailable()):
        blocked = line.blockSignals(True)
        at = line.cursorPosition()
        line.setText(line.text())
        line.setCursorPosition(at)
        line.blockSignals(blocked)


class UndoPassing(QLineEdit):
    """A line edit that passes undo and redo on when it has nothing of its own left."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        pass_undo_on(self)
