"""Writes notes about a person: a new one above the timeline, the others in their rows.

What is typed is saved within a second, as a note like any other; so nothing is lost when the
program is killed or another person is chosen. Knows the view, not the pane.
"""

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.people.note_field import NoteField
from infoview_gui.panes.people.saving import Saver
from infoview_gui.panes.people.wording import EntryKey
from infoview_gui.services.bundle import Services
from infoview_gui.services.person_notes import NOTE, merge_of_new
from infoview_gui.services.records import TimelineItem
from infoview_gui.widgets.timeline import Timeline

_tokens = count(1)


class NoteDesk(QObject):
    """The note that is being written, and the one that is being changed."""

    said = Signal(str)
    kept = Signal()
    """A new note may be shown in the timeline now."""

    def __init__(
        self, services: Services, field: NoteField, timeline: Timeline, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._notes = services.person_notes
        self._field = field
        self._timeline = timeline
        self._person_id: int | None = None
        self._new_id: int | None = None
        self._merge = ""
        self._editor: NoteField | None = None
        self._changed_id: int | None = None
        self._before = ""
        self._loading = False
        self._new_saver = Saver(self._save_new, self)
        self._change_saver = Saver(self._save_change, self)
        self.write = QAction("Write a note", self)
        self.write.setShortcut(QKeySequence("Ctrl+Shift+N"))
        self.write.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.write.triggered.connect(self._on_write)
        field.textChanged.connect(self._on_typed)
        field.kept.connect(self.keep_new)
        field.left.connect(self.keep_new)
        field.given_up.connect(self._on_given_up)
        timeline.edit_requested.connect(self._on_edit)
        timeline.delete_requested.connect(self._on_delete)

    # -- what the detail uses

    def attend(self, person_id: int | None) -> None:
        """Turn to another person; what was typed about the one before is kept."""
        if person_id != self._person_id:
            self.keep()
            self._person_id = person_id
            self.write.setEnabled(person_id is not None)

    def shown(self, items: Sequence[TimelineItem]) -> list[TimelineItem]:
        """Return what the timeline shows: not the note that still stands in its field."""
        ids = {item.activity_id for item in items if item.kind == NOTE}
        if self._changed_id is not None and self._changed_id not in ids:
            self._close()
        return [
            item for item in items if item.activity_id is None or item.activity_id != self._new_id
        ]

    def keep(self) -> None:
        """Keep everything that is typed."""
        self.keep_new()
        self.keep_change()

    # -- a new note

    def keep_new(self) -> None:
        """Let what is typed be a note in the timeline."""
        self._new_saver.flush()
        written = self._new_id
        self._new_id = None
        if self._field.toPlainText():
            self._loading = True
            self._field.load("")
            self._loading = False
        if written is not None:
            self._services.store.seal()
            self.kept.emit()

    def _on_write(self) -> None:
        if self._person_id is not None:
            self._field.setFocus()

    def _on_typed(self) -> None:
        if not self._loading:
            self._new_saver.touch()

    def _on_given_up(self) -> None:
        """Leave the field if it is empty: words are never thrown away."""
        if not self._field.toPlainText().strip():
            self.keep_new()
            self._timeline.setFocus()

    def _save_new(self) -> None:
        text = self._field.toPlainText()
        if self._new_id is not None and not self._notes.exists(self._new_id):
            self._new_id = None  # undone meanwhile
        if self._person_id is None or not self._services.people_list.rows([self._person_id]):
            return
        if not text.strip():
            if self._new_id is not None:
                gone, self._new_id = self._new_id, None
                self._notes.delete(gone, merge=self._merge)
        elif self._new_id is None:
            self._merge = merge_of_new(next(_tokens))
            self._new_id = self._notes.add(self._person_id, text, merge=self._merge)
        else:
            self._notes.change(self._new_id, text, merge=self._merge)

    # -- a note in its row

    def _on_edit(self, key: object) -> None:
        if not isinstance(key, EntryKey) or key.note_id is None:
            return
        self.keep()
        text = next((one.body for one in self._timeline.entries() if one.key == key), "")
        self._changed_id, self._before = key.note_id, text
        editor = self._editor = NoteField("Change the note", "", self._timeline)
        editor.load(text)
        editor.textChanged.connect(self._change_saver.touch)
        editor.kept.connect(self._on_kept)
        editor.left.connect(self.keep_change)
        editor.given_up.connect(self._on_taken_back)
        editor.height_changed.connect(self._on_height_changed)
        self._timeline.hold(key, editor)
        editor.show()
        editor.setFocus()
        editor.moveCursor(editor.textCursor().MoveOperation.End)

    def keep_change(self) -> None:
        """Keep the note that is being changed as it is typed; without words it stays as it was."""
        self._change_saver.flush()
        self._services.store.seal()
        self._close()

    def _on_kept(self) -> None:
        key = EntryKey(note_id=self._changed_id)
        self.keep_change()
        self._timeline.choose(key)
        self._timeline.setFocus()

    def _on_taken_back(self) -> None:
        if self._editor is not None and self._editor.toPlainText() != self._before:
            self._editor.setPlainText(self._before)
        self._on_kept()

    def _on_height_changed(self) -> None:
        if self._editor is not None:
            self._timeline.hold(EntryKey(note_id=self._changed_id), self._editor)

    def _save_change(self) -> None:
        text = self._editor.toPlainText() if self._editor is not None else ""
        if self._changed_id is not None and text.strip():
            merge = f"note:{self._changed_id}"
            self._notes.change(self._changed_id, text, merge=merge)

    def _close(self) -> None:
        editor, self._editor, self._changed_id = self._editor, None, None
        if editor is not None:
            self._change_saver.drop()
            editor.blockSignals(True)
            if editor.hasFocus():
                self._timeline.setFocus()
            self._timeline.hold(None, None)
            editor.hide()
            editor.deleteLater()

    def _on_delete(self, key: object) -> None:
        if isinstance(key, EntryKey) and key.note_id is not None:
            self._notes.delete(key.note_id)
            self.said.emit("Deleted the note. Ctrl+Z brings it back.")
