"""A field for a note: one line high, growing with what is typed. Knows nobody and saves nothing."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_AROUND = 14
_MOST_LINES = 14
_Key = QKeySequence.StandardKey


class NoteField(QPlainTextEdit):
    """Enter keeps, Shift and Enter begin a line; Escape gives up."""

    kept = Signal()
    given_up = Signal()
    left = Signal()
    height_changed = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = 0
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)
        self._fit()

    def load(self, text: str) -> None:
        """Show words that cannot be taken back by the field's own undo."""
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return a size with room for what is typed, up to so many lines."""
        lines = min(max(1, self._lines), _MOST_LINES)
        return QSize(160, lines * self.fontMetrics().lineSpacing() + _AROUND + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: nothing is cut."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where the field has nothing of its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            idle = event.matches(_Key.Undo) and not document.isUndoAvailable()
            if idle or (event.matches(_Key.Redo) and not document.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, give up with Escape."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not shifted:
            event.accept()
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left, unless only a menu opened or another window came."""
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            self.left.emit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())  # a plain document counts in lines
        many = lines > _MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        )
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.height_changed.emit()
