"""What was kept so far: insights, terms, openings and tasks, to search, edit, tick and delete.

Writes through the services. Undo works while it is open.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.learned_delegate import LearnedDelegate
from infoview_gui.panes.dialogs.learned_detail import LearnedDetail
from infoview_gui.panes.dialogs.learned_model import LearnedModel
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.learned import LearnedItem
from infoview_gui.store.store import Outcome
from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel, wrapped_label
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.widgets.segmented import Segmented

_KINDS: tuple[tuple[str, MarkKind | None], ...] = (
    ("All", None),
    ("Insights", MarkKind.INSIGHT),
    ("Terms", MarkKind.TERM),
    ("Openings", MarkKind.OPENING),
    ("To do", MarkKind.TODO),
)
_NOTHING = "Nothing is kept yet. After a conversation its marked lines can be kept here."
_NO_FIT = "Nothing that is kept fits. Try other words or all kinds."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class LearnedDialog(QDialog):
    """Window-modal; the list at the left, the chosen one in its fields at the right."""

    place_requested = Signal(object)

    def __init__(
        self, theme: Theme, services: Services, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.setWindowTitle("Kept so far")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(860, 560)
        self.kinds = Segmented(theme, [name for name, _ in _KINDS], self, name="Kind")
        self.search = SearchField(theme, "Search what is kept", self)
        self.model = LearnedModel(times, self)
        self.view = QListView(self)
        self.view.setProperty("kind", "box")
        self.view.setAccessibleName("Kept so far")
        self.view.setUniformItemSizes(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LearnedDelegate(theme, self.view))
        self.none = wrapped_label("", "muted", self)
        self.detail = LearnedDetail(theme, times, self)
        self.status = ElidedLabel("", "small", self)
        self.close_button = push_button(theme, "Close", parent=self)
        self._arrange()
        self._connect()
        self.refresh()
        self.search.setFocus()

    def refresh(self) -> None:
        """Read anew; the chosen one stays chosen."""
        row, before = max(0, self.view.currentIndex().row()), self.detail.item
        kind = _KINDS[self.kinds.index][1]
        items = self._services.learned.all(kind, self.search.text())
        self.model.show_items(items)
        found = -1 if before is None else self.model.row_of(before)
        row = found if found >= 0 else min(row, len(items) - 1)
        self.view.setCurrentIndex(self.model.index(row))
        self._show_current()
        self.none.setVisible(not items)
        asked = kind is not None or bool(self.search.text().strip())
        self.none.setText(_NO_FIT if asked else _NOTHING)
        self.view.setVisible(bool(items))
        if not self.status.text() or self.status.property("counts"):
            self._say(counted(len(items), "thing", "things") if items else "", counts=True)

    def current(self) -> LearnedItem | None:
        """Return what is chosen in the list."""
        index = self.view.currentIndex()
        return self.model.item(index.row()) if index.isValid() else None

    def done(self, result: int) -> None:
        """Keep what is typed, however the dialog is closed."""
        self._keep()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the list and the search their keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            verb = self._verb(watched, event.key())
            if verb is not None:
                verb()
                return True
        return super().eventFilter(watched, event)

    def _verb(self, watched: QObject, key: int) -> Callable[[], None] | None:
        if watched is self.search:
            return self.view.setFocus if key in {Qt.Key.Key_Down, *_ENTER} else None
        if key in _ENTER:
            return self._edit
        item = self.current()
        if key == Qt.Key.Key_Space and item is not None and item.kind is MarkKind.TODO:
            return self._tick
        return self._delete if key == Qt.Key.Key_Delete else None

    # -- what the user does

    def _edit(self) -> None:
        if self.detail.fields is not None:
            self.detail.fields.begin()

    def _on_kept(self) -> None:
        """Enter: back to the list, once it is kept."""
        if self._keep():
            self.view.setFocus()

    def _on_given_up(self) -> None:
        self.detail.item = None
        self._show_current()
        self.view.setFocus()

    def _on_left(self) -> None:
        self._keep()

    def _keep(self) -> bool:
        """Store what was changed in the fields; say whether nothing is in the way."""
        item, fields = self.detail.item, self.detail.fields
        if item is None or fields is None or not fields.typed():
            return True
        if not fields.can_be_kept():
            return False
        try:
            self._services.learned.change(item.kind, item.id, **fields.changed())
        except InvalidDraft as problem:
            fields.tell(str(problem))
            return False
        self._say("Changed.")
        self.refresh()
        return True

    def _tick(self) -> None:
        item = self.detail.item
        if item is not None:
            done = item.done_at is None
            self._services.learned.set_done(item.id, done=done)
            self._say("Done." if done else "Open again.")
            self.refresh()

    def _delete(self) -> None:
        item = self.detail.item
        if item is not None:
            self._services.learned.delete(item.kind, item.id)
            self.detail.show_item(None)
            self._say(f"Deleted “{item.title[:60]}”. Ctrl+Z brings it back.")
            self.refresh()
            self.view.setFocus()

    def _open(self) -> None:
        item = self.detail.item
        if item is not None and item.conversation_id is not None:
            self.accept()
            self.place_requested.emit(Place(INTERVIEWS, item.conversation_id))

    def _undo(self) -> None:
        self._keep()
        self._tell(self._services.store.undo(), "Undone")

    def _redo(self) -> None:
        self._tell(self._services.store.redo(), "Redone")

    def _tell(self, outcome: Outcome | None, verb: str) -> None:
        if outcome is not None:
            self._say(f"{verb}: {outcome.label}" if outcome.done else outcome.reason)
            self.refresh()

    def _say(self, text: str, *, counts: bool = False) -> None:
        self.status.setProperty("counts", counts)
        self.status.setText(text)
        if not counts:
            announce(self.status, text)

    def _on_filter(self) -> None:
        self._say("", counts=True)
        self.refresh()

    def _show_current(self) -> None:
        self.detail.show_item(self.current())

    # -- building

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.kinds)
        top.addWidget(self.search, 1)
        left = QVBoxLayout()
        left.addWidget(self.view, 1)
        left.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addLayout(left, 1)
        self.detail.setFixedWidth(330)
        middle.addWidget(self.detail)
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_filter)
        self.search.textChanged.connect(self._on_filter)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.view.doubleClicked.connect(self._edit)
        self.view.installEventFilter(self)
        self.search.installEventFilter(self)
        self.detail.kept.connect(self._on_kept)
        self.detail.left.connect(self._on_left)
        self.detail.given_up.connect(self._on_given_up)
        self.detail.ticked.connect(self._tick)
        self.detail.opened.connect(self._open)
        self.detail.deleted.connect(self._delete)
        self.close_button.clicked.connect(self.reject)
        for keys, slot in (
            ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self._redo),
            ("Ctrl+Y", self._redo),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
