"""Paints the lines of an import; doubtful ones with two choices in the row. Knows no services."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from infoview_gui.panes.dialogs.import_wizard_model import Choice, Column, PlanModel
from infoview_gui.panes.dialogs.import_wizard_rows import Outcome, PlanRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line, draw_lines, is_cut, one_line
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.row_table import MARGIN, ROW_HEIGHT, RowDelegate, RowTable

_Index = QModelIndex | QPersistentModelIndex
ASKED_HEIGHT = 72
_ASKED_LINE = 19
_ICON = 18
_BUTTON = 26
_GAP = 8
_WIDEST_BUTTON = 260
_MARKS = {
    Outcome.CHOOSE: ("triangle-alert", "text"),
    Outcome.UNREADABLE: ("circle-x", "red"),
    Outcome.ADDED_TO: ("user-pen", "blue"),
    Outcome.NEW: ("user-plus", "green"),
    Outcome.SAME: ("user-check", "muted"),
}


class PlanDelegate(RowDelegate):
    """Draws cells from the model's rows."""

    def __init__(self, theme: Theme, model: PlanModel, view: RowTable) -> None:
        super().__init__(theme, view)
        self._model = model
        self._font = theme.font(13)
        self._strong = theme.font(13, QFont.Weight.DemiBold)
        self._small = theme.font(12)
        self._button = theme.font(12, QFont.Weight.Medium)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        del option
        asked = self._model.row_at(index.row()).asked
        return QSize(60, ASKED_HEIGHT if asked else ROW_HEIGHT)

    def choice_at(self, index: _Index, point: QPoint) -> Choice:
        """Return which choice lies under a point of the view, or none."""
        row = self._model.row_at(index.row())
        if not row.asked or index.column() != Column.WHAT:
            return Choice.NONE
        rects = self._choice_rects(self._view.visualRect(index), row)
        return next((choice for choice, rect in rects.items() if rect.contains(point)), Choice.NONE)

    def draw_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw what a line says in one column."""
        row, column = self._model.row_at(index.row()), Column(index.column())
        room = rect.adjusted(MARGIN, 0, -MARGIN, -1)
        if column is Column.MARK:
            self._draw_mark(painter, rect, row)
        elif column is Column.WHAT and row.asked:
            self._draw_choices(painter, room, index.row(), row)
        else:
            draw_lines(painter, self._theme, room, self._lines(row, column))

    def _draw_mark(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        icon, token = _MARKS[row.outcome]
        ratio = painter.device().devicePixelRatioF()
        top = rect.y() + (rect.height() - _ICON) // 2
        place = QRect(rect.x() + MARGIN, top, _ICON, _ICON)
        corner = mirrored_in(painter.layoutDirection(), rect, place).topLeft()
        painter.drawPixmap(corner, self._theme.pixmap(icon, token, _ICON, ratio))

    def _lines(self, row: PlanRow, column: Column) -> list[Line]:
        readable = row.decision is not None
        if column is Column.NAME:
            return [Line(row.name, self._strong if readable else self._font, _ink(readable))]
        if column is Column.COMPANY:
            company = Line(row.company, self._font, _ink(readable))
            role = Line(row.role, self._small, "muted")
            return [line for line in (company, role) if line.text]
        if column is Column.LINE:
            return [Line(self._model.cell_words(row, column), self._font, "muted")]
        return [Line(row.what, self._font, _ink(row.outcome is not Outcome.SAME))]

    def _draw_choices(self, painter: QPainter, room: QRect, number: int, row: PlanRow) -> None:
        above = QRect(room.x(), room.y() + 10, room.width(), _ASKED_LINE)
        draw_line(painter, self._theme, above, Line(row.what, self._font, "muted"))
        chosen = self._model.choice(number)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = room.adjusted(-MARGIN, 0, MARGIN, 1)
        for choice, rect in self._choice_rects(cell, row).items():
            self._draw_choice(painter, rect, _choice_words(row, choice), chosen is choice)

    def _draw_choice(self, painter: QPainter, rect: QRect, words: str, chosen: bool) -> None:
        painter.setPen(
            QPen(self._theme.colour("accent" if chosen else "control"), 1.5 if chosen else 1)
        )
        painter.setBrush(self._theme.colour("accent-soft" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        way, inner = painter.layoutDirection(), rect.adjusted(9, 0, -9, 0)
        if chosen:
            ratio = painter.device().devicePixelRatioF()
            place = QRect(inner.x(), rect.y() + (rect.height() - 12) // 2, 12, 12)
            mark = self._theme.pixmap("check", "accent", 12, ratio)
            painter.drawPixmap(mirrored_in(way, rect, place).topLeft(), mark)
            inner.setLeft(inner.left() + 16)
        else:
            width = QFontMetrics(self._button).horizontalAdvance(one_line(words))
            inner.setLeft(inner.left() + max(0, (inner.width() - width) // 2))
        line = Line(words, self._button, "accent" if chosen else "text")
        draw_line(painter, self._theme, mirrored_in(way, rect, inner), line)

    def _choice_rects(self, cell: QRect, row: PlanRow) -> dict[Choice, QRect]:
        metrics = QFontMetrics(self._button)
        # Room for the check mark at all times: choosing moves nothing.
        same, other = (
            metrics.horizontalAdvance(_choice_words(row, choice)) + 2 * 9 + 18
            for choice in (Choice.SAME, Choice.OTHER)
        )
        room = cell.width() - 2 * MARGIN - other - _GAP
        same = max(60, min(same, _WIDEST_BUTTON, room))
        left, top = cell.x() + MARGIN, cell.y() + 34
        places = {
            Choice.SAME: QRect(left, top, same, _BUTTON),
            Choice.OTHER: QRect(left + same + _GAP, top, other, _BUTTON),
        }
        way = self._view.layoutDirection()
        return {choice: mirrored_in(way, cell, place) for choice, place in places.items()}

    def cut_words(self, index: _Index, rect: QRect) -> str:
        """Return the whole words of a cell if they do not fit into ``rect``, else nothing."""
        row, column = self._model.row_at(index.row()), Column(index.column())
        if column is Column.MARK:
            return row.outcome.value
        lines = self._lines(row, column)
        words = [line.text for line in lines]
        if row.asked and column is Column.WHAT:
            choices = self._choice_rects(rect, row)
            metrics = QFontMetrics(self._button)
            same = _choice_words(row, Choice.SAME)
            if metrics.horizontalAdvance(same) > choices[Choice.SAME].width() - 2 * 9:
                return "\n".join((*words, same))
        room = rect.width() - 2 * MARGIN
        return "\n".join(words) if any(is_cut(line, room) for line in lines) else ""


def _choice_words(row: PlanRow, choice: Choice) -> str:
    if choice is Choice.OTHER:
        return "Someone else"
    return f"Same as {row.decision.like_name if row.decision else ''}"


def _ink(plain: bool) -> str:
    return "text" if plain else "muted"
