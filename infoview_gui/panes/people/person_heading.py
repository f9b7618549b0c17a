"""The top of the detail: who a person is, in what role, where, and the button that opens the form.

Shows and asks; changes nothing. A fact that is edited gives its place to the editor.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import city
from infoview_gui.panes.people.fact_editor import NAMES, FactEditor
from infoview_gui.panes.people.fact_parts import FactButton
from infoview_gui.panes.people.name_label import NameLabel
from infoview_gui.panes.phrases import marked
from infoview_gui.services.records import PersonDetail
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.one_line import OneLine

_MARK_PX = 52


class PersonHeading(QWidget):
    """Mark and name; the role above company and zone, or in the place of an unknown company."""

    edit_requested = Signal()
    fact_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._avatar = Avatar(theme, _MARK_PX, self)
        self._name = NameLabel("h1", self)
        self._role = FactButton(theme, "role", NAMES["role"], self)
        self._company = FactButton(theme, "company", NAMES["company"], self)
        self._zone = FactButton(theme, "zone", NAMES["zone"], self)
        self._buttons = {"role": self._role, "company": self._company, "zone": self._zone}
        self._dot = label("·", "muted", self)
        self._dot.setMinimumHeight(20)
        self.edit = push_button(theme, "Edit", icon="pencil", small=True, parent=self)
        self._edited = ""
        self._words, self._where = QVBoxLayout(), OneLine()
        self._below_name, self._below_company = QVBoxLayout(), QVBoxLayout()
        self._arrange()
        self.edit.clicked.connect(self.edit_requested)
        for button in self._buttons.values():
            button.edit_requested.connect(self.fact_requested)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._avatar, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(7)
        words, where = self._words, self._where
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._role)
        words.addLayout(self._below_name)
        for part in (self._company, self._dot, self._zone):
            where.addWidget(part)
        words.addLayout(where)
        words.addLayout(self._below_company)
        row.addLayout(words, 1)
        row.addWidget(self.edit, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_person(self, person: PersonDetail) -> None:
        """Show a person; a zone that nobody confirmed is marked as the guess that it is."""
        self._avatar.show_name(*marked(person))
        self._name.setText(person.name)
        self._name.setAccessibleName(person.name)
        place = city(person.zone) if person.zone else ""
        if place and not person.zone_confirmed:
            place = f"{place}?"
        self._role.show_fact(person.role)
        self._company.show_fact(person.company)
        self._zone.show_fact(place)
        self._dot.setVisible(bool((person.company or person.role) and place))
        self._place_role(beside_zone=not person.company)
        self._hide_edited()

    def _place_role(self, *, beside_zone: bool) -> None:
        self._words.removeWidget(self._role)
        self._where.removeWidget(self._role)
        if beside_zone:
            self._where.put_first(self._role)
        else:
            self._words.insertWidget(1, self._role)

    def hold_editor(self, editor: FactEditor) -> None:
        """Put the editor of a fact of the heading into its place; any other is left alone."""
        if editor.fact in self._buttons:
            place = self._below_name if editor.fact == "role" else self._below_company
            place.addWidget(editor)
            self._edited = editor.fact
            self._hide_edited()

    def release_editor(self) -> None:
        """Show all facts again, from the next person on that is shown."""
        self._edited = ""

    def _hide_edited(self) -> None:
        if self._edited:
            self._buttons[self._edited].hide()

    def fact_widget(self, fact: str) -> QWidget | None:
        """Return what takes the keyboard for a fact of the heading."""
        return self._buttons.get(fact)
