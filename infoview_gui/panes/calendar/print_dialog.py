"""The days shown as they will be on paper, to be read, printed or saved as PDF."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.pages.calendar_sheet import CalendarSheet
from infoview_gui.pages.printing import print_sheet
from infoview_gui.panes.save_as import SaveAs, file_name
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import set_tone, wrapped_label

_WIDTH, _GAP = 760, 16


class SheetPages(QWidget):
    """The pages below each other; screen readers get their words."""

    def __init__(self, theme: Theme, sheet: CalendarSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._sheet = theme, sheet
        size = sheet.paper.size
        self._height = round(_WIDTH * size.height() / size.width())
        self.setFixedSize(QSize(_WIDTH, sheet.pages * (self._height + _GAP) - _GAP))
        self.setAccessibleName(sheet.title)
        self.setAccessibleDescription(sheet.words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheets of white paper that lie in the event's area."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = _WIDTH / self._sheet.paper.size.width()
        for number in range(self._sheet.pages):
            box = QRectF(0, number * (self._height + _GAP), _WIDTH, self._height)
            if not box.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(box, self._theme.paper_colour("surface"))
            painter.setPen(self._theme.colour("border"))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.save()
            painter.translate(box.topLeft())
            painter.scale(scale, scale)
            self._sheet.draw(painter, number)
            painter.restore()


class PrintDialog(QDialog):
    """Window-modal; Enter saves, Esc closes."""

    said = Signal(str)

    def __init__(self, theme: Theme, sheet: CalendarSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Print {sheet.title}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.sheet = sheet
        self.preview = SheetPages(theme, sheet, self)
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
        name = file_name("calendar", self.sheet.title, None, ".pdf")
        self._saving.ask("Save the calendar", name, [".pdf"], lambda _ending: self.sheet.pdf())

    def _on_saved(self, path: object) -> None:
        self.said.emit(f"Saved the calendar as {path}.")
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
        if print_sheet(self.sheet, printer, self.sheet.pages):
            self.said.emit("The calendar was sent to the printer.")
            self.accept()
        else:
            self._on_failed("The printer did not take it. Save it as PDF and print that.")
