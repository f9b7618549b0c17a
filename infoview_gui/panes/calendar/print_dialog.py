"""The days shown as they will be on paper, to be read, printed or saved as PDF."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.pages.calendar_sheet import CalendarSheet
from infoview_gui.panes.save_as import file_name
from infoview_gui.panes.sheet_dialog import SheetDialog, SheetWords
from infoview_gui.theme import Theme

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


class PrintDialog(SheetDialog):
    """As many pages as the days take."""

    def __init__(self, theme: Theme, sheet: CalendarSheet, parent: QWidget | None = None) -> None:
        name = file_name("calendar", sheet.title, None, ".pdf")
        words = SheetWords(f"Print {sheet.title}", "calendar", name)
        super().__init__(theme, sheet, SheetPages(theme, sheet), words, parent, pages=sheet.pages)
