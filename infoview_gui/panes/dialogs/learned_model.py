"""What was kept so far as a list, newest first. No widgets, no database."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.learned_words import told
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, listed
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.learned import LearnedItem

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
CAPTION_ROLE = _Role.UserRole + 1


class LearnedModel(QAbstractListModel):
    """Is handed its items, filtered and in order."""

    def __init__(self, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._items: tuple[LearnedItem, ...] = ()

    def show_items(self, items: Sequence[LearnedItem]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def item(self, row: int) -> LearnedItem:
        """Return what a row shows."""
        return self._items[row]

    def row_of(self, item: LearnedItem) -> int:
        """Return the row of the same thing, changed or not; -1 where it is not shown."""
        same = (
            row for row, one in enumerate(self._items) if (one.kind, one.id) == (item.kind, item.id)
        )
        return next(same, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return the words, what stands below, what a screen reader says."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        words = told(item.kind, item.fields, self._times)
        done = "done" if item.done_at is not None else ""
        source = dotted(item.person, self._times.date_text(item.at))
        # Where it cannot all be seen: of a task its day comes first, else who said it.
        parts = [words.detail, source] if item.kind is MarkKind.TODO else [source, words.detail]
        caption = dotted(done, *parts)
        values: dict[int, object] = {
            _Role.DisplayRole: words.subject,
            CAPTION_ROLE: caption,
            _Role.AccessibleTextRole: listed(item.kind.label, words.subject, caption),
        }
        return values.get(role)
