"""Opens the dialogs that several panes ask for, each made when it is first wanted."""

from array import array
from collections.abc import Sequence
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
    from infoview_gui.panes.dialogs.export_dialog import ExportDialog
    from infoview_gui.panes.dialogs.import_wizard import ImportWizard
    from infoview_gui.panes.dialogs.person_dialog import PersonDialog
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

    def choose_import(self) -> None:
        """Ask for files to import."""
        self._import_wizard().choose()

    def import_files(self, files: Sequence[Path]) -> None:
        """Begin an import with files that are chosen already."""
        self._import_wizard().begin(files)

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

        dialog = SettingsDialog(self._theme, self._preferences, self._times, self._window)
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
        return wizard

    def _on_person_added(self, person_id: int) -> None:
        """Show the new person, unless notes are being taken: then stay where the talk is."""
        if self._services.talking.running() is None:
            self.place_requested.emit(Place(places.PEOPLE, person_id))
        else:
            self.said.emit("Added to People. You can go on with your notes.")

    def _on_imported(self, _count: int) -> None:
        self.place_requested.emit(Place(places.PEOPLE))

    def _on_export_finished(self) -> None:
        self._export_state = self._export.save_state() if self._export else {}
        self._export = None
