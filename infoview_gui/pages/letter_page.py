"""A letter on one page, with sender and date. What does not fit is said, never cut.

Is handed words; reads no database.
"""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtGui import QPainter, QTextDocument

from infoview_gui.pages import paper as sheets
from infoview_gui.pages.paper import POINT, Paper, Pen
from infoview_gui.theme import Theme

SIZES: Final = (11.0, 10.5, 10.0)
"""Sizes of the text, in points: a smaller one is hard to read on paper."""
MOST_LETTERS: Final = 20_000
"""More than a page ever holds: of what is longer, only so much is laid out."""
_SIDE: Final = 22 * POINT
_LINE_POINTS: Final = 1.21


class LetterTooLong(Exception):
    """It is no letter of one page; the message says by how much, and what to do."""


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """What stands on the page; lines that are empty are left out, but for those of ``text``."""

    sender: tuple[str, ...]
    date: str
    recipient: tuple[str, ...]
    subject: str
    text: str


class LetterPage:
    """A letter that is laid out; drawn on a preview, a printer or into a PDF."""

    def __init__(self, theme: Theme, sheet: LetterSheet, paper: Paper) -> None:
        self.paper = paper
        self.title = next((line for line in sheet.recipient if line.strip()), "")
        self._theme = theme
        self._sheet = sheet
        self._size = SIZES[-1]
        self.document = self._laid_out()

    @property
    def words(self) -> str:
        """Everything that stands on it, as plain text."""
        return self.document.toPlainText()

    @property
    def fits(self) -> bool:
        """Whether all of it is on the page."""
        return self._too_high() <= 0 and len(self._sheet.text) <= MOST_LETTERS

    @property
    def trouble(self) -> str:
        """Say by how much it is too long, and what to do; empty when it fits."""
        if self.fits:
            return ""
        lines = max(1, ceil(self._too_high() / (self._size * _LINE_POINTS * POINT)))
        much = f"about {lines} {'line' if lines == 1 else 'lines'}" if lines < 100 else "far"
        return f"This letter is {much} too long for one page. Shorten it, or send it by e-mail."

    def draw(self, painter: QPainter, _number: int = 0) -> None:
        """Draw the page in units from the corner of the paper."""
        sheets.draw_document(painter, self.document, self.paper, 0)

    def pdf(self) -> bytes:
        """Return it as a PDF of one page; LetterTooLong when it does not fit."""
        if not self.fits:
            raise LetterTooLong(self.trouble)
        title = f"Letter: {self.title}" if self.title else "Letter"
        return sheets.pdf(self.paper, title, 1, self.draw)

    def _too_high(self) -> float:
        return self.document.size().height() - self.paper.inner.height()

    def _laid_out(self) -> QTextDocument:
        for size in SIZES:
            made = self._made(size)
            if made.size().height() <= self.paper.inner.height():
                break
        self._size = size
        return made

    def _made(self, size: float) -> QTextDocument:
        document = sheets.blank(self.paper.inner.width())
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(_SIDE)
        frame.setRightMargin(_SIDE)
        document.rootFrame().setFrameFormat(frame)
        _write(Pen(self._theme, document, size), self._sheet)
        return document


def _write(pen: Pen, sheet: LetterSheet) -> None:
    for number, line in enumerate(_shown(sheet.sender)):
        pen.block(above=14 if number == 0 else 1)
        pen.write(line, strong=number == 0, ink="text" if number == 0 else "muted")
    for number, line in enumerate(_shown(sheet.recipient)):
        pen.block(above=26 if number == 0 else 1)
        pen.write(line)
    if sheet.date.strip():
        pen.block(above=22)
        pen.write(sheet.date, ink="muted")
    if sheet.subject.strip():
        pen.block(above=22)
        pen.write(sheet.subject, strong=True)
    for number, line in enumerate(sheet.text[:MOST_LETTERS].strip("\n").split("\n")):
        pen.block(above=16 if number == 0 else 2)
        pen.write(line if line.strip() else " ", exact=True)


def _shown(lines: tuple[str, ...]) -> list[str]:
    return [line for line in lines if line.strip()]
