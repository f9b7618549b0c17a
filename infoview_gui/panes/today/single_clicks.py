"""Lets only single clicks through. Knows nothing of what is clicked.

A row that goes moves the next one under the mouse; the second half of a double click must not
settle that one too.
"""

from PySide6.QtCore import QEvent, QObject


class SingleClicks(QObject):
    """An event filter for buttons."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the second press of a double click."""
        del watched
        return event.type() == QEvent.Type.MouseButtonDblClick
