"""The dialog that begins a letter: to whom, and of which kind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.letters.writing import writer_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.warning_words import all_words
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import PersonDetail
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.tab_order import order_tabs

_WIDTH = 440
_ABOUT = {
    LetterKind.INTRODUCTION: "Whom you would like to meet",
    LetterKind.INTRODUCER: "Whom they introduced you to",
}
_USUAL = {
    Stage.ASKED: LetterKind.SECOND,
    Stage.SCHEDULED: LetterKind.CONFIRMATION,
    Stage.TALKED: LetterKind.THANKS,
    Stage.THANKED: LetterKind.NEWS,
    Stage.IN_TOUCH: LetterKind.NEWS,
}


class LetterDialog(QDialog):
    """Window-modal; Enter begins the letter, Esc cancels."""

    written = Signal(object)
    """Id of the draft."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._times = times
        self._preferences = preferences
        self.setWindowTitle("New letter")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.to = PersonPicker(theme, services, several=False, parent=self, name="To")
        self.kind = QComboBox(self)
        self.kind.setAccessibleName("Kind of letter")
        for kind in LetterKind:
            self.kind.addItem(kind.label, kind.value)
        self.about = PersonPicker(theme, services, several=False, parent=self, name="About")
        self.problem = wrapped_label("", "small", self)
        set_tone(self.problem, "red")
        self.problem.hide()
        self.warning = wrapped_label("", "small", self)
        set_tone(self.warning, "amber")
        self.warning.hide()
        self.write = push_button(theme, "Write", kind="primary", parent=self)
        self.write.setDefault(True)
        self._cancel = push_button(theme, "Cancel", parent=self)
        self._arrange()
        self._connect()
        self._show_about()

    def ask(self, person_id: int | None, kind: LetterKind | None = None) -> None:
        """Open it, for a person if one is known; the kind that fits their stage is proposed."""
        self.to.set_people([person_id])
        self._propose(kind)
        order_tabs(self)
        self.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with whom it goes to; what is typed takes the place of who is proposed."""
        super().showEvent(event)
        self.to.setFocus()

    @property
    def chosen(self) -> LetterKind:
        """The kind that is chosen."""
        return LetterKind(str(self.kind.currentData()))

    def _propose(self, kind: LetterKind | None = None) -> None:
        person = self._person()
        usual = LetterKind.FIRST if person is None else _USUAL.get(person.stage, LetterKind.FIRST)
        self.kind.setCurrentIndex(self.kind.findData((kind or usual).value))
        self._show_about()

    def _person(self) -> PersonDetail | None:
        people = self.to.people()
        return reading.person(people[0]) if people else None

    def _show_about(self) -> None:
        kind, person = self.chosen, self._person()
        self._about_title.setText(_ABOUT.get(kind, ""))
        for part in (self._about_title, self.about):
            part.setVisible(kind in _ABOUT)
        only = person.introduced if person is not None else ()
        if kind is LetterKind.INTRODUCER and not self.about.people() and len(only) == 1:
            self.about.set_people([only[0].id])
        self._warn(person, kind)

    def _warn(self, person: PersonDetail | None, kind: LetterKind) -> None:
        """Say what speaks against such a letter now; the user decides."""
        words = ""
        if person is not None:
            found = self._services.routine.warnings_for(person.id, kind)
            words = all_words(found, person.id, self._times)
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    def _on_write(self) -> None:
        people = self.to.people()
        if not people or self.to.typed():
            self._say("Choose who it goes to from the list.", self.to)
            return
        if self.about.isVisible() and self.about.typed():
            self._say("Choose whom it is about from the list, or empty the field.", self.about)
            return
        about = self.about.people() if self.about.isVisible() else []
        writer = writer_of(self._preferences, self._times)
        letter = self._services.letters.write(
            people[0], self.chosen, writer, about_id=about[0] if about else None
        )
        self.accept()
        self.written.emit(letter)

    def _say(self, words: str, field: QWidget) -> None:
        self.problem.setText(words)
        self.problem.show()
        field.setFocus()

    def _on_person(self) -> None:
        self.problem.hide()
        self._propose()
        order_tabs(self)

    def _on_kind(self, _index: int) -> None:
        self._show_about()

    def _on_about(self) -> None:
        self.problem.hide()
        order_tabs(self)

    def _connect(self) -> None:
        self.to.changed.connect(self._on_person)
        self.about.changed.connect(self._on_about)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.write.clicked.connect(self._on_write)
        self._cancel.clicked.connect(self.reject)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(4)
        column.addWidget(label("New letter", "h1", self))
        column.addSpacing(8)
        self._titled(column, "To", self.to)
        column.addWidget(self.warning)
        column.addSpacing(6)
        self._titled(column, "Kind of letter", self.kind)
        column.addSpacing(6)
        self._about_title = self._titled(column, "", self.about)
        column.addWidget(self.problem)
        column.addSpacing(8)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(self._cancel)
        row.addWidget(self.write)
        column.addLayout(row)

    def _titled(self, column: QVBoxLayout, words: str, field: QWidget) -> QLabel:
        title = label(words, "h3", self)
        title.setBuddy(field)
        column.addWidget(title)
        column.addWidget(field)
        return title
