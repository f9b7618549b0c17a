"""One line on what somebody answered, and which of the proposed times they took; it is logged.

Changes nothing but that, as one step.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from infoview_gui.panes import planning, taking
from infoview_gui.panes.clashes import clash_words
from infoview_gui.panes.dialogs.own_time import OwnTime
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRow, PersonDetail
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing

_WIDTH = 440
_INDENT = 26
_BACK = "Ctrl+Z takes it back."


class AnswerDialog(QDialog):
    """Window-modal; Enter logs the answer, Esc closes. The line may stay empty."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        person_id: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._times = services, times
        self._person_id = person_id
        found = reading.person(person_id)
        self._name = "" if found is None else found.name
        self._offers = services.offers.open_to(person_id)
        self.setWindowTitle(f"{self._name} answered")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.line = UndoPassing("", self)
        self.line.setAccessibleName("What they answered")
        self.line.setPlaceholderText("Gladly, next week")
        self.open_still = QRadioButton("Not decided yet", self)
        self.choices = [self._choice(row) for row in self._offers]
        self.other = QRadioButton("Another time", self)
        self.none = QRadioButton("None of them", self)
        self.own = self._own_time(found)
        self.log = push_button(theme, "Log the answer", kind="primary", parent=self)
        self.log.setDefault(True)
        self.cancel = push_button(theme, "Cancel", parent=self)
        self._arrange()
        self._connect()
        self.open_still.setChecked(True)
        self._on_other(False)
        self.line.setFocus()

    def _choice(self, row: ConversationRow) -> QRadioButton:
        zones = planning.zones_of(row.people)
        words = planning.when(self._times, row.starts_at or 0, zones)
        return QRadioButton(words.replace("&", "&&"), self)

    def _own_time(self, person: PersonDetail | None) -> OwnTime:
        services, times = self._services, self._times
        first = self._offers[0] if self._offers else None
        minutes = 15 if first is None else first.minutes
        but = None if first is None else first.id
        zones = [] if person is None else [person.zone]

        def clash(at: int) -> str:
            return clash_words(services, times, at, minutes, conversation=but)

        return OwnTime(times, [zone for zone in zones if zone], minutes, clash, self)

    # -- logging

    def _on_log(self) -> None:
        if reading.person(self._person_id) is None:
            self.said.emit("This person was deleted in the meantime; nothing was changed.")
            self.reject()
            return
        if self.other.isChecked() and self.own.moment is None:
            self.own.say(self.own.reading.text() or "Which time? For example: tue 14:30", "red")
            self.own.line.setFocus()
            return
        said = self._logged()
        self.accept()
        self.said.emit(said)

    def _logged(self) -> str:
        offers, words = self._services.offers, self.line.text()
        if self.none.isChecked():
            gone = offers.answer_none(self._person_id, words)
            return f"{self._name} answered. {taking.let_go_words(self._name, gone)} {_BACK}"
        at = self.own.moment if self.other.isChecked() else None
        taken = offers.answer(self._person_id, words, self._chosen(), at)
        if taken is not None:
            return taking.taken_words(self._services, self._times, taken)
        return f"{self._name} answered. {_BACK}"

    def _chosen(self) -> int | None:
        pairs = zip(self.choices, self._offers, strict=True)
        return next((row.id for choice, row in pairs if choice.isChecked()), None)

    def _on_other(self, checked: bool) -> None:
        self.own.setVisible(checked)
        if checked:
            self.own.line.setFocus()

    # -- looks

    def _connect(self) -> None:
        self.other.toggled.connect(self._on_other)
        self.log.clicked.connect(self._on_log)
        self.cancel.clicked.connect(self.reject)

    def _arrange(self) -> None:
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
        self._arrange_times(column)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.log)
        column.addLayout(row)

    def _arrange_times(self, column: QVBoxLayout) -> None:
        title = label("They took", "h3", self)
        column.addSpacing(4)
        column.addWidget(title)
        for button in (self.open_still, *self.choices, self.other):
            column.addWidget(button)
        indented = QHBoxLayout()
        indented.setContentsMargins(_INDENT, 0, 0, 0)
        indented.addWidget(self.own)
        column.addLayout(indented)
        column.addWidget(self.none)
        for part in (title, self.open_still, self.other, self.none):
            part.setVisible(bool(self._offers))
