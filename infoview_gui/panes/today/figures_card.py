"""The card *How the search goes*: four figures, each opens the names behind it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QVBoxLayout, QWidget

from infoview_gui.panes.phrases import counted
from infoview_gui.panes.today.figure_button import FigureButton
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label

NAMES: Final = ("asked", "answered", "talked", "referred")
_TIPS: Final[Mapping[str, str]] = {
    "asked": "people you wrote to",
    "answered": "people who answered or agreed to talk",
    "talked": "people you talked with",
    "referred": "people somebody introduced",
}


class FiguresCard(QFrame):
    """The last 30 days in four numbers."""

    names_requested = Signal(str)
    """The people behind a figure are wanted."""
    person_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName("How the search goes, last 30 days")
        self._buttons = {name: FigureButton(theme, name, self) for name in NAMES}
        self._asked: FigureButton | None = None
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
        column.addWidget(label("last 30 days", "muted", self))
        column.addSpacing(8)
        column.addLayout(row)

    def show_figures(self, figures: Mapping[str, int]) -> None:
        """Show the numbers."""
        for name, button in self._buttons.items():
            number = figures.get(name, 0)
            button.show_number(number)
            said = counted(number, "person", "people")
            button.setToolTip(f"{number:,} {_TIPS[name]} in the last 30 days")
            button.setAccessibleName(f"{name}: {said}")
            button.setEnabled(number > 0)

    def show_names(self, people: Sequence[PersonName], more: int) -> None:
        """Open a menu of names under the figure that was pressed."""
        button = self._asked
        if button is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in people:
            menu.addAction(person.name.replace("&", "&&")).setData(person.id)
        if more > 0:
            menu.addAction(f"and {more:,} more").setEnabled(False)
        menu.triggered.connect(self._on_person)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return list(self._buttons.values())

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, FigureButton):
            self._asked = button
            self.names_requested.emit(button.name)

    def _on_person(self, action: QAction) -> None:
        self.person_requested.emit(action.data())
