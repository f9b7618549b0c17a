"""The checklist below the questions: what to see to before a conversation begins.

Knows no other part of the pane.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from infoview_gui.panes.interviews.list_verbs import open_menu, verb_of
from infoview_gui.panes.interviews.prep_field import EntryField
from infoview_gui.panes.interviews.prep_points import PointList
from infoview_gui.services.bundle import Services
from infoview_gui.services.checklists import Point
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, set_button_icon, tool_button
from infoview_gui.widgets.labels import label


class ChecklistPanel(QFrame):
    """Shows and changes the checklist of one conversation; hidden once that has begun."""

    said = Signal(str)
    row_wanted = Signal(object)
    """A widget that should be brought in sight."""

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._checklists = services.checklists
        self._id: int | None = None
        self._points: list[Point] = []
        self._folded = False
        self.setAccessibleName("Checklist")
        self.fold_button = self._ghost("Checklist", "chevron-down")
        self.count = label("", "muted")
        self.more_button = tool_button(theme, "Verbs for the checklist", icon="ellipsis")
        self.list = PointList(theme, self)
        self.add_button = self._ghost("Add a point", "plus")
        self.field = EntryField("New point", "What to see to, then Enter", self)
        self.actions_of_list = self._make_actions()
        self._arrange()
        self._connect()
        self.show_conversation(None)

    # -- showing

    @property
    def folded(self) -> bool:
        """Whether only the head is shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show the head alone, or all."""
        self._folded = folded
        icon = "chevron-right" if folded else "chevron-down"
        set_button_icon(self._theme, self.fold_button, icon)
        state = "folded" if folded else "shown"
        self.fold_button.setAccessibleDescription(f"{self.count.text()} seen to, {state}")
        self.list.setHidden(folded)
        self.add_button.setHidden(folded)
        if folded:
            self.field.shut()

    def show_conversation(self, record: ConversationRecord | None) -> None:
        """Show the points of a conversation that is still to begin."""
        ahead = record is not None and record.status in {"planned", "proposed"}
        found = record.id if record is not None and ahead and not record.events else None
        if found != self._id:
            self.leave()
            self.field.shut()
        self._id = found
        self.setVisible(found is not None)
        self._points = [] if found is None else self._checklists.points(found)
        self.list.show_points(self._points)
        done = sum(point.done_at is not None for point in self._points)
        self.count.setText(f"{done} of {len(self._points)}")
        self.set_folded(self._folded)
        self._enable()

    # -- what the user does

    def add(self) -> None:
        """Open the field for a point of one's own."""
        self.set_folded(False)
        self.field.show()
        self.field.setFocus()
        self.row_wanted.emit(self.field)

    def leave(self) -> None:
        """Keep what is being typed: a point edited in place, and one not yet entered."""
        self.list.leave()
        if self.field.entered():
            self._on_field_returned()

    def forget(self) -> None:
        """The conversation is gone: what is typed here has nowhere to go."""
        self._id = None
        self.field.shut()

    def _on_folding(self) -> None:
        self.list.leave()
        self.set_folded(not self._folded)

    def _on_field_returned(self) -> None:
        text = self.field.entered()
        if text and self._id is not None:
            self._checklists.add(self._id, text)
            self.field.clear()
        else:
            self._on_field_dropped()

    def _on_field_dropped(self) -> None:
        had_focus = self.field.hasFocus()
        self.field.shut()
        if had_focus:
            self.add_button.setFocus()

    def _on_tick_requested(self, place: int, done: bool) -> None:
        if self._id is not None:
            self._checklists.tick(self._id, place, done=done)

    def _on_edit_committed(self, place: int, text: str) -> None:
        if self._id is not None and place < len(self._points):
            self._checklists.change(self._id, place, text)

    def _on_remove(self) -> None:
        place = self.list.current_place
        if self._id is not None and place is not None and len(self._points) > 1:
            self._checklists.remove(self._id, place)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place = self.list.current_place
        if self._id is None or place is None or not 0 <= place + by < len(self._points):
            return
        had_focus = self.list.isAncestorOf(self.focusWidget() or self)
        self._checklists.move(self._id, place, place + by)
        if had_focus:
            self.list.choose(place + by)

    def _on_keep(self) -> None:
        if self._id is not None:
            self._checklists.keep_as_default(self._id)
            self.said.emit("Kept: new conversations begin with this checklist.")

    def _on_usual(self) -> None:
        if self._id is not None:
            self._checklists.use_default(self._id)
            self.said.emit("This is your usual checklist again. Ctrl+Z brings the other back.")

    def _on_built_in(self) -> None:
        self._checklists.restore_defaults()
        self.said.emit("New conversations begin with the built-in checklist again.")

    # -- building

    def _make_actions(self) -> list[QAction]:
        self._add = verb_of(self.list, "Add a point", self.add)
        self._of_one = [
            verb_of(self.list, "Edit point", self.list.edit_current, "F2"),
            verb_of(self.list, "Put point higher", self._on_up, "Alt+Up"),
            verb_of(self.list, "Put point lower", self._on_down, "Alt+Down"),
            verb_of(self.list, "Remove point", self._on_remove, "Del"),
        ]
        self._keep = verb_of(self.list, "Keep as my usual list", self._on_keep)
        self._usual = verb_of(self.list, "Usual list again", self._on_usual)
        self._built_in = verb_of(self.list, "Forget my usual list", self._on_built_in)
        line = QAction(self)
        line.setSeparator(True)
        self._fold = verb_of(self.list, "Show or hide the checklist", self._on_folding)
        usual = [self._keep, self._usual, self._built_in]
        return [self._add, *self._of_one, line, *usual, self._fold]

    def _enable(self) -> None:
        shown = self._id is not None
        for action in self.actions_of_list:
            action.setEnabled(shown)
        for action in self._of_one:
            action.setEnabled(shown and self.list.current is not None)
        self._of_one[-1].setEnabled(self._of_one[0].isEnabled() and len(self._points) > 1)
        usual = self._checklists.defaults()
        is_usual = tuple(point.text for point in self._points) == usual
        self._keep.setEnabled(shown and not is_usual)
        self._usual.setEnabled(shown and not is_usual)
        self._built_in.setEnabled(shown and self._checklists.has_own_defaults())

    def _ghost(self, text: str, icon: str) -> QPushButton:
        button = push_button(self._theme, text, icon=icon, kind="ghost", small=True, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(9, 0, 12, 0)
        head.addWidget(self.fold_button)
        head.addStretch()
        head.addWidget(self.count)
        head.addWidget(self.more_button)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(self.field.in_a_row())
        foot = QHBoxLayout()
        foot.setContentsMargins(9, 2, 9, 0)
        foot.addWidget(self.add_button)
        foot.addStretch()
        column.addLayout(foot)

    def _connect(self) -> None:
        for button in (self.fold_button, self.more_button, self.add_button):
            button.installEventFilter(self)
        self.fold_button.clicked.connect(self._on_folding)
        self.more_button.clicked.connect(self._on_more)
        self.add_button.clicked.connect(self.add)
        self.field.dropped.connect(self._on_field_dropped)
        self.field.returnPressed.connect(self._on_field_returned)
        self.list.tick_requested.connect(self._on_tick_requested)
        self.list.edit_committed.connect(self._on_edit_committed)
        self.list.current_changed.connect(self._enable)
        self.list.menu_requested.connect(self._on_menu_requested)
        self.list.row_wanted.connect(self.row_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a button in sight that has the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            self.row_wanted.emit(watched)
        return super().eventFilter(watched, event)

    def _on_more(self) -> None:
        self._on_menu_requested(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _on_menu_requested(self, at: QPoint) -> None:
        self._enable()
        open_menu(self.actions_of_list, at, self)
