"""When people talk: day, time, minutes, the zone in which it was agreed, or no time yet.

Moments are ms since 1970 UTC. What is typed is the wall time of the zone that is chosen. Where the
time stands, a day may be typed with it ("tue 14:30", "an hour later").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from infoview_gui.panes import planning
from infoview_gui.panes.dialogs.learned_words import day_first
from infoview_gui.panes.dialogs.time_field import TimeField
from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.practice.spoken_times import Spoken, read_moment
from infoview_gui.practice.time_zones import is_zone
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.theme.calendar import dress_calendar
from infoview_gui.widgets.day_words import before_day, day_pattern
from infoview_gui.widgets.labels import set_tone

LEAST_MINUTES, MOST_MINUTES = 1, 480


@dataclass(frozen=True, slots=True)
class When:
    """What stands in the fields, as typed."""

    day: date
    clock: str
    minutes: int
    zone: str
    undated: bool = False


class DayField(QDateEdit):
    """One stop for Tab; begins with the day of the month, not with the name of the weekday."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin where a number can be typed."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            return
        before = before_day(self.displayFormat())
        self.setCurrentSectionIndex(sum(1 for one in before if one[0] in "dMy"))
        number = self.locale().toString(self.date(), "d")
        start = self.text().find(number, len(self.locale().toString(self.date(), "".join(before))))
        self.lineEdit().setSelection(start, len(number))

    def focusNextPrevChild(self, following: bool) -> bool:
        """Leave the field from whichever section the cursor is in."""
        # Qt leaves it from the last section, or back from the first, and else walks through them.
        self.setCurrentSectionIndex(self.sectionCount() - 1 if following else 0)
        return super().focusNextPrevChild(following)


