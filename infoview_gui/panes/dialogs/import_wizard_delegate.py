"""Paints the lines of an import; doubtful ones with two choices in the row. Knows no services."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from infoview_gui.panes.dialogs.import_wizard_model import Choice, Column, PlanModel
from infoview_gui.panes.dialogs.import_wizard_rows import Outcome, PlanRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import plain_tool_tip

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 46
ASKED_HEIGHT = 72
_MARGIN = 12
_LINE = 19
_ICON = 18
_BUTTON = 26
_GAP = 8
_WIDEST_BUTTON = 260
_LONGEST = 400
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MARKS = {
    Outcome.CHOOSE: ("triangle-alert", "text"),
    Outcome.UNREADABLE: ("circle-x", "red"),
    Outcome.ADDED_TO: ("user-pen", "blue"),
    Outcome.NEW: ("user-plus", "green"),
    Outcome.SAME: ("user-check", "muted"),
}


class PlanDelegate(QStyledItemDelegate):
    """Draws cells from the model's rows."""

    def __init__(self, theme: Theme, model: PlanModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        row = self._model.row_at(index.row())
        column = Column(index.column())
        painter.save()
        painter.setClipRect(rect)
        self._draw_ground(painter, option, index)
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, -1)
        if column is Column.MARK:
            self._draw_mark(painter, rect, row)
        elif column is Column.WHAT and row.asked:
            self._draw_choices(painter, inner, index.row(), row)
        else:
            self._draw_lines(painter, inner, row, column)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), self._theme.colour("border"))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            self._draw_focus(painter, rect, Column(index.column()))

    def _draw_focus(self, painter: QPainter, rect: QRect, column: Column) -> None:
        colour = self._theme.colour("focus")
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 2), colour)
        painter.fillRect(QRect(rect.x(), rect.bottom() - 1, rect.width(), 2), colour)
        if column is Column.MARK:
            painter.fillRect(QRect(rect.x(), rect.y(), 2, rect.height()), colour)
        if column is Column.LINE:
            painter.fillRect(QRect(rect.right() - 1, rect.y(), 2, rect.height()), colour)

    def _draw_mark(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        icon, token = _MARKS[row.outcome]
        ratio = painter.device().devicePixelRatioF()
        top = rect.y() + (rect.height() - _ICON) // 2
        left = rect.x() + _MARGIN
        painter.drawPixmap(QPoint(left, top), self._theme.pixmap(icon, token, _ICON, ratio))

    def _draw_lines(self, painter: QPainter, room: QRect, row: PlanRow, column: Column) -> None:
        lines = self._lines(row, column)
        top = room.y() + (room.height() - len(lines) * _LINE) // 2
        for number, (text, font, token) in enumerate(lines):
            place = QRect(room.x(), top + number * _LINE, room.width(), _LINE)
            self._draw_line(painter, place, text, font, token)

    def _lines(self, row: PlanRow, column: Column) -> list[tuple[str, QFont, str]]:
        """Return the lines of a cell: words, font, colour."""
        readable = row.decision is not None
        if column is Column.NAME:
            return [(row.name, self._strong if readable else self._font, _ink(readable))]
        if column is Column.COMPANY:
            lines = [(row.company, self._font, _ink(readable))] if row.company else []
            return lines + ([(row.role, self._small, "muted")] if row.role else [])
        if column is Column.LINE:
            return [(self._model.cell_words(row, column), self._font, "muted")]
        return [(row.what, self._font, _ink(row.outcome is not Outcome.SAME))]

    def _draw_choices(self, painter: QPainter, room: QRect, number: int, row: PlanRow) -> None:
        above = QRect(room.x(), room.y() + 10, room.width(), _LINE)
        self._draw_line(painter, above, row.what, self._font, "muted")
        chosen = self._model.choice(number)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = room.adjusted(-_MARGIN, 0, _MARGIN, 1)
        for choice, rect in self._choice_rects(cell, row).items():
            self._draw_choice(painter, rect, _choice_words(row, choice), chosen is choice)

    def _draw_choice(self, painter: QPainter, rect: QRect, words: str, chosen: bool) -> None:
        painter.setPen(
            QPen(self._theme.colour("accent" if chosen else "control"), 1.5 if chosen else 1)
        )
        painter.setBrush(self._theme.colour("accent-soft" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        inner = rect.adjusted(9, 0, -9, 0)
        if chosen:
            ratio = painter.device().devicePixelRatioF()
            mark = self._theme.pixmap("check", "accent", 12, ratio)
            painter.drawPixmap(QPoint(inner.x(), rect.y() + (rect.height() - 12) // 2), mark)
            inner.setLeft(inner.left() + 16)
        else:
            width = QFontMetrics(self._button).horizontalAdvance(_one_line(words))
            inner.setLeft(inner.left() + max(0, (inner.width() - width) // 2))
        self._draw_line(painter, inner, words, self._button, "accent" if chosen else "text")

    def _choice_rects(self, cell: QRect, row: PlanRow) -> dict[Choice, QRect]:
        metrics = QFontMetrics(self._button)
        # Room for the check mark at all times: choosing moves nothing.
        same, other = (
            metrics.horizontalAdvance(_choice_words(row, choice)) + 2 * 9 + 18
            for choice in (Choice.SAME, Choice.OTHER)
        )
        room = cell.width() - 2 * _MARGIN - other - _GAP
        same = max(60, min(same, _WIDEST_BUTTON, room))
        left, top = cell.x() + _MARGIN, cell.y() + 34
        return {
            Choice.SAME: QRect(left, top, same, _BUTTON),
            Choice.OTHER: QRect(left + same + _GAP, top, other, _BUTTON),
        }

    def _draw_line(
        self, painter: QPainter, room: QRect, text: str, font: QFont, token: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(_one_line(text), mode, room.width())
        painter.drawText(room, _LEFT, shown)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show the whole of a cell that is cut."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = self.cut_words(index, view.visualRect(index)) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), plain_tool_tip(text), view)
        return True

    def cut_words(self, index: _Index, rect: QRect) -> str:
        """Return the whole words of a cell if they do not fit into ``rect``, else nothing."""
        row, column = self._model.row_at(index.row()), Column(index.column())
        if column is Column.MARK:
            return row.outcome.value
        lines = self._lines(row, column)
        room = rect.width() - 2 * _MARGIN
        cut = any(
            QFontMetrics(font).horizontalAdvance(_one_line(text)) > room for text, font, _ in lines
        )
        words = [text for text, _, _ in lines]
        if row.asked and column is Column.WHAT:
            choices = self._choice_rects(rect, row)
            metrics = QFontMetrics(self._button)
            same = _choice_words(row, Choice.SAME)
            if metrics.horizontalAdvance(same) > choices[Choice.SAME].width() - 2 * 9:
                return "\n".join((*words, same))
        return "\n".join(words) if cut else ""


def _choice_words(row: PlanRow, choice: Choice) -> str:
    if choice is Choice.OTHER:
        return "Someone else"
    return f"Same as {row.decision.like_name if row.decision else ''}"


def _ink(plain: bool) -> str:
    return "text" if plain else "muted"


def _one_line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
