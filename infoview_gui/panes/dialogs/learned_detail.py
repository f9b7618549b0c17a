"""One thing that was kept, in its fields, and what can be done with it. Writes nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.learned_fields import LearnedFields
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import capital
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.learned import LearnedItem
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label


class LearnedDetail(QFrame):
    """Shows one at a time, or nothing."""

    kept = Signal()
    """Enter in the fields."""
    left = Signal()
    given_up = Signal()
    ticked = Signal(bool)
    opened = Signal()
    deleted = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.item: LearnedItem | None = None
        self.fields: LearnedFields | None = None
        self.setProperty("kind", "card")
        self.title = label("", "h2", self)
        self.source = wrapped_label("", "small", self)
        self.done = QCheckBox("Done", self)
        self.open_button = push_button(theme, "Open the conversation", small=True, parent=self)
        self.delete_button = push_button(theme, "Delete", icon="trash-2", small=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)
        self._column.addWidget(self.source)
        self._column.addWidget(self.done)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.delete_button)
        row.addStretch()
        self._column.addLayout(row)
        self._column.addStretch()
        self.done.clicked.connect(self.ticked)
        self.open_button.clicked.connect(self.opened)
        self.delete_button.clicked.connect(self.deleted)
        self.hide()

    def show_item(self, item: LearnedItem | None) -> None:
        """Show another one; the same one unchanged keeps what is being typed."""
        if item is not None and item == self.item and self.fields is not None:
            return
        had_focus = self.fields is not None and self.fields.isAncestorOf(self.focusWidget() or self)
        same = item is not None and self.item is not None and item.id == self.item.id
        self._drop_fields()
        self.item = item
        self.setVisible(item is not None)
        if item is None:
            return
        self.title.setText(capital(item.kind.label))
        when = self._times.moment_text(item.at)
        self.source.setText(f"From {item.person}, kept {when}" if item.person else f"Kept {when}")
        self.done.setVisible(item.kind is MarkKind.TODO)
        self.done.setChecked(item.done_at is not None)
        self.open_button.setVisible(item.conversation_id is not None)
        self._make_fields(item)
        if had_focus and same and self.fields is not None:
            self.fields.begin()

    def _make_fields(self, item: LearnedItem) -> None:
        fields = LearnedFields(item.kind, item.fields, self._times, parent=self)
        fields.kept.connect(self.kept)
        fields.left.connect(self.left)
        fields.given_up.connect(self.given_up)
        self._column.insertWidget(2, fields)
        fields.show()
        self.fields = fields
        behind: QWidget = list(fields.inputs.values())[-1]
        for widget in (self.done, self.open_button, self.delete_button):
            self.setTabOrder(behind, widget)
            behind = widget

    def _drop_fields(self) -> None:
        fields, self.fields = self.fields, None
        if fields is not None:
            fields.blockSignals(True)
            self._column.removeWidget(fields)
            fields.hide()
            fields.deleteLater()
