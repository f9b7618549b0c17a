"""The dialog that goes through employers with similar names, one pair after the other.

The pairs are looked for beside the window; with 50,000 names that takes a moment.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.dialogs.background import Stop
from infoview_gui.panes.people.looking_dialog import NOTHING, PAIR, LookingDialog
from infoview_gui.panes.phrases import counted, people_words
from infoview_gui.services.bundle import Services
from infoview_gui.services.employers import EmployerRow
from infoview_gui.services.records import EmployerName
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState
from infoview_gui.widgets.labels import label, plain_tool_tip, wrapped_label

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
Pair = tuple[EmployerName, EmployerName]


class _Pairs(QAbstractListModel):
    """The pairs that are left."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many are left."""
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return both names."""
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in (*words, Qt.ItemDataRole.ToolTipRole):
            return None
        one, other = self.pairs[index.row()]
        names = f"{one.name}  ·  {other.name}"
        return plain_tool_tip(names) if role == Qt.ItemDataRole.ToolTipRole else names


class SimilarDialog(LookingDialog):
    """A list of pairs, and below it what can be done with the one that is chosen."""

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(theme, services, parent)
        self.setWindowTitle("Similar employers")
        self.resize(620, 520)
        self._pairs = _Pairs(self)
        self._list = QListView(self)
        self._list.setProperty("kind", "box")
        self._list.setAccessibleName("Pairs of similar employers")
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setModel(self._pairs)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._count = label("", "muted", self)
        self._lines = [wrapped_label("", "strong", self) for _ in range(2)]
        self._keep = [self._verb("Keep this name", "git-merge", str(at + 1)) for at in range(2)]
        self._apart = self._verb("Keep apart", "x", "K")
        self._undo = self._verb("Undo", "undo-2", "Ctrl+Z")
        self._close = push_button(theme, "Close", parent=self)
        words = "No two employers have names that look alike."
        nothing = EmptyState(theme, "circle-check", "Nothing to merge", words, self)
        self.hold("Comparing all names.", nothing, self._pair_page())
        self._arrange()
        self._connect()

    def _verb(self, text: str, icon: str, keys: str) -> QPushButton:
        return self.key_button(text, icon, keys, small=True)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(label("Similar employers", "h1", self))
        head.addStretch()
        head.addWidget(self._count)
        column.addLayout(head)
        words = "Are these the same employer? Choose whose name stays, or keep them apart."
        column.addWidget(wrapped_label(words, "muted", self))
        column.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._undo)
        foot.addStretch()
        foot.addWidget(self._close)
        column.addLayout(foot)

    def _pair_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._list, 1)
        for line, button in zip(self._lines, self._keep, strict=True):
            row = QHBoxLayout()
            row.addWidget(line, 1)
            row.addWidget(button)
            column.addLayout(row)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._apart)
        column.addLayout(row)
        return page

    def _connect(self) -> None:
        self._keep[0].clicked.connect(self._on_keep_first)
        self._keep[1].clicked.connect(self._on_keep_second)
        self._apart.clicked.connect(self._on_apart)
        self._undo.clicked.connect(self._on_undo)
        self._close.clicked.connect(self.reject)

    def ask(self) -> None:
        """Open the dialog and look."""
        self._done = 0
        self.look()
        self.open()

    def look(self) -> None:
        """Look for pairs."""
        self._count.setText("")
        self._show_undo()
        super().look()

    def search(self, _stop: Stop) -> Sequence[Pair]:
        """Return employers whose names look alike."""
        return self._services.employers.similar()

    def show_found(self, found: object) -> None:
        """Show the first of the pairs."""
        if isinstance(found, list):
            self._pairs.show_pairs(found)
            self._choose(0)
            self._list.setFocus()

    # -- one pair

    def _choose(self, row: int) -> None:
        left = self._pairs.rowCount()
        self._count.setText(counted(left, "pair", "pairs") if left else "")
        self.pages.setCurrentIndex(PAIR if left else NOTHING)
        if left:
            self._list.setCurrentIndex(self._pairs.index(min(row, left - 1), 0))
            self._show_pair()
        else:
            self._close.setFocus()
        self._show_undo()

    def _pair(self) -> tuple[EmployerRow, EmployerRow] | None:
        at = self._list.currentIndex().row()
        if not 0 <= at < len(self._pairs.pairs):
            return None
        ids = [one.id for one in self._pairs.pairs[at]]
        rows = self._services.employers.rows(ids)
        return (rows[ids[0]], rows[ids[1]]) if len(rows) == 2 else None

    def _show_pair(self) -> None:
        pair = self._pair()
        for at, (line, button) in enumerate(zip(self._lines, self._keep, strict=True)):
            row = pair[at] if pair else None
            line.setText(f"{row.name}  ({people_words(row.people)})" if row else "")
            button.setEnabled(row is not None)
            if row is not None:
                button.setAccessibleName(f"Merge both and keep the name {row.name}")
                button.setToolTip(plain_tool_tip(f"Merge both and keep the name {row.name}"))
        self._apart.setEnabled(pair is not None)

    def _show_undo(self) -> None:
        self._undo.setEnabled(self._done > 0)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_pair()

    def _on_keep_first(self) -> None:
        self._merge(0)

    def _on_keep_second(self) -> None:
        self._merge(1)

    def _merge(self, stays: int) -> None:
        pair = self._pair()
        if pair is not None:
            into, gone = pair[stays], pair[1 - stays]
            self._services.employers.merge(into.id, [gone.id])
            self._settle(gone.id)
            self.said.emit(f"Merged {gone.name} into {into.name}. Ctrl+Z takes it back.")

    def _on_apart(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._services.employers.keep_apart(pair[0].id, pair[1].id)
            self._settle(None)

    def _settle(self, gone: int | None) -> None:
        """Let go of the pair, and of all others with the employer that is gone."""
        at = self._list.currentIndex().row()
        settled = self._pairs.pairs[at]
        left = [
            pair
            for pair in self._pairs.pairs
            if pair is not settled and gone not in {pair[0].id, pair[1].id}
        ]
        self._done += 1
        self._pairs.show_pairs(left)
        self._choose(at)