class WhenField(QWidget):
    """One row of fields; ``no_time`` and ``zones`` are placed by the owner."""

    changed = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._clock = time(9)
        """The last time of day that could be read."""
        self.day = DayField(self)
        self.day.setLocale(times.locale)
        self.day.setDisplayFormat(day_pattern(times.locale, "ddd d MMM yyyy"))
        self.day.setAccessibleName("Day")
        dress_calendar(theme, self.day)
        self.time = TimeField(times.locale, self)
        self.time.setAccessibleName("Time")
        # On Linux a reader names a combo box by its label alone; to the eye "When" says it all.
        self._time_label = QLabel("Time", self)
        self._time_label.setBuddy(self.time)
        self._time_label.hide()
        self.minutes = QSpinBox(self)
        self.minutes.setRange(LEAST_MINUTES, MOST_MINUTES)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(" min")
        self.minutes.setAccessibleName("Minutes")
        self.no_time = QCheckBox("No time yet", parent)
        self.no_time.setAccessibleName("No time yet")
        self.zones = QComboBox(parent)
        self.zones.setProperty("small", True)
        self.zones.setAccessibleName("Time zone in which it was agreed")
        self.zones.setMaxVisibleItems(12)
        fixed = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.zones.setSizeAdjustPolicy(fixed)
        self.zones.setMinimumContentsLength(18)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day, 5)
        row.addWidget(self.time, 3)
        row.addWidget(self.minutes, 3)
        self._connect()

    def _connect(self) -> None:
        self.day.dateChanged.connect(self._on_changed)
        self.time.changed.connect(self._on_changed)
        self.time.left.connect(self._on_left)
        self.minutes.valueChanged.connect(self._on_changed)
        self.zones.currentIndexChanged.connect(self._on_changed)
        self.no_time.toggled.connect(self._on_undated)

    # -- what the owner uses

    def typed(self) -> When:
        """Return what stands in the fields."""
        spoken = self._spoken()
        return When(
            self._day() if spoken is None else spoken.day,
            self.time.currentText() if spoken is None else self.time.words(self._at(spoken)),
            self.minutes.value(),
            str(self.zones.currentData() or self._times.zone_name),
            self.no_time.isChecked(),
        )

    def show_typed(self, when: When) -> None:
        """Show what ``typed`` returned."""
        self._choose_zone(when.zone)
        self.day.setDate(QDate(when.day.year, when.day.month, when.day.day))
        self.time.setEditText(when.clock)
        self.minutes.setValue(when.minutes)
        self.no_time.setChecked(when.undated)
        self._mark(wrong=False)

    def at(self, start: int | None, minutes: int, zone: str = "") -> When:
        """Return what would stand here for a moment; for None a proposal that is not agreed."""
        known = zone if is_zone(zone) else self._times.zone_name
        theirs = planning.times_in(self._times, known)
        moment = start if start is not None else planning.proposal(self._times)
        local = theirs.local(moment)
        clock = self.time.words(local.time())
        return When(local.date(), clock, minutes, known, start is None)

    def moment(self) -> int | None:
        """Return the moment that is meant; None without a time or while it cannot be read."""
        when, spoken = self.typed(), self._spoken()
        clock = self.time.value() if spoken is None else self._at(spoken)
        if when.undated or clock is None:
            return None
        theirs = planning.times_in(self._times, when.zone)
        return theirs.moment(datetime.combine(when.day, clock))

    def check(self) -> str:
        """Mark a time that is asked for and cannot be read, go there, and return what to write."""
        asked = not self.no_time.isChecked() and not self.time.isHidden()
        wrong = asked and self.moment() is None
        self._mark(wrong=wrong)
        if not wrong:
            return ""
        self.time.setFocus()
        example = self._times.time_text(self._times.clock())
        return f"Write the time like {example}, or “friday {example}”."

    def _spoken(self) -> Spoken | None:
        """Return what is typed in place of a time of day, if that is a moment."""
        if self.time.value() is not None:
            return None
        zone = str(self.zones.currentData() or self._times.zone_name)
        now = planning.times_in(self._times, zone).now()
        return read_moment(
            self.time.currentText(),
            now,
            datetime.combine(self._day(), self._clock),
            day_first=day_first(self._times),
        )

    def _at(self, spoken: Spoken) -> time:
        return spoken.on(self._clock).time()

    def _day(self) -> date:
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def _mark(self, *, wrong: bool) -> None:
        set_tone(self.time, "red" if wrong else "")

    def show_zones(self, people: Sequence[PersonName]) -> None:
        """Offer the zones of these people before all others; the chosen one stays chosen."""
        chosen = self.typed().zone
        near = [zone for zone in planning.zones_of(people) if zone != self._times.zone_name]
        blocked = self.zones.blockSignals(True)
        self.zones.clear()
        self.zones.addItem(f"{city(self._times.zone_name)} time (here)", self._times.zone_name)
        for zone in near:
            self.zones.addItem(f"{city(zone)} time", zone)
        self.zones.insertSeparator(self.zones.count())
        for zone in _all_zones():
            self.zones.addItem(zone.replace("_", " "), zone)
        self._choose_zone(chosen)
        self.zones.blockSignals(blocked)

    def set_fixed(self, *, fixed: bool) -> None:
        """Let the time be changed, or not, as when the conversation has begun."""
        self.minutes.setDisabled(fixed)
        self.no_time.setDisabled(fixed)
        self._allow(fixed=fixed)

    def _allow(self, *, fixed: bool) -> None:
        idle = fixed or self.no_time.isChecked()
        for field in (self.day, self.time, self.zones):
            field.setDisabled(idle)

    def _choose_zone(self, zone: str) -> None:
        index = self.zones.findData(zone)
        self.zones.setCurrentIndex(max(0, index))

    def _on_undated(self, _checked: bool) -> None:
        self._allow(fixed=not self.no_time.isEnabled())
        self.changed.emit()

    def _on_changed(self) -> None:
        self._clock = self.time.value() or self._clock
        self._mark(wrong=False)
        self.changed.emit()

    def _on_left(self) -> None:
        """Put the day and the time that were typed into their fields."""
        spoken = self._spoken()
        if spoken is not None:
            at = self._at(spoken)
            self.day.setDate(QDate(spoken.day.year, spoken.day.month, spoken.day.day))
            self.time.set_value(at)


def _all_zones() -> list[str]:
    """Return the zones that are named after a place, and UTC."""
    areas = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe")
    more = ("Indian", "Pacific")
    named = (zone for zone in available_timezones() if zone.partition("/")[0] in areas + more)
    return [*sorted(named), "UTC"]
