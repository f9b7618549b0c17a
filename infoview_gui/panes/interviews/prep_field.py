"""A field for something new in a list; Escape gives it up. Knows nothing of the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from infoview_gui.widgets.undo_keys import UndoPassing


class EntryField(UndoPassing):
    """Enter enters and keeps the field open; Escape gives it up."""

    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Escape."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.dropped.emit()
            return
        super().keyPressEvent(event)
