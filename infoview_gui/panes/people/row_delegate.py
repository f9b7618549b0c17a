"""Paints the rows of the People table: mark and name, company over role, chip, words."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from infoview_gui.panes.people.people_model import Column, PeopleModel
from infoview_gui.panes.people.wording import STAGE_TONES
from infoview_gui.services.records import PersonRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.labels import plain_tool_tip

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 46
_MARGIN = 12
_RIGHT = 6
_AVATAR = 34
_GAP = 10
_LINE = 18
_LONGEST = 400
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Draws cells from the model's rows, without asking for single roles."""

    def __init__(self, theme: Theme, model: PeopleModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
        self._name_font = theme.font(13, QFont.Weight.DemiBold)
        self._font = theme.font(13)
        self._role_font = theme.font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of every row."""
        del option, index
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        painter.save()
        self._draw_ground(painter, option, index)
        person = self._model.person_at(index.row())
        if person is not None:
            column = Column(index.column())
            inner = rect.adjusted(_MARGIN, 0, -_RIGHT, -1)
            if column is Column.NAME:
                self._draw_name(painter, inner, person)
            elif column is Column.COMPANY:
                self._draw_company(painter, inner, person)
            elif column is Column.STAGE:
                self._draw_stage(painter, inner, person)
            else:
                token = "muted" if column is Column.CHANNEL else "text"
                words = self._model.cell_words(person, column)
                self._draw_lines(painter, inner, words, self._font, token)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        # Always painted: the style has drawn a single hovered cell, and rows are chosen whole.
        painter.fillRect(rect, self._theme.colour("selection" if selected else "surface"))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), self._theme.colour("border"))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            self._draw_focus(painter, rect, Column(index.column()))

    def _draw_focus(self, painter: QPainter, rect: QRect, column: Column) -> None:
        colour = self._theme.colour("focus")
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 2), colour)
        painter.fillRect(QRect(rect.x(), rect.bottom() - 1, rect.width(), 2), colour)
        if column is Column.NAME:
            painter.fillRect(QRect(rect.x(), rect.y(), 2, rect.height()), colour)
        if column is Column.NEXT:
            painter.fillRect(QRect(rect.right() - 1, rect.y(), 2, rect.height()), colour)

    def _draw_name(self, painter: QPainter, room: QRect, person: PersonRow) -> None:
        top = room.y() + (room.height() - _AVATAR) // 2
        mark = QRect(QPoint(room.x(), top), QSize(_AVATAR, _AVATAR))
        first, last = named(person)
        draw_avatar(painter, self._theme, mark, first, last)
        words = room.adjusted(_AVATAR + _GAP, 0, 0, 0)
        self._draw_lines(painter, words, person.name, self._name_font, "text")

    def _draw_company(self, painter: QPainter, room: QRect, person: PersonRow) -> None:
        if not (person.company and person.role):
            token = "text" if person.company else "muted"
            line = person.company or person.role
            self._draw_line(painter, room, line, self._font, token)
            return
        top = room.y() + (room.height() - 2 * _LINE) // 2
        upper = QRect(room.x(), top, room.width(), _LINE)
        self._draw_line(painter, upper, person.company, self._font, "text")
        lower = upper.translated(0, _LINE)
        self._draw_line(painter, lower, person.role, self._role_font, "muted")

    def _draw_stage(self, painter: QPainter, room: QRect, person: PersonRow) -> None:
        size = chip_size(self._theme, person.stage.label)
        size.setWidth(min(size.width(), room.width()))
        top = room.y() + (room.height() - size.height()) // 2
        chip = QRect(QPoint(room.x(), top), size)
        draw_chip(painter, self._theme, chip, person.stage.label, STAGE_TONES[person.stage])

    def _draw_lines(
        self, painter: QPainter, room: QRect, text: str, font: QFont, token: str
    ) -> None:
        """Draw words on one line, or on two where one is too short."""
        lines = broken(one_line(text), QFontMetrics(font), room.width())
        top = room.y() + (room.height() - len(lines) * _LINE) // 2
        for place, line in enumerate(lines):
            rect = QRect(room.x(), top + place * _LINE, room.width(), _LINE)
            self._draw_line(painter, rect, line, font, token)

    def _draw_line(
        self, painter: QPainter, room: QRect, text: str, font: QFont, token: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(one_line(text), mode, room.width())
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
        person = self._model.person_at(index.row()) if index.isValid() else None
        text = "" if person is None else self.cut_words(person, index, view.visualRect(index))
        QToolTip.showText(event.globalPos(), plain_tool_tip(text), view)
        return True

    def cut_words(self, person: PersonRow, index: _Index, rect: QRect) -> str:
        """Return the whole words of a cell if they do not fit into ``rect``, else nothing."""
        column = Column(index.column())
        room = rect.width() - _MARGIN - _RIGHT
        lines = [(self._model.cell_words(person, column), self._font)]
        if column is Column.NAME:
            room -= _AVATAR + _GAP
            lines = [(person.name, self._name_font)]
        elif column is Column.COMPANY and person.company and person.role:
            lines = [(person.company, self._font), (person.role, self._role_font)]
        elif column is Column.STAGE:
            fits = chip_size(self._theme, person.stage.label).width() <= room
            return "" if fits else person.stage.label
        may_break = len(lines) == 1
        cut = any(
            is_cut(one_line(line), QFontMetrics(font), room, may_break=may_break)
            for line, font in lines
        )
        return "\n".join(line for line, _ in lines) if cut else ""


def one_line(text: str) -> str:
    """Return a text without line breaks, and no longer than any column could show."""
    return " ".join(text[:_LONGEST].split())


def broken(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return one line, or two broken between words where one is too long."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split(" ")
    taken = 0
    while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
        taken += 1
    if not 0 < taken < len(words):
        return [text]
    return [" ".join(words[:taken]), " ".join(words[taken:])]


def is_cut(text: str, metrics: QFontMetrics, width: int, *, may_break: bool) -> bool:
    """Tell whether a part of the text cannot be seen."""
    lines = broken(text, metrics, width) if may_break else [text]
    return any(metrics.horizontalAdvance(line) > width for line in lines)


def named(person: PersonRow) -> tuple[str, str]:
    """Return first and last name for the mark; who has none is marked by what is shown."""
    if person.first_name or person.last_name:
        return person.first_name, person.last_name
    return person.name, ""
