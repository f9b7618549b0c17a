"""Says to which employer a person belongs, and lets it be said by hand. Stores nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infoview_gui.panes.people.employer_picker import EmployerPicker
from infoview_gui.services.employers import Employers
from infoview_gui.services.records import EmployerName
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel


class EmployerField(QWidget):
    """A line of words with *Change*, which opens a picker below it."""

    assigned = Signal(object)
    """The id of the employer that was picked; None for the one of that name."""

    def __init__(self, theme: Theme, employers: Employers, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", "small", self)
        self._change = push_button(theme, "Change", kind="link", parent=self)
        self._change.setAccessibleName("Change the employer")
        self._by_name = push_button(theme, "Go by the name", kind="link", parent=self)
        self._picker = EmployerPicker(employers, "Belongs to", self)
        self._picker.setPlaceholderText("Name of the employer")
        self._picker.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self._words, self._by_name, self._change):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._picker)
        self._change.clicked.connect(self._on_change)
        self._by_name.clicked.connect(self._on_by_name)
        self._picker.picked.connect(self._on_picked)
        self._picker.left.connect(self._on_left)

    def show_employer(self, employer: EmployerName | None, *, by_hand: bool) -> None:
        """Show to whom somebody belongs."""
        words = "Belongs to no employer"
        if employer is not None:
            words = f"Belongs to {employer.name}" + ("" if by_hand else ", by the name")
        self._words.setText(words)
        self._picker.exclude(employer.id if employer else None)
        focused = self._by_name.hasFocus()
        self._by_name.setVisible(by_hand)
        if focused and not by_hand:
            self._change.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the picker with Escape, and leave the form open."""
        if event.key() == Qt.Key.Key_Escape and self._picker.isVisible():
            event.accept()
            self._close()
            return
        super().keyPressEvent(event)

    def _on_change(self) -> None:
        self._picker.clear()
        self._picker.show()
        self._picker.setFocus()

    def _on_picked(self, employer: EmployerName) -> None:
        self._close()
        self.assigned.emit(employer.id)

    def _on_left(self) -> None:
        self._picker.hide()

    def _close(self) -> None:
        self._change.setFocus()
        self._picker.hide()

    def _on_by_name(self) -> None:
        self.assigned.emit(None)
