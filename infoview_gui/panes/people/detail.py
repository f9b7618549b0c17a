"""The right side of the People pane: one person, their form, several people, or nobody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.many_view import ManyView, NobodyView
from infoview_gui.panes.people.person_form import PersonForm
from infoview_gui.panes.people.person_view import PersonView
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme

_TABLES = (
    "person",
    "contact_point",
    "person_tag",
    "activity",
    "conversation",
    "participant",
    "event",
    "question",
)


class Detail(QStackedWidget):
    """Chooses what is shown and reads it."""

    form_left = Signal()

    def __init__(
        self, theme: Theme, services: Services, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._person_id: int | None = None
        self.view = PersonView(theme, times, self)
        self.form = PersonForm(theme, services, self)
        self.many = ManyView(theme, self)
        self.nobody = NobodyView(self)
        for page in (self.nobody, self.view, self.form, self.many):
            self.addWidget(page)
        self.setMinimumWidth(300)
        self.form.done.connect(self._on_done)

    @property
    def person_id(self) -> int | None:
        """The one person who is shown, if it is one."""
        return self._person_id

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self.currentWidget() is self.form

    def show_selection(self, person_id: int | None, count: int) -> None:
        """Show one person, or that it is several or nobody; another person closes the form."""
        if self.editing and count == 1 and person_id == self._person_id:
            return
        self._close_form()
        self._person_id = person_id if count == 1 else None
        if count > 1:
            self.many.show_count(count)
            self.setCurrentWidget(self.many)
        elif not self._read():
            self._person_id = None
            self.setCurrentWidget(self.nobody)

    def edit(self) -> None:
        """Turn the detail into a form."""
        person = None if self._person_id is None else reading.person(self._person_id)
        if person is not None and not self.editing:
            self.setCurrentWidget(self.form)
            self.form.begin(person)

    def take_changes(self, changes: Changes) -> None:
        """Read anew what a change touched."""
        if self._person_id is None or not changes.touch(*_TABLES):
            return
        if not self.editing:
            self._read()
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

    def leave(self) -> None:
        """Save what is typed."""
        self.form.flush()

    def _read(self) -> bool:
        person = None if self._person_id is None else reading.person(self._person_id)
        if person is None:
            return False
        self.view.show_person(person, reading.timeline(person.id))
        self.setCurrentWidget(self.view)
        return True

    def _close_form(self) -> None:
        if self.editing:
            self.form.stop()

    def _on_done(self) -> None:
        if not self._read():
            self.setCurrentWidget(self.nobody)
        self.form_left.emit()
