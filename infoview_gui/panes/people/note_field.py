"""A field for a note: one line high, growing with what is typed. Knows nobody and saves nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from infoview_gui.widgets.growing_text import GrowingText

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_LINES, _AROUND = 14, 18


class NoteField(GrowingText):
    """Enter keeps, Shift and Enter begin a line; Escape gives up."""

    kept = Signal()
    given_up = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(name, parent, least=1, most=_MOST_LINES, around=_AROUND)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def load(self, text: str) -> None:
        """Show words that cannot be taken back by the field's own undo."""
        self.setPlainText(text)
        self.forget_typing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, give up with Escape."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not shifted:
            event.accept()
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
