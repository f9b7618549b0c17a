"""A quiet line above the week: what lies outside of what is shown. Knows only numbers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel

_HIDDEN = "What lies on these days is switched off under Show."
_HOW = "Nothing is planned yet. Double-click a time, or press Enter in it, to plan a conversation."


class CalendarNotice(QFrame):
    """Hidden while there is nothing to say."""

    weekend_requested = Signal()
    waiting_requested = Signal()
    all_requested = Signal()
    """Everything is to be shown that is hidden by choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setAccessibleName("Notice")
        self._words = ElidedLabel("", "small", self)
        self._weekend = push_button(theme, "", kind="link", small=True, parent=self)
        self._waiting = push_button(theme, "", kind="link", small=True, parent=self)
        self._all = push_button(theme, "Show everything", kind="link", small=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 18, 4)
        row.setSpacing(12)
        row.addWidget(self._weekend)
        row.addWidget(self._waiting)
        row.addWidget(self._words, 1)
        row.addWidget(self._all)
        row.addStretch()
        self._weekend.clicked.connect(self._on_weekend)
        self._waiting.clicked.connect(self._on_waiting)
        self._all.clicked.connect(self._on_all)
        self.show_numbers(weekend=0, waiting=0, empty=False)

    def show_numbers(
        self, *, weekend: int, waiting: int, empty: bool, hidden: bool = False
    ) -> None:
        """Say how many lie on the hidden weekend, wait in the hidden column; or how to begin.

        ``hidden`` when all there would be on these days is not shown.
        """
        self._name(self._weekend, f"{weekend} on the weekend", shown=weekend > 0)
        verb = "waits" if waiting == 1 else "wait"
        self._name(self._waiting, f"{waiting} {verb} for a time", shown=waiting > 0)
        self._words.setText(_HIDDEN if hidden else _HOW if empty else "")
        self._words.setVisible(empty or hidden)
        self._all.setVisible(hidden)
        self.setVisible(bool(weekend or waiting or empty or hidden))

    def _name(self, button: QWidget, text: str, *, shown: bool) -> None:
        button.setProperty("text", text)
        button.setAccessibleName(text)
        button.setVisible(shown)

    def _on_weekend(self) -> None:
        self.weekend_requested.emit()

    def _on_waiting(self) -> None:
        self.waiting_requested.emit()

    def _on_all(self) -> None:
        self.all_requested.emit()
