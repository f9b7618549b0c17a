"""Opens what was kept so far, and earlier versions of the notes, each when it is first wanted.

Knows the editor only as something whose text can be replaced.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.interviews.notes_view import NotesView
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import Notes
from infoview_gui.theme import Theme


class AfterDialogs(QObject):
    """Two verbs of the pane; ``shown`` says which conversation it shows."""

    place_requested = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        notes: NotesView,
        shown: Callable[[], int | None],
        leave: Callable[[], None],
        pane: QWidget,
    ) -> None:
        """``leave`` brings to the disk what is typed anywhere in the pane."""
        super().__init__(pane)
        self._theme, self._services, self._times = theme, services, times
        self._notes, self._shown, self._leave = notes, shown, leave
        self._pane = pane
        self.kept = QAction("Kept so far…", self)
        self.kept.setShortcut(QKeySequence("Ctrl+Shift+L"))
        self.kept.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.kept.triggered.connect(self.show_kept)
        self.earlier = QAction("Earlier versions of the notes…", self)
        self.earlier.triggered.connect(self.show_earlier)
        pane.addActions([self.kept, self.earlier])

    def show_kept(self) -> None:
        """List insights, terms, openings and tasks."""
        from infoview_gui.panes.dialogs.learned_dialog import (  # noqa: PLC0415 - when wanted
            LearnedDialog,
        )

        self._leave()
        dialog = LearnedDialog(self._theme, self._services, self._times, self._pane.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.place_requested.connect(self.place_requested)
        dialog.open()

    def show_earlier(self) -> None:
        """Show the versions of the notes of the conversation that is shown."""
        from infoview_gui.panes.dialogs.revisions_dialog import (  # noqa: PLC0415 - as above
            RevisionsDialog,
        )

        conversation_id = self._shown()
        if conversation_id is None:
            return
        self._leave()
        dialog = RevisionsDialog(self._theme, conversation_id, self._times, self._pane.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restored.connect(self._on_restored)
        dialog.open()

    def enable(self) -> None:
        """Let be chosen what applies to the conversation that is shown."""
        self.earlier.setEnabled(self._shown() is not None)

    def _on_restored(self, notes: Notes) -> None:
        """Put a version in place of the notes; what stands there becomes a version too."""
        conversation_id = self._shown()
        if conversation_id is None:
            return
        self._services.notes.keep_version(conversation_id)
        self._notes.editor.replace_all(notes.text, notes.moments)
        self._notes.editor.setFocus()
        self.said.emit("Restored. Ctrl+Z in the notes takes it back.")
