"""A list of what happened: icon, title, detail, and a line between. Knows no dates.

Painted by a delegate of one list view, so that 500 rows cost no widgets. It does not scroll by
itself: it is as high as its rows and stands in a scroll area. A row may hold words of several lines
that are edited in their place, in a widget that is handed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.cell_text import Line, draw_line, is_cut
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored_in

_Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_ICON = 16
_ICON_LEFT = 4
_TEXT_LEFT = 32
_TOP = 8
_LINE = 19
_ROW = 54
_SHORT_ROW = 36
_GAP = _ROW - _TOP - 2 * _LINE
_MOST_BODY = 1_500
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class TimelineEntry:
    """One row. ``key`` is what ``activated`` hands back; a row without title shows its detail.

    ``body`` stands between the two, in as many lines as it needs. An ``editable`` row asks to be
    edited and deleted instead of being opened.
    """

    key: object
    icon: str
    title: str
    detail: str = ""
    tone: str = ""
    body: str = ""
    editable: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are shown."""
        return tuple(line for line in (self.title, self.body, self.detail) if line)

    @property
    def shown_body(self) -> str:
        """The body, cut where it would be a wall."""
        return self.body if len(self.body) <= _MOST_BODY else f"{self.body[:_MOST_BODY]}…"


class TimelineModel(QAbstractListModel):
    """Hands the entries to the view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entries(self) -> tuple[TimelineEntry, ...]:
        """Return the rows in their order."""
        return self._entries

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title and detail as text (also for screen readers), or the entry."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(entry.lines)
        return None


class _Delegate(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.held: tuple[object, int] | None = None
        """The key of the row that an editor covers, and the editor's height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row; the width is the view's."""
        del option
        return QSize(_TEXT_LEFT, self.height(index.data(_ENTRY)))

    def height(self, entry: TimelineEntry) -> int:
        """Return the height of a row at the present width."""
        if self.held is not None and entry.key == self.held[0]:
            return self.held[1] + _TOP
        lines = sum(1 for line in (entry.title, entry.detail) if line)
        if not entry.body:
            return _ROW if lines > 1 else _SHORT_ROW
        return _TOP + lines * _LINE + self._body_height(entry) + _GAP

    def _body(self, entry: TimelineEntry) -> QTextLayout:
        """Break the body into lines: between words, or within one that is too long."""
        text = entry.shown_body.replace("\n", "\u2028")
        layout = QTextLayout(text, self._theme.font(13))
        option = QTextOption()
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, _room(self._view.viewport().rect())))
            line.setPosition(QPointF(0, number * _LINE))
            number += 1
        layout.endLayout()
        return layout

    def _body_height(self, entry: TimelineEntry) -> int:
        return self._body(entry).lineCount() * _LINE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, line, icon and words."""
        entry: TimelineEntry = index.data(_ENTRY)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._draw_ground(painter, option, rect)
        self._draw_icon(painter, rect, entry)
        if self.held is not None and entry.key == self.held[0]:
            painter.restore()
            return  # an editor stands there
        room = QRect(rect.x() + _TEXT_LEFT, rect.y() + _TOP, _room(rect), _LINE)
        room = mirrored_in(option.direction, rect, room)
        title, detail = self._styled(entry)
        if title.text:
            draw_line(painter, self._theme, room, title)
            room.translate(0, _LINE)
        if entry.body:
            room.translate(0, self._draw_body(painter, room, entry))
        if detail.text:
            draw_line(painter, self._theme, room, detail)
        painter.restore()

    def _draw_body(self, painter: QPainter, room: QRect, entry: TimelineEntry) -> int:
        layout = self._body(entry)
        painter.setPen(self._theme.colour("text"))
        layout.draw(painter, QPointF(room.topLeft()))
        return layout.lineCount() * _LINE

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show the whole text of a row that is cut."""
        entry = index.data(_ENTRY)
        if event.type() != QEvent.Type.ToolTip or not isinstance(entry, TimelineEntry):
            return super().helpEvent(event, view, option, index)
        room = _room(view.viewport().rect())
        cut = any(is_cut(line, room) for line in self._styled(entry) if line.text)
        QToolTip.showText(event.globalPos(), plain_tool_tip("\n".join(entry.lines)) if cut else "")
        return True

    def _styled(self, entry: TimelineEntry) -> list[Line]:
        title = Line(entry.title, self._theme.font(13, QFont.Weight.DemiBold))
        detail = Line(entry.detail, self._theme.font(13), "muted")
        return [title, detail]

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state: QStyle.StateFlag = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        inner = rect.adjusted(_TEXT_LEFT - 8, 1, -1, -3)
        ground = QRectF(mirrored_in(option.direction, rect, inner))
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)

    def _draw_icon(self, painter: QPainter, rect: QRect, entry: TimelineEntry) -> None:
        place = QRect(rect.x() + _ICON_LEFT, rect.y() + _TOP + 1, _ICON, _ICON)
        corner = mirrored_in(painter.layoutDirection(), rect, place).topLeft()
        token, _ = tone_tokens(entry.tone)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(corner, self._theme.pixmap(entry.icon, token, _ICON, ratio))
        middle = corner.x() + _ICON // 2
        painter.fillRect(
            QRect(middle, corner.y() + _ICON + 3, 1, rect.height() - _ICON - 5),
            self._theme.colour("border"),
        )


class _Rows(QListView):
    """The list itself: as high as its rows, wheel and page left to the scroll area around it."""

    activated_entry = Signal(object)
    edit_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def event(self, event: QEvent) -> bool:
        """Take F2 and Del before they become shortcuts of the program."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            entry = self.currentIndex().data(_ENTRY)
            mine = isinstance(entry, TimelineEntry) and entry.editable
            if mine and event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter or Space; edit it with these or F2, delete with Del."""
        entry = self.currentIndex().data(_ENTRY)
        if isinstance(entry, TimelineEntry) and entry.editable:
            if event.key() in (*_KEYS, Qt.Key.Key_F2):
                self.edit_requested.emit(entry.key)
                event.accept()
                return
            if event.key() == Qt.Key.Key_Delete:
                self.delete_requested.emit(entry.key)
                event.accept()
                return
        if event.key() in _KEYS and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Bring the current row into sight."""
        super().currentChanged(current, previous)
        area = self._scroll_area()
        if area is None or not current.isValid() or not self.hasFocus():
            return
        rect = self.visualRect(current)
        content = area.widget()
        for corner in (rect.bottomLeft(), rect.topLeft()):
            if content is not None:
                at = self.viewport().mapTo(content, corner)
                area.ensureVisible(at.x(), at.y(), 0, 12)

    def _scroll_area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _on_clicked(self, index: _Index) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, TimelineEntry) and not entry.editable:
            self.activated_entry.emit(entry.key)

    def _on_double_clicked(self, index: _Index) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, TimelineEntry) and entry.editable:
            self.edit_requested.emit(entry.key)


