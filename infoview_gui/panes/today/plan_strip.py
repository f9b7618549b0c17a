"""A quiet card while no conversation is planned: the next step. Knows nothing of what is due."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import wrapped_label


class PlanStrip(QFrame):
    """Stands where the next conversation would be."""

    plan_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._plan = push_button(theme, "Plan a conversation", icon="calendar-plus")
        self._plan.clicked.connect(self.plan_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.addWidget(wrapped_label("No conversation is planned.", "muted"), 1)
        row.addWidget(self._plan)

    def first_control(self) -> QWidget:
        """Return where the keyboard begins."""
        return self._plan
