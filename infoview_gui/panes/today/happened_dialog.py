"""Asks when a conversation without the countdown took place, and how long. Knows no services."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.happened_fields import HappenedFields
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import wrapped_label


class HappenedDialog(QDialog):
    """Begins with the time and the minutes that were planned."""

    settled = Signal(object, object, object)
    """Conversation, start (ms), minutes."""

    def __init__(
        self, theme: Theme, times: LocalTime, row: ConversationRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = row
        self.setWindowTitle("It happened")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._fields = HappenedFields(theme, times, self)
        self._save = push_button(theme, "Save", kind="primary")
        self._cancel = push_button(theme, "Cancel")
        self._arrange()
        self._fields.checked.connect(self._save.setEnabled)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)
        self._fields.ask(row.starts_at, row.minutes)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(wrapped_label(f"You talked with {self._row.title}", "h1"))
        hint = "Thanks are due within 24 hours of the end. Your notes stay as they are."
        column.addWidget(wrapped_label(hint, "muted"))
        column.addWidget(self._fields)
        column.addLayout(buttons)
        for button in (self._cancel, self._save):
            button.setAutoDefault(True)
        self._save.setDefault(True)  # only now is it in the dialog, which must know of it
        self.setMinimumWidth(380)

    def _on_save(self) -> None:
        self.settled.emit(self._row.id, *self._fields.answer())
        self.accept()