class Timeline(QWidget):
    """One tab stop; up and down move, Enter or a click opens."""

    activated = Signal(object)
    """The key of the entry that was clicked or opened with Enter or Space."""
    edit_requested = Signal(object)
    delete_requested = Signal(object)
    """The key of an editable entry."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, name: str = "Timeline"
    ) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._model = TimelineModel(self)
        self._rows.setModel(self._model)
        self._delegate = _Delegate(theme, self._rows)
        self._rows.setItemDelegate(self._delegate)
        self._rows.setAccessibleName(name)
        self._rows.activated_entry.connect(self.activated)
        self._rows.edit_requested.connect(self.edit_requested)
        self._rows.delete_requested.connect(self.delete_requested)
        self._editor: QWidget | None = None
        self.setFocusProxy(self._rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        self.show_entries(())
        theme.changed.connect(self._rows.viewport().update)

    def entries(self) -> tuple[TimelineEntry, ...]:
        """Return the rows that are shown."""
        return self._model.entries()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Replace all rows; the row with the same key stays the current one."""
        if tuple(entries) == self._model.entries() and entries:
            return
        current = self._rows.currentIndex().data(_ENTRY)
        self._model.show_entries(entries)
        self._fit()
        if isinstance(current, TimelineEntry):
            self._restore(current.key)

    def hold(self, key: object, editor: QWidget | None) -> None:
        """Cover the row of ``key`` with an editor as high as it asks to be; None uncovers it.

        The editor belongs to its maker. It must tell of another height by holding again.
        """
        self._editor = editor
        self._delegate.held = None if editor is None else (key, editor.sizeHint().height())
        if editor is not None:
            editor.setParent(self._rows.viewport())
        self._fit()

    def choose(self, key: object) -> None:
        """Make the row with that key the current one, if there is one."""
        self._restore(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(sum(self._delegate.height(entry) for entry in self.entries()))
        self._rows.doItemsLayout()
        held = self._delegate.held
        if self._editor is None or held is None:
            return
        rows = (row for row, entry in enumerate(self.entries()) if entry.key == held[0])
        row = next(rows, None)
        self._editor.setVisible(row is not None)
        if row is not None:
            rect = self._rows.visualRect(self._model.index(row, 0))
            width = rect.width() - _TEXT_LEFT + 6
            self._editor.setGeometry(_TEXT_LEFT - 6, rect.y() + 3, width, held[1])

    def _restore(self, key: object) -> None:
        for row, entry in enumerate(self._model.entries()):
            if entry.key == key:
                self._rows.setCurrentIndex(self._model.index(row, 0))
                return


def _room(rect: QRect) -> int:
    return rect.width() - _TEXT_LEFT - 6
