"""The fields of an appointment or a networking event. Checks them, saves nothing.

Moments are ms since 1970 UTC; whole days are dates in no zone.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.clashes import clash_words
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
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.segmented import Segmented
from infoview_gui.widgets.tab_order import order_tabs
from infoview_gui.widgets.undo_keys import UndoPassing

_KIND_NAMES = ("Networking event", "Appointment")
_MOST_MINUTES, _MOST_DAYS = 24 * 60, 366
_STEP = 15
_NOTE_HEIGHT = 62


class EngagementForm(QWidget):
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
        self._hint = self._line("amber")
        self._problem = self._line("red")
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
        _say(self._problem, "")
        self._on_kind()
        self._on_whole()

    def check(self) -> bool:
        """Say beside the fields what is wrong with them and go to the first; True when nothing."""
        if not self.title.text().strip():
            _say(self._problem, "Give it a title.")
            self.title.setFocus()
            return False
        readable = self.whole.isChecked() or self.when.is_readable()
        self.when.say(well=readable)
        if not readable:
            example = self._times.time_text(self._times.clock())
            _say(self._problem, f"Write the time like {example}, or “friday {example}”.")
            self.when.time.setFocus()
        return readable

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

    def _line(self, tone: str) -> QLabel:
        made = wrapped_label("", "small", self)
        set_tone(made, tone)
        made.hide()
        return made

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._field(column, "Title", self.title)
        column.addWidget(self.kind)
        column.addSpacing(8)
        column.addWidget(self._named("When", self.when.day))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.when, 3)
        row.addWidget(self.days, 1)
        column.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.whole)
        below.addStretch()
        self._agreed = label("Agreed in", "small", self)
        self._agreed.setBuddy(self.when.zones)
        below.addWidget(self._agreed)
        below.addWidget(self.when.zones)
        column.addLayout(below)
        for line in (self._problem, self._hint):
            column.addWidget(line)
        column.addSpacing(8)
        self._field(column, "Place", self.place)
        self._met = self._named("People met", self.people)
        column.addWidget(self._met)
        column.addWidget(self.people)
        column.addSpacing(8)
        self._field(column, "Note", self.note)

    def _field(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        column.addWidget(self._named(words, field))
        column.addWidget(field)
        column.addSpacing(8)

    def _named(self, words: str, field: QWidget) -> QLabel:
        title = label(words, "h3", self)
        title.setBuddy(field)
        return title

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
        _say(self._problem, "")
        _say(self._hint, self._clash())

    def _clash(self) -> str:
        """Say what else is on at that time; of whole days nothing: other things lie in them."""
        at = None if self.whole.isChecked() else self.when.moment()
        if at is None:
            return ""
        mine = None if self._row is None else self._row.id
        minutes = self.when.typed().minutes
        return clash_words(self._services, self._times, at, minutes, engagement=mine)


def _say(line: QLabel, words: str) -> None:
    line.setText(words)
    line.setVisible(bool(words))
