"""The list under the search field: a part of the window, over its panes, that never has the focus.

Shows rows and tells which was chosen; knows nothing of what they stand for.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import ElidedLabel
from infoview_gui.window.palette_delegate import PaletteDelegate, row_height
from infoview_gui.window.palette_model import PaletteModel
from infoview_gui.window.palette_rows import PaletteRow

_WIDTH, _MOST_HEIGHT = 620, 560
_DROP, _MARGIN = 4, 12
_HINT = "Enter opens · Esc goes back · > for commands only"


class PalettePopup(QFrame):
    """As high as its rows where the window has the room."""

    chosen = Signal()
    """The current row, by a click."""
    current_changed = Signal()

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.hide()
        self.setProperty("kind", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = PaletteModel(self)
        self._list = QListView(self)
        self._delegate = PaletteDelegate(theme, self._model, self._list)
        self._prepare_list()
        self._hint = ElidedLabel(_HINT, "small", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.setSpacing(4)
        column.addWidget(self._list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self._hint)
        column.addLayout(foot)
        self._list.clicked.connect(self._on_clicked)
        field.window().installEventFilter(self)
        theme.changed.connect(self._list.viewport().update)

    def _prepare_list(self) -> None:
        found = self._list
        found.setModel(self._model)
        found.setItemDelegate(self._delegate)
        found.setAccessibleName("Search results")
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setMouseTracking(True)

    @property
    def rows(self) -> tuple[PaletteRow, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def current(self) -> PaletteRow | None:
        """The row that Enter would open."""
        return self._model.row(self._list.currentIndex().row())

    @property
    def current_number(self) -> int:
        """Its number; -1 when there is none."""
        return self._list.currentIndex().row()

    def show_rows(self, rows: Sequence[PaletteRow], typed: Sequence[str], current: int = 0) -> None:
        """Show rows with the typed words lifted out, and stand on the first to be chosen."""
        self._delegate.show_typed(typed)
        self._model.show_rows(rows)
        self._go(current if self._can(current) else self._model.next_choice(-1, 1))
        if current == 0:
            self._list.scrollToTop()
        self.place()

    def move_by(self, step: int) -> None:
        """Go so many rows up or down, over headings."""
        self._go(self._model.next_choice(self.current_number, step))

    def place(self) -> None:
        """Stand under the field, within the window."""
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + _DROP))
        width = min(max(_WIDTH, self._field.width()), window.width() - 2 * _MARGIN)
        left = max(_MARGIN, min(corner.x(), window.width() - width - _MARGIN))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = max(_MARGIN, corner.x() + self._field.width() - width)
        most = min(_MOST_HEIGHT, window.height() - corner.y() - 2 * _MARGIN)
        height = max(0, min(self._whole_height(), most))
        self.setGeometry(left, corner.y(), width, height)
        self.raise_()

    def _whole_height(self) -> int:
        inside = sum(row_height(row) for row in self._model.rows)
        return inside + self._hint.sizeHint().height() + 18

    def sizeHint(self) -> QSize:
        """Return the size that it would like."""
        return QSize(_WIDTH, self._whole_height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def _can(self, number: int) -> bool:
        row = self._model.row(number)
        return row is not None and row.can_be_chosen

    def _go(self, number: int) -> None:
        index = self._model.index(number, 0)
        self._list.setCurrentIndex(index)
        above = self._model.index(number - 1, 0)
        if number > 0 and not self._can(number - 1):
            self._list.scrollTo(above)  # with its heading
        self._list.scrollTo(index)
        self.current_changed.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._can(index.row()):
            self.chosen.emit()
