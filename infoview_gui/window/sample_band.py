"""The band across the window while made-up data are shown. Knows only how to ask to leave them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import wrapped_label

WORDS = "Sample data: a made-up search. Nothing here is yours."


class SampleBand(QFrame):
    """One sentence and *Leave sample data*."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "band")
        self.setAccessibleName(WORDS)
        words = wrapped_label(WORDS, "strong")
        leave = push_button(theme, "Leave sample data", icon="log-out", small=True)
        leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(10)
        row.addWidget(words, 1)
        row.addWidget(leave)
