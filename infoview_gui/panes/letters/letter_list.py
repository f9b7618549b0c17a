"""The list of letters at the left: model, painting, search, selection kept by key.

Knows no services; is handed its sections.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.letters.sections import Entry, Key, Section
from infoview_gui.panes.phrases import marked
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.buttons import tool_button
from infoview_gui.widgets.cell_text import Line, draw_empty_item, draw_line, draw_lines
from infoview_gui.widgets.labels import label, plain_tool_tip, wrapped_label
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.widgets.segmented import Segmented

LEAST_WIDTH = 230
_ROW_PX, _HEADING_PX, _AVATAR_PX, _LEFT = 50, 34, 32, 14
_Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1


class LetterModel(QAbstractListModel):
    """Headings and letters in one column; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other rows; does nothing when they are the same."""
        rows: list[Entry | str] = []
        for section in sections:
            rows += [section.title, *section.entries]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_of(self, key: Key | None) -> int | None:
        """Return the row of a letter, or None."""
        for row, found in enumerate(self._rows):
            if isinstance(found, Entry) and found.key == key:
                return row
        return None

    def keys(self) -> list[Key]:
        """Return the keys of the rows from top to bottom."""
        return [found.key for found in self._rows if isinstance(found, Entry)]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name, entry, and what a screen reader says."""
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if isinstance(found, str):
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return found if role in spoken else None
        told = [part for part in (found.person.name, found.words, found.subject) if part]
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: found.person.name,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(told),
            Qt.ItemDataRole.ToolTipRole: plain_tool_tip("\n".join(told)),
            ENTRY_ROLE: found,
        }
        return values.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that headings are passed over."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _LetterDelegate(QStyledItemDelegate):
    """A heading, or an avatar with name and a line below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a heading or of a row."""
        del option
        is_row = index.flags() & Qt.ItemFlag.ItemIsSelectable
        return QSize(LEAST_WIDTH - 20, _ROW_PX if is_row else _HEADING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        if isinstance(entry, Entry):
            draw_empty_item(self, painter, option, index)
            self._draw_entry(painter, rect, entry)
        else:
            inner = rect.adjusted(_LEFT, 8, -_LEFT, 0)
            font = self._theme.font(12, QFont.Weight.DemiBold)
            draw_line(painter, self._theme, inner, Line(str(index.data()), font, "muted"))
        painter.restore()

    def _draw_entry(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        theme = self._theme
        place = QRect(_LEFT, rect.y() + (_ROW_PX - _AVATAR_PX) // 2, _AVATAR_PX, _AVATAR_PX)
        way = painter.layoutDirection()
        draw_avatar(painter, theme, mirrored_in(way, rect, place), *marked(entry.person))
        room = mirrored_in(way, rect, rect.adjusted(place.right() + 11 - rect.x(), 0, -8, 0))
        title = Line(entry.person.name, theme.font(13, QFont.Weight.DemiBold))
        words = Line(entry.words, theme.font(12), entry.tone or "muted")
        draw_lines(painter, theme, room, (title, words))


class _LetterView(QListView):
    """Tells of Enter, by which one goes to the letter itself."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the letter with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LetterList(QFrame):
    """The column with its heading and search; ``chosen`` tells of the user only."""

    chosen = Signal(object)
    """A Key."""
    entered = Signal()
    new_requested = Signal()
    arranged = Signal()
    """Another search, or another order, is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._showing = False
        self.setProperty("kind", "side")
        self.setMinimumWidth(LEAST_WIDTH)
        self.model = LetterModel(self)
        self.search = SearchField(theme, "Find letters", self)
        self.order = Segmented(theme, ("By state", "By person"), self, name="Letters shown")
        self.view = _LetterView(self)
        self.view.setAccessibleName("Letters")
        self.view.setModel(self.model)
        self.view.setItemDelegate(_LetterDelegate(theme, self.view))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = wrapped_label("", "muted", self)
        self._arrange()
        self._connect()

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.search.text()

    @property
    def by_person(self) -> bool:
        """Whether letters stand below the people they go to."""
        return self.order.index == 1

    def show_sections(self, sections: Sequence[Section], current: Key | None) -> None:
        """Show other rows; the letter ``current`` stays chosen where it is among them."""
        self._showing = True
        self.model.show_sections(sections)
        self._showing = False
        self.none.setText("No letter holds these words." if self.words.strip() else "")
        self.none.setVisible(not sections and bool(self.words.strip()))
        self.choose(current)

    def use_menu(self, actions: Sequence[QAction]) -> None:
        """Offer these verbs of the chosen letter to the right button and the menu key."""
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.addActions(list(actions))

    def choose(self, key: Key | None) -> None:
        """Show which letter is open, without telling."""
        row = self.model.row_of(key)
        index = QModelIndex() if row is None else self.model.index(row)
        self._showing = True
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        self._showing = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        found = current.data(ENTRY_ROLE)
        if not self._showing and isinstance(found, Entry):
            self.chosen.emit(found.key)

    def _on_words(self, _text: str) -> None:
        self.arranged.emit()

    def _on_order(self, _index: int) -> None:
        self.arranged.emit()

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.entered.connect(self.entered)
        self.search.textChanged.connect(self._on_words)
        self.order.chosen.connect(self._on_order)
        self._theme.changed.connect(self.view.viewport().update)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_LEFT, 10, 8, 4)
        head.addWidget(label("Letters", "h2"), 1)
        new = tool_button(self._theme, "New letter (Ctrl+Shift+W)", icon="plus")
        new.clicked.connect(self.new_requested)
        new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(new)
        find = QVBoxLayout()
        find.setContentsMargins(_LEFT, 4, 10, 6)
        find.setSpacing(8)
        find.addWidget(self.search)
        find.addWidget(self.order)
        find.addWidget(self.none)
        self.none.hide()
        column.addLayout(head)
        column.addLayout(find)
        column.addWidget(self.view, 1)
