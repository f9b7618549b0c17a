"""The bank of questions, to choose from: search, categories, what is on the list already.

Knows no conversation; hands over what is chosen.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.practice.questions import BankQuestion, Category
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.cell_text import Line, draw_empty_item, draw_line
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.mirror import mirrored_in
from infoview_gui.widgets.search_field import SearchField

_Index = QModelIndex | QPersistentModelIndex
_ALL = "All categories"
_ROW_PX = 34
CATEGORY_ROLE = Qt.ItemDataRole.UserRole + 1


class BankModel(QAbstractListModel):
    """The questions that fit search and category; those on the list already cannot be chosen."""

    def __init__(
        self, bank: Sequence[BankQuestion], taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bank = tuple(bank)
        self._taken = frozenset(taken)
        self._shown = self._bank

    def narrow(self, words: str, category: str = "") -> None:
        """Show those that hold all words, in text or name of category; of one category or all."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = tuple(
            question
            for question in self._bank
            if (not category or question.category.value == category)
            and all(word in _searched(question) for word in wanted)
        )
        self.endResetModel()

    def choosable(self) -> list[QModelIndex]:
        """Return the rows that are not on the list already, from top to bottom."""
        found = (self.index(row) for row in range(self.rowCount()))
        return [index for index in found if self.flags(index) & Qt.ItemFlag.ItemIsEnabled]

    def question(self, row: int) -> BankQuestion:
        """Return the question of a row."""
        return self._shown[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, category, what a screen reader says."""
        if not index.isValid():
            return None
        question = self._shown[index.row()]
        taken = question.text in self._taken
        category = question.category.label
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: question.text,
            Qt.ItemDataRole.ToolTipRole: None,
            CATEGORY_ROLE: "on the list" if taken else category,
            Qt.ItemDataRole.AccessibleTextRole: (
                f"{question.text}, {category}{', on the list already' if taken else ''}"
            ),
        }
        return values.get(role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that what is on the list already cannot be chosen again."""
        if not index.isValid() or self._shown[index.row()].text in self._taken:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _searched(question: BankQuestion) -> str:
    return f"{question.text} {question.category.label}".casefold()


class _BankSearch(SearchField):
    """Narrows while typing; Down goes into the list, Enter takes what is found."""

    left_downwards = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Down and Enter; Enter alone must not press the button of the dialog."""
        told = {
            Qt.Key.Key_Down: self.left_downwards,
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
        }.get(Qt.Key(event.key()))
        if told is None:
            super().keyPressEvent(event)
            return
        event.accept()
        told.emit()


class _BankView(QListView):
    """The list; Up from its first question leads back to the search."""

    left_upwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and out where nothing above can be chosen."""
        model = self.model()
        choosable = model.choosable() if isinstance(model, BankModel) else []
        at_top = not choosable or self.currentIndex().row() <= choosable[0].row()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Up and at_top and plain:
            event.accept()
            self.left_upwards.emit()
            return
        super().keyPressEvent(event)


class _BankDelegate(QStyledItemDelegate):
    """Words at the left, the category as a pill at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of one row."""
        return QSize(super().sizeHint(option, index).width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        rect: QRect = option.rect
        draw_empty_item(self, painter, option, index)
        words = str(index.data(CATEGORY_ROLE))
        size = chip_size(self._theme, words)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        room = rect.adjusted(10, 0, -size.width() - 20, 0)
        ink = "text" if enabled else "disabled"
        way = option.direction
        painter.setLayoutDirection(way)
        line = Line(str(index.data()), option.font, ink)
        draw_line(painter, self._theme, mirrored_in(way, rect, room), line)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(rect.center())
        place.moveRight(rect.right() - 8)
        place = mirrored_in(way, rect, place)
        draw_chip(painter, self._theme, place, words, "acc" if enabled else "")


class QuestionBank(QDialog):
    """Several can be chosen at once; Enter or a double click takes them."""

    chosen = Signal(object)
    """The questions to add: tuple of BankQuestion."""

    def __init__(
        self,
        theme: Theme,
        bank: Sequence[BankQuestion],
        taken: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Question bank")
        self.resize(640, 520)
        self.model = BankModel(bank, taken, self)
        self.search = _BankSearch(theme, "Search the questions", self)
        self.category = QComboBox(self)
        self.category.setAccessibleName("Category")
        self.category.addItem(_ALL, "")
        for category in Category:
            self.category.addItem(category.label, category.value)
        self.view = _BankView(self)
        self.view.setProperty("kind", "box")
        self.view.setAccessibleName("Questions of the bank")
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_BankDelegate(theme, self.view))
        self.add_button = push_button(theme, "Add to the conversation", kind="primary")
        self.cancel_button = push_button(theme, "Cancel")
        self._none = label("No question fits. Try other words or all categories.", "muted")
        self._arrange()
        self._connect()
        self._narrow()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.category)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._none)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.add_button)
        column.addLayout(foot)
        self.add_button.setDefault(True)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.category.currentIndexChanged.connect(self._narrow)
        self.search.left_downwards.connect(self._on_left_downwards)
        self.search.entered.connect(self._on_entered)
        self.view.left_upwards.connect(self.search.setFocus)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.doubleClicked.connect(self._on_add)
        self.add_button.clicked.connect(self._on_add)
        self.cancel_button.clicked.connect(self.reject)

    def _narrow(self) -> None:
        self.model.narrow(self.search.text(), str(self.category.currentData()))
        self._none.setVisible(self.model.rowCount() == 0)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        count = len(self.view.selectionModel().selectedIndexes())
        self.add_button.setEnabled(count > 0)

    def _on_left_downwards(self) -> None:
        choosable = self.model.choosable()
        if not choosable:
            return
        if not self.view.selectionModel().hasSelection():
            self.view.setCurrentIndex(choosable[0])
        self.view.setFocus()

    def _on_entered(self) -> None:
        """Take what is selected, or the only question that was found."""
        choosable = self.model.choosable()
        if not self.view.selectionModel().hasSelection() and len(choosable) == 1:
            self.view.setCurrentIndex(choosable[0])
        self._on_add()

    def _on_add(self) -> None:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        if rows:
            self.chosen.emit(tuple(self.model.question(row) for row in rows))
            self.accept()
