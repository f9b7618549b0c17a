"""What stands beside the table when several people are selected, or nobody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from infoview_gui.panes.people.actions import MOST_MERGED
from infoview_gui.panes.people.stage_button import StageMenu
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label

_LEFT = Qt.AlignmentFlag.AlignLeft


class ManyView(QFrame):
    """How many are selected, and what can be done with all of them at once."""

    tags_requested = Signal()
    stage_chosen = Signal(object)  # Stage
    employer_requested = Signal()
    merge_requested = Signal()
    export_requested = Signal()
    delete_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self._title = label("", "h1", self)
        self._menu = StageMenu("Set stage", self)
        self._menu.chosen.connect(self.stage_chosen)
        self.tags = push_button(theme, "Tags", icon="tag", parent=self)
        self.tags.clicked.connect(self.tags_requested)
        stage = push_button(theme, "Set stage", icon="flag", parent=self)
        stage.setMenu(self._menu)
        stage.setProperty("menu", True)
        self.employer = push_button(theme, "Employer", icon="building-2", parent=self)
        self.employer.clicked.connect(self.employer_requested)
        self._merge = push_button(theme, "Merge…", icon="git-merge", parent=self)
        self._merge.setAccessibleName("Merge the selected people")
        self._merge.clicked.connect(self.merge_requested)
        export = push_button(theme, "Export", icon="download", parent=self)
        export.setAccessibleName("Export the selected people")
        export.clicked.connect(self.export_requested)
        delete = push_button(theme, "Delete", icon="trash-2", kind="danger", parent=self)
        delete.clicked.connect(self.delete_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        column.addWidget(self._title)
        words = "What you choose here is done with all of them, and one Ctrl+Z takes it back."
        column.addWidget(wrapped_label(words, "muted", self))
        for button in (self.tags, stage, self.employer, self._merge, export, delete):
            column.addWidget(button, alignment=_LEFT)
        column.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many are selected."""
        self._title.setText(f"{count:,} people selected")
        self._merge.setVisible(count <= MOST_MERGED)


class NobodyView(QFrame):
    """Nobody is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        column = QVBoxLayout(self)
        words = "Select somebody to see what you know about them."
        self._words = wrapped_label(words, "muted", self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._words)

    def offer(self, *, anybody: bool) -> None:
        """Say what to do, where there is anybody to select."""
        self._words.setVisible(anybody)
