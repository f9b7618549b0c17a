"""The notes of a conversation as a file to keep: Markdown for any editor, or a PDF.

Knows no widgets but the file dialog.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from infoview_gui.interchange.notes_markdown import NotesPage, markdown
from infoview_gui.panes.interviews.asked_then import stretches
from infoview_gui.panes.interviews.debrief_words import minutes_used
from infoview_gui.panes.interviews.prep_words import facts
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import listed
from infoview_gui.panes.save_as import SaveAs, file_name
from infoview_gui.practice import countdown
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme


class NotesExport(QObject):
    """Writes what is on disk: what is typed has to be there before."""

    said = Signal(str)

    def __init__(self, theme: Theme, services: Services, times: LocalTime, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._times = times
        self._window = window
        self._saving = SaveAs(window)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)

    def ask(self, record: ConversationRecord) -> None:
        """Ask for a place and a type for the notes of a conversation."""
        page = notes_page(record, self._services, self._times)

        def content(ending: str) -> bytes:
            if ending == ".md":
                return markdown(page).encode()
            return self._pdf(page)

        day = None if record.began_at is None else self._times.local(record.began_at).date()
        name = file_name("notes", record.title, day, ".pdf")
        self._saving.ask("Export notes", name, [".pdf", ".md"], content)

    def _pdf(self, page: NotesPage) -> bytes:
        from infoview_gui.pages.notes_pages import NotesPages  # noqa: PLC0415 - when first wanted
        from infoview_gui.pages.paper import paper_of  # noqa: PLC0415 - as above

        return NotesPages(self._theme, page, paper_of(self._times.locale)).pdf()

    def _on_saved(self, path: object) -> None:
        self.said.emit(f"Exported the notes to {path}.")

    def _on_failed(self, reason: str) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Export notes")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(reason)
        box.setInformativeText("Your notes are safe in Infoview.")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def notes_page(record: ConversationRecord, services: Services, times: LocalTime) -> NotesPage:
    """Return a conversation in words, each line with its talk time and under its question."""
    notes = services.notes.load(record.id)
    lines = notes.text.split("\n") if notes.text.strip() else []
    return NotesPage(
        title=record.title,
        facts=list(_facts(record, times)),
        questions=[(one.text, one.asked_at is not None) for one in record.questions],
        notes=stretches(record, lines, notes.moments),
    )


def _facts(record: ConversationRecord, times: LocalTime) -> Iterator[tuple[str, str]]:
    when, *where = facts(record, times)
    yield "When", when
    yield "Where", listed(*where)
    for one in record.people:
        yield one.name, listed(one.role, one.company)
    if record.events and record.ended_at is not None:
        clock = countdown.state(record.events, record.minutes, record.ended_at)
        yield "Talked", minutes_used(record, clock)
    yield "What you want from this talk", record.goal
