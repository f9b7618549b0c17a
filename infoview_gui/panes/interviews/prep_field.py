"""A field for something new in a list; Escape gives it up. Knows nothing of the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_gui.widgets.undo_keys import UndoPassing

_SIDE = 18


class EntryField(UndoPassing):
    """Enter enters and keeps the field open; Escape gives it up. Hidden until it is wanted."""

    dropped = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.hide()
        self.editingFinished.connect(self._on_left)

    def in_a_row(self) -> QHBoxLayout:
        """Return the field with room at its sides."""
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 4, _SIDE, 4)
        row.addWidget(self)
        return row

    def entered(self) -> str:
        """Return what is typed, without blanks around it."""
        return self.text().strip()

    def shut(self) -> None:
        """Forget what is typed, and hide."""
        self.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Escape."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.dropped.emit()
            return
        super().keyPressEvent(event)

    def _on_left(self) -> None:
        if not self.hasFocus() and not self.entered():
            self.hide()
