"""The rows of a timeline as data: what an entry says, and the model that hands entries to a view.

Knows no dates, no painting and no keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_MOST_BODY = 1_500


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

    def row_of(self, key: object) -> int | None:
        """Return the row with that key, or None."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title and detail as text (also for screen readers), or the entry."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(entry.lines)
        return None
