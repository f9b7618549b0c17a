"""The list of conversations at the left: model, painting, selection kept by id.

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
from PySide6.QtGui import QAction, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.interviews.sections import Entry, Section
from infoview_gui.panes.phrases import marked
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.buttons import tool_button
from infoview_gui.widgets.cell_text import Line, draw_empty_item, draw_line, draw_lines
from infoview_gui.widgets.labels import label, plain_tool_tip
from infoview_gui.widgets.mirror import mirrored_in

WIDTH = 250
_ROW_PX, _HEADING_PX, _AVATAR_PX, _LEFT = 50, 34, 32, 14
_Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2


class ConversationModel(QAbstractListModel):
    """Headings and conversations in one column; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other rows; does nothing when they are the same."""
        rows: list[Entry | str] = []
        for section in sections:
            rows += [section.title, *section.entries]
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the conversation of a row, None for a heading."""
        found = self._rows[row]
        return found if isinstance(found, Entry) else None

    def row_of(self, conversation_id: int | None) -> int | None:
        """Return the row of a conversation, or None."""
        for row, found in enumerate(self._rows):
            if isinstance(found, Entry) and found.row.id == conversation_id:
                return row
        return None

    def ids(self) -> list[int]:
        """Return the ids of the conversations from top to bottom."""
        return [found.row.id for found in self._rows if isinstance(found, Entry)]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name, entry, id, and what a screen reader says."""
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if isinstance(found, str):
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return found if role in spoken else None
        told = [part for part in (found.row.title, found.words, found.held) if part]
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: found.row.title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(told),
            Qt.ItemDataRole.ToolTipRole: plain_tool_tip("\n".join(told)),
            ENTRY_ROLE: found,
            ID_ROLE: found.row.id,
        }
        return values.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that headings are passed over."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _ConversationDelegate(QStyledItemDelegate):
    """A heading, or an avatar with name and a line below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a heading or of a row."""
        del option
        is_row = index.flags() & Qt.ItemFlag.ItemIsSelectable
        return QSize(WIDTH - 20, _ROW_PX if is_row else _HEADING_PX)

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
        theme, row = self._theme, entry.row
        place = QRect(_LEFT, rect.y() + (_ROW_PX - _AVATAR_PX) // 2, _AVATAR_PX, _AVATAR_PX)
        way = painter.layoutDirection()
        draw_avatar(painter, theme, mirrored_in(way, rect, place), *marked(row.person, row.title))
        room = mirrored_in(way, rect, rect.adjusted(place.right() + 11 - rect.x(), 0, -8, 0))
        title = Line(row.title, theme.font(13, QFont.Weight.DemiBold))
        words = Line(entry.words, theme.font(12), entry.tone or "muted")
        draw_lines(painter, theme, room, (title, words))


class ConversationList(QFrame):
    """The column with its heading; ``chosen`` tells of the user only."""

    chosen = Signal(object)
    fold_requested = Signal()
    new_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._showing = False
        self.setProperty("kind", "side")
        self.setFixedWidth(WIDTH)
        self.model = ConversationModel(self)
        self.view = QListView(self)
        self.view.setAccessibleName("Conversations")
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ConversationDelegate(theme, self.view))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self.view.viewport().update)
        self._arrange()

    def show_sections(self, sections: Sequence[Section], current: int | None) -> None:
        """Show other rows; the conversation ``current`` stays chosen where it is among them."""
        self._showing = True
        self.model.show_sections(sections)
        self._showing = False
        self.choose(current)

    def use_menu(self, actions: Sequence[QAction]) -> None:
        """Offer these verbs of the chosen conversation to the right button and the menu key."""
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.addActions(list(actions))

    def choose(self, conversation_id: int | None) -> None:
        """Show which conversation is open, without telling."""
        row = self.model.row_of(conversation_id)
        index = QModelIndex() if row is None else self.model.index(row)
        self._showing = True
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        self._showing = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        found = current.data(ID_ROLE)
        if not self._showing and isinstance(found, int):
            self.chosen.emit(found)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_LEFT, 10, 8, 4)
        head.setSpacing(2)
        head.addWidget(label("Conversations", "h2"), 1)
        new = tool_button(self._theme, "New conversation (Ctrl+N)", icon="plus")
        fold = tool_button(self._theme, "Hide the list (F4)", icon="panel-left")
        new.clicked.connect(self.new_requested)
        fold.clicked.connect(self.fold_requested)
        for button in (new, fold):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.view, 1)
