"""The questions of the bank as a list that is searched and dragged from. No widgets."""

import json
from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.bank_words import asked_before, caption
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import listed
from infoview_gui.services.question_bank import Entry
from infoview_gui.services.records import ConversationRecord

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
CAPTION_ROLE = _Role.UserRole + 1
PILL_ROLE = _Role.UserRole + 2
MIME = "application/x-infoview-questions"


def dragged_texts(data: QMimeData) -> list[str]:
    """Return the questions that are being dragged from the bank."""
    if not data.hasFormat(MIME):
        return []
    found = json.loads(bytes(data.data(MIME).data()))
    return [str(text) for text in found] if isinstance(found, list) else []


class BankModel(QAbstractListModel):
    """The questions that fit search and category; those on the list already cannot be chosen."""

    def __init__(
        self, record: ConversationRecord, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._record = record
        self._times = times
        self._entries: tuple[Entry, ...] = ()
        self.taken: frozenset[str] = frozenset()
        self._shown: tuple[Entry, ...] = ()
        self._words: Sequence[str] = ()
        self._category = ""

    def show_entries(self, entries: Iterable[Entry], taken: Collection[str]) -> None:
        """Take the bank as it is now, and the questions that are on the list."""
        self._entries, self.taken = tuple(entries), frozenset(taken)
        self._narrow()

    def narrow(self, words: str, category: str = "") -> None:
        """Show those that hold all words, in text or name of category; of one category or all."""
        self._words, self._category = words.casefold().split(), category
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = tuple(
            entry
            for entry in self._entries
            if (not self._category or entry.question.category.value == self._category)
            and all(word in _searched(entry) for word in self._words)
        )
        self.endResetModel()

    def choosable(self) -> list[QModelIndex]:
        """Return the rows that can be put on the list, from top to bottom."""
        found = (self.index(row) for row in range(self.rowCount()))
        return [index for index in found if not self.is_taken(index.row())]

    def entry(self, row: int) -> Entry:
        """Return what a row shows."""
        return self._shown[row]

    def is_taken(self, row: int) -> bool:
        """Whether the question is on the list of the conversation."""
        return self._shown[row].question.text in self.taken

    def row_of(self, text: str) -> int:
        """Return the row of a question, -1 where it is not shown."""
        rows = (row for row, entry in enumerate(self._shown) if entry.question.text == text)
        return next(rows, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return words, caption, pill, what a screen reader says."""
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        before = asked_before(entry.answered_by, self._record)
        pill = "on the list" if self.is_taken(index.row()) else before
        below = caption(entry, self._times)
        values: dict[int, object] = {
            _Role.DisplayRole: entry.question.text,
            _Role.ToolTipRole: before[:1].upper() + before[1:] or None,
            CAPTION_ROLE: below,
            PILL_ROLE: pill,
            _Role.AccessibleTextRole: listed(entry.question.text, below, pill),
        }
        return values.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that what is on the list cannot be put there again; own ones can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_taken(index.row()):
            own = self._shown[index.row()].own_id is not None
            return usual if own else Qt.ItemFlag.NoItemFlags
        return usual | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return the type of dragged questions."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the questions that are dragged, from top to bottom."""
        rows = sorted(index.row() for index in indexes if not self.is_taken(index.row()))
        data = QMimeData()
        texts = [self._shown[row].question.text for row in rows]
        data.setData(MIME, json.dumps(texts).encode())
        return data


def _searched(entry: Entry) -> str:
    own = "your own" if entry.own_id is not None else ""
    return f"{entry.question.text} {entry.question.category.label} {own}".casefold()
