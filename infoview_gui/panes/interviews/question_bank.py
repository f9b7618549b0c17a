"""The bank of questions, to choose from and to add to: search, categories, what was asked before.

Stays open beside the list while questions are dragged; hands over what is chosen.
"""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.dialogs.bank_delegate import BankDelegate
from infoview_gui.panes.dialogs.bank_editor import BankEditor
from infoview_gui.panes.dialogs.bank_model import BankModel
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.questions import Category
from infoview_gui.services import question_bank
from infoview_gui.services.question_bank import Entry
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.search_field import SearchField

_ALL = "All categories"


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
    edit_requested = Signal()
    remove_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and out where nothing above can be chosen; F2 edits, Del removes."""
        told = {
            Qt.Key.Key_F2: self.edit_requested,
            Qt.Key.Key_Delete: self.remove_requested,
        }.get(Qt.Key(event.key()))
        model = self.model()
        choosable = model.choosable() if isinstance(model, BankModel) else []
        at_top = not choosable or self.currentIndex().row() <= choosable[0].row()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Up and at_top and plain:
            told = self.left_upwards
        if told is None:
            super().keyPressEvent(event)
            return
        event.accept()
        told.emit()


class QuestionBank(QDialog):
    """Several can be chosen at once; Enter, a double click or dragging puts them on the list."""

    chosen = Signal(object)
    """The questions to add: tuple of BankQuestion."""
    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        bank: question_bank.QuestionBank,
        record: ConversationRecord,
        times: LocalTime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Question bank: {record.title}")
        self.resize(640, 560)
        self._bank = bank
        self.conversation_id = record.id
        self.model = BankModel(record, times, self)
        self.search = _BankSearch(theme, "Search the questions", self)
        self.category = QComboBox(self)
        self.category.setAccessibleName("Category")
        self.category.addItem(_ALL, "")
        for category in Category:
            self.category.addItem(category.label, category.value)
        self.view = self._make_view(theme)
        self.editor = BankEditor(theme, bank, self)
        self.new_button = self._small(theme, "New question", "plus")
        self.edit_button = self._small(theme, "Edit", "pencil")
        self.remove_button = self._small(theme, "Remove", "trash-2")
        self.add_button = push_button(theme, "Add to the conversation", kind="primary")
        self.close_button = push_button(theme, "Close")
        self._none = label("No question fits. Try other words or all categories.", "muted")
        self._arrange()
        self._connect()
        self.show_taken([question.text for question in record.questions])

    def show_taken(self, taken: Collection[str]) -> None:
        """Show the bank as it is now, and what is on the list of the conversation."""
        chosen = [
            self.model.entry(index.row()).question.text
            for index in self.view.selectionModel().selectedIndexes()
        ]
        self.model.show_entries(self._bank.entries(self.conversation_id), taken)
        self._none.setVisible(self.model.rowCount() == 0)
        for row in map(self.model.row_of, chosen):
            if row >= 0 and not self.model.is_taken(row):
                self.view.setCurrentIndex(self.model.index(row))
        self._on_selection_changed()

    def _make_view(self, theme: Theme) -> _BankView:
        view = _BankView(self)
        view.setProperty("kind", "box")
        view.setAccessibleName("Questions of the bank")
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setDragEnabled(True)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        view.setModel(self.model)
        view.setItemDelegate(BankDelegate(theme, view))
        return view

    def _small(self, theme: Theme, text: str, icon: str) -> QPushButton:
        return push_button(theme, text, icon=icon, kind="ghost", small=True, parent=self)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.category)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self._none)
        column.addWidget(self.editor)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        for button in (self.new_button, self.edit_button, self.remove_button):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addSpacing(4)
        foot.addWidget(self.add_button)
        column.addLayout(foot)
        self.add_button.setDefault(True)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.category.currentIndexChanged.connect(self._narrow)
        self.search.left_downwards.connect(self._on_left_downwards)
        self.search.entered.connect(self._on_entered)
        self.view.left_upwards.connect(self.search.setFocus)
        self.view.edit_requested.connect(self._on_edit)
        self.view.remove_requested.connect(self._on_remove)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.doubleClicked.connect(self._on_add)
        self.new_button.clicked.connect(self._on_new)
        self.edit_button.clicked.connect(self._on_edit)
        self.remove_button.clicked.connect(self._on_remove)
        self.editor.kept.connect(self._on_kept)
        self.editor.closed.connect(self.view.setFocus)
        self.add_button.clicked.connect(self._on_add)
        self.close_button.clicked.connect(self.reject)

    def _narrow(self) -> None:
        self.model.narrow(self.search.text(), str(self.category.currentData()))
        self._none.setVisible(self.model.rowCount() == 0)
        self._on_selection_changed()

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self.view.selectionModel().selectedIndexes())

    def _own(self) -> Entry | None:
        """Return the one question of the user's own that is selected."""
        found = [self.model.entry(row) for row in self._selected()]
        return found[0] if len(found) == 1 and found[0].own_id is not None else None

    def _on_selection_changed(self) -> None:
        self.add_button.setEnabled(any(not self.model.is_taken(row) for row in self._selected()))
        own = self._own() is not None
        self.edit_button.setEnabled(own)
        self.remove_button.setEnabled(own)

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

    def _on_new(self) -> None:
        self.editor.ask(None, str(self.category.currentData()))

    def _on_edit(self) -> None:
        own = self._own()
        if own is not None:
            self.editor.ask(own, "")

    def _on_remove(self) -> None:
        own = self._own()
        if own is not None and own.own_id is not None:
            self._bank.remove(own.own_id)
            self.said.emit("Removed from the bank. Ctrl+Z brings it back.")

    def _on_kept(self, text: str) -> None:
        """Show what was kept, whatever is searched for; the list follows the change."""
        self.search.clear()
        self.category.setCurrentIndex(0)
        taken = self.model.taken
        self.model.show_entries(self._bank.entries(self.conversation_id), taken)
        row = self.model.row_of(text)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def _on_add(self) -> None:
        found = [row for row in self._selected() if not self.model.is_taken(row)]
        if found:
            self.chosen.emit(tuple(self.model.entry(row).question for row in found))
            self.accept()
