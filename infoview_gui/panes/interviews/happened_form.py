"""Asks in place when a talk that was never started took place. Knows no services."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.happened_fields import HappenedFields
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label


class HappenedForm(QWidget):
    """Start and minutes; hidden until it is asked for."""

    kept = Signal(object, object)
    """Start (ms since 1970 UTC) and minutes."""
    dropped = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = HappenedFields(theme, times, self)
        self.keep_button = push_button(theme, "Keep", kind="primary", small=True)
        self.back_button = push_button(theme, "Back", kind="ghost", small=True)
        self.fields.checked.connect(self.keep_button.setEnabled)
        self.keep_button.clicked.connect(self._on_keep)
        self.back_button.clicked.connect(self.dropped)
        self._arrange()
        self.hide()

    def ask(self, record: ConversationRecord) -> None:
        """Show the form, filled in as it was planned."""
        self.fields.ask(record.starts_at, record.minutes)
        self.show()
        self.fields.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("When did it begin, and how long did you talk?", "small"))
        column.addWidget(self.fields)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        column.addLayout(buttons)

    def _on_keep(self) -> None:
        self.kept.emit(*self.fields.answer())
