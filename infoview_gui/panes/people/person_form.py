"""The person as a form, in the place of the detail; every field saves itself.

Knows no table. What another part of the program changes meanwhile is shown, except in a field in
which something is typed.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.people.employer_field import EmployerField
from infoview_gui.panes.people.reach_editor import ReachEditor
from infoview_gui.panes.people.saving import QuietCombo, Saver, SavingLine, SavingText
from infoview_gui.panes.people.zone_field import ZoneField
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.records import PersonDetail
from infoview_gui.store.changes import Origin
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, set_tone
from infoview_gui.widgets.tab_order import order_tabs

_EDGE = 18
NAMELESS = "A person needs a name."


class _Saving(Protocol):
    saver: Saver


class PersonForm(QFrame):
    """All that can be typed about a person."""

    done = Signal()

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._person: PersonDetail | None = None
        self.setProperty("kind", "side")
        self._page = QWidget(self)
        self._make_fields()
        self._problem = label("", "small", self._page)
        self._problem.setAccessibleName("Problem with the name")
        set_tone(self._problem, "red")
        self._problem.hide()
        self._arrange()
        for field in self._saving():
            field.left.connect(self._on_left)  # type: ignore[attr-defined]

    def _make_fields(self) -> None:
        page = self._page
        self._first = SavingLine("First name", self._save_name, page)
        self._last = SavingLine("Last name", self._save_name, page)
        self._company = self._line("Company", "company")
        self._employer = EmployerField(self._theme, self._services.employers, page)
        self._employer.assigned.connect(self._on_assigned)
        self._role = self._line("Role", "role")
        self._channel = self._channels()
        self._channel_detail = self._line("Where or how found", "channel_detail")
        self._channel_detail.setPlaceholderText("Such as “Career fair” or “LinkedIn”")
        self._by = PersonPicker(
            self._theme, self._services, several=False, parent=page, name="Introduced by"
        )
        self._by.changed.connect(self._on_introduced)
        self._zone = ZoneField(self._saves("zone"), page)
        self._reach = {
            kind: ReachEditor(self._theme, kind, self._saves_reach(kind), page)
            for kind in ("email", "phone", "link")
        }
        self._tags = SavingLine("Tags", self._save_tags, page)
        self._tags.setPlaceholderText("Separated by commas")
        self._note = SavingText("About", self._saves("note"), page)
        self._note.setMinimumHeight(110)

    def _line(self, name: str, field: str) -> SavingLine:
        return SavingLine(name, self._saves(field), self._page)

    def _channels(self) -> QuietCombo:
        combo = QuietCombo("Found through", self._page)
        combo.addItem("Not said", "")
        for key, words in CHANNELS.items():
            combo.addItem(words, key)
        combo.activated.connect(self._on_channel)
        return combo

    def _saving(self) -> Sequence[_Saving]:
        lines = (self._first, self._last, self._company, self._role, self._channel_detail)
        return (*lines, self._zone, *self._reach.values(), self._tags, self._note)

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("kind", "clear")
        self._area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 16, _EDGE, 8)
        head.addWidget(label("Edit person", "h1", self))
        head.addStretch()
        self._done = push_button(self._theme, "Done", icon="check", small=True, parent=self)
        self._done.clicked.connect(self._on_done)
        head.addWidget(self._done)
        column.addLayout(head)
        self._lay_out_page()
        area.setWidget(self._page)
        column.addWidget(area, 1)
        self._by.changed.connect(self._order_tabs)
        for editor in self._reach.values():
            editor.rows_changed.connect(self._order_tabs)

    def _lay_out_page(self) -> None:
        grid = QGridLayout(self._page)
        grid.setContentsMargins(_EDGE, 4, _EDGE, 18)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 100)
        self._pair(grid, ("First name", self._first), ("Last name", self._last))
        grid.addWidget(self._problem, grid.rowCount(), 0, 1, 2)
        self._wide(grid, "Company", self._company)
        grid.addWidget(self._employer, grid.rowCount(), 0, 1, 2)
        self._wide(grid, "Role", self._role)
        self._wide(grid, "Found through", self._channel)
        self._wide(grid, "Where or how", self._channel_detail)
        self._wide(grid, "Introduced by", self._by)
        self._wide(grid, "Time zone", self._zone)
        for kind, words in (("email", "E-mail"), ("phone", "Phone"), ("link", "Links")):
            self._wide(grid, words, self._reach[kind])
        self._wide(grid, "Tags", self._tags)
        self._wide(grid, "About", self._note)
        grid.setRowStretch(grid.rowCount(), 1)

    def _title(self, grid: QGridLayout, row: int, column: int, words: str, field: QWidget) -> None:
        title = label(words, "h3", self._page)
        title.setBuddy(field)
        title.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(title, row, column)

    def _wide(self, grid: QGridLayout, words: str, field: QWidget) -> None:
        row = grid.rowCount()
        self._title(grid, row, 0, words, field)
        grid.addWidget(field, row + 1, 0, 1, 2)

    def _pair(self, grid: QGridLayout, *fields: tuple[str, QWidget]) -> None:
        row = grid.rowCount()
        for column, (words, field) in enumerate(fields):
            self._title(grid, row, column, words, field)
            grid.addWidget(field, row + 1, column)

    # -- showing

    @property
    def person_id(self) -> int | None:
        """Who is being edited."""
        return self._person.id if self._person else None

    def begin(self, person: PersonDetail) -> None:
        """Show somebody's fields, from the first one."""
        self.stop()
        self._person = None
        for editor in self._reach.values():
            editor.start_over()
        self._by.set_typed("")
        self._by.exclude([person.id])
        self.show_person(person)
        self._show_name_problem("")
        self._area.verticalScrollBar().setValue(0)
        self._first.setFocus()
        self._first.selectAll()

    def show_person(self, person: PersonDetail, origin: Origin = Origin.ELSEWHERE) -> None:
        """Show what is stored now; after a change of the user's own the field in use stays."""
        keep = self.focusWidget() if origin in {Origin.COMMAND, Origin.AUTOSAVE} else None
        self._person = person
        lines = (
            (self._first, person.first_name),
            (self._last, person.last_name),
            (self._company, person.company),
            (self._role, person.role),
            (self._channel_detail, person.channel_detail),
            (self._tags, ", ".join(person.tags)),
        )
        for line, value in lines:
            if line is not keep:
                line.show_value(value)
        if self._note is not keep:
            self._note.show_value(person.note)
        by_hand = self._services.employers.is_by_hand(person.id)
        self._employer.show_employer(person.employer, by_hand=by_hand)
        self._channel.setCurrentIndex(max(0, self._channel.findData(person.channel)))
        if keep is None or not self._zone.isAncestorOf(keep):
            self._zone.show_value(person.zone)
        self._by.set_people([person.introduced_by.id] if person.introduced_by else [])
        reaches = {"email": person.emails, "phone": person.phones, "link": person.links}
        for kind, values in reaches.items():
            if keep is None or not self._reach[kind].isAncestorOf(keep):
                self._reach[kind].show_values(values)
        self._order_tabs()

    def _order_tabs(self) -> None:
        order_tabs(self._page, self._done)

    def take_focus(self) -> None:
        """Give the keyboard back to the field that had it last, else to the first one."""
        last = self.focusWidget()
        (self._first if last is None or not last.isVisible() else last).setFocus()

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for field in self._saving():
            field.saver.flush()

    def stop(self) -> None:
        """Save, and let what comes next be an undo step of its own."""
        if self._person is not None:
            self.flush()
            self._services.store.seal()
            self._person = None

    def forget(self) -> None:
        """The person is gone: there is nothing left to save into."""
        for field in self._saving():
            field.saver.drop()
        self._person = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._on_done()
            return
        super().keyPressEvent(event)

    def _on_done(self) -> None:
        self.stop()
        self.done.emit()

    def _on_left(self) -> None:
        self._services.store.seal()

    # -- saving

    def _exists(self) -> int | None:
        """Return the id, unless the person was deleted since."""
        person_id = self.person_id
        if person_id is None or not self._services.people_list.rows([person_id]):
            return None
        return person_id

    def _saves(self, field: str) -> Callable[[str], None]:
        def save(text: str) -> None:
            person_id = self._exists()
            if person_id is not None:
                self._services.people.set_field(person_id, field, text)

        return save

    def _saves_reach(self, kind: str) -> Callable[[Sequence[Reach]], None]:
        def save(values: Sequence[Reach]) -> None:
            person_id = self._exists()
            if person_id is not None:
                self._services.people.set_reach(person_id, kind, values)

        return save

    def _save_name(self, _text: str) -> None:
        first, last = self._first.text().strip(), self._last.text().strip()
        self._show_name_problem("" if first or last else NAMELESS)
        person_id = self._exists()
        if person_id is not None and (first or last):
            self._services.people.set_name(person_id, first, last)

    def _show_name_problem(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        for line in (self._first, self._last):
            set_tone(line, "red" if problem else "")

    def _save_tags(self, text: str) -> None:
        person_id = self._exists()
        if person_id is not None:
            self._services.people.set_tags(person_id, text.split(","))

    def _on_channel(self, _index: int) -> None:
        self._saves("channel")(str(self._channel.currentData()))
        self._on_left()

    def _on_assigned(self, employer_id: int | None) -> None:
        person_id = self._exists()
        if person_id is not None:
            self._services.employers.assign([person_id], employer_id)
            self._on_left()

    def _on_introduced(self) -> None:
        person_id = self._exists()
        if person_id is not None:
            self._services.people.introduce(person_id, next(iter(self._by.people()), None))
            self._on_left()
