"""The card beside a place of a text: what it is, why, and other wordings. Knows not what it means.

It never takes the keyboard; its buttons are reached with Tab.
"""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import set_tone, wrapped_label
from infoview_gui.widgets.letter_spots import TONES, Look, Spot

TAKE_KEY = "Alt+Enter"
WIDEST = 440
_ICON = 16
_GAP = 6
_ICONS = {
    Look.WRONG: "circle-alert",
    Look.HINT: "info",
    Look.FIELD: "pencil",
    Look.SPELLING: "book-a",
}


class LetterCard(QFrame):
    """Shown beside one spot at a time."""

    taken = Signal(int)
    """The wording with this number is wanted."""
    asked = Signal(int)
    """What the verb with this number does is wanted."""
    left = Signal()
    """Escape was pressed in it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = Look.HINT
        self.setProperty("kind", "overlay")
        self._picture = QLabel(self)
        self._title = wrapped_label("", "h2", self)
        self._words = wrapped_label("", "muted", self)
        self._column = QVBoxLayout(self)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(6)
        self._short = FlowLayout()
        self._verbs = FlowLayout()
        self.buttons: list[QPushButton] = []
        self._arrange()
        self.hide()
        theme.changed.connect(self._draw_picture)

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def show_spot(self, spot: Spot, room: int) -> None:
        """Show what is said of a spot, not wider than ``room`` in logical pixels."""
        self._look = spot.look
        self._title.setText(spot.title)
        set_tone(self._title, TONES[spot.look])
        self._words.setText(spot.words)
        self._words.setVisible(bool(spot.words))
        self.setAccessibleName(spot.title)
        self.setAccessibleDescription(spot.words)
        self._draw_picture()
        width = min(WIDEST, room)
        self._show_offers(spot, width - 32)
        self._show_verbs(spot.verbs)
        self._column.invalidate()
        self.setFixedSize(width, self._column.totalHeightForWidth(width))

    def place_beside(self, first: QRect, last: QRect, room: QRect) -> None:
        """Stand below what begins at ``first`` and ends at ``last``, else above it, in ``room``."""
        top = last.bottom() + _GAP
        if top + self.height() > room.bottom():
            above = first.top() - _GAP - self.height()
            top = above if above >= room.top() else room.bottom() - self.height()
        wanted = (first.left() + last.right()) // 2 - self.width() // 2
        left = max(room.left(), min(wanted, room.right() - self.width()))
        self.move(left, max(room.top(), top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = self._column
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(self._offers)
        column.addLayout(self._short)
        column.addLayout(self._verbs)

    def _show_offers(self, spot: Spot, room: int) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._short.clear()
        self.buttons = []
        for number, words in enumerate(spot.wordings()):
            if spot.look is Look.SPELLING:
                self._add_word(number, words)
            else:
                self._add_offer(number, words, room)

    def _add_word(self, number: int, word: str) -> None:
        """Put single words side by side."""
        kind, keys = ("primary", TAKE_KEY) if number == 0 else ("plain", "")
        button = self._button(word, keys, kind)
        button.setAccessibleName(f"Replace: “{word}”")
        button.clicked.connect(partial(self._on_taken, number))
        self._short.addWidget(button)
        button.show()
        self.buttons.append(button)

    def _show_verbs(self, verbs: tuple[str, ...]) -> None:
        self._verbs.clear()
        for number, words in enumerate(verbs):
            button = self._button(words, "", "link")
            button.clicked.connect(partial(self._on_asked, number))
            self._verbs.addWidget(button)
            button.show()
            self.buttons.append(button)

    def _add_offer(self, number: int, words: str, room: int) -> None:
        """Say the wording on the button, or above it where it is too long for one."""
        keys = TAKE_KEY if number == 0 else ""
        button = self._button(f"Replace: “{words}”", keys)
        button.ensurePolished()  # the style sheet says how wide it is
        if button.sizeHint().width() > room:
            said = wrapped_label(f"“{words}”", "", self)
            self._offers.addWidget(said)
            said.show()
            button.setText("Replace")
        button.clicked.connect(partial(self._on_taken, number))
        self._offers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.show()  # what is hidden has no room in a layout
        self.buttons.append(button)

    def _on_taken(self, number: int, _checked: bool = False) -> None:
        self.taken.emit(number)

    def _on_asked(self, number: int, _checked: bool = False) -> None:
        self.asked.emit(number)

    def _button(self, text: str, keys: str, kind: str = "primary") -> QPushButton:
        shown = text.replace("&", "&&")
        button = push_button(
            self._theme, shown, kind=kind, small=True, shortcut_hint=keys, parent=self
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _draw_picture(self) -> None:
        icon = self._theme.icon(_ICONS.get(self._look, "info"), TONES[self._look])
        self._picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
