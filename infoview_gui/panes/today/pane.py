"""Today: puts the cards together, reads what they show, and keeps it true as time goes on.

Changes go through its verbs.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime, week_start
from infoview_gui.panes.places import Place
from infoview_gui.panes.ticker import MINUTE_MS, Ticker
from infoview_gui.panes.today import due_row
from infoview_gui.panes.today.beginning import Beginning, NothingDue
from infoview_gui.panes.today.due_card import DueCard
from infoview_gui.panes.today.next_card import NextCard
from infoview_gui.panes.today.plan_strip import PlanStrip
from infoview_gui.panes.today.verbs import Starter, Verbs
from infoview_gui.panes.today.week_card import WeekCard
from infoview_gui.panes.today.wording import heading, summary
from infoview_gui.services import reading
from infoview_gui.services.agenda import DueRow
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRow
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label, wrapped_label

_TABLES = ("person", "conversation", "participant", "event")
_WIDEST = 1240


class TodayPane(QWidget):
    """The first thing seen in the morning."""

    place_requested = Signal(object)
    said = Signal(str)
    new_conversation_requested = Signal(object)
    new_person_requested = Signal(object)
    import_requested = Signal()
    sample_requested = Signal()
    due_changed = Signal(str, int)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        clock: Starter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._times = times
        self._due: list[DueRow] = []
        self._due_told = -1
        self._verbs = Verbs(theme, services, times, clock, self)
        self._build(theme)
        self._make_actions()
        self._connect()
        # Words such as "in 42 min" change on the minute; midnight is a minute like any other.
        self._ticker = Ticker(services.clock, MINUTE_MS, self)
        self._ticker.ticked.connect(self._on_minute)
        feed.changed.connect(self._on_changed)
        self.refresh()
        self._aim()

    # -- what the window asks of a pane

    def show_item(self, item_id: int | None) -> None:
        """Today shows everything it has; the keyboard goes to its first control."""
        del item_id
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_actions(self) -> list[QAction]:
        """Return every verb of the pane."""
        return list(self._actions.values())

    def due_count(self) -> int:
        """Return how many things are due."""
        return len(self._due)

    def save_state(self) -> dict[str, object]:
        """Return nothing: Today has no habits."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take nothing up."""
        del state

    def leave(self) -> None:
        """Nothing is typed here."""

    # -- showing

    def refresh(self) -> None:
        """Read everything and show it."""
        self._due = self._services.agenda.due()
        self._tell_due()
        today = self._times.today()
        monday = week_start(today, self._times.locale)
        week = self._conversations(monday, 7)
        upcoming = self._services.agenda.next_conversation()
        self._heading.setText(heading(today, self._times))
        todays = [row for row in week if self._times.local(row.began_at or 0).date() == today]
        self._summary.setText(summary(todays, self._due, self._times))
        if upcoming is not None:
            self._next.show_row(upcoming)
        self._due_card.show_rows(self._due)
        self._week.show_week(today, week)
        self._choose_cards(upcoming, week)
        self._order_tabs()
        self._enable_actions(upcoming)

    def _choose_cards(
        self, upcoming: ConversationRow | None, week: Sequence[ConversationRow]
    ) -> None:
        """Show the cards that have something to say; the keyboard stays in the pane."""
        within = self._has_focus()
        nobody = self._services.people_list.count() == 0 and reading.conversation_count() == 0
        quiet = not nobody and upcoming is None and not self._due
        shown = {
            self._beginning: nobody,
            self._quiet: quiet,
            self._next: upcoming is not None,
            self._plan: not nobody and not quiet and upcoming is None,
            self._due_card: not nobody and not quiet,
            self._week: not nobody and (not quiet or bool(week)),
        }
        for card, visible in shown.items():
            card.setVisible(visible)
        self._summary.setVisible(not nobody)
        if within and not self._has_focus():
            self._first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _conversations(self, first: date, days: int) -> list[ConversationRow]:
        start = datetime.combine(first, time())
        end = start + timedelta(days=days)
        return reading.conversations_between(self._times.moment(start), self._times.moment(end))

    def _tell_due(self) -> None:
        if self._due_told != len(self._due):
            self._due_told = len(self._due)
            self.due_changed.emit(places.TODAY, self._due_told)

    # -- the keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first control."""
        super().focusInEvent(event)
        self._first_control().setFocus(event.reason())

    def _first_control(self) -> QWidget:
        cards = (self._beginning, self._quiet, self._next, self._due_card, self._plan)
        controls = (card.first_control() for card in cards if card.isVisibleTo(self))
        found = next((control for control in controls if control is not None), None)
        return found or self._scroll

    def _order_tabs(self) -> None:
        """Lead the keyboard from the top down, whenever the widgets were made."""
        cards = (self._next, self._due_card, self._week)
        controls = [control for card in cards for control in card.controls()]
        controls.insert(len(self._next.controls()), self._plan.first_control())
        for one, following in pairwise(controls):
            QWidget.setTabOrder(one, following)

    def _has_focus(self) -> bool:
        """Say whether the keyboard is here, or comes back here when a dialog closes."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.isVisibleTo(self)

    # -- building

    def _build(self, theme: Theme) -> None:
        self._heading = label("", "h1")
        self._summary = wrapped_label("", "muted")
        self._beginning = Beginning(theme)
        self._quiet = NothingDue(theme)
        self._next = NextCard(theme, self._times)
        self._plan = PlanStrip(theme)
        self._due_card = DueCard(theme, self._times)
        self._week = WeekCard(theme, self._times)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(22, 20, 22, 22)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._heading)
        head.addWidget(self._summary)
        column.addLayout(head)
        cards = (self._beginning, self._quiet, self._next, self._plan, self._due_card, self._week)
        for card in cards:
            column.addWidget(card)
        column.addStretch()
        self._scroll = QScrollArea(self)
        self._scroll.setProperty("kind", "clear")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.setAccessibleName("Today")

    def _connect(self) -> None:
        self._verbs.done.connect(self.refresh)
        self._verbs.said.connect(self.said)
        self._verbs.place_requested.connect(self.place_requested)
        self._beginning.import_requested.connect(self.import_requested)
        self._beginning.person_requested.connect(self._on_new_person)
        self._beginning.sample_requested.connect(self.sample_requested)
        self._quiet.plan_requested.connect(self._on_plan)
        self._plan.plan_requested.connect(self._on_plan)
        self._next.prepare_requested.connect(self._on_prepare)
        self._next.start_requested.connect(self._verbs.start)
        self._next.person_requested.connect(self._on_person)
        self._due_card.chosen.connect(self._on_chosen)
        self._due_card.person_requested.connect(self._on_person)
        self._due_card.emptied.connect(self._on_emptied)
        self._week.conversation_requested.connect(self._on_conversation)

    def _make_actions(self) -> None:
        self._actions: dict[str, QAction] = {}
        for name, words, slot in (
            ("prepare", "&Prepare the next conversation", self._on_prepare_next),
            ("start", "S&tart the next conversation", self._on_start_next),
            (due_row.SENT, "Mark thanks as &sent", self._on_verb),
            (due_row.WAIVED, "&No thanks needed", self._on_verb),
            (due_row.HAPPENED, "It &happened…", self._on_verb),
            (due_row.MISSED, "They &did not come", self._on_verb),
            (due_row.MOVE, "&Move to another time", self._on_verb),
            (due_row.CANCEL, "&Cancel conversation", self._on_verb),
        ):
            action = QAction(words, self)
            action.setData(name)
            action.triggered.connect(slot)
            self._actions[name] = action

    def _enable_actions(self, upcoming: ConversationRow | None) -> None:
        runs = upcoming is not None and upcoming.status == "running"
        self._actions["prepare"].setEnabled(upcoming is not None)
        self._actions["start"].setEnabled(upcoming is not None and not runs)
        for verb in due_row.VERBS:
            self._actions[verb].setEnabled(self._row_for(verb) is not None)

    # -- slots

    def _on_changed(self, changes: Changes) -> None:
        if changes.touch(*_TABLES):
            self._refresh_as_seen()

    def _on_minute(self) -> None:
        self._refresh_as_seen()
        self._aim()

    def _refresh_as_seen(self) -> None:
        if self.isVisible():
            self.refresh()
        else:  # the number in the rail is seen from every pane
            self._due = self._services.agenda.due()
            self._tell_due()

    def _aim(self) -> None:
        now = self._services.clock()
        self._ticker.aim(now - now % MINUTE_MS + MINUTE_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Be true from the first moment."""
        super().showEvent(event)
        self.refresh()

    def _on_chosen(self, verb: str, conversation_id: int) -> None:
        row = self._row_of(conversation_id)
        if row is not None:
            self._verbs.act(verb, row.conversation)

    def _row_of(self, conversation_id: int) -> DueRow | None:
        rows = (row for row in self._due if row.conversation.id == conversation_id)
        return next(rows, None)

    def _on_emptied(self) -> None:
        self._first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_prepare(self, conversation_id: int) -> None:
        self.place_requested.emit(Place(places.INTERVIEWS, conversation_id))

    def _on_conversation(self, conversation_id: int | None) -> None:
        self.place_requested.emit(Place(places.CALENDAR, conversation_id))

    def _on_person(self, person_id: int) -> None:
        self.place_requested.emit(Place(places.PEOPLE, person_id))

    def _on_plan(self) -> None:
        self.new_conversation_requested.emit(None)

    def _on_new_person(self) -> None:
        self.new_person_requested.emit(None)

    def _on_prepare_next(self) -> None:
        if self._next.conversation is not None:
            self._on_prepare(self._next.conversation.id)

    def _on_start_next(self) -> None:
        if self._next.conversation is not None:
            self._verbs.start(self._next.conversation.id)

    def _on_verb(self) -> None:
        action = self.sender()
        row = self._row_for(str(action.data())) if isinstance(action, QAction) else None
        if row is not None and isinstance(action, QAction):
            self._verbs.act(str(action.data()), row.conversation)

    def _row_for(self, verb: str) -> DueRow | None:
        """Return the row with the keyboard if it has this verb, else the most pressing with it."""
        rows = [row for row in self._due if verb in due_row.verbs_of(row.due.kind)]
        focused = self._due_card.focused_row()
        if focused is not None and focused.row in rows:
            return focused.row
        return next(iter(rows), None)
