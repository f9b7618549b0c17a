"""A sheet of paper on the screen. Knows nothing of what is drawn on it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.pages.prep_sheet import PrepSheetPage
from infoview_gui.theme import Theme

_WIDTH = 720


class SheetPreview(QWidget):
    """Shows a sheet as wide as a page is read; screen readers get its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: PrepSheetPage | None = None

    def show_sheet(self, sheet: PrepSheetPage) -> None:
        """Show another sheet."""
        self._sheet = sheet
        size = sheet.paper.size
        self.setFixedSize(QSize(_WIDTH, round(_WIDTH * size.height() / size.width())))
        self.setAccessibleName(f"Prep sheet: {sheet.title}")
        self.setAccessibleDescription(sheet.words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw white paper with an edge, and the sheet on it."""
        del event
        if self._sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(self.rect(), self._theme.paper_colour("surface"))
        painter.setPen(self._theme.colour("border"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        scale = self.width() / self._sheet.paper.size.width()
        painter.scale(scale, scale)
        self._sheet.draw(painter)
