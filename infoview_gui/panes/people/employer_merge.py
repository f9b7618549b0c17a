"""The dialog that makes one employer of two: the other one is looked for, the name is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from infoview_gui.panes.people.employer_picker import EmployerPicker
from infoview_gui.panes.phrases import people_words
from infoview_gui.services.bundle import Services
from infoview_gui.services.employers import EmployerRow
from infoview_gui.services.records import EmployerName
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel, label, plain_tool_tip, wrapped_label
from infoview_gui.widgets.tab_order import order_tabs

_LONGEST = 60


class EmployerMergeDialog(QDialog):
    """Merges in one undoable step."""

    merged = Signal(object, str)
    """The id of the employer that stays, and what to say."""

    def __init__(
        self, theme: Theme, services: Services, row: EmployerRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._row = row
        self._other: EmployerRow | None = None
        self.setWindowTitle("Merge employers")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(440)
        self._picker = EmployerPicker(services.employers, "Merge with", self)
        self._picker.setPlaceholderText("Name of the other employer")
        self._picker.exclude(row.id)
        self._stays = label("Which name stays?", "h3", self)
        self._mine = QRadioButton(self)
        self._theirs = QRadioButton(self)
        words = "People, priorities and all names are put together. One Ctrl+Z takes it back."
        self._words = wrapped_label(words, "muted", self)
        self._merge = push_button(theme, "Merge", icon="git-merge", kind="primary", parent=self)
        self._cancel = push_button(theme, "Cancel", parent=self)
        self._arrange()
        self._picker.picked.connect(self._on_picked)
        self._picker.textEdited.connect(self._on_edited)
        self._merge.clicked.connect(self._on_merge)
        self._cancel.clicked.connect(self.reject)
        self._show_other()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(ElidedLabel(f"Merge {self._row.name}", "h1", self))
        title = label("With", "h3", self)
        title.setBuddy(self._picker)
        for part in (title, self._picker, self._stays, self._mine, self._theirs, self._words):
            column.addWidget(part)
        column.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._merge)
        column.addLayout(buttons)
        self._merge.setDefault(True)
        order_tabs(self)

    def ask(self, other: EmployerName | None = None) -> None:
        """Open the dialog; ``other`` is who was offered."""
        if other is not None:
            self._picker.setText(other.name)
            self._on_picked(other)
        self.open()
        (self._picker if other is None else self._mine).setFocus()

    def _on_picked(self, other: EmployerName) -> None:
        self._other = self._services.employers.rows([other.id]).get(other.id)
        self._show_other()
        if self._other is not None:
            more = self._other.people > self._row.people
            (self._theirs if more else self._mine).setChecked(True)
            (self._theirs if more else self._mine).setFocus()

    def _on_edited(self, _text: str) -> None:
        self._other = None
        self._show_other()

    def _show_other(self) -> None:
        for part in (self._stays, self._mine, self._theirs):
            part.setVisible(self._other is not None)
        self._merge.setEnabled(self._other is not None)
        for radio, row in ((self._mine, self._row), (self._theirs, self._other)):
            if row is not None:
                name = row.name if len(row.name) <= _LONGEST else f"{row.name[:_LONGEST]}…"
                room = radio.fontMetrics().elidedText(
                    f"{name} ({people_words(row.people)})", Qt.TextElideMode.ElideMiddle, 350
                )
                radio.setText(room.replace("&", "&&"))
                radio.setAccessibleName(f"{row.name}, {people_words(row.people)}")
                radio.setToolTip(plain_tool_tip(row.name))

    def _on_merge(self) -> None:
        if self._other is None:
            return
        into, gone = self._row, self._other
        if self._theirs.isChecked():
            into, gone = gone, into
        self._services.employers.merge(into.id, [gone.id])
        self.accept()
        self.merged.emit(into.id, f"Merged {gone.name} into {into.name}. Ctrl+Z takes it back.")
