"""A sheet as it will be on paper: read, printed or saved as PDF. Knows not what stands on it."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.pages.printing import Sheet, print_sheet
from infoview_gui.panes.save_as import SaveAs
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import set_tone, wrapped_label


class Printable(Sheet, Protocol):
    """A sheet that can be written as PDF as well."""

    def pdf(self) -> bytes:
        """Return it as a PDF file."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What the dialog calls it: its title, "prep sheet" in sentences, the name of the file."""

    title: str
    what: str
    file_name: str


class SheetDialog(QDialog):
    """Window-modal; Enter saves, Esc closes. ``preview`` draws the sheet."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        sheet: Printable,
        preview: QWidget,
        words: SheetWords,
        parent: QWidget | None = None,
        *,
        pages: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.sheet = sheet
        self.preview = preview
        self._words = words
        self._number = pages
        self.trouble = wrapped_label("", "small")
        set_tone(self.trouble, "red")
        self.trouble.hide()
        self.close_button = push_button(theme, "Close")
        self.print_button = push_button(theme, "Print…", icon="printer")
        self.save_button = push_button(theme, "Save as PDF…", icon="download", kind="primary")
        self._printer: QPrinter | None = None
        self._saving = SaveAs(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setWidget(self.preview)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setAccessibleName("Preview")
        area.setProperty("kind", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(12)
        column.addWidget(area, 1)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (self.close_button, self.print_button, self.save_button):
            button.setAutoDefault(True)
            foot.addWidget(button)
        column.addLayout(foot)
        self.save_button.setDefault(True)
        self.resize(840, 640)
        area.setFocus()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)

    def _on_save(self) -> None:
        title = f"Save the {self._words.what}"
        self._saving.ask(title, self._words.file_name, [".pdf"], lambda _ending: self.sheet.pdf())

    def _on_saved(self, path: object) -> None:
        self.said.emit(f"Saved the {self._words.what} as {path}.")
        self.accept()

    def _on_failed(self, reason: str) -> None:
        self.trouble.setText(reason)
        self.trouble.show()

    def _on_print(self) -> None:
        self._printer = printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        printer.setPageSize(QPageSize(self.sheet.paper.page))
        printer.setPageOrientation(self.sheet.paper.orientation)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_print_chosen)
        QDialog.open(dialog)  # its own wants the name of a slot

    def _on_print_chosen(self, result: int) -> None:
        printer = self._printer  # kept: Qt's dialog, which goes later, still has it
        if printer is None or result != QDialog.DialogCode.Accepted:
            return
        if print_sheet(self.sheet, printer, self._number):
            self.said.emit(f"The {self._words.what} was sent to the printer.")
            self.accept()
        else:
            self._on_failed("The printer did not take it. Save it as PDF and print that.")
