"""Says that another employer has a similar name, and what can be done. Changes nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.services.records import EmployerName
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel, set_tone


class SimilarCard(QFrame):
    """One other employer."""

    merge_requested = Signal(object)
    apart_requested = Signal(object)

    def __init__(self, theme: Theme, other: EmployerName, parent: QWidget) -> None:
        super().__init__(parent)
        self.other = other
        self.setProperty("kind", "card")
        set_tone(self, "amber")
        self.setAccessibleName(f"Looks like {other.name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(7)
        column.addWidget(ElidedLabel(f"Looks like {other.name}", "strong", self))
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, icon, slot in (
            ("Merge…", "git-merge", self._on_merge),
            ("Keep apart", "x", self._on_apart),
        ):
            button = push_button(theme, text, icon=icon, small=True, parent=self)
            button.setAccessibleName(f"{text.rstrip('…')}: {other.name}")
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)

    def _on_merge(self) -> None:
        self.merge_requested.emit(self.other)

    def _on_apart(self) -> None:
        self.apart_requested.emit(self.other)
