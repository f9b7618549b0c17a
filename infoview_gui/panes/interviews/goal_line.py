"""“What you want from this talk”: one line, edited in place, saving itself.

Knows no other part of the pane.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyle, QStyleOptionFrame, QWidget

from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord
from infoview_gui.widgets.cell_text import draw_words
from infoview_gui.widgets.labels import ElidedLabel, plain_tool_tip
from infoview_gui.widgets.undo_keys import UndoPassing, forget_typing

SAVE_DELAY_MS = 600
_INSET = 2  # between the frame of a line edit and its text


class _ElidingField(UndoPassing):
    """Ends in … what does not fit, while it is not being edited."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as Qt does, unless the end would be cut off in the middle of a letter."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(contents, option, self).adjusted(_INSET, 0, -_INSET, 0)
        metrics = self.fontMetrics()
        if self.hasFocus() or metrics.horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self.palette().text().color())
        draw_words(painter, room, shown)


class GoalLine(QFrame):
    """Saved at most a second after a key, and at once when it is left."""

    words = "What you want from this talk"
    placeholder = "One sentence: what would make this talk worth it?"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._id: int | None = None
        self._stored = ""
        self.setProperty("kind", "sunken")
        self.field = _ElidingField("", self)
        self.field.setProperty("kind", "bare")
        self.field.setAccessibleName(self.words)
        self.field.setPlaceholderText(self.placeholder)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(SAVE_DELAY_MS)
        self._due.timeout.connect(self._save)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 16, 5)
        row.setSpacing(6)
        row.addWidget(ElidedLabel(self.words, "h3"))
        row.addWidget(self.field, 1)

    def show_conversation(self, record: ConversationRecord) -> None:
        """Show another conversation's goal; the one being typed is left alone."""
        stored = self._read(record)
        if record.id != self._id:
            self.leave()
            self._id = record.id
            self._show(stored)
        elif stored != self._stored:
            # Undone or changed elsewhere; our own save is known already.
            self._show(stored)

    def leave(self) -> None:
        """Save what was typed and end the undo step."""
        self._save()
        if self._id is not None:
            self._services.store.seal()
        forget_typing(self.field)
        if not self.field.hasFocus():
            self.field.setCursorPosition(0)

    def forget(self) -> None:
        """The conversation is gone: nothing is to be saved any more."""
        self._due.stop()
        self._id = None

    def _read(self, record: ConversationRecord) -> str:
        return record.goal

    def _write(self, conversation_id: int, text: str) -> None:
        self._services.conversations.change(conversation_id, goal=text)

    def _show(self, goal: str) -> None:
        self._due.stop()
        self._stored = goal
        if goal != self.field.text():
            self.field.setText(goal)
            self.field.setCursorPosition(len(goal) if self.field.hasFocus() else 0)
        self.field.setToolTip(plain_tool_tip(goal))

    def _on_edited(self) -> None:
        if not self._due.isActive():
            self._due.start()

    def _save(self) -> None:
        self._due.stop()
        text = self.field.text()
        if self._id is None or text == self._stored:
            return
        self._stored = text
        self._write(self._id, text)
        self.field.setToolTip(plain_tool_tip(text))
