"""Carries the store's notices to the panes, on the Qt thread. Knows nothing of what changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from infoview_gui.store.changes import Changes


class ChangeFeed(QObject):
    """Panes connect to ``changed``; the store is given ``deliver`` and ``announce``."""

    changed = Signal(object)  # Changes
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call: Callable[[], None]) -> None:
        """Run a call on the Qt thread, soon; may be called from any thread."""
        self._posted.emit(call)

    def announce(self, changes: Changes) -> None:
        """Tell the panes; on the Qt thread."""
        self.changed.emit(changes)

    def _on_posted(self, call: Callable[[], None]) -> None:
        call()
