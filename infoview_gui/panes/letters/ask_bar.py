"""One question or one trouble above the foot of a letter, answered by a button.

Knows no letters.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import wrapped_label

Answer = tuple[str, Callable[[], None]]


class AskBar(QFrame):
    """Shown only while there is something to ask or to tell; any answer closes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self._theme = theme
        self.words = wrapped_label("", "", self)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 9, 20, 9)
        self._row.setSpacing(10)
        self._row.addWidget(self.words, 1)
        self.hide()

    def ask(self, words: str, answers: Sequence[Answer]) -> None:
        """Say something and offer answers; the first is the likely one."""
        self._drop()
        self.words.setText(words)
        for number, (text, slot) in enumerate(answers):
            kind = "primary" if number == 0 else "plain"
            button = push_button(self._theme, text, kind=kind, small=True, parent=self)
            button.clicked.connect(self.close_bar)
            button.clicked.connect(slot)
            self._row.addWidget(button)
            button.show()
            self.buttons.append(button)
        self.show()
        announce(self, words)

    def close_bar(self) -> None:
        """Show nothing more."""
        self.hide()

    def _drop(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
