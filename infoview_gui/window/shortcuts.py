"""The list of keyboard shortcuts (F1): what each key does, by place, to be searched and read aloud.

Knows words and keys, not what they do.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.mirror import keys_as_written
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.window.keys_in_place import KEYS
from infoview_gui.window.menus import submenu
from infoview_gui.window.mnemonics import plain_words

_HEADINGS = ("What it does", "Keys", "Where")
_KEYS_WIDTH, _PLACE_WIDTH = 250, 190


class KeyRow(NamedTuple):
    """What a key does, which key, and where it does it."""

    words: str
    keys: str
    place: str


def key_rows(menus: Iterable[QMenu]) -> list[KeyRow]:
    """Return every key: those of the menus first, then those of lists and editors."""
    rows = [row for menu in menus for row in _rows_of(menu, f"{plain_words(menu.title())} menu")]
    rows += [KeyRow(words, keys, place) for place, told in KEYS.items() for words, keys in told]
    return rows


def _rows_of(menu: QMenu, place: str) -> Iterator[KeyRow]:
    for action in menu.actions():
        inner = submenu(action)
        if inner is not None:
            yield from _rows_of(inner, place)
        elif keys := keys_of(action):
            yield KeyRow(plain_words(action.text()), keys, place)


def keys_of(action: QAction) -> str:
    """Return all keys of an action, also those that its text tells after a tab."""
    native = QKeySequence.SequenceFormat.NativeText
    told = action.text().partition("\t")[2]
    return ", ".join(filter(None, [*(key.toString(native) for key in action.shortcuts()), told]))


class ShortcutsDialog(QDialog):
    """A table that is searched by words or by keys."""

    def __init__(self, theme: Theme, rows: Sequence[KeyRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(760, 600)
        self._field = SearchField(theme, "Find a key or what it does", self)
        self._table = _table(rows, self)
        self._none = label("No key does that.", "muted", self)
        self._none.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(self._on_text_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(10)
        whole.addWidget(self._field)
        whole.addWidget(self._none)
        whole.addWidget(self._table, 1)
        whole.addWidget(buttons)
        self._field.setFocus()

    def _on_text_changed(self, text: str) -> None:
        """Show the rows in which every word occurs."""
        wanted = text.casefold().split()
        shown = 0
        for row in range(self._table.rowCount()):
            item = self._table.item(row, 0)
            told = str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item else ""
            fits = all(word in told.casefold() for word in wanted)
            self._table.setRowHidden(row, not fits)
            shown += fits
        self._none.setVisible(not shown)


def _table(rows: Sequence[KeyRow], parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(rows), len(_HEADINGS), parent)
    table.setProperty("kind", "box")
    table.setAccessibleName("Keyboard shortcuts")
    table.setHorizontalHeaderLabels(list(_HEADINGS))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    for number, row in enumerate(rows):
        cells = [QTableWidgetItem(text) for text in row]
        cells[1].setText(keys_as_written(row.keys))
        # A reader that stands in the first cell says the whole row.
        cells[0].setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(row))
        for column, cell in enumerate(cells):
            table.setItem(number, column, cell)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    table.setColumnWidth(1, _KEYS_WIDTH)
    table.setColumnWidth(2, _PLACE_WIDTH)
    return table
