"""A week, a month or an agenda on paper: one page for the first two, as many as needed for a list.

Is handed words; reads no database. All lengths are in units of the paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QTextDocument,
)

from infoview_gui.pages import paper as sheets
from infoview_gui.pages.paper import POINT, Paper, Pen
from infoview_gui.theme import Theme
from infoview_gui.widgets.elided import is_latin

_HEAD: Final = 44 * POINT
_NAMES: Final = 18 * POINT
_LINE: Final = 11.5 * POINT
_PAD: Final = 3 * POINT


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One entry: when and what; ``quiet`` ones are cancelled or of another calendar.

    ``struck`` ones do not take place. ``state`` stands behind the title where details are left out.
    """

    when: str
    title: str
    detail: str = ""
    quiet: bool = False
    due: bool = False
    struck: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A day and its lines; ``aside`` is one of the month before or after."""

    name: str
    lines: tuple[SheetLine, ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Everything on the sheet. ``names`` head the columns; without them it is a list."""

    title: str
    note: str
    names: tuple[str, ...]
    days: tuple[SheetDay, ...]


class CalendarSheet:
    """Pages that are laid out; drawn on a preview, a printer or into a PDF."""

    def __init__(self, theme: Theme, words: CalendarWords, paper: Paper) -> None:
        self.paper, self.title = paper, words.title
        self._theme, self._words = theme, words
        self._list = None if words.names else self._written()
        height = self._list.size().height() if self._list else 0.0
        self.pages = max(1, -int(-height // paper.inner.height()))

    @property
    def words(self) -> str:
        """Everything that stands on it, as plain text."""
        lines = [self._words.title, self._words.note]
        for day in self._words.days:
            lines += [day.name, *(" ".join((one.when, one.title, one.detail)) for one in day.lines)]
        return "\n".join(line.strip() for line in lines if line.strip())

    def pdf(self) -> bytes:
        """Return it as a PDF."""
        return sheets.pdf(self.paper, self.title, self.pages, self.draw)

    def draw(self, painter: QPainter, _number: int = 0) -> None:
        """Draw a page in units from the corner of the paper."""
        if self._list is not None:
            top = _number * self.paper.inner.height()
            sheets.draw_document(painter, self._list, self.paper, top)
        else:
            self._draw_grid(painter)

    # -- a list

    def _written(self) -> QTextDocument:
        document = sheets.blank(self.paper.inner.width())
        document.setPageSize(self.paper.inner.size())
        pen = Pen(self._theme, document, 10)
        pen.block()
        pen.write(self._words.title, size=1.8, strong=True)
        pen.block(above=2)
        pen.write(self._words.note, ink="muted")
        for day in self._words.days:
            pen.block(above=11)
            pen.write(day.name, size=1.05, strong=True, ink="accent")
            for line in day.lines:
                pen.block(above=3, hang=84)
                pen.stop(84)
                _run_as_the_program(pen)
                pen.write("□" if line.due else line.when, ink="muted" if line.quiet else "text")
                pen.write("\t")
                pen.write(
                    _apart(line.title), strong=not line.due, ink="muted" if line.quiet else "text"
                )
                if line.detail:
                    pen.write("  ")
                    pen.write(line.detail, ink="muted")
        return document

    # -- a grid

    def _draw_grid(self, painter: QPainter) -> None:
        inner = self.paper.inner
        columns = len(self._words.names)
        rows = max(1, -(-len(self._words.days) // columns))
        self._write(painter, QRectF(inner.x(), inner.y(), inner.width(), 24 * POINT),
                    self._words.title, 18, strong=True)  # fmt: skip
        self._write(painter, QRectF(inner.x(), inner.y() + 24 * POINT, inner.width(), 14 * POINT),
                    self._words.note, 9, ink="muted")  # fmt: skip
        width = inner.width() / columns
        top = inner.y() + _HEAD
        for place, name in enumerate(self._words.names):
            box = QRectF(inner.x() + self._x(painter, place, columns, width), top, width, _NAMES)
            self._write(painter, box.adjusted(_PAD, 0, 0, 0), name, 9, strong=True, ink="muted")
        height = (inner.height() - _HEAD - _NAMES) / rows
        for number, day in enumerate(self._words.days):
            row, place = divmod(number, columns)
            x = inner.x() + self._x(painter, place, columns, width)
            self._draw_day(painter, QRectF(x, top + _NAMES + row * height, width, height), day)

    def _x(self, painter: QPainter, place: int, columns: int, width: float) -> float:
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (columns - 1 - place if mirrored else place) * width

    def _draw_day(self, painter: QPainter, box: QRectF, day: SheetDay) -> None:
        painter.setPen(QPen(self._theme.paper_colour("border"), 0.5 * POINT))
        painter.drawRect(box)
        inside = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        top = inside.top()
        if day.name:
            ink = "muted" if day.aside else "text"
            self._write(painter, QRectF(inside.left(), top, inside.width(), _LINE), day.name, 9,
                        strong=True, ink=ink)  # fmt: skip
            top += _LINE + 2 * POINT
        self._draw_lines(painter, QRectF(inside.left(), top, inside.width(),
                                         inside.bottom() - top), day.lines)  # fmt: skip

    def _draw_lines(self, painter: QPainter, box: QRectF, lines: Sequence[SheetLine]) -> None:
        room = int(box.height() // _LINE)
        wanted = sum(self._rows_of(line) for line in lines)
        # Details go first where there is no room, then the last lines.
        roomy = wanted <= room
        shown = lines if roomy or len(lines) <= room else lines[: max(0, room - 1)]
        top = box.top()
        for line in shown:
            ink = "muted" if line.quiet else "text"
            when = "□" if line.due else line.when
            title = f"{when} {_apart(line.title)}"
            title += f" ({line.state})" if line.state and not roomy else ""
            strong = not line.quiet or line.struck
            place = QRectF(box.left(), top, box.width(), _LINE)
            self._write(painter, place, title, 8, strong=strong, ink=ink, struck=line.struck)
            top += _LINE
            if roomy and line.detail:
                self._write(painter, place.translated(0, _LINE), line.detail, 8, ink="muted")
                top += _LINE
        if len(shown) < len(lines) and room:
            place = QRectF(box.left(), top, box.width(), _LINE)
            more = f"and {len(lines) - len(shown)} more"
            self._write(painter, place, more, 8, ink="muted")

    def _rows_of(self, line: SheetLine) -> int:
        return 2 if line.detail else 1

    def _write(
        self, painter: QPainter, box: QRectF, text: str, size: float, *, strong: bool = False,
        ink: str = "text", struck: bool = False,
    ) -> None:  # fmt: skip
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        font = self._theme.font(size * POINT, weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.setFont(font)
        painter.setPen(self._theme.paper_colour(ink))
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        plain = ("\u200f" if mirrored else "\u200e") + " ".join(text.split())
        shown = QFontMetricsF(font).elidedText(plain, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side | Qt.TextFlag.TextSingleLine, shown)
        if struck:
            used = painter.boundingRect(box, side | Qt.TextFlag.TextSingleLine, shown)
            painter.setPen(QPen(self._theme.paper_colour(ink), 0.6 * POINT))
            painter.drawLine(
                QPointF(used.left(), box.center().y()), QPointF(used.right(), box.center().y())
            )


def _apart(text: str) -> str:
    """Keep a name that runs the other way from turning the time before it round."""
    return text if is_latin(text) else f"\u2068{text}\u2069"


def _run_as_the_program(pen: Pen) -> None:
    """Let a line begin where reading begins, whatever script stands in it."""
    made = pen.cursor.blockFormat()
    made.setLayoutDirection(QGuiApplication.layoutDirection())
    pen.cursor.setBlockFormat(made)


def lying(paper: Paper) -> Paper:
    """Return the paper on its long side, for a grid."""
    return Paper(paper.page, lying=True)
