"""The rows of an agenda: days, entries and what is due, as a model and the way they are painted.

Must not know people or databases. Times are words: the owner writes them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import LINE_PX, Line, draw_line
from infoview_gui.widgets.entry_bars import bar_parts
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.week_cards import STRIPED, TONES, stripes
from infoview_gui.widgets.week_layout import Entry

_DAY_PX, _ENTRY_PX, _DUE_PX = 40, 52, 30
_EDGE, _TIMES, _GAP = 20, 190, 14
Index = QModelIndex | QPersistentModelIndex


class AgendaWords(NamedTuple):
    """Times and details of an entry."""

    when: str = ""
    there: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A day (neither entry nor due), an entry with its times in words, or something due."""

    day: date
    title: str
    words: Callable[[], AgendaWords] = AgendaWords
    """The rest of its words, wanted when it is painted."""
    entry: Entry | None = None
    due: object = None
    """What a press on something due leads to; None where it leads nowhere."""
    kind: str = "day"
    """day, entry or due."""
    spoken: str = ""

    @property
    def when(self) -> str:
        """When it is."""
        return self.words().when

    @property
    def there(self) -> str:
        """The time at the other place, below ``when``."""
        return self.words().there

    @property
    def detail(self) -> str:
        """What stands below the title."""
        return self.words().detail

    @property
    def key(self) -> object:
        """Return what tells an entry from the others."""
        return self.entry.key if self.entry else None


class AgendaModel(QAbstractListModel):
    """Rows as they are handed in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[AgendaRow] = ()

    def show(self, rows: Sequence[AgendaRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words for eyes, tool tip and ears."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.title, row.when, row.there, row.detail)
            return row.spoken or ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keys pass over the days."""
        if self.rows[index.row()].kind == "day":
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class AgendaDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, theme: Theme, model: AgendaModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._plain, self._small = theme.font(13), theme.font(12)
        self._bold = theme.font(13, QFont.Weight.DemiBold)
        self._struck = theme.font(13, QFont.Weight.DemiBold)
        self._struck.setStrikeOut(True)
        self.today = date.min

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row of its kind."""
        kind = self._model.rows[index.row()].kind
        return QSize(200, {"day": _DAY_PX, "due": _DUE_PX}.get(kind, _ENTRY_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, rect = self._model.rows[index.row()], option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        if row.kind == "day":
            self._paint_day(painter, rect, row)
        else:
            self._paint_ground(painter, rect, option)
            paint = self._paint_due if row.kind == "due" else self._paint_entry
            paint(painter, rect, row)
        painter.restore()

    def _at(self, painter: QPainter, rect: QRect, box: tuple[int, int, int, int]) -> QRect:
        """Return a box thought from the left edge of the row."""
        x, y, width, height = box
        thought = QRect(rect.left() + x, rect.top() + y, width, height)
        return mirrored_in(painter.layoutDirection(), rect, thought)

    def _paint_day(self, painter: QPainter, rect: QRect, row: AgendaRow) -> None:
        ink = "accent" if row.day == self.today else "text"
        room = self._at(painter, rect, (_EDGE, 14, rect.width() - 2 * _EDGE, LINE_PX))
        draw_line(painter, self._theme, room, Line(row.title, self._bold, ink))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("border")
        )

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent-soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_entry(self, painter: QPainter, rect: QRect, row: AgendaRow) -> None:
        entry, words = row.entry, row.words()
        room = self._at(painter, rect, (_EDGE, 8, rect.width() - _EDGE, rect.height() - 16))
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for bar in bar_parts(entry.kind if entry else "", QRectF(room), mirrored):
            painter.fillRect(bar, self._strip_brush(entry))
        left, times = _EDGE + 3 + _GAP, min(_TIMES, rect.width() // 3)
        right = left + times + _GAP
        rest = rect.width() - right - _EDGE
        fonts = {"pale": self._plain, "outline": self._struck}
        font = fonts.get(entry.look, self._bold) if entry is not None else self._bold
        lines = (
            ((left, 7, times, LINE_PX), Line(words.when, self._plain)),
            ((left, 7 + LINE_PX, times, LINE_PX), Line(words.there, self._small, "muted")),
            ((right, 7, rest, LINE_PX), Line(row.title, font)),
            ((right, 7 + LINE_PX, rest, LINE_PX), Line(words.detail, self._small, "muted")),
        )
        for box, line in lines:
            draw_line(painter, self._theme, self._at(painter, rect, box), line)

    def _strip_brush(self, entry: Entry | None) -> QBrush:
        """Return how the bar is filled: broken for what is only proposed."""
        bar = self._theme.colour(TONES[entry.tone if entry else "acc"][0])
        if entry is None or entry.look not in STRIPED:
            return QBrush(bar)
        return stripes(bar, QColor(Qt.GlobalColor.transparent), QPointF(0, 7))

    def _paint_due(self, painter: QPainter, rect: QRect, row: AgendaRow) -> None:
        dot = self._at(painter, rect, (_EDGE - 1, rect.height() // 2 - 3, 6, 6))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("amber"))
        painter.drawEllipse(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left = _EDGE + 3 + _GAP
        room = (left, 0, rect.width() - left - _EDGE, rect.height())
        draw_line(painter, self._theme, self._at(painter, rect, room), Line(row.title, self._plain))
