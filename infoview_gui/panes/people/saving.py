"""Fields that save themselves: soon after a key, and at once when they are left.

Knows nothing of people; what saving means is handed in.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from infoview_gui.widgets.leaving import is_left
from infoview_gui.widgets.undo_keys import UndoPassing, forget_typing

SAVED_AFTER_MS = 700


class Saver(QObject):
    """Saves at most ``SAVED_AFTER_MS`` after the first key that was not saved yet."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._pending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def pending(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._pending

    def touch(self) -> None:
        """Something was typed. The timer is not set back, so long typing is saved on the way."""
        self._pending = True
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Save now what is not saved; when that fails it stays pending and the next key tries."""
        self._timer.stop()
        if self._pending:
            self._save()
            self._pending = False

    def drop(self) -> None:
        """Forget what is pending."""
        self._timer.stop()
        self._pending = False


class LeavingLine(UndoPassing):
    """A line edit that tells when it is left; from then on the program undoes what was typed."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand undo over, unless only a menu opened or another window came."""
        super().focusOutEvent(event)
        if is_left(event):
            forget_typing(self)
            self.left.emit()


class SavingLine(LeavingLine):
    """A line edit that saves itself."""

    def __init__(self, name: str, save: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(name, parent)
        self._save = save
        self.saver = Saver(self._on_save, self)
        self.textEdited.connect(self._on_edited)

    def show_value(self, text: str) -> None:
        """Show what is stored, unless the user has typed something newer."""
        if self.saver.pending or self.text().strip() == text.strip():
            return
        at = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save at once."""
        self.saver.flush()
        super().focusOutEvent(event)

    def _on_edited(self, _text: str) -> None:
        self.saver.touch()

    def _on_save(self) -> None:
        self._save(self.text())


class SavingText(QPlainTextEdit):
    """Several lines of plain text that save themselves; Tab leaves the field."""

    left = Signal()

    def __init__(self, name: str, save: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._loading = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.saver = Saver(self._on_save, self)
        self.textChanged.connect(self._on_changed)

    def show_value(self, text: str) -> None:
        """Show what is stored, unless the user has typed something newer."""
        if self.saver.pending or self.toPlainText() == text:
            return
        self._loading = True
        self.setPlainText(text)
        self._loading = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save at once."""
        super().focusOutEvent(event)
        self.saver.flush()
        if is_left(event):
            self.left.emit()

    def _on_changed(self) -> None:
        if not self._loading:
            self.saver.touch()

    def _on_save(self) -> None:
        self._save(self.toPlainText())


class QuietCombo(QComboBox):
    """A combo box that leaves the wheel to its page, so that scrolling changes nothing."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left, unless its own list opened."""
        super().focusOutEvent(event)
        if is_left(event):
            self.left.emit()
