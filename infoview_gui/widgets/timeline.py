"""A list of what happened: icon, title, detail, and a line between. Knows no dates.

Painted by a delegate of one list view, so that 500 rows cost no widgets. It does not scroll by
itself: it is as high as its rows and stands in a scroll area. A row may hold words of several lines
that are edited in their place, in a widget that is handed in.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.timeline_delegate import TimelineDelegate
from infoview_gui.widgets.timeline_rows import ENTRY_ROLE, TimelineEntry, TimelineModel

_Index = QModelIndex | QPersistentModelIndex
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


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
            entry = self.currentIndex().data(ENTRY_ROLE)
            mine = isinstance(entry, TimelineEntry) and entry.editable
            if mine and event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter or Space; edit it with these or F2, delete with Del."""
        entry = self.currentIndex().data(ENTRY_ROLE)
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
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, TimelineEntry) and not entry.editable:
            self.activated_entry.emit(entry.key)

    def _on_double_clicked(self, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
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
        self._delegate = TimelineDelegate(theme, self._rows)
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
        current = self._rows.currentIndex().data(ENTRY_ROLE)
        self._model.show_entries(entries)
        self._fit()
        if isinstance(current, TimelineEntry):
            self.choose(current.key)

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
        row = self._model.row_of(key)
        if row is not None:
            self._rows.setCurrentIndex(self._model.index(row, 0))

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
        row = self._model.row_of(held[0])
        self._editor.setVisible(row is not None)
        if row is not None:
            rect = self._rows.visualRect(self._model.index(row, 0))
            self._editor.setGeometry(self._delegate.editor_room(rect))
