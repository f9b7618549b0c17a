"""The right side of the People pane: a person, their form, several people, an employer, nobody."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.care_desk import CareDesk
from infoview_gui.panes.people.employer_view import MOST_PEOPLE, EmployerView
from infoview_gui.panes.people.fact_desk import FactDesk
from infoview_gui.panes.people.many_view import ManyView, NobodyView
from infoview_gui.panes.people.note_desk import NoteDesk
from infoview_gui.panes.people.person_form import PersonForm
from infoview_gui.panes.people.person_view import PersonView
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.employer_reading import employer
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme

_TABLES = (
    "person",
    "person_distinct",
    "contact_point",
    "person_tag",
    "activity",
    "letter",
    "conversation",
    "participant",
    "engagement",
    "attendance",
    "event",
    "question",
    "task",
    "employer",
    "employer_alias",
    "employer_distinct",
)


_PAUSE_MS = 150
"""Reading a person takes longer than a key may: not while somebody types in the filter."""


class Detail(QStackedWidget):
    """Chooses what is shown and reads it."""

    form_left = Signal()
    caught_up = Signal()
    """The person is shown who was chosen while somebody typed."""

    def __init__(
        self, theme: Theme, services: Services, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._person_id: int | None = None
        self._theme = theme
        self._services = services
        self._form: PersonForm | None = None
        self.view = PersonView(theme, times, self)
        self.many = ManyView(theme, self)
        self.nobody = NobodyView(self)
        self.employer = EmployerView(theme, times, self)
        for page in (self.nobody, self.view, self.many, self.employer):
            self.addWidget(page)
        self.setMinimumWidth(300)
        self.notes = NoteDesk(services, self.view.note_field, self.view.timeline, self)
        self.notes.kept.connect(self.reread)
        self.facts = FactDesk(theme, services, times, self.view, self)
        self.care = CareDesk(services, times, self.view, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    @property
    def person_id(self) -> int | None:
        """The one person who is shown, if it is one."""
        return self._person_id

    @property
    def employer_id(self) -> int | None:
        """The employer who is shown, if it is one."""
        return self.employer.employer_id if self.currentWidget() is self.employer else None

    @property
    def form(self) -> PersonForm:
        """The form, built when it is first wanted: it would be half the cost of the pane."""
        if self._form is None:
            self._form = PersonForm(self._theme, self._services, self)
            self._form.done.connect(self._on_done)
            self.addWidget(self._form)
        return self._form

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self._form is not None and self.currentWidget() is self._form

    def show_selection(self, person_id: int | None, count: int, *, typing: bool = False) -> None:
        """Show one person, or that it is several or nobody; another person closes the form.

        While ``typing`` a person waits for a pause.
        """
        if self.editing and count == 1 and person_id == self._person_id:
            return
        waits = typing and count == 1 and self.currentWidget() is self.view
        self._close_form()
        if person_id != self._person_id or count != 1:
            self.facts.end()
        self._person_id = person_id if count == 1 else None
        self.notes.attend(self._person_id)
        if waits:
            self._pause.start()
        elif count > 1:
            self.many.show_count(count)
            self.setCurrentWidget(self.many)
        elif not self._read():
            self._person_id = None
            self.setCurrentWidget(self.nobody)

    def show_employer(self, employer_id: int) -> None:
        """Show an employer; one that is gone is nobody."""
        self._close_form()
        self.facts.end()
        self._person_id = None
        self.notes.attend(None)
        self._read_employer(employer_id)

    def _read_employer(self, employer_id: int) -> None:
        found = employer(self._services.employers, employer_id, MOST_PEOPLE)
        if found is None:
            self.setCurrentWidget(self.nobody)
        else:
            self.employer.show_employer(found)
            self.setCurrentWidget(self.employer)

    def edit(self) -> None:
        """Turn the detail into a form."""
        person = None if self._person_id is None else reading.person(self._person_id)
        if person is not None and not self.editing:
            self.facts.end()
            self.notes.keep()
            self.setCurrentWidget(self.form)
            self.form.begin(person)

    def take_changes(self, changes: Changes) -> None:
        """Read anew what a change touched."""
        if self.employer_id is not None and changes.touch(*_TABLES):
            self._read_employer(self.employer_id)
        if self._person_id is None or not changes.touch(*_TABLES):
            return
        if not self.editing:
            self._read()
            self.view.await_rest()  # who may be the same person can be another now
            return
        person = reading.person(self._person_id)
        if person is None:
            self.form.forget()
            self._person_id = None
            self.setCurrentWidget(self.nobody)
            self.form_left.emit()
        else:
            self.form.show_person(person, changes.origin)

    def reread(self) -> None:
        """Word anew what depends on the time now."""
        if self.currentWidget() is self.view:
            self._read()
        elif self.employer_id is not None:
            self._read_employer(self.employer_id)

    def leave(self) -> None:
        """Save what is typed."""
        if self._form is not None:
            self._form.flush()
        self.notes.keep()
        self.facts.end()
        if self.employer_id is not None:
            self.employer.flush()

    def catch_up(self) -> None:
        """Show who was chosen, now, if that waits for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._on_pause()

    def _on_pause(self) -> None:
        self.facts.end()
        self.reread()
        self.caught_up.emit()

    def _read(self) -> bool:
        self._pause.stop()
        person = None if self._person_id is None else reading.person(self._person_id)
        if person is None:
            self.facts.forget()
            return False
        self.view.show_person(person, self.notes.shown(reading.timeline(person.id)))
        self.setCurrentWidget(self.view)
        return True

    def _close_form(self) -> None:
        if self.editing:
            self.form.stop()

    def _on_done(self) -> None:
        if not self._read():
            self.setCurrentWidget(self.nobody)
        self.form_left.emit()
