"""A field for several lines that grows with what is typed. Knows nobody and saves nothing."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from infoview_gui.widgets.leaving import is_left

_Key = QKeySequence.StandardKey


class GrowingText(QPlainTextEdit):
    """Tab leaves it; undo that has nothing to do here goes on to the program."""

    left = Signal()
    height_changed = Signal()

    def __init__(self, name: str, parent: QWidget, *, least: int, most: int, around: int) -> None:
        """``least`` and ``most`` lines are high; ``around``: pixels above and below together."""
        super().__init__(parent)
        self._least, self._most, self._around = least, most, around
        self._lines = 0
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.forget_typing()  # to Qt the margin is a step that could be undone
        self.textChanged.connect(self._fit)
        self._fit()

    def forget_typing(self) -> None:
        """Leave undo to the program from now on."""
        self.document().clearUndoRedoStacks()

    def sizeHint(self) -> QSize:
        """Return a size with room for what is typed, up to so many lines."""
        lines = min(max(self._least, self._lines), self._most)
        return QSize(160, lines * self.fontMetrics().lineSpacing() + self._around)

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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left, unless only a menu opened or another window came."""
        super().focusOutEvent(event)
        if is_left(event):
            self.left.emit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())  # a plain document counts in lines
        if lines == self._lines:
            return
        self._lines = lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()
        self.height_changed.emit()
