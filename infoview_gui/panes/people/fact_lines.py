"""The lines of facts in the detail, in their order: how to reach a person, whence, what is next.

Asks to edit a fact, to go to somebody, to confirm a zone; changes nothing. A fact that is edited
gives its place to the editor.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.interchange.company_names import company_key
from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.panes.people.contact_lines import IconLabel, PersonButton, TextButton
from infoview_gui.panes.people.fact_editor import NAMES, FactEditor
from infoview_gui.panes.people.fact_parts import FactLabel, FactLine
from infoview_gui.panes.people.found_lines import ChannelLine, IntroducerLine, says_channel
from infoview_gui.panes.people.reach_line import ReachLine
from infoview_gui.panes.people.row_words import next_words
from infoview_gui.services.records import PersonDetail
from infoview_gui.services.zone_guess import ZoneGuess
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import ElidedLabel, label, plain_tool_tip

_INTRODUCED_SHOWN = 8
_NOTE_SHOWN = 600


class FactLines(QWidget):
    """A line or more for each fact that is known; not there while there is none."""

    fact_requested = Signal(str)
    copied = Signal(str)
    person_chosen = Signal(object)
    employer_chosen = Signal(object)
    zone_confirmed = Signal(str)

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._person: PersonDetail | None = None
        self._guess: ZoneGuess | None = None
        self._editor: FactEditor | None = None
        self._next: ElidedLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_person(self, person: PersonDetail) -> None:
        """Show what is known of a person, except for the fact that is edited."""
        if self._person is None or self._person.id != person.id:
            self._guess = None
        self._person = person
        self._clear()
        for fact, make in self._makers().items():
            if self._editor is not None and self._editor.fact == fact:
                self._column.addWidget(self._editor)
                continue
            for line in make(person):
                self._column.addWidget(line)
                line.show()
        self.setVisible(self._column.count() > 0)

    def show_guess(self, guess: ZoneGuess | None) -> None:
        """Show where the person may be, until a zone is known; not while the keyboard is here."""
        if guess == self._guess or self._person is None:
            return
        self._guess = guess
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            self.show_person(self._person)

    def show_times(self) -> None:
        """Word anew what depends on the time now."""
        if self._next is not None and self._person is not None:
            self._next.setText(self._next_text(self._person))

    def hold_editor(self, editor: FactEditor) -> None:
        """Give the editor the place of its fact, as soon as the person is shown again."""
        self._editor = editor

    def release_editor(self) -> None:
        """Show every fact again, as soon as the person is."""
        self._editor = None

    def fact_widget(self, fact: str) -> QWidget | None:
        """Return what takes the keyboard for a fact that has a line."""
        for line in self.findChildren(FactLine):
            if line.fact == fact and not line.isHidden():
                return line.focus_widget()
        return None

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self._editor:
                widget.hide()
                widget.deleteLater()

    # -- one fact

    def _makers(self) -> dict[str, Callable[[PersonDetail], Sequence[QWidget]]]:
        """Return what makes the lines of each fact, in the order in which they stand."""
        return {
            "email": self._email_lines,
            "phone": self._phone_lines,
            "link": self._link_lines,
            "employer": self._employer_line,
            "guess": self._guess_line,
            "introduced_by": self._introducer_line,
            "channel": self._channel_line,
            "introduced": self._introduced_line,
            "next": self._next_line,
            "note": self._note_line,
        }

    def _email_lines(self, person: PersonDetail) -> list[QWidget]:
        return self._reach_lines("email", person.emails)

    def _phone_lines(self, person: PersonDetail) -> list[QWidget]:
        return self._reach_lines("phone", person.phones)

    def _link_lines(self, person: PersonDetail) -> list[QWidget]:
        return self._reach_lines("link", person.links)

    def _reach_lines(self, kind: str, values: Sequence[Reach]) -> list[QWidget]:
        lines: list[QWidget] = []
        for reach in values:
            line = ReachLine(self._theme, kind, reach, self, star=len(values) > 1)
            line.copied.connect(self.copied)
            line.edit_requested.connect(self.fact_requested)
            lines.append(line)
        return lines

    def _employer_line(self, person: PersonDetail) -> list[QWidget]:
        """Say to whom a person belongs where the company is written in another way."""
        employer = person.employer
        if employer is None or company_key(employer.name) == company_key(person.company):
            return []
        line, row, _words = self._text_line("building-2", "Belongs to", stretch=False)
        button = TextButton(self._theme, employer.name.replace("&", "&&"), "accent", line)
        button.setAccessibleName(f"Belongs to {employer.name}")
        button.setToolTip(plain_tool_tip(f"Show {employer.name}"))
        button.clicked.connect(self._on_employer)
        row.addWidget(button)
        row.addStretch(1)
        return [line]

    def _guess_line(self, person: PersonDetail) -> list[QWidget]:
        """Show a zone that nobody has confirmed as the guess that it is."""
        guess = self._guess
        if person.zone:
            guess = None if person.zone_confirmed else ZoneGuess(person.zone, "what was imported")
        if guess is None:
            return []
        line, row, said = self._text_line("globe", f"Guess: {city(guess.zone)} time")
        said.setToolTip(f"Guessed from {guess.source}")
        said.setAccessibleDescription(f"Guessed from {guess.source}")
        confirm = push_button(self._theme, "Confirm", kind="link", parent=line)
        confirm.setAccessibleName(f"Confirm the time zone {city(guess.zone)}")
        confirm.setProperty("zone", guess.zone)
        confirm.clicked.connect(self._on_confirm)
        row.addWidget(confirm)
        return [line]

    def _introducer_line(self, person: PersonDetail) -> list[QWidget]:
        if person.introduced_by is None:
            return []
        line = IntroducerLine(self._theme, person.introduced_by, self)
        line.person.person_chosen.connect(self.person_chosen)
        line.edit_requested.connect(self.fact_requested)
        return [line]

    def _channel_line(self, person: PersonDetail) -> list[QWidget]:
        if not says_channel(person):
            return []
        line = ChannelLine(self._theme, person, self)
        line.edit_requested.connect(self.fact_requested)
        return [line]

    def _introduced_line(self, person: PersonDetail) -> list[QWidget]:
        people = person.introduced
        if not people:
            return []
        line = FactLine(self._theme, "", "", "users", self)
        line.row.setSpacing(10)
        flow = FlowLayout(gap=4)
        flow.addWidget(_line_label("Introduced:", "", line))
        for introduced in people[:_INTRODUCED_SHOWN]:
            button = PersonButton(self._theme, introduced, line)
            button.person_chosen.connect(self.person_chosen)
            flow.addWidget(button)
        if len(people) > _INTRODUCED_SHOWN:
            more = f"and {len(people) - _INTRODUCED_SHOWN} more"
            flow.addWidget(_line_label(more, "muted", line))
        line.row.addLayout(flow, 1)
        return [line]

    def _next_line(self, person: PersonDetail) -> list[QWidget]:
        step = self._next_text(person)
        self._next = None
        if not step:
            return []
        line, _row, self._next = self._text_line("arrow-right", step)
        return [line]

    def _next_text(self, person: PersonDetail) -> str:
        step = next_words(person.next_kind, person.next_at, person.next_text, self._times)
        return step and f"Next: {step}"

    def _note_line(self, person: PersonDetail) -> list[QWidget]:
        text = person.note.strip()
        if not text:
            return []
        line = FactLine(self._theme, "note", "about", "file-text", self)
        line.row.setSpacing(7)
        short = text if len(text) <= _NOTE_SHOWN else f"{text[:_NOTE_SHOWN].rstrip()}…"
        words = FactLabel(self._theme, "note", NAMES["note"], short, line)
        words.edit_requested.connect(self.fact_requested)
        line.row.addWidget(words, 1)
        return [line]

    def _text_line(
        self, icon: str, words: str, *, stretch: bool = True
    ) -> tuple[QWidget, QHBoxLayout, ElidedLabel]:
        """Return a line that cannot be edited, its row, and the words in it."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(self._theme, icon, line))
        said = ElidedLabel(words, "", line)
        row.addWidget(said, int(stretch))
        return line, row, said

    def _on_confirm(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.zone_confirmed.emit(str(button.property("zone")))

    def _on_employer(self) -> None:
        if self._person is not None and self._person.employer is not None:
            self.employer_chosen.emit(self._person.employer.id)


def _line_label(words: str, kind: str, parent: QWidget) -> QLabel:
    made = label(words, kind, parent)
    made.setMinimumHeight(22)
    return made
