"""Sheets of paper: their size, the fonts and formats of what stands on them, and the way to a PDF.

Everything is laid out in tenths of a point, so that preview, print and PDF break at the same words.
Knows nothing of what is written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from infoview_gui.theme import Theme

POINT: Final = 10
"""Units in a point."""
DPI: Final = 72 * POINT
MARGIN: Final = 48 * POINT
_LETTER_COUNTRIES: Final = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.Venezuela,
        QLocale.Country.PuertoRico,
    }
)
_LEFT_TAB: Final = QTextOption.TabType.LeftTab
Draw = Callable[[QPainter, int], None]
"""Draws the page of a number, from 0, in units from the corner of the paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper; everything else in units."""

    page: QPageSize.PageSizeId
    lying: bool = False
    """Whether it lies on its long side."""

    @property
    def size(self) -> QSizeF:
        """The whole sheet."""
        upright = QPageSize(self.page).size(QPageSize.Unit.Point) * POINT
        return upright.transposed() if self.lying else upright

    @property
    def orientation(self) -> QPageLayout.Orientation:
        """How a printer is to feed it."""
        kinds = QPageLayout.Orientation
        return kinds.Landscape if self.lying else kinds.Portrait

    @property
    def inner(self) -> QRectF:
        """The sheet without its margins."""
        return QRectF(0, 0, self.size.width(), self.size.height()).adjusted(
            MARGIN, MARGIN, -MARGIN, -MARGIN
        )


def paper_of(locale: QLocale) -> Paper:
    """Return the paper that is usual where the user lives: A4 or Letter."""
    letter = locale.territory() in _LETTER_COUNTRIES
    return Paper(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


class Pen:
    """Writes into a document, block by block, always as plain text."""

    def __init__(self, theme: Theme, document: QTextDocument, size: float) -> None:
        self._theme = theme
        self._size = size
        self.cursor = QTextCursor(document)
        self._fresh = True

    def go(self, cursor: QTextCursor) -> None:
        """Go on writing elsewhere, such as in a cell."""
        self.cursor = cursor
        self._fresh = True

    def block(self, *, above: float = 0, indent: float = 0, hang: float = 0) -> None:
        """Begin a block; distances in points at 10-point text."""
        made = QTextBlockFormat()
        made.setTopMargin(self._scaled(above))
        made.setLeftMargin(self._scaled(indent + hang))
        made.setTextIndent(-self._scaled(hang))
        if self._fresh:
            self.cursor.setBlockFormat(made)
        else:
            self.cursor.insertBlock(made)
        self._fresh = False

    def stop(self, points: float) -> None:
        """Let a tab in this block lead so far, in points at 10-point text."""
        made = self.cursor.blockFormat()
        made.setTabPositions([QTextOption.Tab(self._scaled(points), _LEFT_TAB)])
        self.cursor.setBlockFormat(made)

    def write(
        self,
        text: str,
        *,
        size: float = 1,
        strong: bool = False,
        ink: str = "text",
        exact: bool = False,
    ) -> None:
        """Write words; ``size`` is a factor on the size of the text, ``ink`` a colour token.

        Blanks come out as one, unless the text is ``exact``.
        """
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        font = self._theme.font(self._size * size * POINT, weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made = QTextCharFormat()
        made.setFont(font)
        made.setForeground(self._theme.paper_colour(ink))
        shown = text if exact or not text.strip() else " ".join(text.split())
        self.cursor.insertText(shown, made)

    def _scaled(self, points: float) -> float:
        return points * self._size / 10 * POINT


def blank(width: float) -> QTextDocument:
    """Return an empty document of a width in units."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setTextWidth(width)
    return document


def draw_document(painter: QPainter, document: QTextDocument, paper: Paper, top: float) -> None:
    """Draw what stands from ``top`` on, as much as one page holds."""
    inner = paper.inner
    painter.save()
    painter.translate(inner.x(), inner.y() - top)
    clip = QRectF(0, top, inner.width(), inner.height())
    painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = clip
    document.documentLayout().draw(painter, context)
    painter.restore()


def pdf(paper: Paper, title: str, pages: int, draw: Draw) -> bytes:
    """Return a PDF of so many pages."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Infoview")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(paper.page))
    writer.setPageOrientation(paper.orientation)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        draw(painter, number)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())
