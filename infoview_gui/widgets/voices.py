"""What a screen reader finds in something painted: one invisible button per entry or day.

They are made only while a reader listens. Interfaces of our own (``QAccessible.installFactory``)
work in PySide6 but are never freed (tried: every one of 26,000 was still alive after its widget).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget


@dataclass(frozen=True, slots=True)
class Told:
    """What one button says, and where it lies."""

    key: object
    box: QRect
    name: str
    description: str


class Voice(QPushButton):
    """Something painted, as a screen reader sees it. Never painted or clicked with the mouse."""

    pressed_for = Signal(object)

    def __init__(self, key: object, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self.setProperty("kind", "voice")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing: the view draws it."""

    def _on_clicked(self) -> None:
        self.pressed_for.emit(self._key)


class Choir(QWidget):
    """The buttons of one view, over its viewport; the mouse goes through."""

    pressed_for = Signal(object)
    """The key of the button that a screen reader pressed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setUpdatesEnabled(False)
        self.voices: dict[object, Voice] = {}

    @staticmethod
    def is_heard() -> bool:
        """Say whether a screen reader listens."""
        return QAccessible.isActive()

    def tell(self, told: Sequence[Told]) -> None:
        """Have these buttons and no others, in this order."""
        keys = {one.key for one in told}
        for key in self.voices.keys() - keys:
            self.voices.pop(key).deleteLater()
        for one in told:
            if one.key not in self.voices:
                self.voices[one.key] = Voice(one.key, self)
                self.voices[one.key].pressed_for.connect(self.pressed_for)
            voice = self.voices[one.key]
            voice.setGeometry(one.box)
            voice.setAccessibleName(one.name)
            voice.setAccessibleDescription(one.description)
            voice.raise_()
