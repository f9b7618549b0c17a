"""The one button of a captured line: it says what the line would become, or has become.

Knows nothing of lines.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import set_button_icon, set_kind
from infoview_gui.widgets.labels import plain_tool_tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeepButton(QPushButton):
    """Small; filled and with a check mark once the line is kept."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("small", True)
        self.setProperty("kind", "plain")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_words(self, text: str, subject: str, detail: str, tip: str, *, kept: bool) -> None:
        """Show ``text``; a screen reader adds what it is about."""
        kind = "primary" if kept else "plain"
        if (text, kind) != (self.text(), self.property("kind")):
            self.setText(text)
            set_kind(self._theme, self, kind)
            if kept:
                set_button_icon(self._theme, self, "check")
            else:
                self.setIcon(QIcon())
        name = f"{text}: {subject}"
        if name != self.accessibleName() or detail != self.accessibleDescription():
            self.setAccessibleName(name)
            self.setAccessibleDescription(detail)
        self.setToolTip(plain_tool_tip(tip))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too, once however long it is held."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()
