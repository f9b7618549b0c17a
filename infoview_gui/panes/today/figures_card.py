"""The card *How the search goes*: four figures, each leads to the people behind it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from infoview_gui.panes.phrases import counted
from infoview_gui.panes.today.figure_button import FigureButton
from infoview_gui.services.people_filter import LATELY, LATELY_DAYS
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label

_TIPS: Final[Mapping[str, str]] = {
    "asked": "people you asked",
    "answered": "people who answered or agreed to talk",
    "talked": "people you talked with",
    "referred": "people somebody introduced",
}


class FiguresCard(QFrame):
    """The last 30 days in four numbers."""

    people_requested = Signal(str)
    """The people behind a figure are wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName("How the search goes, last 30 days")
        self._buttons = {name: FigureButton(theme, name, self) for name in LATELY}
        row = QGridLayout()
        row.setSpacing(4)
        for place, button in enumerate(self._buttons.values()):
            row.addWidget(button, 0, place)
            row.setColumnStretch(place, 1)
            button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(2)
        column.addWidget(label("How the search goes", "h2", self))
        column.addWidget(label(f"last {LATELY_DAYS} days", "muted", self))
        column.addSpacing(8)
        column.addLayout(row)

    def show_figures(self, figures: Mapping[str, int]) -> None:
        """Show the numbers."""
        for name, button in self._buttons.items():
            number = figures.get(name, 0)
            button.show_number(number)
            said = counted(number, "person", "people")
            button.setToolTip(f"{number:,} {_TIPS[name]} in the last {LATELY_DAYS} days")
            button.setAccessibleName(f"{name}: {said}")
            button.setAccessibleDescription("Show them in People")
            button.setEnabled(number > 0)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return list(self._buttons.values())

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, FigureButton):
            self.people_requested.emit(button.name)
