"""The prep sheet as it will be on paper, to be read, printed or saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.pages.paper import DPI, POINT, paper_of
from infoview_gui.pages.prep_sheet import PrepSheetPage
from infoview_gui.panes.interviews.prep_preview import SheetPreview
from infoview_gui.panes.interviews.prep_words import prep_page
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.save_as import SaveAs, file_name
from infoview_gui.services.prep import PrepSheet
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import set_tone, wrapped_label


class PrepDialog(QDialog):
    """Window-modal; Enter saves, Esc closes."""

    said = Signal(str)

    def __init__(
        self, theme: Theme, sheet: PrepSheet, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Prep sheet: {sheet.record.title}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        at = sheet.record.starts_at
        self._day = None if at is None else times.local(at).date()
        self.sheet = PrepSheetPage(theme, prep_page(sheet, times), paper_of(times.locale))
        self.preview = SheetPreview(theme, self)
        self.preview.show_sheet(self.sheet)
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
        self.area = QScrollArea(self)
        self.area.setWidget(self.preview)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setAccessibleName("Preview")
        self.area.setProperty("kind", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(12)
        column.addWidget(self.area, 1)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (self.close_button, self.print_button, self.save_button):
            button.setAutoDefault(True)
            foot.addWidget(button)
        column.addLayout(foot)
        self.save_button.setDefault(True)
        self.resize(800, 620)
        self.area.setFocus()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)

    def _on_save(self) -> None:
        name = file_name("prep", self.sheet.title, self._day, ".pdf")
        self._saving.ask("Save the prep sheet", name, [".pdf"], lambda _ending: self.sheet.pdf())

    def _on_saved(self, path: object) -> None:
        self.said.emit(f"Saved the prep sheet as {path}.")
        self.accept()

    def _on_failed(self, reason: str) -> None:
        self.trouble.setText(reason)
        self.trouble.show()

    def _on_print(self) -> None:
        self._printer = printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        printer.setPageSize(QPageSize(self.sheet.paper.page))
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_print_chosen)
        QDialog.open(dialog)  # its own wants the name of a slot

    def _on_print_chosen(self, result: int) -> None:
        printer = self._printer  # kept: Qt's dialog, which goes later, still has it
        if printer is None or result != QDialog.DialogCode.Accepted:
            return
        if print_sheet(self.sheet, printer):
            self.said.emit("The prep sheet was sent to the printer.")
            self.accept()
        else:
            self._on_failed("The printer did not take the sheet. Save it as PDF and print that.")


def print_sheet(sheet: PrepSheetPage, printer: QPrinter) -> bool:
    """Draw the sheet on a printer, smaller where its paper is; say whether the printer began."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    whole = printer.pageLayout().fullRectPoints().size() * POINT
    mine = sheet.paper.size
    fits = min(1.0, whole.width() / mine.width(), whole.height() / mine.height())
    scale = printer.resolution() / DPI * fits
    painter.scale(scale, scale)
    sheet.draw(painter)
    return painter.end()
