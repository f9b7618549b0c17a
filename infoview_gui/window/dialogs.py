"""Opens the dialogs that several panes ask for, each made when it is first wanted."""

from array import array
from collections.abc import Sequence
from functools import cached_property
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
    from datetime import date

    from infoview_gui.panes.dialogs.conversation_dialog import ConversationDialog
    from infoview_gui.panes.dialogs.export_dialog import ExportDialog
    from infoview_gui.panes.dialogs.import_wizard import ImportWizard
    from infoview_gui.panes.dialogs.person_dialog import PersonDialog
    from infoview_gui.practice.letters import LetterKind
    from infoview_gui.services.letter_records import LetterRow
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
        """Show the draft of that kind to a person, begun now if there is none."""
        from infoview_gui.panes.letters.writing import writer_of  # noqa: PLC0415 - as above
        from infoview_gui.services import letter_records  # noqa: PLC0415 - as above

        drafts = (row.id for row in letter_records.drafts() if _is_draft(row, person_id, kind))
        letter_id = next(drafts, None)
        if letter_id is None:
            writer = writer_of(self._preferences, self._times)
            letter_id = self._services.letters.write(
                person_id, kind, writer, conversation_id=talk, about_id=about
            )
        self._on_letter_written(letter_id)

    def new_task(self) -> None:
        """Ask for a task to write down."""
        from infoview_gui.panes.dialogs.task_dialog import TaskDialog  # noqa: PLC0415 - as above

        dialog = TaskDialog(self._theme, self._times, self._window)
        dialog.settled.connect(self._on_task)
        dialog.open()

    def _on_task(self, text: str, due: "date | None") -> None:
        self._services.learned.add_task(text, due)
        self.said.emit("The task is kept. Ctrl+Z takes it back.")

    def log_answer(self, person_id: int) -> None:
        """Ask for a line on what a person answered."""
        from infoview_gui.panes.dialogs.answer_dialog import (  # noqa: PLC0415 - as above
            AnswerDialog,
        )

        dialog = AnswerDialog(self._theme, self._services, person_id, self._window)
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

    def export_conversations(self, shown: Sequence[int], chosen: int | None) -> None:
        """Ask which conversations become a calendar file, and where."""
        from infoview_gui.panes.dialogs.export_conversations import (  # noqa: PLC0415 - as above
            ExportConversationsDialog,
            Offered,
        )
        from infoview_gui.services import reading  # noqa: PLC0415 - as above

        record = reading.conversation(chosen) if chosen is not None else None
        words = ""
        if record is not None:
            at = record.began_at
            when = "no time yet" if at is None else self._times.moment_text(at)
            words = f"This one: {record.title}, {when}"
        offered = Offered(reading.all_conversation_ids(), shown, chosen, words)
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
            trouble=self._services.calendar_files.trouble,
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


def _is_draft(row: "LetterRow", person_id: int, kind: "LetterKind") -> bool:
    return row.person.id == person_id and row.kind is kind
