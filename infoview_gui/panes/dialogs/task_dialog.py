"""Asks for a task: what is to be done, by which day, and for whom, if for anybody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.asking_dialog import AskingDialog
from infoview_gui.panes.dialogs.day_line import DayLine
from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.learned import TaskDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import set_tone, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing


class TaskDialog(AskingDialog):
    """For a new task, or with ``task`` for one that is there already."""

    settled = Signal(object)
    """What was asked for, as a TaskDraft."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        parent: QWidget,
        task: TaskDraft | None = None,
    ) -> None:
        super().__init__(theme, "New task" if task is None else "Edit the task", "Save", parent)
        given = task or TaskDraft("", times.today())
        self.text = UndoPassing(given.text, self)
        self.text.setAccessibleName("What is to be done")
        self.day = DayLine(times, "By which day", self, ahead=False)
        name = "For whom (may be empty)"
        self.person = PersonPicker(theme, services, several=False, parent=self, name=name)
        self.problem = wrapped_label("", "small", self)
        set_tone(self.problem, "red")
        self.problem.hide()
        self.ask("What is to be done", self.text)
        self.ask("By which day (may be empty)", self.day)
        self.ask(name, self.person)
        self._lines.addWidget(self.problem)
        self.text.textChanged.connect(self._check)
        self.day.changed.connect(self._check)
        self.person.changed.connect(self.problem.hide)
        self.day.show_day(given.due)
        self.person.set_people([given.person_id])
        self.text.setFocus()
        self._check()

    def keep(self) -> None:
        """Hand on what is typed; a name that is typed and not picked is asked about."""
        if self.person.typed():
            words = f"Choose who “{self.person.typed()}” is from the list, or empty the field."
            self.problem.setText(words)
            self.problem.show()
            self.person.setFocus()
            return
        person_id = next(iter(self.person.people()), None)
        self.settled.emit(TaskDraft(self.text.text().strip(), self.day.day(), person_id))
        super().keep()

    def _check(self) -> None:
        well = bool(self.text.text().strip()) and not self.day.trouble()
        self.save_button.setEnabled(well)
