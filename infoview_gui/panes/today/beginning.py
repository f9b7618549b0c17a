"""What stands on Today while there is nothing to show: how to begin, or the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState

_PURPOSE = (
    "Infoview is for finding work by talking to people: short conversations that you ask for, "
    "prepare, take notes in and thank for. It begins with the people you know."
)


_STATE_WIDTH = 442
_WIDER = 520
"""For three buttons."""


class Beginning(QFrame):
    """A card for an empty database."""

    import_requested = Signal()
    person_requested = Signal()
    sample_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        state = EmptyState(theme, "users", "Who do you know?", _PURPOSE, self)
        self._import = push_button(theme, "Import contacts", icon="upload", kind="primary")
        self._add = push_button(theme, "Add a person", icon="user-plus")
        self._sample = push_button(theme, "Look at sample data", icon="eye")
        _fill(self, state, self._import, self._add, self._sample, width=_WIDER)
        self._import.clicked.connect(self.import_requested)
        self._add.clicked.connect(self.person_requested)
        self._sample.clicked.connect(self.sample_requested)

    def first_control(self) -> QWidget:
        """Return where the keyboard begins."""
        return self._import


class NothingDue(QFrame):
    """A card for people without anything to do."""

    plan_requested = Signal()
    task_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        text = "No conversation is planned and nobody waits for thanks. Whom could you ask next?"
        state = EmptyState(theme, "coffee", "Nothing is due", text, self)
        self._plan = push_button(theme, "Plan a conversation", icon="calendar-plus", kind="primary")
        self._task = push_button(theme, "Add a task", icon="plus")
        _fill(self, state, self._plan, self._task)
        self._plan.clicked.connect(self.plan_requested)
        self._task.clicked.connect(self.task_requested)

    def first_control(self) -> QWidget:
        """Return where the keyboard begins."""
        return self._plan


def _fill(
    card: QFrame, state: EmptyState, *buttons: QPushButton, width: int = _STATE_WIDTH
) -> None:
    for button in buttons:
        state.add_button(button)
    # Its text is laid out for the width of its room: in a wide one only the first line is seen.
    state.setFixedWidth(width)
    column = QVBoxLayout(card)
    column.setContentsMargins(24, 32, 24, 36)
    column.addWidget(state, alignment=Qt.AlignmentFlag.AlignHCenter)
