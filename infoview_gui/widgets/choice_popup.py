"""A list that drops down from a button: one choice or several, found by typing where it is long.

Knows nothing of what is chosen; it is handed the choices and says what the user does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.widgets.undo_keys import pass_undo_on

_Index = QModelIndex | QPersistentModelIndex
_VALUE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INTO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_WIDTH, _ROW, _MOST_ROWS = 268, 30, 11
_BOX = 28


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: ``checked`` None where rows are not ticked, PARTIALLY where it holds for some."""

    value: object
    label: str
    count: int | None = None
    checked: Qt.CheckState | None = None


class _CountDelegate(QStyledItemDelegate):
    """Puts the count at the right end and keeps the words away from it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the same height for all."""
        del option, index
        return QSize(120, _ROW)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Cut the words where the count begins."""
        super().initStyleOption(option, index)
        room = option.rect.width() - option.fontMetrics.horizontalAdvance(_count(index)) - 32
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            room -= _BOX
        mode = Qt.TextElideMode.ElideRight
        option.text = option.fontMetrics.elidedText(option.text, mode, room)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Tick nothing: the popup does, wherever in the row the click was."""
        del event, model, option, index
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row and its count."""
        super().paint(painter, option, index)
        count = _count(index)
        if count:
            painter.save()
            painter.setPen(self._theme.colour("muted"))
            rect: QRect = option.rect
            where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setLayoutDirection(option.direction)
            place = mirrored_in(option.direction, rect, rect.adjusted(0, 0, -10, 0))
            painter.drawText(place, where, count)
            painter.restore()


class ChoicePopup(QFrame):
    """Open under a widget with ``open_at``; Escape and a click elsewhere close it."""

    toggled = Signal(object, bool)
    """A ticked row was changed: its value, and whether it holds now. The popup stays."""
    chosen = Signal(object)
    """A row without a box was chosen; the popup is closed."""
    searched = Signal(str)
    """The words of the search field: show other choices."""
    typed = Signal(str)
    """Enter on words that are no choice."""
    cleared = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        parent: QWidget,
        *,
        search: str = "",
        clear: str = "",
        new_words: bool = False,
    ) -> None:
        """``search`` is what an empty search field says, ``clear`` what a button at the end does.

        With ``new_words`` Enter tells of words that are no choice; else it takes the row marked.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.setAccessibleName(title)
        self._theme = theme
        self.field = SearchField(theme, search, self, name=search or title)
        pass_undo_on(self.field)
        self.field.setVisible(bool(search))
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self._more = label("", "small", self)
        self._empty = label("", "muted", self)
        self.clear_button: QPushButton | None = None
        if clear:
            self.clear_button = push_button(theme, clear, kind="link", icon="x", parent=self)
            self.clear_button.clicked.connect(self.cleared)
        self._searches = bool(search)
        self._new_words = new_words
        self._set_list(title)
        self._arrange()
        self.field.textChanged.connect(self.searched)

    def _set_list(self, title: str) -> None:
        rows = self.list
        rows.setAccessibleName(title)
        rows.setUniformItemSizes(True)
        rows.setItemDelegate(_CountDelegate(self._theme, rows))
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setMouseTracking(True)
        rows.installEventFilter(self)
        rows.itemClicked.connect(self._on_pressed)

    def _arrange(self) -> None:
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 4, 0)
        foot.addWidget(self._more, 1)
        if self.clear_button is not None:
            foot.addWidget(self.clear_button)
        column.addWidget(self.field)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addLayout(foot)

    # -- what is shown

    def show_offers(self, offers: Sequence[Offer], more: int = 0, empty: str = "") -> None:
        """Show these rows; the place in the list stays. ``more`` are those that typing would find.

        ``empty`` is said where there is none.
        """
        at = self.list.currentRow()
        self.list.clear()
        for offer in offers:
            self.list.addItem(_item(offer))
        if offers:
            self.list.setCurrentRow(max(0, min(at, len(offers) - 1)))
        self._more.setText(f"and {more:,} more: type to find them" if more else "")
        self._more.setVisible(bool(more) or self.clear_button is not None)
        self._empty.setText("" if offers else empty)
        self._empty.setVisible(bool(self._empty.text()))
        self.list.setVisible(bool(offers))
        self._fit(len(offers))

    def allow_clear(self, allowed: bool) -> None:
        """Offer to clear, or not."""
        if self.clear_button is not None:
            self.clear_button.setEnabled(allowed)

    def _fit(self, rows: int) -> None:
        self.list.setFixedHeight(_ROW * max(1, min(rows, _MOST_ROWS)) + 2)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()

    def open_at(self, owner: QWidget, place: QRect | None = None) -> None:
        """Drop down under ``owner`` (or a part of it), or above it where there is no room."""
        under = place or owner.rect()
        self.adjustSize()
        at = owner.mapToGlobal(under.bottomLeft()) + QPoint(0, 3)
        screen = owner.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        if at.y() + self.height() > room.bottom():
            at.setY(max(room.top(), owner.mapToGlobal(under.topLeft()).y() - self.height() - 3))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()
        (self.field if self._searches else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell it."""
        super().hideEvent(event)
        self.closed.emit()

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys go between field and list as if they were one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            taken = self._list_key(event) if watched is self.list else self._field_key(event)
            if taken:
                return True
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        if event.key() in _INTO_LIST and self.list.count():
            self.list.setFocus()
            return True
        if event.key() in _ENTER:
            self._on_enter()
            return True
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER or event.key() == Qt.Key.Key_Space:
            self._on_pressed(self.list.currentItem())
            return True
        if event.key() == Qt.Key.Key_Up and self._searches and self.list.currentRow() <= 0:
            self.field.setFocus()
            return True
        if self._searches and event.text().strip() and event.text().isprintable():
            self.field.setFocus()
            self.field.insert(event.text())
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_enter(self) -> None:
        words = " ".join(self.field.text().split())
        if not words:
            self.hide()
            return
        same = [one for one in self._items() if one.text().casefold() == words.casefold()]
        if same or not self._new_words:
            self._on_pressed(same[0] if same else self.list.currentItem())
        else:
            self.typed.emit(words)

    def _items(self) -> list[QListWidgetItem]:
        found = (self.list.item(row) for row in range(self.list.count()))
        return [one for one in found if one is not None]

    def _on_pressed(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        state = item.data(Qt.ItemDataRole.CheckStateRole)
        value = item.data(_VALUE)
        if state is None:
            self.hide()
            self.chosen.emit(value)
            return
        holds = Qt.CheckState(state) != Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Checked if holds else Qt.CheckState.Unchecked)
        self.toggled.emit(value, holds)


def _item(offer: Offer) -> QListWidgetItem:
    item = QListWidgetItem(offer.label)
    item.setData(_VALUE, offer.value)
    item.setToolTip("")
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags)
    if offer.count is not None:
        item.setData(_COUNT, offer.count)
        words = f"{offer.label}, {offer.count:,}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
    if offer.checked is not None:
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(offer.checked)
    return item


def _count(index: _Index) -> str:
    count = index.data(_COUNT)
    return f"{count:,}" if isinstance(count, int) else ""
