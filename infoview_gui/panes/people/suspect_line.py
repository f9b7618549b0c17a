"""The quiet line that says who a person may be too. Knows no services."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_gui.panes.people.actions import MOST_MERGED
from infoview_gui.panes.people.contact_lines import IconLabel
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel


class SuspectLine(QWidget):
    """Not there while nobody looks like the person."""

    compare_requested = Signal(object)
    """Ids (list) of people who may be one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        self._words = ElidedLabel("", "", self)
        self._compare = push_button(theme, "Compare…", kind="link", parent=self)
        self._compare.clicked.connect(self._on_compare)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, "users", self))
        row.addWidget(self._words, 1)
        row.addWidget(self._compare)
        self.hide()

    def show_suspects(self, person_id: int, suspects: Sequence[PersonName]) -> None:
        """Say whom a person looks like; nobody hides the line."""
        self._ids = [person_id, *(one.id for one in suspects)][:MOST_MERGED]
        if suspects:
            others = len(suspects) - 1
            more = f" and {others} more" if others else ""
            who = f"{suspects[0].name}{more}"
            self._words.setText(f"Looks like {who} too")
            self._compare.setAccessibleName(f"Compare with {who}")
        self.setVisible(bool(suspects))

    def _on_compare(self) -> None:
        self.compare_requested.emit(list(self._ids))
