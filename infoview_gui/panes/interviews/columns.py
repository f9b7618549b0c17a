"""What the Interviews pane consists of, in three columns, and when the list is folded away.

Makes and places the parts; must not know which conversation they show.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.interviews.captured import CapturedPanel
from infoview_gui.panes.interviews.checklist_panel import ChecklistPanel
from infoview_gui.panes.interviews.clock_panel import ClockPanel
from infoview_gui.panes.interviews.conversation_list import ConversationList
from infoview_gui.panes.interviews.debrief_side import AfterSide
from infoview_gui.panes.interviews.folding import Folding
from infoview_gui.panes.interviews.goal_line import GoalLine
from infoview_gui.panes.interviews.header import ConversationHeader
from infoview_gui.panes.interviews.notes_view import NotesView
from infoview_gui.panes.interviews.prep_opener import OpenerLine
from infoview_gui.panes.interviews.questions_panel import QuestionsPanel
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState
from infoview_gui.widgets.tab_order import order_tabs

SIDE_WIDTH = 336


class InterviewColumns(QWidget):
    """The list, the talk or words for none, and at the side clock and questions."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        folding: Folding,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folding = folding
        self._make_parts(theme, services, times, preferences)
        self._arrange()
        order_tabs(self)
        self.list.fold_requested.connect(self.toggle_list)
        self.questions.keyboard_returned.connect(self.take_focus)
        self.after.keyboard_returned.connect(self.take_focus)
        self.addActions(self.after.actions_of_side)
        self.header.list_requested.connect(self.toggle_list)
        theme.changed.connect(self.update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the notes. No proxy: Tab would jump to them past all the rest."""
        super().focusInEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the notes, or to the button that plans a conversation."""
        button = self.empty.findChild(QPushButton)
        target = self.notes.editor if self.notes.isVisibleTo(self) else button
        (target or self.list.view).setFocus()

    # -- showing

    def show_talk(self, *, shown: bool) -> None:
        """Show the parts of a conversation, or that there is none."""
        self._pages.setCurrentIndex(1 if shown else 0)
        self.side.setVisible(shown)

    def toggle_list(self) -> None:
        """Fold the list away, or bring it back."""
        self._folding.toggle(self.width())
        self.fold()
        if not self.list.isHidden():
            self.list.view.setFocus()

    def fold(self) -> None:
        """Hide the list, or show it, as is right now."""
        folded = self._folding.is_folded(self.width())
        if folded and self.list.isAncestorOf(self.focusWidget() or self):
            self.notes.editor.setFocus()
        self.list.setHidden(folded)
        self.header.list_button.setVisible(folded)

    def minimumSizeHint(self) -> QSize:
        """Allow a width at which the list has to fold."""
        return QSize(SIDE_WIDTH + 300, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list where there is no room for it."""
        super().resizeEvent(event)
        self.fold()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the call that ended here when another pane is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._folding.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the list or not, as is right at this visit."""
        super().showEvent(event)
        if not event.spontaneous():
            self.fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the lines between the columns."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        line = self._theme.colour("border")
        if not self.list.isHidden():
            painter.fillRect(self.list.geometry().adjusted(-1, 0, 1, 0), line)
        if not self.side.isHidden():
            painter.fillRect(self.side.geometry().adjusted(-1, 0, 1, 0), line)

    # -- building

    def _make_parts(
        self, theme: Theme, services: Services, times: LocalTime, preferences: Preferences
    ) -> None:
        self.list = ConversationList(theme, self)
        self.header = ConversationHeader(theme, times, self)
        self.goal = GoalLine(services, self)
        self.opener = OpenerLine(services, self)
        self.notes = NotesView(theme, services, preferences, times, self)
        self.side = QWidget(self)
        self.side.setFixedWidth(SIDE_WIDTH)
        self.clock = ClockPanel(theme, times, self.side)
        self.questions = QuestionsPanel(theme, services, times, self.side)
        self.checklist = ChecklistPanel(theme, services, self.side)
        self.questions.add_below(self.checklist)
        self.checklist.row_wanted.connect(self.questions.bring_in_sight)
        self.captured = CapturedPanel(theme, self.side)
        during = (self.questions, self.captured)
        self.after = AfterSide(
            theme, services, times, preferences, self.notes.leave, during, self.side
        )
        self.plan_button = push_button(theme, "New conversation", icon="plus", kind="primary")
        self.empty = EmptyState(
            theme,
            "notebook-pen",
            "No conversation yet",
            "Plan one with somebody you would like to learn from. Fifteen minutes are enough.",
            self,  # a stacked layout without a parent would show it as a window of its own
        )
        self.empty.add_button(self.plan_button)
        # It is shown without the side, so its room must not press on that of a conversation.
        self.empty.setMinimumWidth(1)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        # The list folds only if the window may become too narrow for it.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.list)
        row.addLayout(self._make_middle(), 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.clock)
        column.addWidget(self.after, 1)

    def _make_middle(self) -> QStackedLayout:
        talk = QWidget(self)
        column = QVBoxLayout(talk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.goal)
        column.addWidget(self.opener)
        column.addWidget(self.notes, 1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(talk)
        return self._pages
