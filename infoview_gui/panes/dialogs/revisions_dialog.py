"""Earlier versions of the notes of a conversation: to look at, and to put back.

Changes nothing itself: it hands over the version that is wanted.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import capital, counted, listed
from infoview_gui.services.revisions import NotesRevision, revisions
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import wrapped_label

_NONE = (
    "There is no earlier version yet. While you write, one is kept every ten minutes, and "
    "whenever much is cleared away."
)
_SOME = "What stands in the notes now can be brought back in the editor with Ctrl+Z."


class RevisionsDialog(QDialog):
    """Window-modal; Enter on a version restores it, Esc closes."""

    restored = Signal(object)
    """The Notes that are to stand in the editor."""

    def __init__(
        self, theme: Theme, conversation_id: int, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found: list[NotesRevision] = revisions(conversation_id)
        self.setWindowTitle("Earlier versions of the notes")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(760, 520)
        self.list = QListWidget(self)
        self.list.setProperty("kind", "box")
        self.list.setAccessibleName("Versions, newest first")
        self.list.setFixedWidth(220)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Text of the version")
        self.words = wrapped_label(_SOME if self._found else _NONE, "muted", self)
        self.close_button = push_button(theme, "Close", parent=self)
        self.restore_button = push_button(theme, "Restore", kind="primary", parent=self)
        for one in self._found:
            when = capital(times.moment_text(one.at))
            lines = sum(bool(line.strip()) for line in one.notes.text.split("\n"))
            words = listed(when, counted(lines, "line", "lines"))
            self.list.addItem(QListWidgetItem(words))
        self._arrange()
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self._restore)
        self.restore_button.clicked.connect(self._restore)
        self.close_button.clicked.connect(self.reject)
        for widget in (self.list, self.text, self.restore_button):
            widget.setVisible(bool(self._found))
        if self._found:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _show(self, row: int) -> None:
        self.text.setPlainText(self._found[row].notes.text if row >= 0 else "")

    def _restore(self, _item: object = None) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.accept()
            self.restored.emit(self._found[row].notes)

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.restore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(middle, 1)
        column.addLayout(foot)
