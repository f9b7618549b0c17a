"""The notes of a conversation on as many pages as they need, with times, names and numbers.

Is handed what the Markdown is made of; reads no database.
"""

from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QTextDocument

from infoview_gui.interchange.notes_markdown import NotesPage, Stretch
from infoview_gui.pages import paper as sheets
from infoview_gui.pages.paper import MARGIN, POINT, Paper, Pen
from infoview_gui.theme import Theme

_SIZE = 10.5
_TIME_POINTS = 42


class NotesPages:
    """Notes that are laid out."""

    def __init__(self, theme: Theme, page: NotesPage, paper: Paper) -> None:
        self.paper = paper
        self.title = page.title
        self._theme = theme
        self.document = self._made(page)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return max(1, self.document.pageCount())

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw a page, from 0, in units from the corner of the paper."""
        top = number * self.paper.inner.height()
        sheets.draw_document(painter, self.document, self.paper, top)
        if self.count > 1:
            self._draw_foot(painter, number)

    def pdf(self) -> bytes:
        """Return them as a PDF."""
        return sheets.pdf(self.paper, f"Notes: {self.title}", self.count, self.draw)

    def _draw_foot(self, painter: QPainter, number: int) -> None:
        inner = self.paper.inner
        room = QRectF(inner.x(), inner.bottom() + MARGIN / 4, inner.width(), MARGIN / 2)
        painter.setFont(self._theme.font(8 * POINT, QFont.Weight.Normal))
        painter.setPen(self._theme.paper_colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        where = f"{number + 1} of {self.count}"
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, where)
        name = painter.fontMetrics().elidedText(
            self.title, Qt.TextElideMode.ElideRight, ceil(inner.width() * 0.8)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, name)

    def _made(self, page: NotesPage) -> QTextDocument:
        inner = self.paper.inner
        document = sheets.blank(inner.width())
        document.setPageSize(QSizeF(inner.width(), inner.height()))
        pen = Pen(self._theme, document, _SIZE)
        pen.block()
        pen.write(page.title, size=1.7, strong=True)
        for name, value in page.facts:
            if value:
                pen.block(above=3)
                pen.write(f"{name}:", strong=True)
                pen.write(" ")
                pen.write(value)
        _write_questions(pen, page)
        _write_lines(pen, page)
        return document


def _write_questions(pen: Pen, page: NotesPage) -> None:
    if page.questions:
        _heading(pen, "Questions")
    for text, asked in page.questions:
        pen.block(above=3, hang=15)
        pen.stop(15)
        pen.write("✓" if asked else "□", strong=True, ink="accent" if asked else "text")
        pen.write("\t")
        pen.write(text)


def _write_lines(pen: Pen, page: NotesPage) -> None:
    if page.notes:
        _heading(pen, "Notes")
    for stretch in page.notes:
        if stretch.title:
            pen.block(above=9)
            pen.write(stretch.title, strong=True)
        _write_stretch(pen, stretch)


def _write_stretch(pen: Pen, stretch: Stretch) -> None:
    for time, text in stretch.lines:
        pen.block(above=3, hang=_TIME_POINTS)
        pen.stop(_TIME_POINTS)
        if text.strip():
            pen.write(time, size=0.85, ink="muted")
            pen.write("\t")
            pen.write(text)
        else:
            pen.write(" ")


def _heading(pen: Pen, text: str) -> None:
    pen.block(above=14)
    pen.write(text, size=1.15, strong=True, ink="accent")
