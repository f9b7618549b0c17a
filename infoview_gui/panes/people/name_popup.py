"""A small field that drops down to name something: Enter takes the name, Escape drops it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH = 268
_LONGEST = 60


class NamePopup(QFrame):
    """Asks for one name."""

    named = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        verb: str,
        parent: QWidget,
        *,
        complaint: Callable[[str], str] = lambda _name: "",
    ) -> None:
        """``verb`` is on the button; ``complaint`` says what is wrong with a name, or nothing."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._complaint = complaint
        self.field = UndoPassing("", self)
        self.field.setAccessibleName(title)
        self.field.setMaxLength(_LONGEST)
        self.field.textChanged.connect(self._on_text)
        self._words = wrapped_label("", "small", self)
        self._words.hide()
        button = push_button(theme, verb, kind="primary", parent=self)
        button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(label(title, "h3", self))
        column.addLayout(row)
        column.addWidget(self._words)
        self.setMinimumWidth(_WIDTH)

    def ask(self, owner: QWidget, name: str = "") -> None:
        """Open under ``owner`` with a name to change."""
        self.field.setText(name)
        self.field.selectAll()
        self.adjustSize()
        at = owner.mapToGlobal(owner.rect().bottomLeft()) + QPoint(0, 3)
        room = owner.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the name with Enter."""
        if event.key() in _ENTER:
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        name = " ".join(self.field.text().split())
        wrong = self._complaint(name) if name else "Type a name."
        if wrong:
            self._words.setText(wrong)
            self._words.show()
            set_tone(self.field, "red")
            self.adjustSize()
            return
        self.close()
        self.named.emit(name)

    def _on_text(self) -> None:
        self._words.hide()
        set_tone(self.field, "")
