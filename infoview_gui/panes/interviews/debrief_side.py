"""What stands below the clock: the questions, and after the talk the debrief beside them.

Chooses and makes; must not know what stands in either.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from infoview_gui.panes.interviews.debrief_panel import DebriefPanel
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.countdown import State
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.theme import Theme
from infoview_gui.widgets.segmented import Segmented

_TABLES = ("capture", "insight", "term", "opening", "task", "note")


class AfterSide(QWidget):
    """Shows ``during`` (the questions) alone, or the debrief, with a choice of the two above."""

    said = Signal(str)
    place_requested = Signal(object)
    line_wanted = Signal(int)
    keyboard_returned = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        preferences: Preferences,
        flush: Callable[[], None],
        during: tuple[QWidget, QWidget],
        parent: QWidget | None = None,
    ) -> None:
        """``during`` are the parts shown while one talks; the first takes the room."""
        super().__init__(parent)
        self._theme, self._services, self._times = theme, services, times
        self._preferences, self._flush = preferences, flush
        self._shown: tuple[ConversationRecord, State] | None = None
        self._here = True
        self.debrief: DebriefPanel | None = None
        self.choice = Segmented(theme, ("Debrief", "Questions"), self, name="What to show")
        self.choice.chosen.connect(self._on_chosen)
        self._bar = QFrame(self)
        self._bar.setProperty("kind", "strip")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(18, 7, 18, 7)
        row.addWidget(self.choice)
        row.addStretch()
        self._bar.hide()
        self._during = QWidget(self)
        column = QVBoxLayout(self._during)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(during[0], 1)
        column.addWidget(during[1])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._during, 1)
        self.keep_all = self._action("Keep all of it", "Ctrl+Shift+K", self._on_keep_all)
        self.turn = self._action("Debrief or questions", "Ctrl+Shift+D", self._on_turn)
        preferences.changed.connect(self._on_preferences)

    @property
    def actions_of_side(self) -> list[QAction]:
        """The verbs whose keys hold in the whole pane."""
        return [self.keep_all, self.turn]

    def show_conversation(self, record: ConversationRecord, clock: State) -> None:
        """Show what belongs to a conversation at one state of its clock."""
        before = self._shown
        self._shown = (record, clock)
        ended = record.status == "done"
        turned = before is None or before[0].id != record.id or before[0].status != record.status
        if turned:
            self.choice.choose(0)
        if ended:
            self._made().show_conversation(record, clock)
        elif self.debrief is not None and turned:
            self.debrief.leave()
        self._place()

    def show_questions(self) -> None:
        """Show the questions, as when one is to be added."""
        self.choice.choose(1)
        self._place()

    def follow(self, changes: Changes) -> None:
        """Read anew what changed, the notes when the typing pauses."""
        if self.debrief is None or not self._ended or not changes.touch(*_TABLES):
            return
        if changes.origin is Origin.AUTOSAVE:
            self.debrief.refresh_soon()
        else:
            self.debrief.refresh()

    def leave(self) -> None:
        """Put what is typed on disk."""
        if self.debrief is not None:
            self.debrief.leave()

    def forget(self) -> None:
        """The conversation is gone."""
        self._shown = None
        if self.debrief is not None:
            self.debrief.forget()

    def menu(self, more: list[QAction]) -> QMenu:
        """Return the menu of everything for afterwards; ``more`` goes to its end."""
        panel = self._made()
        menu = QMenu("After the conversation", self)
        menu.addActions([*panel.actions_of_list, self.keep_all, self.turn])
        menu.addSeparator()
        menu.addActions(more)
        self._enable()
        return menu

    @property
    def _ended(self) -> bool:
        return self._shown is not None and self._shown[0].status == "done"

    def _made(self) -> DebriefPanel:
        if self.debrief is None:
            panel = DebriefPanel(
                self._theme, self._services, self._times, self._preferences, self._flush, self
            )
            panel.hide()
            panel.said.connect(self.said)
            panel.place_requested.connect(self.place_requested)
            panel.line_wanted.connect(self.line_wanted)
            panel.keyboard_returned.connect(self.keyboard_returned)
            self._column.addWidget(panel, 1)
            self.debrief = panel
        return self.debrief

    def _place(self) -> None:
        after = self._ended and self.choice.index == 0
        hidden = self._during if after else self.debrief
        if hidden is not None and hidden.isAncestorOf(self.focusWidget() or self):
            self.keyboard_returned.emit()
        self._bar.setVisible(self._ended)
        self._during.setVisible(not after)
        if self.debrief is not None:
            self.debrief.setVisible(after)
        self._enable()

    def act_on_screen(self, *, here: bool) -> None:
        """Let the verbs be chosen only while the conversation is shown that they act on."""
        self._here = here
        self._enable()

    def _enable(self) -> None:
        able = self._ended and self._here
        self.turn.setEnabled(able)
        self.keep_all.setEnabled(able)
        if self.debrief is not None:
            self.debrief.enable(shown=able and self.choice.index == 0)

    def _on_preferences(self, names: frozenset[str]) -> None:
        if "marks_off" in names and self.debrief is not None:
            self.debrief.refresh()

    def _on_chosen(self, _index: int) -> None:
        self._place()

    def _on_turn(self) -> None:
        self.choice.choose(1 - self.choice.index)
        self._place()

    def _on_keep_all(self) -> None:
        if self.debrief is not None:
            self.choice.choose(0)
            self._place()
            self.debrief.keep_all()

    def _action(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        return action
