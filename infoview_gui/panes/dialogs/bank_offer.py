"""Says below a field that its words ask for a job, why, and offers another wording.

Knows nothing of what the field is for.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from infoview_gui.panes.guard_learning import GuardLearning
from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import set_tone, wrapped_label

if TYPE_CHECKING:
    from infoview_gui.practice.guard import Marked


class OfferLine(QFrame):
    """Hidden as long as nothing asks for a job; one click or Enter takes the offer."""

    left = Signal()
    """The keyboard went on from the offer to somewhere else than the field."""

    def __init__(self, theme: Theme, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._guard = GuardLearning(self)
        self._span = (0, 0)
        self._offer = ""
        self.reason = wrapped_label("", "small")
        set_tone(self.reason, "amber")
        self.words = wrapped_label("", "small")
        self.button = push_button(theme, "Say this instead", kind="link", small=True, parent=self)
        # A click must not end the editing of the field.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.reason)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.button.clicked.connect(self._on_taken)
        self.button.installEventFilter(self)
        field.textChanged.connect(self._on_text_changed)
        self._guard.done.connect(self._on_learnt)
        self._on_text_changed(field.text())

    @property
    def is_offering(self) -> bool:
        """Whether the words ask for a job."""
        return bool(self._offer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape goes back to the field; going on is told."""
        if event.type() == QEvent.Type.FocusOut and not self._field.hasFocus():
            self.left.emit()
        escapes = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if escapes:
            self._field.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        found = _found(text) if text.strip() and self._guard.is_done() else []
        was, self._offer = self._offer, found[0].offer if found else ""
        if found:
            self._span = (found[0].start, found[0].end)
            self.reason.setText(f"Asks for a job. {found[0].reason}")
            self.words.setText(f"“{self._offer}”")
            self.button.setAccessibleName(f"Say this instead: {self._offer}")
        self.setVisible(bool(found))
        if self._offer and self._offer != was:
            announce(self._field, self.reason.text())

    def _on_learnt(self) -> None:
        self._on_text_changed(self._field.text())

    def _on_taken(self) -> None:
        if self._offer:
            start, end = self._span
            self._field.setFocus()
            self._field.setSelection(start, end - start)
            self._field.insert(self._offer)


def _found(text: str) -> "list[Marked]":
    from infoview_gui.practice import guard  # noqa: PLC0415 - large: when first something is typed

    return guard.find(text)
