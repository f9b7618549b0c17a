"""Opens the dialogs that several panes ask for, each made when it is first wanted."""

from array import array
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes import places
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.panes.dialogs.conversation_dialog import ConversationDialog
    from infoview_gui.panes.dialogs.engagement_dialog import EngagementDialog
    from infoview_gui.panes.dialogs.export_dialog import ExportDialog
    from infoview_gui.panes.dialogs.import_wizard import ImportWizard
    from infoview_gui.panes.dialogs.person_dialog import PersonDialog
    from infoview_gui.practice.letters import LetterKind
    from infoview_gui.services.learned import TaskDraft
    from infoview_gui.window.calendar_desk import CalendarDesk
    from infoview_gui.window.shortcuts import KeyRow


class Dialogs(QObject):
    """One of each dialog, over the window."""

    said = Signal(str)
    place_requested = Signal(object)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        services: Services,
        times: LocalTime,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._services = services
        self._times = times
        self._preferences = preferences
        self._export_state: dict[str, object] = {}
        self._export: ExportDialog | None = None
        self._person: PersonDialog | None = None
        self._conversation: ConversationDialog | None = None

    def new_person(self, introducer_id: int | None = None, name: str = "") -> None:
        """Ask for a person to add; ``name`` may be known already."""
        from infoview_gui.panes.dialogs.person_dialog import (  # noqa: PLC0415 - when first wanted
            PersonDialog,
        )

        if self._person is None:
            self._person = PersonDialog(self._theme, self._services, self._window)
            self._person.added.connect(self._on_person_added)
        self._person.ask(introducer_id, name)

    def new_conversation(self, person_id: int | None = None) -> None:
        """Ask for a conversation to plan; the dialog proposes a time."""
        people = [] if person_id is None else [person_id]
        self._conversation_dialog().create(people, None, self._preferences.current.default_minutes)

    def new_conversation_at(self, start: int | None, minutes: int) -> None:
        """Ask for a conversation to plan at a moment chosen in the calendar."""
        self._conversation_dialog().create([], start, minutes)

    def edit_conversation(self, conversation_id: int) -> None:
        """Ask for changes to a conversation."""
        self._conversation_dialog().edit(conversation_id)

    def new_engagement(self, kind: str, start: int | None = None) -> None:
        """Ask for an appointment or a networking event; ``start`` may be known already."""
        self._engagement_dialog().ask(kind, start)

    def edit_engagement(self, engagement_id: int) -> None:
        """Ask for changes to an appointment or an event."""
        self._engagement_dialog().edit(engagement_id)

    def people_met(self, engagement_id: int) -> None:
        """Ask whom one met at an event."""
        self._engagement_dialog().edit(engagement_id, people=True)

    def new_letter(self, person_id: int | None = None) -> None:
        """Ask to whom and of which kind a letter is, then show it in Letters."""
        from infoview_gui.panes.dialogs.letter_dialog import (  # noqa: PLC0415 - when first wanted
            LetterDialog,
        )

        dialog = LetterDialog(
            self._theme, self._services, self._times, self._preferences, self._window
        )
        dialog.written.connect(self._on_letter_written)
        dialog.ask(person_id)

    def write_letter(
        self, person_id: int, kind: "LetterKind", talk: int | None, about: int | None
    ) -> None:
        """Show the draft of that kind to a person about the same, begun now if there is none."""
        from infoview_gui.panes.letters.writing import writer_of  # noqa: PLC0415 - as above
        from infoview_gui.services import letter_records  # noqa: PLC0415 - as above

        same = {"conversation_id": talk, "about_id": about}
        letter_id = letter_records.draft_of(person_id, kind, **same)
        if letter_id is None:
            writer = writer_of(self._preferences, self._times)
            letter_id = self._services.letters.write(person_id, kind, writer, **same)
        self._on_letter_written(letter_id)

    def new_task(self) -> None:
        """Ask for a task to write down."""
        from infoview_gui.panes.dialogs.task_dialog import TaskDialog  # noqa: PLC0415 - as above

        dialog = TaskDialog(self._theme, self._services, self._times, self._window)
        dialog.settled.connect(self._on_task)
        dialog.open()

    def edit_task(self, task_id: int) -> None:
        """Ask for changes to a task; of one that is gone nothing."""
        from infoview_gui.panes.dialogs.task_dialog import TaskDialog  # noqa: PLC0415 - as above
        from infoview_gui.services.learned import stored_task  # noqa: PLC0415 - as above

        task = stored_task(task_id)
        if task is not None:
            dialog = TaskDialog(self._theme, self._services, self._times, self._window, task)
            dialog.settled.connect(partial(self._on_task_changed, task_id))
            dialog.open()

    def _on_task(self, task: "TaskDraft") -> None:
        self._services.learned.add_task(task.text, task.due, task.person_id)
        self._tell_task(task, "kept")

    def _on_task_changed(self, task_id: int, task: "TaskDraft") -> None:
        self._services.learned.change_task(task_id, task)
        self._tell_task(task, "changed")

    def _tell_task(self, task: "TaskDraft", done: str) -> None:
        from infoview_gui.panes.task_words import kept_words  # noqa: PLC0415 - as above

        self.said.emit(f"{kept_words(task, self._times, done)} Ctrl+Z takes it back.")

    def log_answer(self, person_id: int) -> None:
        """Ask for a line on what a person answered."""
        from infoview_gui.panes.dialogs.answer_dialog import (  # noqa: PLC0415 - as above
            AnswerDialog,
        )

        dialog = AnswerDialog(self._theme, self._services, self._times, person_id, self._window)
        dialog.said.connect(self.said)
        dialog.open()

    def letter_templates(self) -> None:
        """Show the templates of letters, to be changed."""
        from infoview_gui.panes.letters.templates_dialog import (  # noqa: PLC0415 - as above
            TemplatesDialog,
        )

        dialog = TemplatesDialog(self._theme, self._services, self._window)
        dialog.said.connect(self.said)
        dialog.open()

    def choose_import(self) -> None:
        """Ask for files to import."""
        self._import_wizard().choose()

    def import_files(self, files: Sequence[Path]) -> None:
        """Begin an import with files that are chosen already; calendars are shown beside ours."""
        from infoview_gui.services.calendar_files import is_calendar  # noqa: PLC0415 - as above

        calendars = [path for path in files if is_calendar(path)]
        if calendars:
            self.calendars.show_files(calendars)
        if people := [path for path in files if path not in calendars]:
            self._import_wizard().begin(people)

    @cached_property
    def calendars(self) -> "CalendarDesk":
        """Calendar files, out and in."""
        from infoview_gui.window.calendar_desk import CalendarDesk  # noqa: PLC0415 - as above

        desk = CalendarDesk(self._window, self._services, self._times, self._preferences)
        desk.said.connect(self.said)
        desk.place_requested.connect(self.place_requested)
        return desk

    def calendar_file(self, conversation_id: int) -> None:
        """Ask where a conversation goes as a calendar file."""
        self.calendars.save_file(conversation_id)

    def invitation(self, conversation_id: int) -> None:
        """Ask where an invitation to a conversation goes."""
        self.calendars.save_invitation(conversation_id)

    def choose_calendar(self) -> None:
        """Ask for calendar files of other programs to show."""
        self.calendars.choose()

    def export_conversations(
        self, shown: Sequence[int], chosen: int | None, beside: Sequence[int] = ()
    ) -> None:
        """Ask what of the calendar becomes a file, and where.

        ``beside`` are the appointments and events that are shown.
        """
        from infoview_gui.panes.dialogs.export_conversations import (  # noqa: PLC0415 - as above
            ExportConversationsDialog,
            Offered,
        )
        from infoview_gui.services import reading  # noqa: PLC0415 - as above
        from infoview_gui.services.engagement_reading import (  # noqa: PLC0415 - as above
            all_engagement_ids,
        )

        record = reading.conversation(chosen) if chosen is not None else None
        words = ""
        if record is not None:
            at = record.began_at
            when = "no time yet" if at is None else self._times.moment_text(at)
            words = f"This one: {record.title}, {when}"
        talks, others = reading.all_conversation_ids(), all_engagement_ids()
        offered = Offered(talks, shown, chosen, words, others, beside)
        dialog = ExportConversationsDialog(self._theme, self._services, self._times, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        dialog.open_for(offered)

    def export_people(self, ids: Sequence[int] | None) -> None:
        """Ask how and where to write these people; None means all."""
        from infoview_gui.panes.dialogs.export_dialog import (  # noqa: PLC0415 - as above
            ExportDialog,
        )

        everyone = self._services.people_list.ids()
        narrowed = ids is not None and len(ids) != len(everyone)
        dialog = ExportDialog(self._theme, self._services, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_state(self._export_state)
        dialog.said.connect(self.said)
        dialog.finished.connect(self._on_export_finished)
        self._export = dialog
        dialog.open_for(array("q", ids if ids is not None else everyone), filtered=narrowed)

    def settings(self) -> None:
        """Show what is set; changes hold at once."""
        from infoview_gui.panes.dialogs.settings_dialog import (  # noqa: PLC0415 - as above
            SettingsDialog,
        )

        dialog = SettingsDialog(
            self._theme,
            self._preferences,
            self._times,
            self._window,
            calendar_files=self._services.calendar_files,
            dictionaries=self._services.spelling.installed(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def shortcuts(self, rows: "Sequence[KeyRow]") -> None:
        """Show what the keys do."""
        from infoview_gui.window.shortcuts import (  # noqa: PLC0415 - when first wanted
            ShortcutsDialog,
        )

        dialog = ShortcutsDialog(self._theme, rows, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def about(self) -> None:
        """Say what this is."""
        from infoview_gui.window.about_dialog import (  # noqa: PLC0415 - when first wanted
            AboutDialog,
        )

        dialog = AboutDialog(self._theme, self._services.store.path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _conversation_dialog(self) -> "ConversationDialog":
        from infoview_gui.panes.dialogs.conversation_dialog import (  # noqa: PLC0415 - as above
            ConversationDialog,
        )

        if self._conversation is None:
            self._conversation = ConversationDialog(
                self._theme, self._services, self._times, parent=self._window
            )
            self._conversation.said.connect(self.said)
        return self._conversation

    def _engagement_dialog(self) -> "EngagementDialog":
        from infoview_gui.panes.dialogs.engagement_dialog import (  # noqa: PLC0415 - as above
            EngagementDialog,
        )

        dialog = EngagementDialog(self._theme, self._services, self._times, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        return dialog

    def _import_wizard(self) -> "ImportWizard":
        from infoview_gui.panes.dialogs.import_wizard import (  # noqa: PLC0415 - as above
            ImportWizard,
        )

        wizard = ImportWizard(self._theme, self._services, self._window)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.said.connect(self.said)
        wizard.imported.connect(self._on_imported)
        wizard.calendars_chosen.connect(self._on_calendars_chosen)
        return wizard

    def _on_person_added(self, person_id: int) -> None:
        """Show the new person, unless notes are being taken: then stay where the talk is."""
        if self._services.talking.running() is None:
            self.place_requested.emit(Place(places.PEOPLE, person_id))
        else:
            self.said.emit("Added to People. You can go on with your notes.")

    def _on_calendars_chosen(self, files: Sequence[Path]) -> None:
        self.calendars.show_files(files)

    def _on_letter_written(self, letter_id: int) -> None:
        self.place_requested.emit(Place(places.LETTERS, letter_id))

    def _on_imported(self, _count: int) -> None:
        self.place_requested.emit(Place(places.PEOPLE))

    def _on_export_finished(self) -> None:
        self._export_state = self._export.save_state() if self._export else {}
        self._export = None
