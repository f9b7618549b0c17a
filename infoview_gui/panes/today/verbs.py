"""What can be done on Today: each verb calls a service and says what came of it in a sentence.

Must not know the cards.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes import places
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.panes.today import due_verbs
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.due_title import due_title
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.services.learned import TaskDraft

# ruff: noqa: PLC0415 - a dialog is imported when it is first wanted
_BACK = "Ctrl+Z takes it back."


class Starter(Protocol):
    """What Today needs of the call clock."""

    def start(self, conversation_id: int) -> None:
        """Start the countdown of a conversation."""


class Verbs(QObject):
    """Acts on rows; ``done`` after each change, so that the pane reads anew at once."""

    done = Signal()
    said = Signal(str)
    place_requested = Signal(object)
    new_person_requested = Signal(object)
    letter_requested = Signal(object, object, object, object)
    """Person, kind of letter, conversation or None, whom it is about or None."""
    answer_requested = Signal(object)
    """A line on what this person answered is to be asked for."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        clock: Starter | None,
        pane: QWidget,
    ) -> None:
        super().__init__(pane)
        self._theme = theme
        self._services = services
        self._times = times
        self._clock = clock
        self._pane = pane

    def start(self, conversation_id: int) -> None:
        """Start the countdown and show the notes; NotNow while another conversation runs."""
        if self._clock is not None:
            self._clock.start(conversation_id)
        else:
            self._services.talking.start(conversation_id)
        self.done.emit()
        self.place_requested.emit(Place(places.INTERVIEWS, conversation_id))

    def tick(self, conversation_id: int, place: int, done: bool) -> None:
        """Tick a point of a checklist, or take the tick back."""
        self._services.checklists.tick(conversation_id, place, done=done)

    def act(self, verb: str, row: DueRow) -> None:
        """Do what a row of *To do* offers."""
        self._of_verb()[verb](row)

    def _of_verb(self) -> dict[str, Callable[[DueRow], None]]:
        return {
            due_verbs.WRITE: self._write,
            due_verbs.NEXT: self._next,
            due_verbs.ADD: self._add,
            due_verbs.DONE: self._done,
            due_verbs.ANSWERED: self._ask_answer,
            due_verbs.WAIVED: self._settled_by("waive_thanks", "No thanks needed for {}."),
            due_verbs.HAPPENED: self._ask_when,
            due_verbs.MISSED: self._settled_by("missed", "{} did not come; your notes are kept."),
            due_verbs.MOVE: self._move,
            due_verbs.CANCEL: self._settled_by("cancel", "The conversation with {} is cancelled."),
            due_verbs.EDIT: self._edit_task,
            due_verbs.DELETE: self._delete_task,
            due_verbs.PERSON: self._show_person,
        }

    # -- not now

    def not_now(self, row: DueRow, until: date) -> None:
        """Leave a row alone until a day."""
        self._services.routine.not_now(row, until)
        day = self._times.day_words(until, "dddd d MMMM")
        self._tell(f"“{due_title(row)}” comes back on {day}.")

    def ask_day(self, row: DueRow) -> None:
        """Ask until which day a row is left alone."""
        from infoview_gui.panes.today.later_dialog import LaterDialog

        dialog = LaterDialog(self._theme, self._times, row, self._pane)
        dialog.settled.connect(self.not_now)
        dialog.open()

    # -- tasks

    def _edit_task(self, row: DueRow) -> None:
        from infoview_gui.panes.dialogs.task_dialog import TaskDialog
        from infoview_gui.services.learned import TaskDraft

        person_id = next(iter(row.due.person_ids), None)
        task = TaskDraft(row.due.text, row.due.due_day if row.has_day else None, person_id)
        dialog = TaskDialog(self._theme, self._services, self._times, self._pane, task)
        dialog.settled.connect(partial(self._on_task, row.due.subject_id))
        dialog.open()

    def _on_task(self, task_id: int, task: "TaskDraft") -> None:
        from infoview_gui.panes.task_words import kept_words

        self._services.learned.change_task(task_id, task)
        self._tell(kept_words(task, self._times, "changed"))

    def _delete_task(self, row: DueRow) -> None:
        self._services.routine.delete_task(row.due.subject_id)
        self._tell("The task is deleted.")

    # -- letters and answers

    def _write(self, row: DueRow) -> None:
        if row.to:
            due = row.due
            # About several it names nobody: then it tells of all whom they introduced.
            about = due.about_ids[0] if len(due.about_ids) == 1 else None
            self.letter_requested.emit(row.to[0].id, due.letter, due.conversation_id, about)

    def _next(self, row: DueRow) -> None:
        if row.to:
            self.place_requested.emit(Place(places.PEOPLE, row.to[0].id))

    def _show_person(self, row: DueRow) -> None:
        if row.person is not None:
            self.place_requested.emit(Place(places.PEOPLE, row.person.id))

    def _add(self, _row: DueRow) -> None:
        self.new_person_requested.emit(None)

    def _ask_answer(self, row: DueRow) -> None:
        if row.person is not None:
            self.answer_requested.emit(row.person.id)

    # -- done

    def _done(self, row: DueRow) -> None:
        gone = self._services.routine.done(row)
        if row.due.kind is DueKind.THANK:
            self._tell(f"Thanks to {row.names} are marked as sent.")
        elif gone is not None:
            from infoview_gui.panes.taking import let_go_words

            self._tell(let_go_words(row.names, gone))
        else:
            self._tell(f"Done: {due_title(row)}.")

    def _settled_by(self, verb: str, sentence: str) -> Callable[[DueRow], None]:
        def settle(row: DueRow) -> None:
            getattr(self._services.conversations, verb)(row.due.conversation_id)
            self._tell(sentence.replace("{}", row.names, 1))

        return settle

    def _move(self, row: DueRow) -> None:
        self.place_requested.emit(Place(places.CALENDAR, row.due.conversation_id))

    def _ask_when(self, row: DueRow) -> None:
        from infoview_gui.panes.today.happened_dialog import HappenedDialog

        if row.conversation is None:
            return
        dialog = HappenedDialog(self._theme, self._times, row.conversation, self._pane)
        dialog.settled.connect(self._on_happened)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_happened(self, conversation_id: int, start: int, minutes: int) -> None:
        self._services.conversations.happened(conversation_id, start, minutes)
        self.done.emit()
        self.said.emit("It happened: thanks are due within 24 hours of the end.")

    def _tell(self, sentence: str) -> None:
        self.done.emit()
        self.said.emit(f"{sentence} {_BACK}")
