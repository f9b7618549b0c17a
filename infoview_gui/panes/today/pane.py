"""Today: reads what its cards show, keeps it true as time goes on, hands verbs on.

How the cards stand is in ``page``; what the verbs do in ``verbs``.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime, week_start
from infoview_gui.panes.places import Place
from infoview_gui.panes.ticker import MINUTE_MS, Ticker
from infoview_gui.panes.today import due_verbs
from infoview_gui.panes.today.actions import TodayActions
from infoview_gui.panes.today.later_menu import LaterMenu
from infoview_gui.panes.today.page import TodayPage
from infoview_gui.panes.today.side import SideReader
from infoview_gui.panes.today.verbs import Starter, Verbs
from infoview_gui.panes.today.wording import heading, summary
from infoview_gui.practice.routine.rows import Key
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.checklists import points_of
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.records import ConversationRow
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.services.lately import Lesson

_TABLES = (
    *("person", "conversation", "participant", "event", "letter", "activity", "settled"),
    *("task", "insight", "term", "opening", "capture", "checklist_item", "note"),
)


class TodayPane(QWidget):
    """The first thing seen in the morning."""

    conversation_chosen = Signal()
    """Another conversation is next, or none."""
    place_requested = Signal(object)
    said = Signal(str)
    new_conversation_requested = Signal(object)
    new_person_requested = Signal(object)
    new_task_requested = Signal()
    letter_requested = Signal(object, object, object, object)
    """Person, kind (LetterKind), conversation or None, about whom or None. Where nobody answers
    it, no letter is offered."""
    answer_requested = Signal(object)
    """Somebody answered: ask what."""
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
        self._theme = theme
        self._services = services
        self._times = times
        self._due: list[DueRow] = []
        self._due_told = -1
        self._talk: int | None = None
        self._homeless = False
        """The row with the keyboard has gone, and it has no neighbour."""
        self._whole = False
        """Whether everything has been read: the first picture does without holidays and side."""
        self._verbs = Verbs(theme, services, times, clock, self)
        self._page = page = TodayPage(theme, times, self)
        self._side = SideReader(services, page.figures, page.learned)
        self._actions = TodayActions(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.setAccessibleName("Today")
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

    def show_due(self) -> None:
        """Give the keyboard to what is most pressing."""
        first = self._page.due.first_control()
        if first is not None and self._page.due.isVisibleTo(self):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_conversation(self) -> int | None:
        """Return the one on the card of what is next."""
        return self._talk

    def menu_actions(self) -> list[QAction]:
        """Return every verb of the pane."""
        return self._actions.every()

    def due_count(self) -> int:
        """Return how many things are due."""
        return sum(row.has_day for row in self._due)

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
        page = self._page
        if self.isVisible():  # before that nobody can have been asked to answer
            page.due.letters = self._writes_letters()
        self._due = self._services.agenda.due(holidays=self._whole)
        self._tell_due()
        today = self._times.today()
        week = self._conversations(week_start(today, self._times.locale), 7)
        upcoming = self._services.agenda.next_conversation()
        todays = [row for row in week if self._times.local(row.began_at or 0).date() == today]
        page.heading.setText(heading(today, self._times))
        page.summary.setText(summary(todays, self._due, self._times))
        if upcoming is not None:
            page.next.show_row(upcoming, points_of(upcoming.id))
        page.due.show_rows(self._due)
        page.week.show_week(today, week)
        if self._whole:
            self._side.read(self._times.clock())
        self._choose_cards(upcoming, week)
        page.order_tabs()
        self._enable()

    def _enable(self) -> None:
        """Let the menu act on one row: on that of the keyboard, or on those that it names."""
        page = self._page
        row, focused = page.due.last_row(), page.due.focused_row()
        targets = [one.row for one in page.due.rows] if row is None else [row]
        upcoming = page.next.conversation if page.next.isVisibleTo(page) else None
        talk = None if upcoming is None else upcoming.id
        if talk != self._talk:
            self._talk = talk
            self.conversation_chosen.emit()
        self._actions.enable(
            upcoming,
            targets,
            letters=page.due.letters,
            named=focused is None,
        )

    def _writes_letters(self) -> bool:
        """Say whether somebody opens letters when asked."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.letter_requested))

    def _choose_cards(
        self, upcoming: ConversationRow | None, week: Sequence[ConversationRow]
    ) -> None:
        """Show the cards that have something to say; the keyboard stays in the pane."""
        within = self._has_focus()
        empty = self._services.people_list.count() == 0 and reading.conversation_count() == 0
        nobody = empty and not self._due
        self._page.choose(nobody=nobody, upcoming=upcoming is not None, due=bool(self._due),
                          week=bool(week))  # fmt: skip
        if self._homeless or (within and not self._has_focus()):
            self._homeless = False
            self._page.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _conversations(self, first: date, days: int) -> list[ConversationRow]:
        start = datetime.combine(first, time())
        end = start + timedelta(days=days)
        return reading.conversations_between(self._times.moment(start), self._times.moment(end))

    def _tell_due(self) -> None:
        if self._due_told != self.due_count():
            self._due_told = self.due_count()
            self.due_changed.emit(places.TODAY, self._due_told)

    # -- the keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first control."""
        super().focusInEvent(event)
        self._page.first_control().setFocus(event.reason())

    def _has_focus(self) -> bool:
        """Say whether the keyboard is here, or comes back here when a dialog closes."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.isVisibleTo(self)

    def _connect(self) -> None:
        page, verbs = self._page, self._verbs
        verbs.done.connect(self.refresh)
        verbs.said.connect(self.said)
        verbs.place_requested.connect(self.place_requested)
        verbs.new_person_requested.connect(self.new_person_requested)
        verbs.letter_requested.connect(self.letter_requested)
        verbs.answer_requested.connect(self.answer_requested)
        page.beginning.import_requested.connect(self.import_requested)
        page.beginning.person_requested.connect(self._on_new_person)
        page.beginning.sample_requested.connect(self.sample_requested)
        page.quiet.plan_requested.connect(self._on_plan)
        page.quiet.task_requested.connect(self.new_task_requested)
        page.plan.plan_requested.connect(self._on_plan)
        page.next.prepare_requested.connect(self._on_prepare)
        page.next.start_requested.connect(verbs.start)
        page.next.person_requested.connect(self._on_person)
        page.painted.connect(self._on_painted)
        page.focus_moved.connect(self._enable)
        page.next.ticked.connect(verbs.tick)
        page.due.chosen.connect(self._on_chosen)
        page.due.task_requested.connect(self.new_task_requested)
        page.due.person_requested.connect(self._on_person)
        page.due.emptied.connect(self._on_emptied)
        page.week.conversation_requested.connect(self._on_conversation)
        page.figures.people_requested.connect(self._on_figure)
        page.learned.lesson_requested.connect(self._on_lesson)
        self._actions.chosen.connect(self._on_action)

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
            self._whole = True
            self._due = self._services.agenda.due()
            self._tell_due()

    def _aim(self) -> None:
        now = self._services.clock()
        self._ticker.aim(now - now % MINUTE_MS + MINUTE_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Be true from the first moment."""
        super().showEvent(event)
        self.refresh()

    def _on_painted(self) -> None:
        """After the first picture read what it did not show."""
        self._whole = True
        QTimer.singleShot(0, self, self.refresh)

    def _on_chosen(self, verb: str, key: Key) -> None:
        row = next((row for row in self._due if row.key == key), None)
        if row is not None:
            self._act(verb, row)

    def _act(self, verb: str, row: DueRow) -> None:
        if verb == due_verbs.LATER:
            self._offer_later(row)
        else:
            self._verbs.act(verb, row)

    def _offer_later(self, row: DueRow) -> None:
        """Open the menu of a row: until when it is left alone, and what else can be done."""
        menu = LaterMenu(row, self._services.routine.later_days(), self._times, self)
        menu.day_chosen.connect(self._verbs.not_now)
        menu.other_day_wanted.connect(self._verbs.ask_day)
        menu.verb_chosen.connect(self._verbs.act)
        menu.popup(self._page.due.menu_place(row.key))

    def _on_emptied(self) -> None:
        self._homeless = True

    def _on_prepare(self, conversation_id: int) -> None:
        self.place_requested.emit(Place(places.INTERVIEWS, conversation_id))

    def _on_conversation(self, conversation_id: int | None) -> None:
        self.place_requested.emit(Place(places.CALENDAR, conversation_id))

    def _on_person(self, person_id: int) -> None:
        self.place_requested.emit(Place(places.PEOPLE, person_id))

    def _on_figure(self, name: str) -> None:
        self.place_requested.emit(Place(places.PEOPLE, lately=name))

    def _on_plan(self) -> None:
        self.new_conversation_requested.emit(None)

    def _on_new_person(self) -> None:
        self.new_person_requested.emit(None)

    def _on_lesson(self, lesson: "Lesson") -> None:
        """Lead to the notes in which it was said, else to who said it."""
        if not lesson.names_somebody and lesson.conversation_id is not None:
            self._on_prepare(lesson.conversation_id)
        elif lesson.person_id is not None:
            self._on_person(lesson.person_id)

    def _on_action(self, name: str) -> None:
        upcoming = self._page.next.conversation
        if name == "prepare" and upcoming is not None:
            self._on_prepare(upcoming.id)
        elif name == "start" and upcoming is not None:
            self._verbs.start(upcoming.id)
        else:
            row = self._row_for(name)
            if row is not None:
                self._act(name, row)

    def _row_for(self, verb: str) -> DueRow | None:
        """Return the row that has, or had, the keyboard; else the first shown with this verb."""
        row = self._page.due.last_row()
        rows = [one.row for one in self._page.due.rows] if row is None else [row]
        letters = self._page.due.letters
        return next((one for one in rows if verb in due_verbs.verbs_of(one, letters=letters)), None)
