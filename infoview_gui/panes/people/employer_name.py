"""The name of an employer as a heading that can be typed over. Knows no services."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.widgets.labels import plain_tool_tip, set_tone, wrapped_label
from infoview_gui.widgets.leaving import is_left
from infoview_gui.widgets.undo_keys import UndoPassing, forget_typing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EmployerNameField(UndoPassing):
    """Kept with Enter or when it is left; Escape takes back."""

    renamed = Signal(str)
    left = Signal()
    """Given up with Escape: the keyboard goes back to the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._stored = ""
        self.setProperty("kind", "bare")
        self.setAccessibleName("Name of the employer")
        font = self.font()
        font.setPixelSize(20)
        font.setBold(True)
        self.setFont(font)
        self.problem = wrapped_label("", "small", parent)
        self.problem.setAccessibleName("Problem with the name")
        set_tone(self.problem, "red")
        self.problem.hide()

    def show_name(self, name: str, *, another: bool) -> None:
        """Show what is stored; what is being typed for the same employer stays."""
        if not another and self.text() != self._stored and name == self._stored:
            return
        self._stored = name
        if self.text() != name:
            self.setText(name)
            self.setCursorPosition(0)
        self.setToolTip(plain_tool_tip(name))
        self.show_problem("")

    def show_problem(self, words: str) -> None:
        """Say why the name was not taken."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def keep(self) -> None:
        """Ask for the name that is typed, unless it is the stored one."""
        if self.text().strip() and self.text().strip() != self._stored:
            self.renamed.emit(self.text().strip())
        elif not self.text().strip():
            self._take_back()

    def _take_back(self) -> None:
        self.setText(self._stored)
        self.setCursorPosition(0)
        self.show_problem("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, take back with Escape."""
        if event.key() in _ENTER:
            self.keep()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._take_back()
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed."""
        super().focusOutEvent(event)
        if is_left(event):
            self.keep()
            forget_typing(self)
            self.setCursorPosition(0)
