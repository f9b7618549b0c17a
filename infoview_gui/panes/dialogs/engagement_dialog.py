"""The dialog for an appointment or a networking event, and for those who were met there.

Knows no pane: who opened it hears what was saved.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.engagement_form import EngagementForm
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.services.bundle import Services
from infoview_gui.services.engagement_reading import engagement
from infoview_gui.services.engagement_records import KIND_WORDS
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label

_WIDTH = 460
_MINUTES = 60


class EngagementDialog(QDialog):
    """Opens window-modal; Enter saves, Esc cancels."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editing: int | None = None
        self._people = False
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        self._title = label("", "h1", self)
        self.form = EngagementForm(theme, services, times, self)
        self._cancel = push_button(theme, "Cancel", parent=self)
        self._save = push_button(theme, "Save", kind="primary", parent=self)
        self._save.setDefault(True)
        self._arrange()
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)

    def ask(self, kind: str, start: int | None) -> None:
        """Open an empty form; ``start`` in ms since 1970 UTC, None where no time is known."""
        self._editing, self._people = None, False
        self.form.show_new(kind, start, _MINUTES)
        self._name(f"New {KIND_WORDS.get(kind, kind)}")
        self.open()

    def edit(self, engagement_id: int, *, people: bool = False) -> None:
        """Open one that exists, with the cursor where ``people`` are named; none that is gone."""
        row = engagement(engagement_id)
        if row is None:
            return
        self._editing, self._people = engagement_id, people
        self.form.show_row(row)
        self._name("Add people met" if people else f"Change the {row.kind_words}")
        self.open()

    def sizeHint(self) -> QSize:
        """Ask for what the fields need, at the usual width."""
        width = max(_WIDTH, self.minimumSizeHint().width())
        return QSize(width, self._column.totalHeightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Grow with lines that appear; never shrink while somebody is in it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._column.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the title, or where people are named."""
        super().showEvent(event)
        self.form.begin(people=self._people)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addStretch()
        column.addLayout(buttons)

    def _name(self, title: str) -> None:
        self.setWindowTitle(title)
        self._title.setText(title)
        self.adjustSize()

    def _on_save(self) -> None:
        if not self.form.check():
            return
        draft, verbs = self.form.draft(), self._services.engagements
        if self._editing is None:
            engagement_id, verb = verbs.add(draft), "Added"
        elif engagement(self._editing) is None:
            self.said.emit("It was deleted in the meantime; nothing was changed.")
            self.reject()
            return
        else:
            engagement_id, verb = self._editing, "Changed"
            verbs.revise(engagement_id, draft)
        self.accept()
        new = counted(len(draft.names), "person is", "people are") if draft.names else ""
        told = f" {new} new in People." if new else ""
        self.said.emit(f"{verb} {verbs.title(engagement_id)}.{told} Ctrl+Z takes it back.")
