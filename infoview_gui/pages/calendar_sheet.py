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
_LIST_SIZE, _SIZE = 10, 8
_LEAST_WHEN: Final = 84.0
_AFTER_WHEN: Final = 14.0
_MOST: Final = 99
_FITTING: Final = ((_MOST, _MOST), (_MOST, 2), (2, 1), (1, 1), (2, 0), (1, 0))
"""Of a title and of what is told of it, the most lines each; what fits first is taken."""


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
class _Row:
    """One line of a cell, as it is drawn."""

    text: str
    ink: str
    strong: bool = False
    struck: bool = False


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
        pen = Pen(self._theme, document, _LIST_SIZE)
        aside = self._beside_times()
        pen.block()
        pen.write(self._words.title, size=1.8, strong=True)
        pen.block(above=2)
        pen.write(self._words.note, ink="muted")
        for day in self._words.days:
            pen.block(above=11)
            pen.write(day.name, size=1.05, strong=True, ink="accent")
            for line in day.lines:
                pen.block(above=3, hang=aside)
                pen.stop(aside)
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

    def _beside_times(self) -> float:
        """Return how far (points) the names stand from the edge: beyond the longest time."""
        metrics = QFontMetricsF(self._font(_LIST_SIZE))
        times = {line.when for day in self._words.days for line in day.lines}
        longest = max(map(metrics.horizontalAdvance, times), default=0.0)
        return max(_LEAST_WHEN, longest / POINT + _AFTER_WHEN)

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
        # Lines are broken where there is room below; else details go first, then the last lines.
        ways = (self._broken(lines, box.width(), *most) for most in _FITTING)
        entries: list[list[_Row]] = []
        for entries in ways:
            if sum(map(len, entries)) <= room:
                break
        shown = entries if len(lines) <= room else entries[: max(0, room - 1)]
        rows = [row for entry in shown for row in entry]
        if len(shown) < len(lines) and room:
            rows.append(_Row(f"and {len(lines) - len(shown)} more", "muted"))
        for number, row in enumerate(rows):
            place = QRectF(box.left(), box.top() + number * _LINE, box.width(), _LINE)
            self._write(painter, place, row.text, _SIZE, strong=row.strong, ink=row.ink,
                        struck=row.struck)  # fmt: skip

    def _broken(
        self, lines: Sequence[SheetLine], width: float, titles: int, details: int
    ) -> list[list[_Row]]:
        """Return the rows of each entry, its title in so many at most, and what is told of it."""
        return [self._rows(line, width, titles, details) for line in lines]

    def _rows(self, line: SheetLine, width: float, titles: int, details: int) -> list[_Row]:
        ink = "muted" if line.quiet else "text"
        title = f"{'□' if line.due else line.when} {_apart(line.title)}"
        title += f" ({line.state})" if line.state and not details else ""
        strong = not line.quiet or line.struck
        rows = [
            _Row(text, ink, strong=strong, struck=line.struck)
            for text in self._wrapped(title, width, titles, strong=strong)
        ]
        told = line.detail if details else ""
        rows += [_Row(text, "muted") for text in self._wrapped(told, width, details)]
        return rows

    def _wrapped(self, text: str, width: float, most: int, *, strong: bool = False) -> list[str]:
        """Break a text between words into ``most`` rows; the last takes the rest, and is cut."""
        metrics = QFontMetricsF(self._font(_SIZE, strong=strong))
        rows: list[str] = []
        for word in text.split():
            longer = f"{rows[-1]} {word}" if rows else word
            if rows and (len(rows) == most or metrics.horizontalAdvance(longer) <= width):
                rows[-1] = longer
            else:
                rows.append(word)
        return rows

    def _font(self, size: float, *, strong: bool = False) -> QFont:
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        font = self._theme.font(size * POINT, weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _write(
        self, painter: QPainter, box: QRectF, text: str, size: float, *, strong: bool = False,
        ink: str = "text", struck: bool = False,
    ) -> None:  # fmt: skip
        font = self._font(size, strong=strong)
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
