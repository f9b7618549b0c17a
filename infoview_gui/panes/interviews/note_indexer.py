"""Brings the words of the notes into the search index when one does not type.

Indexing a long note costs milliseconds (QUALITY.md): so in a pause, and when the notes are left.
"""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from infoview_gui.services.notes import NoteKeeper

PAUSE_MS = 2_500
"""Longer than the delay of saving: what was typed is stored by then."""


class NoteIndexer(QObject):
    """Watches one editor; ``hand_over`` gives what was typed to the store."""

    def __init__(self, notes: NoteKeeper, editor: QWidget, hand_over: Callable[[], None]) -> None:
        super().__init__(editor)
        self._notes = notes
        self._hand_over = hand_over
        self._is_due = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.index)
        editor.installEventFilter(self)

    def touch(self) -> None:
        """Something was typed."""
        self._is_due = True
        self._pause.start()

    def index(self) -> None:
        """Index what was typed, if anything was; does not wait."""
        self._pause.stop()
        if self._is_due:
            self._is_due = False
            self._hand_over()
            with contextlib.suppress(RuntimeError):  # closed: it is done at the next start
                self._notes.index()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Index when the editor is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.index()
        return super().eventFilter(watched, event)
