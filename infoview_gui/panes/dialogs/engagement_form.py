"""The fields of an appointment or a networking event. Checks them, saves nothing.

Moments are ms since 1970 UTC; whole days are dates in no zone.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QSpinBox, QWidget

from infoview_gui.panes.clashes import clash_words
from infoview_gui.panes.dialogs.form_page import FormPage, say
from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.dialogs.when_field import When, WhenField
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.engagement_records import (
    KINDS,
    NETWORKING,
    EngagementDraft,
    EngagementRow,
)
from infoview_gui.theme import Theme
from infoview_gui.widgets.segmented import Segmented
from infoview_gui.widgets.tab_order import order_tabs
from infoview_gui.widgets.undo_keys import UndoPassing

_KIND_NAMES = ("Networking event", "Appointment")
_MOST_MINUTES, _MOST_DAYS = 24 * 60, 366
_STEP = 15
_NOTE_HEIGHT = 62


class EngagementForm(FormPage):
    """Labels above fields, problems below them."""

    def __init__(
        self, theme: Theme, services: Services, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._times = services, times
        self._row: EngagementRow | None = None
        self._shown: When | None = None
        self.title = UndoPassing("", self)
        self.title.setAccessibleName("Title")
        self.kind = Segmented(theme, _KIND_NAMES, self, name="Kind")
        self.when = WhenField(theme, times, self)
        self.when.no_time.hide()  # without a time it is in no calendar
        self.when.minutes.setRange(1, _MOST_MINUTES)
        self.when.minutes.setSingleStep(_STEP)
        self.whole = QCheckBox("Whole days", self)
        self.whole.setAccessibleName("Whole days")
        self.days = QSpinBox(self)
        self.days.setRange(1, _MOST_DAYS)
        self.days.setAccessibleName("Number of days")
        self.place = UndoPassing("", self)
        self.place.setAccessibleName("Place")
        self.people = PersonPicker(
            theme, services, several=True, adds=False, parent=self, name="People met"
        )
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self._hint = self.sentence("Hint", "small", "amber")
        self._problem = self.sentence("Problem", "small", "red")
        self._arrange()
        self.kind.chosen.connect(self._on_kind)
        self.whole.toggled.connect(self._on_whole)
        self.days.valueChanged.connect(self._on_days)
        self.when.changed.connect(self._on_when_changed)
        self.people.changed.connect(self._on_people_changed)

    # -- what the dialog uses

    def show_new(self, kind: str, start: int | None, minutes: int) -> None:
        """Show an empty form at a moment; None is a proposal of ours."""
        self._row = None
        when = self.when.at(start, minutes)
        self._fill(EngagementDraft(title="", kind=kind), self._dated(when))

    def show_row(self, row: EngagementRow) -> None:
        """Show one that exists."""
        self._row = row
        day = row.first_day
        when = self.when.at(row.starts_at, row.minutes, row.zone)
        if day is not None:
            when = When(day, when.clock, row.minutes, when.zone)
        self._fill(row.draft(), self._dated(when))

    def _dated(self, when: When) -> When:
        return When(when.day, when.clock, when.minutes, when.zone)

    def _fill(self, draft: EngagementDraft, when: When) -> None:
        self.title.setText(draft.title)
        self.title.setCursorPosition(0)
        self.kind.choose(KINDS.index(draft.kind) if draft.kind in KINDS else 0)
        self.when.show_zones(())
        self.when.show_typed(when)
        self._shown = self.when.typed()
        self.days.setValue(max(1, draft.days))
        self.whole.setChecked(draft.first_day is not None)
        self.place.setText(draft.place)
        self.place.setCursorPosition(0)
        self.people.set_people(draft.people)
        self.people.set_typed("")
        self.note.setPlainText(draft.note)
        say(self._problem, "")
        self._on_kind()
        self._on_whole()

    def check(self) -> bool:
        """Say beside the fields what is wrong with them and go to the first; True when nothing."""
        if not self.title.text().strip():
            say(self._problem, "Give it a title.")
            self.title.setFocus()
            return False
        unreadable = self.when.check()
        say(self._problem, unreadable)
        return not unreadable

    def draft(self) -> EngagementDraft:
        """Return what is to be saved; meaningful after ``check``. A name left typed counts."""
        typed, whole = self.when.typed(), self.whole.isChecked()
        names = [*self.people.named(), self.people.typed()]
        return EngagementDraft(
            title=self.title.text(),
            kind=self._kind(),
            starts_at=None if whole else self._moment(),
            zone="" if whole else typed.zone,
            minutes=typed.minutes,
            first_day=typed.day if whole else None,
            days=self.days.value() if whole else 0,
            place=self.place.text(),
            note=self.note.toPlainText(),
            people=tuple(self.people.people()),
            names=tuple(name for name in names if name),
        )

    def begin(self, *, people: bool = False) -> None:
        """Put the cursor into the title, or where people are named."""
        field = self.people if people and self._kind() == NETWORKING else self.title
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind(self) -> str:
        return KINDS[self.kind.index]

    def _moment(self) -> int | None:
        """Return the moment that is meant; what nobody touched stays to the second."""
        if self._row is not None and self.when.typed() == self._shown:
            return self._row.starts_at or self.when.moment()
        return self.when.moment()

    # -- building

    def _arrange(self) -> None:
        self.field("Title", self.title)
        self.column.addWidget(self.kind)
        self.column.addSpacing(8)
        self.heading("When", self.when.day)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.when, 3)
        row.addWidget(self.days, 1)
        self.column.addLayout(row)
        self._agreed = self.beside_zone(self.whole, self.when.zones)
        for line in (self._problem, self._hint):
            self.column.addWidget(line)
        self.column.addSpacing(8)
        self.field("Place", self.place)
        self._met = self.field("People met", self.people)
        self.field("Note", self.note)

    # -- what follows from what is typed

    def _on_kind(self, _index: object = None) -> None:
        networking = self._kind() == NETWORKING
        self._met.setVisible(networking)
        self.people.setVisible(networking)

    def _on_whole(self, _checked: bool = False) -> None:
        whole = self.whole.isChecked()
        for field in (self.when.time, self.when.minutes, self.when.zones, self._agreed):
            field.setVisible(not whole)
        self.days.setVisible(whole)
        self._on_days(self.days.value())
        order_tabs(self)
        self._on_when_changed()

    def _on_days(self, days: int) -> None:
        self.days.setSuffix(" day" if days == 1 else " days")

    def _on_people_changed(self) -> None:
        order_tabs(self)

    def _on_when_changed(self) -> None:
        say(self._problem, "")
        say(self._hint, self._clash())

    def _clash(self) -> str:
        """Say what else is on at that time; of whole days nothing: other things lie in them."""
        at = None if self.whole.isChecked() else self.when.moment()
        if at is None:
            return ""
        mine = None if self._row is None else self._row.id
        minutes = self.when.typed().minutes
        return clash_words(self._services, self._times, at, minutes, engagement=mine)
