"""The ways out of a letter: clipboard, mail program, PDF, e-mail file, paper.

What stands in the letter is handed in; nothing is marked as sent here. Only mailto links and files
that were written here are opened (QUALITY.md, "Security").
"""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from infoview_gui.interchange.mail_file import mail_file
from infoview_gui.interchange.mail_link import mail_link
from infoview_gui.interchange.mail_parts import BadRecipient, Mail
from infoview_gui.interchange.safe_write import CannotWrite, replace_file
from infoview_gui.panes.letters.sections import title_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import listed
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.save_as import SaveAs, file_name
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.services.letters import Text
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.pages.letter_page import LetterPage

# ruff: noqa: PLC0415 - pages and printing are imported when they are first wanted

_KEPT_MS = 24 * 3_600_000


class Outgoing(NamedTuple):
    """A letter and its text as it stands on the screen."""

    record: LetterRecord
    text: Text


class LetterOut(QObject):
    """Each verb says what came of it: ``said``, or ``failed`` with what to do."""

    said = Signal(str)
    failed = Signal(str)
    opened = Signal(object)
    """The id of the letter that a mail program was given."""

    def __init__(
        self,
        theme: Theme,
        times: LocalTime,
        preferences: Preferences,
        folder: Path,
        pane: QWidget,
    ) -> None:
        """``folder`` is a private place for letters too long for a link; it may not exist yet."""
        super().__init__(pane)
        self._theme = theme
        self._times = times
        self._preferences = preferences
        self._folder = folder
        self._pane = pane
        self._printer: QPrinter | None = None
        _tidy(folder, times.clock())
        self._saving = SaveAs(pane)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self.failed)

    def copy(self, letter: Outgoing) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(letter.text.body)
        self.said.emit("The letter is on the clipboard.")

    def open_mail(self, letter: Outgoing) -> None:
        """Hand it to the mail program: as a link, or as a file where it is long."""
        mail = _mail(letter)
        try:
            link = mail_link(mail)
            if link is not None:
                given = QDesktopServices.openUrl(QUrl.fromEncoded(link.encode("ascii")))
            else:
                path = self._file(letter, mail_file(mail))
                given = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        except (BadRecipient, CannotWrite) as error:
            self.failed.emit(str(error))
            return
        if given:
            self.opened.emit(letter.record.id)
        else:
            self.failed.emit(
                "No mail program answered. Copy the letter, or save it as an e-mail file."
            )

    def save_eml(self, letter: Outgoing) -> None:
        """Ask where an e-mail file goes."""

        def content(_ending: str) -> bytes:
            try:
                return mail_file(_mail(letter))
            except BadRecipient as error:
                raise CannotWrite(str(error)) from error

        self._saving.ask("Save as e-mail file", self._name(letter, ".eml"), [".eml"], content)

    def save_pdf(self, letter: Outgoing) -> None:
        """Ask where a PDF of one page goes."""
        from infoview_gui.pages.letter_page import LetterTooLong

        def content(_ending: str) -> bytes:
            try:
                return self._page(letter).pdf()
            except LetterTooLong as error:
                raise CannotWrite(str(error)) from error

        self._saving.ask("Save the letter as PDF", self._name(letter, ".pdf"), [".pdf"], content)

    def print_letter(self, letter: Outgoing) -> None:
        """Ask for a printer."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog

        page = self._page(letter)
        if not page.fits:
            self.failed.emit(page.trouble)
            return
        self._printer = printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title_of(letter.record))
        printer.setPageSize(QPageSize(page.paper.page))
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._pane.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(lambda: self._print(page))
        QDialog.open(dialog)  # its own wants the name of a slot

    def _print(self, page: "LetterPage") -> None:
        from infoview_gui.pages.printing import print_sheet

        printer = self._printer  # kept: Qt's dialog, which goes later, still has it
        if printer is None:
            return
        if print_sheet(page, printer):
            self.said.emit("The letter was sent to the printer.")
        else:
            self.failed.emit("The printer did not take the letter. Save it as PDF and print that.")

    def _page(self, letter: Outgoing) -> "LetterPage":
        from infoview_gui.pages.letter_page import LetterPage, LetterSheet
        from infoview_gui.pages.paper import paper_of

        record, current = letter.record, self._preferences.current
        at = self._times.clock() if record.sent_at is None else record.sent_at
        person = record.person
        sheet = LetterSheet(
            sender=(current.name, current.city, current.email),
            date=self._times.day_words(self._times.local(at).date(), "d MMMM yyyy"),
            recipient=(person.name, listed(person.role, person.company)),
            subject=letter.text.subject,
            text=letter.text.body,
        )
        return LetterPage(self._theme, sheet, paper_of(self._times.locale))

    def _name(self, letter: Outgoing, ending: str) -> str:
        at = letter.record.sent_at or self._times.clock()
        day = self._times.local(at).date()
        return file_name("letter", letter.record.person.name, day, ending)

    def _file(self, letter: Outgoing, content: bytes) -> Path:
        """Write a file for the mail program, in a folder that nobody else can read."""
        folder = self._folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(f"{folder} cannot be made: {error.strerror}.") from error
        _tidy(folder, self._times.clock())
        path = folder / f"{letter.record.id}-{self._name(letter, '.eml')}"

        def write(file: BinaryIO) -> None:
            file.write(content)

        replace_file(path, write)
        return path

    def _on_saved(self, path: object) -> None:
        self.said.emit(f"Saved the letter as {path}.")


def _mail(letter: Outgoing) -> Mail:
    record = letter.record
    return Mail(record.address, letter.text.subject, letter.text.body, record.person.name)


def _tidy(folder: Path, now: int) -> None:
    """Remove what mail programs were given long ago: it stands in the database."""
    for path in folder.glob("*.eml"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime * 1000 < now - _KEPT_MS:
                path.unlink()
