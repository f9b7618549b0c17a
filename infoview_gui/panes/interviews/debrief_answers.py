"""The three questions after a talk, each with a field that grows and saves itself.

Is handed what saves; knows no conversation.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from infoview_gui.services.debrief import REFLECTIONS, Reflection
from infoview_gui.widgets.growing_text import GrowingText
from infoview_gui.widgets.labels import label

SAVE_DELAY_MS = 600
_AROUND, _LEAST_LINES, _MOST_LINES = 18, 2, 12

Save = Callable[[str, str], None]


class AnswerField(GrowingText):
    """Two lines high and growing; ``typed`` tells of the user only."""

    typed = Signal()
    entered = Signal(object)
    """The focus came; the field itself."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(words, parent, least=_LEAST_LINES, most=_MOST_LINES, around=_AROUND)
        self.name = name
        self.stored = ""
        self._loading = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)

    def load(self, text: str) -> None:
        """Show another answer; the field's own undo starts anew."""
        self.stored = text
        if text == self.toPlainText():
            return
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        self.forget_typing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is to be seen."""
        super().focusInEvent(event)
        self.entered.emit(self)

    def _on_text_changed(self) -> None:
        if not self._loading:
            self.typed.emit()


class Answers(QFrame):
    """Saves at most a second after a key, and at once when a field is left."""

    caret_moved = Signal(object)
    """The field in which one types (QWidget): it should be in sight."""

    def __init__(self, save: Save, seal: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._seal = seal
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(SAVE_DELAY_MS)
        self._due.timeout.connect(self.hand_over)
        self.fields: dict[str, AnswerField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(5)
        for name, words in REFLECTIONS.items():
            field = AnswerField(name, words, self)
            field.typed.connect(self._on_typed)
            field.left.connect(self.leave)
            field.entered.connect(self.caret_moved)
            title = label(words, "strong", self)
            title.setBuddy(field)
            column.addWidget(title)
            column.addWidget(field)
            column.addSpacing(5)
            self.fields[name] = field

    def show_answers(self, found: Reflection, *, fresh: bool) -> None:
        """Show stored answers; ``fresh`` for another conversation, else typing is left alone."""
        for name, field in self.fields.items():
            stored = getattr(found, name)
            if fresh or stored != field.stored:
                field.load(stored)

    def leave(self) -> None:
        """Save what was typed and end the undo step."""
        self.hand_over()
        self._seal()
        for field in self.fields.values():
            if field.document().isUndoAvailable() or field.document().isRedoAvailable():
                field.forget_typing()

    def hand_over(self) -> None:
        """Save what was typed."""
        self._due.stop()
        for name, field in self.fields.items():
            text = field.toPlainText()
            if text != field.stored:
                field.stored = text
                self._save(name, text)

    def drop(self) -> None:
        """The conversation is gone: nothing is to be saved any more."""
        self._due.stop()
        for field in self.fields.values():
            field.stored = field.toPlainText()

    def _on_typed(self) -> None:
        if not self._due.isActive():
            self._due.start()
        field = self.sender()
        if isinstance(field, AnswerField):
            self.caret_moved.emit(field)
