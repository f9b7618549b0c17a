"""Single-line fields pass Ctrl+Z on when they have nothing of their own left to undo.

Qt's fields swallow the keys of undo and redo even then, so the program's undo would not be reached
while a field has the focus (PRODUCT.md, "Always"). Knows nothing of what the program undoes.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_EXPORT = QKeySequence("Ctrl+E")
"""The program exports with it; Qt's fields would go to the end of the line, as End does too."""


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
        if QKeySequence(event.keyCombination()) == _EXPORT:
            return True
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self._line.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self._line.isRedoAvailable()
        return False


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
