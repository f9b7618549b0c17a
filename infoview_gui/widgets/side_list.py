"""The column at the side of a pane: a heading with buttons, and below it rows in sections.

Is handed its sections and keeps what is chosen by key; must not know what the rows are about.
"""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import tool_button
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.side_delegate import EDGE, SideDelegate
from infoview_gui.widgets.side_model import ROW_ROLE, KeyT, SideModel
from infoview_gui.widgets.side_rows import Section, SideRow


class _SideView(QListView):
    """Tells of Enter, by which one goes to what is chosen."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what is chosen with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class SideList(QFrame, Generic[KeyT]):
    """``chosen`` tells of the user only. Derive from it to add buttons and what filters."""

    chosen = Signal(object)
    """The key of a row."""
    entered = Signal()

    def __init__(self, theme: Theme, name: str, width: int, parent: QWidget | None = None) -> None:
        """``name`` stands above the list; ``width``: the least that the column takes, in pixels."""
        super().__init__(parent)
        self._theme = theme
        self._showing = False
        self.setProperty("kind", "side")
        self.setMinimumWidth(width)
        self.model: SideModel[KeyT] = SideModel(self)
        self.view = _SideView(self)
        self.view.setAccessibleName(name)
        self.view.setModel(self.model)
        self.view.setItemDelegate(SideDelegate(theme, width - 20, self.view))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.entered.connect(self.entered)
        theme.changed.connect(self.view.viewport().update)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(EDGE, 10, 8, 4)
        self._head.setSpacing(2)
        self._head.addWidget(label(name, "h2", self), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.view, 1)

    def add_button(self, words: str, icon: str, requested: SignalInstance) -> None:
        """Put a button behind the heading, which sends this signal."""
        button = tool_button(self._theme, words, icon=icon, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(requested)
        self._head.addWidget(button)

    def add_above_rows(self, layout: QLayout) -> None:
        """Put something between the heading and the rows."""
        self._column.insertLayout(1, layout)

    def show_sections(
        self, sections: Sequence[Section[SideRow[KeyT]]], current: KeyT | None
    ) -> None:
        """Show other rows; the one with the key ``current`` stays chosen where it is among them."""
        self._showing = True
        self.model.show_sections(sections)
        self._showing = False
        self.choose(current)

    def use_menu(self, actions: Sequence[QAction]) -> None:
        """Offer these verbs of the chosen row to the right button and the menu key."""
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.addActions(list(actions))

    def choose(self, key: KeyT | None) -> None:
        """Show which row is open, without telling."""
        row = self.model.row_of(key)
        index = QModelIndex() if row is None else self.model.index(row)
        self._showing = True
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        self._showing = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        found: SideRow[KeyT] | None = current.data(ROW_ROLE)
        if not self._showing and found is not None:
            self.chosen.emit(found.key)
