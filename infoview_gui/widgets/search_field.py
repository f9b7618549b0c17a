"""A field to search in: magnifier, clear button, key hint. Knows nothing of what is found."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.hint import Hint
from infoview_gui.widgets.mirror import mirrored

_MARGIN = 10


class SearchField(QLineEdit):
    """Line edit of kind ``search``; Escape empties it. ``textChanged`` tells of every key."""

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        shortcut_hint: str = "",
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setClearButtonEnabled(True)
        place = QLineEdit.ActionPosition.LeadingPosition
        self.addAction(theme.icon("search", "muted"), place).setText("Search")
        clear = self.findChild(QAction, "_q_qlineeditclearaction")
        if clear is not None:
            clear.setText("Empty the field")  # Qt gives it no name that could be read aloud
        self._hint = Hint(theme, shortcut_hint, self) if shortcut_hint else None
        if self._hint is not None:
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.textChanged.connect(self._on_text_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape; an empty field leaves the key to others."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key hint at the right."""
        super().resizeEvent(event)
        if self._hint is not None:
            size = self._hint.sizeHint()
            left = self.width() - size.width() - _MARGIN
            corner = QPoint(left, (self.height() - size.height()) // 2)
            self._hint.setGeometry(mirrored(self, QRect(corner, size)))
            self._leave_room()

    def _on_text_changed(self, text: str) -> None:
        if self._hint is not None:
            self._hint.setVisible(not text)
            self._leave_room()

    def _leave_room(self) -> None:
        """Keep the words of the empty field from under the key hint."""
        room = 0 if self._hint is None or self.text() else self._hint.sizeHint().width()
        place = mirrored(self, QRect(self.width() - room, 0, room, 1))
        at_left = room > 0 and place.left() == 0
        self.setTextMargins(room if at_left else 0, 0, 0 if at_left else room, 0)
