"""The small dialog that adds a person; a name is enough, so it serves during a call too.

Make it once and open it with ``ask``: what was typed and not added is still there the next time.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import CHANNELS, PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.tab_order import order_tabs
from infoview_gui.widgets.undo_keys import UndoPassing

_WIDTH = 420


class PersonDialog(QDialog):
    """Name, and if wanted company, role, where found and through whom."""

    added = Signal(object)
    """The id of the person who was added."""

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self.setWindowTitle("New person")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        self._name = self._line("Name")
        self._company = self._line("Company")
        self._role = self._line("Role")
        self._channel = self._channels()
        self._channel_detail = self._line("Where or how found")
        self._channel_detail.setPlaceholderText("Where or how")
        self._by = PersonPicker(
            theme, services, several=False, adds=False, parent=self, name="Introduced by"
        )
        self._problem = self._problem_label("Problem with the name")
        self._by_problem = self._problem_label("Problem with who introduced them")
        self._add = push_button(theme, "Add person", kind="primary", parent=self)
        self._cancel = push_button(theme, "Cancel", parent=self)
        self._arrange()
        self._connect()

    def _line(self, name: str) -> UndoPassing:
        line = UndoPassing("", self)
        line.setAccessibleName(name)
        return line

    def _problem_label(self, name: str) -> QLabel:
        problem = wrapped_label("", "small", self)
        problem.setObjectName(name)  # no accessible name: a reader is to say the words
        set_tone(problem, "red")
        problem.hide()
        return problem

    def _channels(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName("Found through")
        combo.addItem("Not said", "")
        for key, words in CHANNELS.items():
            combo.addItem(words, key)
        return combo

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(4)
        column.addWidget(label("New person", "h1", self))
        column.addSpacing(8)
        found = QHBoxLayout()
        found.setSpacing(8)
        found.addWidget(self._channel, 1)
        found.addWidget(self._channel_detail, 1)
        self._field(column, "Name", self._name)
        column.addWidget(self._problem)
        self._field(column, "Company", self._company)
        self._field(column, "Role", self._role)
        self._title(column, "Found through", self._channel)
        column.addLayout(found)
        column.addSpacing(6)
        self._field(column, "Introduced by", self._by)
        column.addWidget(self._by_problem)
        column.addSpacing(8)
        column.addStretch()
        column.addLayout(self._buttons())

    def _title(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        title: QLabel = label(words, "h3", self)
        title.setBuddy(field)
        column.addWidget(title)

    def _field(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        self._title(column, words, field)
        column.addWidget(field)
        column.addSpacing(6)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(self._cancel)
        row.addWidget(self._add)
        self._add.setDefault(True)
        return row

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._cancel.clicked.connect(self.reject)
        self._name.textChanged.connect(self._on_name_changed)
        self._by.changed.connect(self._on_introduced)

    def ask(self, introducer_id: int | None = None, name: str = "") -> None:
        """Open the dialog, with what was left in it; ``introducer_id`` is who named the person.

        A ``name`` that is known takes the place of one that was left.
        """
        if name:
            self._name.setText(name)
        if introducer_id is not None:
            self._by.set_people([introducer_id])
        elif not self._by.named():
            self._by.set_people(self._by.people())  # without those who were deleted since
        self.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the name."""
        super().showEvent(event)
        self._name.setFocus()
        self._name.selectAll()

    def draft(self) -> PersonDraft:
        """Return what is filled in."""
        introducers, named = self._by.people(), self._by.named()
        channel = str(self._channel.currentData())
        return PersonDraft(
            name=" ".join(self._name.text().split()),
            company=self._company.text(),
            role=self._role.text(),
            channel=channel or ("introduction" if introducers or named else ""),
            channel_detail=self._channel_detail.text(),
            introduced_by=introducers[0] if introducers else None,
            introducer=named[0] if named else "",
        )

    def _on_name_changed(self, _text: str) -> None:
        self._say("")

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        set_tone(self._name, "red" if problem else "")

    def _on_add(self) -> None:
        draft = self.draft()
        if not draft.name:
            self._say("A person needs a name.")
            self._name.setFocus()
            return
        if self._by.typed():
            self._say_unpicked(self._by.typed())
            return
        person_id = self._services.people.add(draft)
        self._clear()
        self.accept()
        self.added.emit(person_id)

    def _say_unpicked(self, name: str) -> None:
        words = f"Choose who “{name}” is from the list, or empty the field."
        self._by_problem.setText(words)
        self._by_problem.show()
        self._by.setFocus()

    def _on_introduced(self) -> None:
        order_tabs(self)
        self._by_problem.hide()

    def _clear(self) -> None:
        for line in (self._name, self._company, self._role, self._channel_detail):
            line.clear()
        self._channel.setCurrentIndex(0)
        self._by.set_people([])
        self._by.set_typed("")
        self._by_problem.hide()
