"""The strip above the panes: the program's name, search, the running countdown, *New*."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.window.palette_field import WIDTH, PaletteField

HEIGHT = 44
_SEARCH_LEAST = 200
_EDGE, _GAP = 14, 10


class _ProgramName(QLabel):
    """As wide as the rail below it where there is room."""

    def __init__(self) -> None:
        super().__init__("Infoview")
        self.setProperty("role", "h2")

    def sizeHint(self) -> QSize:
        """Return the width of the rail."""
        return QSize(162, super().sizeHint().height())


class TopStrip(QFrame):
    """Search field at the left, room for one more widget beside it."""

    new_person_requested = Signal()
    new_conversation_requested = Signal()
    new_engagement_requested = Signal(str)
    """The kind: appointment or networking."""
    new_letter_requested = Signal()
    new_task_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setFixedHeight(HEIGHT)
        self._name = _ProgramName()
        self._middle: QWidget | None = None
        self.search = PaletteField(theme, self)
        new = self._new = push_button(theme, "New", icon="plus")
        new.setAccessibleName("New")
        menu = QMenu(new)
        menu.addAction("Person…").triggered.connect(self.new_person_requested)
        menu.addAction("Conversation…").triggered.connect(self.new_conversation_requested)
        for kind, words in (("appointment", "Appointment…"), ("networking", "Networking event…")):
            menu.addAction(words).triggered.connect(partial(self._on_engagement, kind))
        menu.addAction("Letter…").triggered.connect(self.new_letter_requested)
        menu.addAction("Task…").triggered.connect(self.new_task_requested)
        new.setMenu(menu)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._name)
        row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(new)

    def _on_engagement(self, kind: str, _checked: bool = False) -> None:
        self.new_engagement_requested.emit(kind)

    def show_beside_search(self, middle: QWidget) -> None:
        """Take one more widget, behind the search field."""
        self._middle = middle
        self._row.insertWidget(self._row.indexOf(self.search) + 1, middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when the countdown comes, goes or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        """Where room is short, first the search and then the air beside the name make way.

        Who one talks with, and what is to be asked, must be read at a glance; a field need not be
        wide to be typed into.
        """
        fixed = self._name.minimumSizeHint().width() + self._new.sizeHint().width()
        room = self.width() - fixed - 2 * _EDGE - 4 * _GAP
        middle = self._middle
        wanted = 0 if middle is None or middle.isHidden() else middle.sizeHint().width()
        search = max(_SEARCH_LEAST, min(WIDTH, room - wanted))
        left = max(0, min(wanted, room - search))
        air = max(0, room - search - left)
        self.search.setMaximumWidth(search)
        if middle is not None:
            middle.setMaximumWidth(max(left, middle.minimumSizeHint().width()))
        self._name.setMaximumWidth(self._name.minimumSizeHint().width() + air)
