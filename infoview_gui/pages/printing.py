"""Draws a sheet on a printer. Knows nothing of what stands on it."""

from typing import Protocol

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from infoview_gui.pages.paper import DPI, POINT, Paper


class Sheet(Protocol):
    """One page that is laid out, such as a letter."""

    @property
    def paper(self) -> Paper:
        """The paper it was laid out for."""

    def draw(self, painter: QPainter, _number: int = 0) -> None:
        """Draw it in units from the corner of the paper."""


def print_sheet(sheet: Sheet, printer: QPrinter, pages: int = 1) -> bool:
    """Draw the sheet on a printer, smaller where its paper is; say whether the printer began."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    whole = printer.pageLayout().fullRectPoints().size() * POINT
    mine = sheet.paper.size
    fits = min(1.0, whole.width() / mine.width(), whole.height() / mine.height())
    scale = printer.resolution() / DPI * fits
    painter.scale(scale, scale)
    for number in range(pages):
        if number:
            printer.newPage()
        sheet.draw(painter, number)
    return painter.end()
