"""A small dialog that asks for one or two lines: title, fields, Cancel and Save.

Knows nothing of what is asked.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label


class AskingDialog(QDialog):
    """Window-modal; Enter saves, Esc closes. Those who inherit add lines and say what is well."""

    def __init__(self, theme: Theme, title: str, save: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.save_button = push_button(theme, save, kind="primary")
        self.cancel_button = push_button(theme, "Cancel")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.cancel_button, self.save_button):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(title, "h1"))
        column.addLayout(self._lines)
        column.addLayout(buttons)
        self.save_button.setDefault(True)
        self.setMinimumWidth(420)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.keep)

    def keep(self) -> None:
        """Take what is typed; to be said by those who inherit."""
        self.accept()

    def say(self, words: str, role: str = "muted") -> None:
        """Add a sentence."""
        self._lines.addWidget(wrapped_label(words, role))

    def ask(self, words: str, field: QWidget) -> QLabel:
        """Add a field under its name."""
        name = label(words, "h3")
        name.setBuddy(field.focusProxy() or field)
        self._lines.addWidget(name)
        self._lines.addWidget(field)
        return name
