"""Calendar files at the window: conversations out, invitations, calendars of others in.

Asks for places and says what came of it; what is written or read is the services' business.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from infoview_gui.interchange.ical_write import Mailbox
from infoview_gui.panes import places
from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.panes.places import Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.save_as import SaveAs, file_name
from infoview_gui.services import calendar_files, reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_files import FileState
from infoview_gui.services.export_conversations import Invitation
from infoview_gui.widgets.file_dialog import FileDialog
from infoview_gui.window.messages import show_notice

_FILTER = "Calendars (*.ics *.ical *.icalendar *.vcs);;All files (*)"
_NO_ADDRESS = "It asks nobody to answer: your own e-mail address is not in the settings (Ctrl+,)."


class CalendarDesk(QObject):
    """One file dialog at a time, over the window."""

    said = Signal(str)
    place_requested = Signal(object)

    def __init__(
        self, window: QWidget, services: Services, times: LocalTime, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window, self._services = window, services
        self._times, self._preferences = times, preferences
        self._saving = SaveAs(window)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)
        self._reader = Background(services.store, self)
        self._reader.finished.connect(self._on_read)
        self._note = ""

    # -- out

    def save_file(self, conversation_id: int) -> None:
        """Ask where a conversation goes as a calendar file, without what is private."""
        self._save(conversation_id, "Save as calendar file", "conversation", Mailbox("", ""))

    def save_invitation(self, conversation_id: int) -> None:
        """Ask where an invitation to a conversation goes."""
        current = self._preferences.current
        own = Mailbox(current.name, current.email)
        self._save(conversation_id, "Save an invitation", "invitation", own)

    def _save(self, conversation_id: int, title: str, kind: str, own: Mailbox) -> None:
        record = reading.conversation(conversation_id)
        if record is None:
            return
        if record.began_at is None:
            self.said.emit("There is no time yet: a calendar cannot hold this conversation.")
            return
        export, zone = self._services.conversation_export, self._times.zone_name
        self._note = ""
        if kind == "conversation":
            text = export.text([conversation_id], zone, "shareable")
        else:
            invitation = export.invitation(conversation_id, zone, own)
            text = invitation.text if invitation is not None else ""
            self._note = _note(invitation)
        day = self._times.local(record.began_at).date()
        name = file_name(kind, record.title, day, ".ics")
        self._saving.ask(title, name, [".ics"], lambda _ending: text.encode("utf-8", "replace"))

    def _on_saved(self, path: object) -> None:
        self.said.emit(" ".join(part for part in (f"Saved {path}.", self._note) if part))

    def _on_failed(self, reason: str) -> None:
        show_notice("The calendar file was not saved", reason, self._window)

    # -- in

    def choose(self) -> None:
        """Ask for calendar files of other programs."""
        dialog = FileDialog(self._window, "Add a calendar file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_FILTER)
        place = QStandardPaths.StandardLocation.DownloadLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place) or str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: Sequence[str]) -> None:
        self.show_files([Path(name) for name in names])

    def show_files(self, paths: Sequence[Path]) -> None:
        """Show calendars of other programs beside the conversations; no conversation changes."""
        chosen = list(paths)

        def read(stop: Stop) -> list[tuple[Path, FileState]]:
            return [(path, calendar_files.read_state(path)) for path in chosen if not stop()]

        self.said.emit(f"Reading {', '.join(path.name for path in chosen)}…")
        self._reader.run(read)

    def _on_read(self, found: list[tuple[Path, FileState]]) -> None:
        shown = self._preferences.current.calendars
        words = []
        for path, state in found:
            if not state.trouble:
                shown, entry = calendar_files.with_file(shown, path)
                words.append(_events(calendar_files.title_of(entry, state), path, state))
                unread = calendar_files.unread_words(entry.path, state)
                self._services.calendar_files.told[entry.path] = unread
        try:
            self._preferences.change(calendars=shown)
        except ValueError as error:
            show_notice("The calendar was not added", str(error), self._window)
            return
        if words:
            self.place_requested.emit(Place(places.CALENDAR))
            self.said.emit(" ".join(words))
        troubles = [state.trouble for _, state in found if state.trouble]
        if troubles:
            show_notice("A calendar cannot be shown", "\n".join(troubles), self._window)


def _note(invitation: Invitation | None) -> str:
    if invitation is None or invitation.asked:
        return ""
    return "Nobody in it has an e-mail address." if invitation.can_answer else _NO_ADDRESS


def _events(title: str, path: Path, state: FileState) -> str:
    many = counted(state.events, "event", "events")
    unread = calendar_files.unread_words(str(path), state)
    said = f"“{title}” is shown in the calendar, to be read only: {many}."
    return " ".join(part for part in (said, unread, _doubt(state)) if part)


def _doubt(state: FileState) -> str:
    """Return what is most odd about what is shown: a zone nobody knows, or another line."""
    doubts = [one for one in state.doubts if one.line]
    if not doubts:
        return ""
    first = max(doubts, key=lambda one: "time zone" in one.reason)
    more = len(doubts) - 1
    rest = f" (and {counted(more, 'other doubt', 'other doubts')})" if more else ""
    return f"Line {first.line}: {first.reason}{rest}."
