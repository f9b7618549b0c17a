"""The prep sheet: always one page. Text shrinks first, then the longest parts are shortened.

Is handed words; reads no database.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import (
    QPainter,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from infoview_gui.pages import paper as sheets
from infoview_gui.pages.paper import POINT, Paper, Pen
from infoview_gui.theme import Theme

SIZES: Final = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of the text, in points; what does not fit at the last is shortened."""
MOST_LETTERS: Final = 4000
"""More of one text than a page ever holds: what is longer is cut before anything is laid out."""
MOST_ITEMS: Final = 120
_LEAST_LETTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a part: ``lead`` stands before it in bold, ``tick`` makes it one to be ticked."""

    text: str
    lead: str = ""
    tick: bool | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PrepPage:
    """What stands on the sheet: across, and below it in two columns."""

    title: str
    facts: tuple[str, ...]
    across: tuple[Part, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Limits:
    letters: int = MOST_LETTERS
    items: int = MOST_ITEMS


class PrepSheetPage:
    """A sheet that is laid out; drawn on a preview, a printer or into a PDF."""

    def __init__(self, theme: Theme, page: PrepPage, paper: Paper) -> None:
        self.paper = paper
        self.title = page.title
        self._theme = theme
        self._page = page
        self.document = self._fitting()

    @property
    def words(self) -> str:
        """Everything that stands on it, as plain text."""
        return self.document.toPlainText()

    def draw(self, painter: QPainter, _number: int = 0) -> None:
        """Draw the sheet in units from the corner of the paper."""
        sheets.draw_document(painter, self.document, self.paper, 0)

    def pdf(self) -> bytes:
        """Return it as a PDF of one page."""
        return sheets.pdf(self.paper, f"Prep sheet: {self.title}", 1, self.draw)

    def _fitting(self) -> QTextDocument:
        for size in SIZES:
            found = self._tried(size, _Limits())
            if found is not None:
                return found
        return self._shortened()

    def _shortened(self) -> QTextDocument:
        """Cut the longest texts, as little as serves; then leave out lines at the end of parts."""
        letters = self._most(_LEAST_LETTERS, MOST_LETTERS, _Limits)
        if letters is not None:
            return letters
        items = self._most(1, MOST_ITEMS, lambda most: _Limits(_LEAST_LETTERS, most))
        return items or self._made(SIZES[-1], _Limits(_LEAST_LETTERS, 1))

    def _most(
        self, least: int, most: int, limits: Callable[[int], _Limits]
    ) -> QTextDocument | None:
        """Return the sheet at the highest number at which it fits, None if it never does."""
        best = None
        while least <= most:
            middle = (least + most) // 2
            found = self._tried(SIZES[-1], limits(middle))
            if found is None:
                most = middle - 1
            else:
                best, least = found, middle + 1
        return best

    def _tried(self, size: float, limits: _Limits) -> QTextDocument | None:
        made = self._made(size, limits)
        return made if made.size().height() <= self.paper.inner.height() else None

    def _made(self, size: float, limits: _Limits) -> QTextDocument:
        document = sheets.blank(self.paper.inner.width())
        pen = Pen(self._theme, document, size)
        _write(pen, self._page, limits)
        return document


def _write(pen: Pen, page: PrepPage, limits: _Limits) -> None:
    pen.block()
    pen.write(cut(page.title, limits.letters), size=1.8, strong=True)
    for fact in page.facts[: limits.items]:
        pen.block(above=2)
        pen.write(cut(fact, limits.letters), ink="muted")
    _write_parts(pen, page.across, limits)
    after = pen.cursor
    # The distance above the first block of a cell would not count.
    table = after.insertTable(1, 2, _columns(above=11 * POINT))
    for column, parts in enumerate((page.left, page.right)):
        cell = table.cellAt(0, column)
        made = cell.format().toTableCellFormat()
        made.setRightPadding(0 if column else 9 * POINT)
        made.setLeftPadding(9 * POINT if column else 0)
        cell.setFormat(made)
        pen.go(cell.firstCursorPosition())
        _write_parts(pen, parts, limits)
    # The block that Qt keeps behind a table would take room of its own.
    last = QTextCursor(after.document())
    last.movePosition(QTextCursor.MoveOperation.End)
    pen.go(last)
    pen.block()
    pen.write("", size=0.1)


def _columns(above: float) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setBorder(0)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setCellPadding(0)
    made.setCellSpacing(0)
    made.setMargin(0)
    made.setTopMargin(above)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    made.setColumnWidthConstraints([half, half])
    return made


def _write_parts(pen: Pen, parts: Sequence[Part], limits: _Limits) -> None:
    for part in parts:
        if not part.items:
            continue
        pen.block(above=11)
        pen.write(part.title, size=0.85, strong=True, ink="accent")
        for item in _kept(part.items, limits.items):
            _write_item(pen, item, limits.letters)


def _write_item(pen: Pen, item: Item, letters: int) -> None:
    if item.tick is None:
        pen.block(above=2.5)
    else:
        pen.block(above=4, hang=15)
        pen.stop(15)
        pen.write("✓" if item.tick else "□", strong=True, ink="accent" if item.tick else "text")
        pen.write("\t")
    if item.lead:
        pen.write(cut(item.lead, letters), strong=True)
        pen.write(" ")
    pen.write(cut(item.text, letters), strong=item.strong)


def _kept(items: Sequence[Item], most: int) -> Iterator[Item]:
    if len(items) <= most:
        yield from items
        return
    yield from items[:most]
    yield Item(f"… and {len(items) - most} more")


def cut(text: str, most: int) -> str:
    """Return a text of at most so many letters, its end marked by "…" where it was cut."""
    text = " ".join(text[: 2 * most + 200].split()) if len(text) > most else " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
