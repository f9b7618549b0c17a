"""How the cards of Today stand: what is to do at the left, what was learned beside or below it.

Knows no services.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.today.beginning import Beginning, NothingDue
from infoview_gui.panes.today.due_card import DueCard
from infoview_gui.panes.today.figures_card import FiguresCard
from infoview_gui.panes.today.learned_card import LearnedCard
from infoview_gui.panes.today.next_card import NextCard
from infoview_gui.panes.today.plan_strip import PlanStrip
from infoview_gui.panes.today.week_card import WeekCard
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.tab_order import order_tabs

_WIDEST = 1240
_SIDE = 392
_NARROW_SIDE = 320
_GAP = 18
_BELOW = 1040
"""Width in pixels under which the side stands below the rest."""
_NARROW = 1120
_NO_LIMIT = (1 << 24) - 1


class TodayPage(QScrollArea):
    """The cards; their owner fills them and says which are shown."""

    focus_moved = Signal()
    """The keyboard went to another place, here or in the menus."""
    painted = Signal()
    """The first picture is drawn; once."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = label("", "h1")
        self.summary = wrapped_label("", "muted")
        self.beginning = Beginning(theme)
        self.quiet = NothingDue(theme)
        self.next = NextCard(theme, times)
        self.plan = PlanStrip(theme)
        self.due = DueCard(theme, times)
        self.week = WeekCard(theme, times)
        self.figures = FiguresCard(theme)
        self.learned = LearnedCard(theme, times)
        self._follows = False
        self._side = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self.heading.installEventFilter(self)
        self.setProperty("kind", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the heading is painted: the page itself may be covered by what is on it."""
        if watched is self.heading and event.type() == QEvent.Type.Paint:
            self.heading.removeEventFilter(self)
            self.painted.emit()
        return super().eventFilter(watched, event)

    def choose(self, *, nobody: bool, upcoming: bool, due: bool, week: bool) -> None:
        """Show the cards that have something to say."""
        quiet = not nobody and not upcoming and not due
        shown = {
            self.beginning: nobody,
            self.quiet: quiet,
            self.next: upcoming,
            self.plan: not nobody and not quiet and not upcoming,
            self.due: not nobody and not quiet,
            self.week: not nobody and (not quiet or week),
            self._side: not nobody,
            self.summary: not nobody,
        }
        for card, visible in shown.items():
            card.setVisible(visible)

    def first_control(self) -> QWidget:
        """Return where the keyboard begins."""
        cards = (self.beginning, self.quiet, self.next, self.due, self.plan)
        controls = (card.first_control() for card in cards if card.isVisibleTo(self))
        return next((control for control in controls if control is not None), self)

    def order_tabs(self) -> None:
        """Lead the keyboard from the top down, whenever the widgets were made."""
        content = self.widget()
        if content is not None:
            order_tabs(content, *self.learned.controls())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top, and follow the keyboard while it can be here."""
        super().showEvent(event)
        if not event.spontaneous():  # not when the window only comes back from the task bar
            self.verticalScrollBar().setValue(0)
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self._follows:
            self._follows = True
            application.focusChanged.connect(self._on_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow it no more: what is hidden may be about to go."""
        super().hideEvent(event)
        application = QApplication.instance()
        if isinstance(application, QApplication) and self._follows:
            self._follows = False
            application.focusChanged.disconnect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:  # a slot
        """Bring into sight what the keyboard has come to, by whichever key."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 16)
            self.due.note_focus()
        self.focus_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side beside or below the rest."""
        super().resizeEvent(event)
        width = event.size().width()
        below = width < _BELOW
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(direction)
        wide = _SIDE if width >= _NARROW else _NARROW_SIDE
        self._side.setMinimumWidth(0 if below else wide)
        self._side.setMaximumWidth(_NO_LIMIT if below else wide)

    def _arrange(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        column.addLayout(head)
        cards = (self.beginning, self.quiet, self.next, self.plan, self.due, self.week)
        for card in cards:
            column.addWidget(card)
        column.addStretch()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self.figures)
        side.addWidget(self.learned, 1)
        self._across.setContentsMargins(22, 20, 22, 22)
        self._across.setSpacing(_GAP)
        self._across.addWidget(left, 1)
        self._across.addWidget(self._side)
        content.setLayout(self._across)
        self.setWidget(content)
