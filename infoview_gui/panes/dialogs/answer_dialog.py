"""One line on what somebody answered, and it is logged. Changes nothing but that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing

_WIDTH = 420


class AnswerDialog(QDialog):
    """Window-modal; Enter logs the answer, Esc closes. The line may stay empty."""

    said = Signal(str)

    def __init__(
        self, theme: Theme, services: Services, person_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._person_id = person_id
        found = reading.person(person_id)
        self._name = "" if found is None else found.name
        self.setWindowTitle(f"{self._name} answered")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.line = UndoPassing("", self)
        self.line.setAccessibleName("What they answered")
        self.line.setPlaceholderText("Gladly, next week")
        self.log = push_button(theme, "Log the answer", kind="primary", parent=self)
        self.log.setDefault(True)
        cancel = push_button(theme, "Cancel", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(wrapped_label(f"{self._name} answered", "h1", self))
        title = label("What they answered", "h3", self)
        title.setBuddy(self.line)
        column.addWidget(title)
        column.addWidget(self.line)
        column.addWidget(
            wrapped_label("One line is enough. It ends the waiting at their employer.", "small")
        )
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.log)
        column.addLayout(row)
        self.log.clicked.connect(self._on_log)
        cancel.clicked.connect(self.reject)
        self.line.setFocus()

    def _on_log(self) -> None:
        if reading.person(self._person_id) is None:
            self.said.emit("This person was deleted in the meantime; nothing was changed.")
            self.reject()
            return
        self._services.letters.log_answer(self._person_id, self.line.text())
        self.accept()
        self.said.emit(f"{self._name} answered. Ctrl+Z takes it back.")
