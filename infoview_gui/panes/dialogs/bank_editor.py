"""A question of one's own for the bank: its words and its category, new or changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.bank_offer import OfferLine
from infoview_gui.practice.questions import Category
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.question_bank import Entry, QuestionBank
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing


class BankEditor(QFrame):
    """Enter keeps, Escape gives up; hidden while nothing is edited."""

    kept = Signal(str)
    """The words of the question that was kept."""
    closed = Signal()

    def __init__(self, theme: Theme, bank: QuestionBank, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank = bank
        self._own_id: int | None = None
        self._title = label("", "h3")
        self.field = UndoPassing("", self)
        self.field.setAccessibleName("Words of your question")
        self.field.setPlaceholderText("Your question")
        self.category = QComboBox(self)
        self.category.setAccessibleName("Category of your question")
        for category in Category:
            self.category.addItem(category.label, category.value)
        self.offer = OfferLine(theme, self.field, self)
        self.trouble = wrapped_label("", "small")
        set_tone(self.trouble, "red")
        self.keep_button = push_button(theme, "Keep in the bank", small=True)
        self.drop_button = push_button(theme, "Give up", kind="ghost", small=True)
        self._arrange()
        self.field.textChanged.connect(self._on_text_changed)
        self.keep_button.clicked.connect(self._on_keep)
        self.drop_button.clicked.connect(self._close)
        self.hide()

    def ask(self, entry: Entry | None, category: str) -> None:
        """Edit a question of one's own, or a new one that begins in a category."""
        self._own_id = None if entry is None else entry.own_id
        self._title.setText("New question of your own" if entry is None else "Your question")
        self.field.setText("" if entry is None else entry.question.text)
        wanted = category if entry is None else entry.question.category.value
        self.category.setCurrentIndex(max(0, self.category.findData(wanted)))
        self.trouble.hide()
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Enter, give up by Escape: neither is for the dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._close()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        self.trouble.hide()

    def _on_keep(self) -> None:
        category = Category(str(self.category.currentData()))
        try:
            if self._own_id is None:
                self._bank.add(self.field.text(), category)
            else:
                self._bank.change(self._own_id, self.field.text(), category)
        except InvalidDraft as problem:
            self.trouble.setText(str(problem))
            self.trouble.show()
            self.field.setFocus()
            return
        self.kept.emit(" ".join(self.field.text().split()))
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.category)
        column.addLayout(row)
        column.addWidget(self.offer)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addWidget(self.keep_button)
        foot.addWidget(self.drop_button)
        foot.addStretch()
        column.addLayout(foot)
