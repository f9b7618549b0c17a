"""What is due on which day: thanks, what became of talks, promises. Reads; knows no widget."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from infoview_gui.panes import places
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.panes.places import Place
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_reading import tasks_due
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.due_title import due_title


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing to do, and where it is done or whom it is about, if that is known."""

    text: str
    place: Place | None = None


class DueDays:
    """Read once after each change; turning pages reads nothing again."""

    def __init__(self, services: Services, times: LocalTime) -> None:
        self._services, self._times = services, times
        self._days: dict[date, list[DueLine]] | None = None
        self._shown = True

    def show(self, *, shown: bool) -> None:
        """Tell of what is due, or of nothing."""
        self._shown = shown
        self.forget()

    def forget(self) -> None:
        """Read anew when next asked: something has changed, or time has gone on."""
        self._days = None

    @property
    def is_known(self) -> bool:
        """Whether nothing need be read to answer."""
        return self._days is not None or not self._shown

    def lines(self, day: date) -> list[DueLine]:
        """Return what is due on a day; what is overdue stands on the day it was due."""
        return self._read().get(day, [])

    def words(self, day: date) -> str:
        """Return it as one line; of several only how many."""
        lines = self.lines(day)
        return lines[0].text if len(lines) == 1 else f"{len(lines)} due" if lines else ""

    def sentence(self, day: date) -> str:
        """Return all of it."""
        return dotted(*(line.text for line in self.lines(day)))

    def _read(self) -> Mapping[date, list[DueLine]]:
        if self._days is None:
            self._days = {}
            if not self._shown:
                return self._days
            for row in self._services.agenda.outlook():
                self._add(self._times.local(row.due.due_at).date(), _line(row))
            for day, text in tasks_due("0001-01-01", "9999-12-31"):
                try:
                    self._add(date.fromisoformat(day), DueLine(text))
                except ValueError:
                    continue
        return self._days

    def _add(self, day: date, line: DueLine | None) -> None:
        if line is not None and self._days is not None:
            self._days.setdefault(day, []).append(line)


def _line(row: DueRow) -> DueLine | None:
    if row.due.kind is DueKind.TASK:
        return None  # tasks are read by day, with those that have no row yet
    return DueLine(due_title(row), _place(row))


def _place(row: DueRow) -> Place | None:
    if row.due.conversation_id is not None:
        return Place(places.INTERVIEWS, row.due.conversation_id)
    return Place(places.PEOPLE, row.person.id) if row.person is not None else None
