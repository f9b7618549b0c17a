"""The list under a person picker: people that match, and at its end the way to add a new one.

Knows no services; it is handed the names.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infoview_gui.panes.phrases import dotted, listed, marked
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.cell_text import Line, draw_line, draw_lines
from infoview_gui.widgets.mirror import mirrored_in

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROW = 40
_MARK = 26
_LONGEST = 200


class PickerModel(QAbstractListModel):
    """People, then perhaps one row that stands for a new person."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: tuple[PersonName, ...] = ()
        self._new_name = ""
        self._chosen: frozenset[int] = frozenset()

    def show_people(
        self, people: Sequence[PersonName], new_name: str, chosen: Collection[int] = ()
    ) -> None:
        """Replace all rows; without ``new_name`` nobody can be added.

        ``chosen`` are the ids of those who are picked already: their rows say so.
        """
        self.beginResetModel()
        self._people = tuple(people)
        self._chosen = frozenset(chosen)
        self._new_name = new_name
        self.endResetModel()

    def person(self, row: int) -> PersonName | None:
        """Return who stands in a row; None for the row of the new person."""
        return self._people[row] if 0 <= row < len(self._people) else None

    def under(self, person: PersonName) -> tuple[str, ...]:
        """Return what is said of a person beside the name."""
        picked = "chosen already" if person.id in self._chosen else ""
        return picked, person.role, person.company

    @property
    def new_name(self) -> str:
        """The name of the person who would be added."""
        return self._new_name

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._people) + bool(self._new_name)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        words = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if role not in words or not index.isValid():
            return None
        person = self.person(index.row())
        if person is None:
            return f"Add “{self._new_name[:_LONGEST]}” as a new person"
        return listed(person.name, *self.under(person))


class PickerDelegate(QStyledItemDelegate):
    """Draws mark and name, company and role under it."""

    def __init__(self, theme: Theme, model: PickerModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(160, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setLayoutDirection(option.direction)
        chosen = state & QStyle.StateFlag.State_Selected
        painter.fillRect(rect, self._theme.colour("accent-soft" if chosen else "surface"))
        if chosen:
            edge = mirrored_in(option.direction, rect, QRect(rect.topLeft(), QSize(3, _ROW)))
            painter.fillRect(edge, self._theme.colour("accent"))
        person = self._model.person(index.row())
        if person is None:
            self._draw_new(painter, rect, str(index.data()))
        else:
            self._draw_person(painter, rect, person)
        painter.restore()

    def _draw_new(self, painter: QPainter, rect: QRect, words: str) -> None:
        way = painter.layoutDirection()
        place = QRect(rect.x() + 15, rect.y() + (_ROW - 16) // 2, 16, 16)
        corner = mirrored_in(way, rect, place).topLeft()
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(corner, self._theme.pixmap("user-plus", "accent", 16, ratio))
        room = mirrored_in(way, rect, rect.adjusted(10 + _MARK + 9, 0, -8, 0))
        font = self._theme.font(13, QFont.Weight.DemiBold)
        draw_line(painter, self._theme, room, Line(words, font, "accent"))

    def _draw_person(self, painter: QPainter, rect: QRect, person: PersonName) -> None:
        mark = QRect(rect.x() + 10, rect.y() + (_ROW - _MARK) // 2, _MARK, _MARK)
        way = painter.layoutDirection()
        draw_avatar(painter, self._theme, mirrored_in(way, rect, mark), *marked(person))
        room = mirrored_in(way, rect, rect.adjusted(10 + _MARK + 9, 0, -8, 0))
        under = dotted(*self._model.under(person))
        lines = [Line(person.name, self._theme.font(13, QFont.Weight.DemiBold))]
        if under:
            lines.append(Line(under, self._theme.font(12), "muted"))
        draw_lines(painter, self._theme, room, lines)
