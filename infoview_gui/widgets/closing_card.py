"""The card that offers words to close with and two answers. Knows no clock; it is told.

It never takes the keyboard: its buttons can be reached with Tab, a click leaves the focus where it
is (PRODUCT.md, "The conversation"; picture 05).
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import label, wrapped_label

_ICON = 16


class ClosingCard(QFrame):
    """Title, a sentence to say, what holds, and the two answers."""

    closed_chosen = Signal()
    went_on_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "card")
        self.setProperty("tone", "amber")
        self._picture = QLabel(self)
        self._title = label("", "h2")
        self._lead = label("Say something like:")
        self._said = wrapped_label("", "say")
        self._holds = wrapped_label(
            "Whether to go on is their choice. What they choose is kept with the notes.", "muted"
        )
        self.closed_button = self._button("They closed", "F8", "plain")
        self.went_on_button = self._button("They chose to go on", "F9", "primary")
        self.closed_button.clicked.connect(self.closed_chosen)
        self.went_on_button.clicked.connect(self.went_on_chosen)
        self._arrange()
        self._draw_picture()
        theme.changed.connect(self._draw_picture)

    def show_words(self, title: str, said: str, holds: str = "") -> None:
        """Show another title and sentence; without a sentence the card only says what holds."""
        self._title.setText(title)
        self._said.setText(said)
        self._lead.setVisible(bool(said))
        self._said.setVisible(bool(said))
        if holds:
            self._holds.setText(holds)
        self.setAccessibleName(title)

    def show_gift(self, gift: str) -> None:
        """Say on the button what going on gives: "+5 min"; empty when there is no more to give."""
        text = f"They chose to go on: {gift}" if gift else "They chose to go on"
        if self.went_on_button.text() != text:
            self.went_on_button.setText(text)
            self.went_on_button.setAccessibleName(text)
            self.went_on_button.setToolTip(f"{text} (F9)")
        self.went_on_button.setEnabled(bool(gift))

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    @property
    def said(self) -> str:
        """The sentence that is offered."""
        return self._said.text()

    def _button(self, text: str, key: str, kind: str) -> QPushButton:
        button = push_button(self._theme, text, kind=kind, shortcut_hint=key, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(self._picture)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addSpacing(2)
        for part in (self._lead, self._said, self._holds):
            column.addWidget(part)
        answers = FlowLayout(gap=8)
        answers.addWidget(self.closed_button)
        answers.addWidget(self.went_on_button)
        column.addSpacing(4)
        column.addLayout(answers)

    def _draw_picture(self) -> None:
        icon = self._theme.icon("hourglass", "text")
        self._picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
