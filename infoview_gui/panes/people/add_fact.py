"""Which facts of a person are not said yet, and the menu that offers to add them.

Asks for a fact to be edited; changes nothing.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from infoview_gui.panes.people.fact_editor import NAMES
from infoview_gui.panes.people.found_lines import says_channel
from infoview_gui.services.records import PersonDetail


class AddFactMenu(QMenu):
    """Drops down from a button, which is not there while nothing is missing."""

    fact_chosen = Signal(str)

    def __init__(self, button: QPushButton) -> None:
        super().__init__("Add", button)
        self._button = button
        button.setMenu(self)
        button.setProperty("menu", True)
        button.setAccessibleName("Add a fact")
        self.triggered.connect(self._on_triggered)

    def show_missing(self, person: PersonDetail) -> None:
        """Offer what this person lacks."""
        missing = [fact for fact in NAMES if not _is_said(fact, person)]
        self.clear()
        for fact in missing:
            self.addAction(NAMES[fact]).setData(fact)
        self._button.setVisible(bool(missing))

    def _on_triggered(self, action: QAction) -> None:
        self.fact_chosen.emit(str(action.data()))


def _is_said(fact: str, person: PersonDetail) -> bool:
    """Tell whether a fact stands somewhere, so that it can be edited there."""
    reaches = {"email": person.emails, "phone": person.phones, "link": person.links}
    if fact in reaches:
        return bool(reaches[fact])
    if fact == "channel":
        return says_channel(person)
    return bool(getattr(person, fact))
