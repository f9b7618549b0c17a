"""The fields of a conversation: with whom, when, how, what for. Checks them, saves nothing.

Moments are ms since 1970 UTC.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QCheckBox, QWidget

from infoview_gui.panes import planning
from infoview_gui.panes.clashes import clash_words
from infoview_gui.panes.dialogs.form_page import FormPage, say
from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.dialogs.way_field import Way, WayField
from infoview_gui.panes.dialogs.when_field import When, WhenField
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.follow_ups import Status
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft
from infoview_gui.services.records import ConversationRecord, PersonDetail, PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.tab_order import order_tabs
from infoview_gui.widgets.undo_keys import UndoPassing

_BEGUN = {
    Status.RUNNING: "It is running: day, time and minutes stay as they were agreed.",
    Status.DONE: "It has taken place: day, time and minutes stay as they were.",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything that stands in the form, as typed."""

    people: tuple[int, ...]
    name: str
    when: When
    way: str
    texts: tuple[tuple[str, str], ...]
    goal: str
    proposed: bool


class ConversationForm(FormPage):
    """Labels above fields, problems below them."""

    def __init__(
        self, theme: Theme, services: Services, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._times = services, times
        self._conversation_id: int | None = None
        self._offered_phone = ""
        self._zone_unsaid = False
        self._picker = PersonPicker(theme, services, several=True, parent=self, name="With")
        self._when = WhenField(theme, times, self)
        self._way = WayField(theme, self)
        self._goal = UndoPassing("", self)
        self._goal.setAccessibleName("Goal")
        self._goal.setPlaceholderText("What you want to learn, in a sentence")
        self._proposed = QCheckBox("Only proposed so far", self)
        self._proposed.setAccessibleName("Only proposed so far")
        self._both = self.sentence("Both local times", "strong")
        self._hint = self.sentence("Hint", "small", "amber")
        self._fixed = self.sentence("Why the time stays", "small")
        self._people_problem = self.sentence("Problem with the people", "small", "red")
        self._time_problem = self.sentence("Problem with the time", "small", "red")
        self._arrange()
        self._picker.changed.connect(self._on_people_changed)
        self._when.changed.connect(self._on_when_changed)
        self._way.way_chosen.connect(self._on_way_chosen)

    # -- what the dialog uses

    def blank(self, people: Sequence[int], start: int | None, minutes: int) -> Typed:
        """Return an empty form for these people at this moment; None is a proposal of ours."""
        when = replace(self._when.at(start, minutes), undated=False)
        return Typed(tuple(people), "", when, planning.CALL, (), "", proposed=False)

    def typed(self) -> Typed:
        """Return all that stands in the form."""
        way, texts = self._way.texts()
        return Typed(
            tuple(self._picker.people()),
            self._picker.typed(),
            self._when.typed(),
            way,
            tuple((key, text) for key, text in texts.items() if text),
            self._goal.text(),
            self._proposed.isChecked(),
        )

    def show_typed(self, typed: Typed) -> None:
        """Show what ``typed`` returned; of the people those who are still there."""
        self._conversation_id = None
        self._zone_unsaid = False
        self._offered_phone = ""
        self._picker.set_people(typed.people)
        self._picker.set_typed(typed.name)
        self._way.show_texts(typed.way, dict(typed.texts))
        self._goal.setText(typed.goal)
        self._goal.setCursorPosition(0)
        self._proposed.setChecked(typed.proposed)
        self._proposed.show()
        self._show_when(typed.when, "")

    def show_record(self, record: ConversationRecord) -> None:
        """Show a conversation that exists."""
        self._conversation_id = record.id
        self._zone_unsaid = not record.zone
        self._offered_phone = ""
        self._picker.set_people([person.id for person in record.people])
        self._picker.set_typed("")
        self._way.show_way(Way(record.way, record.link, record.place))
        self._goal.setText(record.goal)
        self._goal.setCursorPosition(0)  # of a long one the beginning is seen
        self._proposed.setChecked(record.status == Status.PROPOSED)
        self._proposed.setVisible(record.status in {Status.PLANNED, Status.PROPOSED})
        when = self._when.at(record.starts_at, record.minutes, record.zone)
        self._show_when(when, _BEGUN.get(Status(record.status), ""))

    def check(self) -> bool:
        """Say beside the fields what is wrong with them and go to the first; True when nothing."""
        well = self._way.check()
        unreadable = self._when.check()
        say(self._time_problem, unreadable)
        named = bool(self._picker.people())
        name = self._picker.typed()
        missing = f"Choose “{name}” from the list." if name else "A conversation needs a person."
        unpicked = "" if named and not name else missing
        say(self._people_problem, unpicked)
        if unpicked:
            self._picker.setFocus()
        return well and not unreadable and not unpicked

    def draft(self) -> ConversationDraft:
        """Return what is to be saved; meaningful after ``check``."""
        way, when = self._way.way(), self._when.typed()
        unsaid = self._zone_unsaid and when.zone == self._times.zone_name
        return ConversationDraft(
            people=tuple(self._picker.people()),
            starts_at=self._when.moment(),
            zone="" if unsaid else when.zone,
            minutes=when.minutes,
            status=Status.PROPOSED if self._proposed.isChecked() else Status.PLANNED,
            way=way.way,
            link=way.link,
            place=way.place,
            goal=self._goal.text().strip(),
        )

    def zones(self) -> list[str]:
        """Return the known zones of those who are picked."""
        return planning.zones_of(self._people())

    def begin(self) -> None:
        """Put the cursor where something is missing first."""
        (self._when.day if self._picker.people() else self._picker).setFocus()

    # -- building

    def _arrange(self) -> None:
        self.field("With", self._picker, self._people_problem)
        self.heading("When", self._when.day)
        self.column.addWidget(self._when)
        self.column.addWidget(self._time_problem)
        self.beside_zone(self._when.no_time, self._when.zones)
        for line in (self._both, self._hint, self._fixed):
            self.column.addWidget(line)
        self.column.addSpacing(8)
        self.field("How", self._way)
        self.field("Goal", self._goal)
        self.column.addWidget(self._proposed)

    # -- what follows from what is typed

    def _details(self) -> list[PersonDetail]:
        found = (reading.person(person_id) for person_id in self._picker.people())
        return [person for person in found if person is not None]

    def _people(self) -> list[PersonName]:
        return [PersonName(one.id, one.name, zone=one.zone) for one in self._details()]

    def _show_when(self, when: When, fixed: str) -> None:
        self._when.show_zones(self._people())
        self._when.show_typed(when)
        self._when.set_fixed(fixed=bool(fixed))
        say(self._fixed, fixed)
        for problem in (self._people_problem, self._time_problem):
            say(problem, "")
        self._offer_phone()
        self._show_times()

    def _show_times(self) -> None:
        """Say the time on both sides, and what speaks against it."""
        at, minutes = self._when.moment(), self._when.typed().minutes
        fixed = not self._fixed.isHidden()
        if at is None:
            say(self._both, "")
            say(self._hint, "")
            return
        agreed = self._when.typed().zone
        zones = list(dict.fromkeys([*self.zones(), agreed]))
        say(self._both, planning.both(self._times, at, zones))
        mine = self._conversation_id
        hints = (
            "That time is past." if at < self._times.clock() else "",
            clash_words(self._services, self._times, at, minutes, conversation=mine),
            planning.odd_hours(self._times, at, minutes, zones),
            self._odd_here(at, minutes) if agreed != self._times.zone_name else "",
        )
        say(self._hint, "" if fixed else " ".join(filter(None, hints)))

    def _odd_here(self, at: int, minutes: int) -> str:
        """Say it when a time that was agreed elsewhere is early or late here."""
        begin, end = self._times.local(at), self._times.local(at + minutes * 60_000)
        last = begin.replace(hour=planning.LAST_HOUR, minute=0, second=0, microsecond=0)
        if begin.hour < planning.FIRST_HOUR:
            return f"That is early for you: {self._times.time_text(at)} here."
        return f"That is late for you: {self._times.time_text(at)} here." if end > last else ""

    def _offer_phone(self) -> None:
        numbers = [person.phones for person in self._details() if person.phones]
        first = numbers[0] if numbers else ()
        number = next(
            (one.value for one in first if one.preferred), first[0].value if first else ""
        )
        if number or self._offered_phone:
            self._way.fill_phone(number, self._offered_phone)
        self._offered_phone = number

    def _on_people_changed(self) -> None:
        order_tabs(self)
        say(self._people_problem, "")
        self._when.show_zones(self._people())
        self._offer_phone()
        self._show_times()

    def _on_when_changed(self) -> None:
        say(self._time_problem, "")
        self._show_times()

    def _on_way_chosen(self, way: str) -> None:
        if way == planning.PHONE:
            self._offer_phone()
