"""The strip above the panes: the program's name, search, the running countdown, *New*."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label
from infoview_gui.window.palette_field import PaletteField

HEIGHT = 44


class TopStrip(QFrame):
    """Search field at the left, room for one more widget beside it."""

    new_person_requested = Signal()
    new_conversation_requested = Signal()

    def __init__(self, theme: Theme, middle: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setFixedHeight(HEIGHT)
        name = label("Infoview", "h2")
        name.setMinimumWidth(162)
        self.search = PaletteField(theme, self)
        new = push_button(theme, "New", icon="plus")
        new.setAccessibleName("New")
        menu = QMenu(new)
        menu.addAction("Person…").triggered.connect(self.new_person_requested)
        menu.addAction("Conversation…").triggered.connect(self.new_conversation_requested)
        new.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(name)
        row.addWidget(self.search)
        row.addWidget(middle)
        row.addStretch(1)
        row.addWidget(new)
