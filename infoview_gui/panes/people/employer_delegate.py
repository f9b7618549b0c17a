"""Paints the rows of the list of employers, and of the people below an open one.

Takes rows from the model; knows no services and changes nothing.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from infoview_gui.panes.people.employer_model import Group, GroupColumn, GroupedModel
from infoview_gui.panes.people.employer_words import asked_words, people_in, priority_words
from infoview_gui.panes.people.row_words import STAGE_TONES
from infoview_gui.panes.phrases import listed, marked
from infoview_gui.practice.questions import Category
from infoview_gui.services.employers import EmployerRow
from infoview_gui.services.person_row import PersonRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.cell_text import Line, broken, draw_lines, is_cut
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.row_table import MARGIN, RowDelegate, RowTable

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = 6
_ARROW = 14
_MARK = 30
_GAP = 10
_INDENT = _ARROW + 8
_DOT = 9
_BAR = 4
_LETTERS = 22
_LETTER_HEIGHT = 20
ASKED_WIDTH = MARGIN + len(Category) * _LETTERS + _RIGHT


class GroupedDelegate(RowDelegate):
    """Draws cells from the model's rows, without asking for single roles."""

    def __init__(self, theme: Theme, model: GroupedModel, view: RowTable) -> None:
        super().__init__(theme, view)
        self._model = model
        self._strong = theme.font(13, QFont.Weight.DemiBold)
        self._font = theme.font(13)
        self._small = theme.font(12)
        self._letters = theme.font(11, QFont.Weight.Medium)
        self._pictures: dict[tuple[frozenset[str], float, Qt.LayoutDirection], QPixmap] = {}
        theme.changed.connect(self._pictures.clear)

    def draw_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw what a row says in one column."""
        column = GroupColumn(index.column())
        group = self._model.group_at(index.row())
        if group is not None:
            self._draw_group(painter, rect, column, group)
            return
        person = self._model.person_at(index.row())
        if person is not None:
            self._draw_person(painter, rect, column, person)

    # -- an employer

    def _draw_group(
        self, painter: QPainter, rect: QRect, column: GroupColumn, group: Group
    ) -> None:
        way = painter.layoutDirection()
        room = mirrored_in(way, rect, rect.adjusted(MARGIN, 0, -_RIGHT, -1))
        if column is GroupColumn.NAME:
            self._draw_name(painter, room, group)
        elif column is GroupColumn.PRIORITY:
            if group.row is not None:
                draw_priority(painter, self._theme, room, group.row)
        elif column is GroupColumn.ASKED:
            if group.row is not None:
                self._draw_asked(painter, room, group.covered)
        else:
            words = self._model.group_words(group, column)
            ink = "muted" if column is GroupColumn.LAST else "text"
            draw_lines(
                painter, self._theme, room, broken(Line(words, self._font, ink), room.width())
            )

    def _draw_name(self, painter: QPainter, room: QRect, group: Group) -> None:
        way = painter.layoutDirection()
        closed = "chevron-left" if way == Qt.LayoutDirection.RightToLeft else "chevron-right"
        icon = "chevron-down" if group.is_open else closed
        ratio = painter.device().devicePixelRatioF()
        middle = room.y() + room.height() // 2
        arrow = self._theme.pixmap(icon, "muted", _ARROW, ratio)
        corner = QRect(room.x() - 4, middle - _ARROW // 2, _ARROW, _ARROW)
        painter.drawPixmap(mirrored_in(way, room, corner).topLeft(), arrow)
        square = QRect(room.x() + _ARROW, middle - _MARK // 2, _MARK, _MARK)
        square = mirrored_in(way, room, square)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(square), 7, 7)
        picture = self._theme.pixmap("building-2", "muted", 16, ratio)
        painter.drawPixmap(square.topLeft() + QPoint(7, 7), picture)
        room = mirrored_in(way, room, room.adjusted(_ARROW + _MARK + _GAP, 0, 0, 0))
        draw_lines(painter, self._theme, room, self._name_lines(group, room.width()))

    def _name_lines(self, group: Group, width: int) -> list[Line]:
        ink = "text" if group.id else "muted"
        return broken(Line(group.name, self._strong, ink), width)

    def _draw_asked(self, painter: QPainter, room: QRect, covered: frozenset[str]) -> None:
        way, ratio = painter.layoutDirection(), painter.device().devicePixelRatioF()
        key = (covered, ratio, way)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._asked_picture(covered, ratio, way)
        top = room.y() + (room.height() - _LETTER_HEIGHT) // 2
        place = QRect(room.x(), top, len(Category) * _LETTERS, _LETTER_HEIGHT)
        painter.drawPixmap(mirrored_in(way, room, place).topLeft(), picture)

    def _asked_picture(
        self, covered: frozenset[str], ratio: float, way: Qt.LayoutDirection
    ) -> QPixmap:
        """Draw the eight categories once for each combination that occurs."""
        size = QSize(len(Category) * _LETTERS, _LETTER_HEIGHT)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self._letters)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, category in enumerate(Category):
            place = QRect(number * _LETTERS, 0, _LETTERS - 1, _LETTER_HEIGHT)
            place = mirrored_in(way, QRect(QPoint(), size), place)
            if category.value in covered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("accent"))
                painter.drawRoundedRect(QRectF(place), 5, 5)
            ink = "on-accent" if category.value in covered else "muted"
            painter.setPen(self._theme.colour(ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, category.label[:2])
        painter.end()
        return picture

    # -- a person

    def _draw_person(
        self, painter: QPainter, rect: QRect, column: GroupColumn, person: PersonRow
    ) -> None:
        way = painter.layoutDirection()
        room = mirrored_in(way, rect, rect.adjusted(MARGIN, 0, -_RIGHT, -1))
        if column in {GroupColumn.PEOPLE, GroupColumn.PRIORITY}:
            self._draw_stage(painter, room, column, person)
            return
        if column is GroupColumn.NAME:
            corner = QPoint(room.x() + _INDENT, room.y() + (room.height() - _MARK) // 2)
            mark = mirrored_in(way, room, QRect(corner, QSize(_MARK, _MARK)))
            draw_avatar(painter, self._theme, mark, *marked(person))
            room = mirrored_in(way, room, room.adjusted(_INDENT + _MARK + _GAP, 0, 0, 0))
        draw_lines(painter, self._theme, room, self._person_lines(person, column, room.width()))

    def _draw_stage(
        self, painter: QPainter, room: QRect, column: GroupColumn, person: PersonRow
    ) -> None:
        """Draw the stage over both columns: each draws its part."""
        first = self._view.columnWidth(GroupColumn.PEOPLE)
        both = first + self._view.columnWidth(GroupColumn.PRIORITY) - MARGIN - _RIGHT
        left = room.x() - (first if column is GroupColumn.PRIORITY else 0)
        way = painter.layoutDirection()
        size = chip_size(self._theme, person.stage.label)
        size.setWidth(min(size.width(), both))
        top = room.y() + (room.height() - size.height()) // 2
        place = mirrored_in(way, room, QRect(QPoint(left, top), size))
        tone = STAGE_TONES[person.stage]
        draw_chip(painter, self._theme, place, person.stage.label, tone)

    def _person_lines(self, person: PersonRow, column: GroupColumn, width: int) -> list[Line]:
        if column is GroupColumn.NAME:
            lines = [Line(person.name, self._strong)]
            return lines + ([Line(person.role, self._small, "muted")] if person.role else [])
        ink = "muted" if column is GroupColumn.LAST else "text"
        return broken(Line(self._model.person_words(person, column), self._font, ink), width)

    # -- what is cut, and what signs mean

    def cut_words(self, index: _Index, rect: QRect) -> str:
        """Return the whole words of a cell that is cut, and what the signs of an employer mean."""
        column = GroupColumn(index.column())
        group = self._model.group_at(index.row())
        room = rect.width() - MARGIN - _RIGHT
        if group is not None:
            return self._group_tip(group, column, room)
        person = self._model.person_at(index.row())
        if person is None or column in {GroupColumn.PEOPLE, GroupColumn.PRIORITY}:
            return ""
        if column is GroupColumn.NAME:
            room -= _INDENT + _MARK + _GAP
        lines = self._person_lines(person, column, room)
        cut = any(is_cut(line, room) for line in lines)
        return "\n".join(line.text for line in lines) if cut else ""

    def _group_tip(self, group: Group, column: GroupColumn, room: int) -> str:
        if column is GroupColumn.NAME:
            lines = self._name_lines(group, room - _ARROW - _MARK - _GAP)
            cut = any(is_cut(line, room - _ARROW - _MARK - _GAP) for line in lines)
            return listed(group.name, people_in(group)) if cut else ""
        if group.row is None:
            return ""
        if column is GroupColumn.PRIORITY:
            return priority_words(group.row)
        return asked_words(group.covered) if column is GroupColumn.ASKED else ""


def draw_priority(painter: QPainter, theme: Theme, room: QRect, row: EmployerRow) -> None:
    """Draw motivation as three dots, advocacy as joined hands, posting as three steps."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.translate(2 * room.x() + room.width(), 0)
        painter.scale(-1, 1)
    middle = room.y() + room.height() / 2
    left = float(room.x() + 1)
    for number in range(3):
        filled = number < row.motivation
        painter.setPen(QPen(theme.colour("accent" if filled else "control"), 1.2))
        painter.setBrush(theme.colour("accent" if filled else "surface"))
        painter.drawEllipse(QRectF(left, middle - _DOT / 2, _DOT, _DOT))
        left += _DOT + 4
    left += 5
    if row.advocacy:
        picture = theme.pixmap("handshake", "accent", 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(round(left), round(middle) - 8), picture)
    left += 16 + 9
    for number in range(3 if row.posting else 0):
        height = 5 + 4 * number
        filled = number < row.posting
        painter.setPen(QPen(theme.colour("violet" if filled else "control"), 1))
        painter.setBrush(theme.colour("violet" if filled else "surface"))
        painter.drawRect(QRectF(left, middle + 6 - height, _BAR, height))
        left += _BAR + 3
