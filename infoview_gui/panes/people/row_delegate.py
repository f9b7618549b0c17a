"""Paints the rows of the People table: mark and name, company over role, chip, words.

Takes rows from the model; knows no services and changes nothing.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFont, QPainter

from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.people_model import PeopleModel
from infoview_gui.panes.people.row_words import STAGE_TONES
from infoview_gui.panes.phrases import marked
from infoview_gui.practice.stages import Stage
from infoview_gui.services.person_row import PersonRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.cell_text import Line, broken, draw_lines, is_cut
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.row_table import MARGIN, RowDelegate, RowTable

_Index = QModelIndex | QPersistentModelIndex
Cell = tuple[Column, int, int]
"""A column, where it begins and its width, in pixels of the viewport."""
_RIGHT = 6
_FRAME = 2
_AVATAR = 34
_GAP = 10
_COLUMNS = tuple(Column)
_QUIET = (Column.CHANNEL, Column.LAST, Column.ADDED)


class PeopleDelegate(RowDelegate):
    """Draws cells from the model's rows, without asking for single roles."""

    def __init__(self, theme: Theme, model: PeopleModel, view: RowTable) -> None:
        super().__init__(theme, view)
        self._model = model
        self._name_font = theme.font(13, QFont.Weight.DemiBold)
        self._font = theme.font(13)
        self._role_font = theme.font(12)

    def draw_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw what a row says in one column."""
        person = self._model.person_at(index.row())
        if person is not None:
            self._draw(painter, rect, person, _COLUMNS[index.column()])

    def draw_row(self, painter: QPainter, rect: QRect, row: int, cells: Sequence[Cell]) -> None:
        """Draw a row; all cells at once, as each call from Qt takes as long as what is drawn."""
        index = self._model.index(row, 0)
        ground = "hover" if row == self._view.hovered_row else "surface"
        if self._view.selectionModel().isSelected(index):
            ground = "selection"
        focused = self._view.hasFocus() and row == self._view.currentIndex().row()
        around = (_FRAME, _FRAME, -_FRAME, -_FRAME) if focused else (0, 0, 0, -1)
        painter.fillRect(rect, self._theme.colour("focus" if focused else "border"))
        painter.fillRect(rect.adjusted(*around), self._theme.colour(ground))
        person = self._model.person_at(row)
        if person is not None:
            for column, x, width in cells:
                place = QRect(x, rect.y(), width, rect.height())
                self._draw(painter, place, person, column)

    def _draw(self, painter: QPainter, rect: QRect, person: PersonRow, column: Column) -> None:
        way = painter.layoutDirection()
        room = mirrored_in(way, rect, rect.adjusted(MARGIN, 0, -_RIGHT, -1))
        if column is Column.STAGE:
            self._draw_stage(painter, room, person.stage)
            return
        if column is Column.NAME:
            top = room.y() + (room.height() - _AVATAR) // 2
            mark = QRect(QPoint(room.x(), top), QSize(_AVATAR, _AVATAR))
            draw_avatar(painter, self._theme, mirrored_in(way, room, mark), *marked(person))
            room = mirrored_in(way, room, room.adjusted(_AVATAR + _GAP, 0, 0, 0))
        draw_lines(painter, self._theme, room, self._lines(person, column, room.width()))

    def _lines(self, person: PersonRow, column: Column, width: int) -> list[Line]:
        """Return the lines of a cell; a single one is broken where it is too long."""
        if column is Column.COMPANY and person.company and person.role:
            role = Line(person.role, self._role_font, "muted")
            return [Line(person.company, self._font), role]
        if column is Column.COMPANY:
            ink = "text" if person.company else "muted"
            return [Line(person.company or person.role, self._font, ink)]
        font = self._name_font if column is Column.NAME else self._font
        ink = "muted" if column in _QUIET else "text"
        return broken(Line(self._model.cell_words(person, column), font, ink), width)

    def _draw_stage(self, painter: QPainter, room: QRect, stage: Stage) -> None:
        size = chip_size(self._theme, stage.label)
        size.setWidth(min(size.width(), room.width()))
        top = room.y() + (room.height() - size.height()) // 2
        place = QRect(QPoint(room.x(), top), size)
        chip = mirrored_in(painter.layoutDirection(), room, place)
        draw_chip(painter, self._theme, chip, stage.label, STAGE_TONES[stage])

    def cut_words(self, index: _Index, rect: QRect) -> str:
        """Return the whole words of a cell if they do not fit into ``rect``, else nothing."""
        person = self._model.person_at(index.row())
        if person is None:
            return ""
        column = Column(index.column())
        room = rect.width() - MARGIN - _RIGHT
        if column is Column.STAGE:
            fits = chip_size(self._theme, person.stage.label).width() <= room
            return "" if fits else person.stage.label
        if column is Column.NAME:
            room -= _AVATAR + _GAP
        lines = self._lines(person, column, room)
        if not any(is_cut(line, room) for line in lines):
            return ""
        if column is Column.COMPANY:
            return "\n".join(line.text for line in lines)
        return self._model.cell_words(person, column)
