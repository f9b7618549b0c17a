"""The Interviews pane: which conversation is shown, and who hears of what happens to it.

Its parts show and ask; the verbs are in the services and in the call clock.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.call_clock import CallClock, CallView
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.interviews.actions import ConversationActions
from infoview_gui.panes.interviews.columns import InterviewColumns
from infoview_gui.panes.interviews.debrief_dialogs import AfterDialogs
from infoview_gui.panes.interviews.folding import Folding
from infoview_gui.panes.interviews.papers import Papers
from infoview_gui.panes.interviews.sections import Entry, next_passing, sections
from infoview_gui.panes.interviews.verbs import Verbs
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.ticker import MINUTE_MS, Ticker
from infoview_gui.practice import countdown
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.theme import Theme
from infoview_gui.widgets.side_rows import Section
from infoview_gui.widgets.tab_order import order_tabs

_TABLES = (
    "conversation",
    "event",
    "question",
    "participant",
    "person",
    "checklist_item",
    "own_question",
)
_OF_LIST = ("start", "edit", "move", "cancel", "replan", "save_file", "invite", "delete")


class InterviewsPane(InterviewColumns):
    """Shows one conversation at a time in its columns."""

    place_requested = Signal(object)
    said = Signal(str)
    new_conversation_requested = Signal(object)
    edit_requested = Signal(object)
    """The id of the conversation whose details are to be edited."""
    calendar_file_requested = Signal(object)
    """Id of the conversation that is to become a calendar file."""
    invitation_requested = Signal(object)
    """Id of the conversation to invite to."""
    letter_requested = Signal(object, object, object, object)
    """Id of the person, kind of letter, id of the conversation, id of whom it is about."""
    mini_requested = Signal()
    saving_changed = Signal(str)
    """Empty when all notes are on disk, else a sentence that says what is not."""
    due_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        call: CallClock,
        parent: QWidget | None = None,
        *,
        preferences: Preferences | None = None,
    ) -> None:
        folding = Folding(in_call=call.running_id is not None)
        super().__init__(theme, services, times, folding, preferences or Preferences(), parent)
        self._services = services
        self._times = times
        self._call = call
        self._record: ConversationRecord | None = None
        self._sections: list[Section[Entry]] = []
        self._due = 0
        self._lost: int | None = None
        self._was_running = call.running_id
        self._ticker = Ticker(services.clock, MINUTE_MS, self)
        self._here = True
        self._elsewhere: int | None = None
        """While another pane is shown: the conversation that is chosen there."""
        self._menus_of_shown: list[QMenu] = []
        self.verbs = Verbs(services, call, self._subject, self.leave, times, self)
        self.papers = Papers(theme, services, times, self._subject, self.leave, self)
        self.after_dialogs = AfterDialogs(
            theme, services, times, self.notes, self._shown_here, self.leave, self
        )
        self.actions_of_pane = ConversationActions(self, self._slots())
        self.list.use_menu([self.actions_of_pane[name] for name in _OF_LIST])
        self._connect(feed)
        self._show_list()
        self.show_item(None)

    # -- what the window calls

    def show_item(self, item_id: int | None) -> None:
        """Show a conversation; None keeps the present one, or shows the one that is next."""
        if item_id is None:
            item_id = self._record.id if self._record is not None else self._default_id()
        self._open(item_id)

    def show_line(self, line: int) -> None:
        """Show a line of the notes, counted from 0, and put the caret there."""
        self.notes.show_line(line)

    def menu_actions(self) -> list[QAction]:
        """Return every verb for the menu “Conversation”."""
        # In a menu of their own: one alone has more rows than there are letters for Alt.
        questions = QMenu("Questions", self)
        names = ("add_question", "question_bank", "asked_then")
        first = [self.actions_of_pane[name] for name in names]
        questions.addActions(first)
        questions.addSeparator()
        questions.addActions(self.questions.actions_of_list)
        last = [self.actions_of_pane[name] for name in ("write_thanks", "thanked", "waived")]
        files = QMenu("As a file", self)
        written = [self.actions_of_pane[name] for name in ("export_notes", "save_file", "invite")]
        files.addActions(written)
        moved = [*first, *last, *written]
        verbs = [verb for verb in self.actions_of_pane.all() if verb not in moved]
        checklist = QMenu("Checklist", self)
        checklist.addActions(self.checklist.actions_of_list)
        after = self.after.menu([*last, self.after_dialogs.kept, self.after_dialogs.earlier])
        self._menus_of_shown = [questions, checklist]
        self._enable()
        inner = [one.menuAction() for one in (files, questions, checklist, after)]
        return [*verbs, *inner]

    def shown_conversations(self) -> list[int]:
        """Return the conversations of the list, for an export."""
        return self.list.model.keys()

    def chosen_conversation(self) -> int | None:
        """Return the conversation that is open, for an export."""
        return self.shown_id

    def due_count(self) -> int:
        """Return how many conversations are to be finished."""
        return self._due

    def save_state(self) -> dict[str, object]:
        """Return what is to be as it was at the next start."""
        shown = None if self._record is None else self._record.id
        return {
            "folded": self._folding.by_user,
            "checklist_folded": self.checklist.folded,
            "conversation": shown,
            "text_px": self.notes.editor.text_size(),
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Take up what was saved; a conversation that runs goes before."""
        self._folding.by_user = state.get("folded") is True
        self.checklist.set_folded(state.get("checklist_folded") is True)
        shown, size = state.get("conversation"), state.get("text_px")
        if type(shown) is int and self._call.running_id is None and reading.conversation(shown):
            self._open(shown)
        if type(size) is int:
            self.notes.editor.set_text_size(size)
        self.fold()

    def leave(self) -> None:
        """Bring everything that is typed to the disk, waiting for it."""
        self.after.leave()  # first: the goal ends the undo step under way
        self.goal.leave()
        self.opener.leave()
        self.questions.leave()
        self.checklist.leave()
        self.notes.leave()

    @property
    def shown_id(self) -> int | None:
        """The conversation that is shown."""
        return None if self._record is None else self._record.id

    # -- showing

    def _open(self, conversation_id: int | None) -> None:
        found = None if conversation_id is None else reading.conversation(conversation_id)
        if found is None and conversation_id is not None:
            self.said.emit("This conversation is not there any more.")
            return
        if self.shown_id is not None and conversation_id != self.shown_id:
            self._on_settled()
        self._record = found
        self._show()
        self.list.choose(conversation_id)

    def _reload(self) -> None:
        """Read the shown conversation again; where it is gone, go to its neighbour."""
        lost, shown = self._lost, self._record
        if lost is not None and reading.conversation(lost) is not None:
            self._lost = None
            self._open(lost)
            return
        if shown is None:
            self.show_item(None)
            return
        self._record = reading.conversation(shown.id)
        if self._record is None:
            self._lost = shown.id
            self.notes.saver.forget(shown.id)
            self.goal.forget()
            self.opener.forget()
            self.questions.forget()
            self.checklist.forget()
            self.after.forget()
            self._open(self._default_id())
        else:
            self._show()

    def _show(self) -> None:
        record = self._record
        self.show_talk(shown=record is not None)
        self.notes.show_conversation(record)
        if record is not None:
            self.header.show_conversation(record)
            self.goal.show_conversation(record)
            self.opener.show_conversation(record)
            self._show_clock()
            self.questions.show_conversation(record, self._clock(record))
            self.checklist.show_conversation(record)
            self.after.show_conversation(record, self._clock(record))
            order_tabs(self)  # Qt would put each new question behind everything else
        self._enable()

    def _show_clock(self) -> None:
        record = self._record
        if record is not None:
            self.clock.show_clock(record, self._clock(record))
            self.notes.show_call(self._call.view)

    def _clock(self, record: ConversationRecord) -> countdown.State:
        view = self._call.view
        if view is not None and view.conversation_id == record.id:
            return view.clock
        return countdown.state(record.events, record.minutes, self._services.clock())

    def _show_list(self) -> None:
        rows = reading.open_conversations()
        self._sections = sections(rows, reading.past_conversations(), self._times)
        self.list.show_sections(self._sections, self.shown_id)
        found = [section for section in self._sections if section.title == "To finish"]
        due = sum(len(section.entries) for section in found)
        now = self._services.clock()
        passing = next_passing(rows, now)
        self._ticker.aim(now + MINUTE_MS if passing is None else passing)
        if due != self._due:
            self._due = due
            self.due_changed.emit()

    def _default_id(self) -> int | None:
        return self._call.running_id or next(iter(self.list.model.keys()), None)

    def act_on_screen(self, *, here: bool, conversation: int | None) -> None:
        """Let the verbs act on the conversation shown here, or on the one chosen elsewhere."""
        if (here, conversation) != (self._here, self._elsewhere):
            self._here, self._elsewhere = here, conversation
            self.after.act_on_screen(here=here)
            self._enable()

    def _subject(self) -> ConversationRecord | None:
        if self._here:
            return self._record
        return None if self._elsewhere is None else reading.conversation(self._elsewhere)

    def _shown_here(self) -> int | None:
        return self.shown_id if self._here else None

    def _enable(self) -> None:
        self.after_dialogs.enable()
        now, here = self._services.clock(), self._here
        self.actions_of_pane.enable(self._subject(), self._call.view, now, here=here)
        for menu in self._menus_of_shown:
            menu.menuAction().setEnabled(here)

    # -- following

    def _on_feed_changed(self, changes: Changes) -> None:
        if changes.touch("conversation", "participant", "person"):
            self._show_list()
        if changes.touch(*_TABLES):
            self._reload()
        self.after.follow(changes)
        if changes.touch("note") and changes.origin is not Origin.AUTOSAVE:
            self.notes.reload()

    def _on_saving_changed(self) -> None:
        reason = self.notes.saver.reason
        self.saving_changed.emit(f"Not saved: {reason}" if reason else "")

    def _on_call_changed(self) -> None:
        running = self._call.running_id
        began = running is not None and running != self._was_running
        if running != self._was_running:
            self._was_running = running
            self._folding.follow_call(began=began)
            if not self.isVisible():
                self._folding.leave()
            self.fold()
        if began:
            self._open(running)
        else:
            self._reload()

    def _on_ticked(self, view: CallView) -> None:
        if view.conversation_id == self.shown_id:
            self._show_clock()

    def _on_minute(self) -> None:
        self._show_list()
        self._show_clock()
        self._enable()

    def _on_began(self) -> None:
        if not self.isVisible():
            self.place_requested.emit(Place(INTERVIEWS, self._call.running_id))
        self.notes.begin_notes()

    def _on_settled(self) -> None:
        """The buttons that were pressed go away: the keyboard must not land anywhere."""
        if self.side.isAncestorOf(self.focusWidget() or self):
            self.notes.editor.setFocus()

    def _on_chosen(self, conversation_id: int) -> None:
        self._open(conversation_id)
        self._folding.follow_choice(self.width())
        self.fold()

    def _on_new(self) -> None:
        self.new_conversation_requested.emit(None)

    def _on_add_question(self) -> None:
        self.after.show_questions()
        self.questions.add()

    def _on_question_bank(self) -> None:
        self.after.show_questions()
        self.questions.open_bank()

    def _connect(self, feed: ChangeFeed) -> None:
        feed.changed.connect(self._on_feed_changed)
        self._call.changed.connect(self._on_call_changed)
        self._call.ticked.connect(self._on_ticked)
        self._ticker.ticked.connect(self._on_minute)
        self.list.chosen.connect(self._on_chosen)
        self.list.new_requested.connect(self._on_new)
        self.plan_button.clicked.connect(self._on_new)
        self.header.contact_requested.connect(self.verbs.show_contact)
        self.header.edit_requested.connect(self.verbs.edit)
        self.clock.start_requested.connect(self.verbs.start)
        self.clock.pause_requested.connect(self._call.pause_or_resume)
        self.clock.end_requested.connect(self.verbs.end)
        self.clock.mini_requested.connect(self.mini_requested)
        self.clock.happened.connect(self.verbs.happened)
        self.clock.outcome_chosen.connect(self.verbs.choose)
        self.notes.they_closed_requested.connect(self.verbs.they_closed)
        self.notes.they_went_on_requested.connect(self._call.they_went_on)
        self.verbs.began.connect(self._on_began)
        self.verbs.settled.connect(self._on_settled)
        self.verbs.said.connect(self.said)
        self.questions.said.connect(self.said)
        self.checklist.said.connect(self.said)
        self.papers.said.connect(self.said)
        self.after.said.connect(self.said)
        self.after_dialogs.said.connect(self.said)
        self.after_dialogs.place_requested.connect(self.place_requested)
        self.after.place_requested.connect(self.place_requested)
        self.after.line_wanted.connect(self.show_line)
        self.verbs.place_requested.connect(self.place_requested)
        self.verbs.edit_requested.connect(self.edit_requested)
        self.verbs.calendar_file_requested.connect(self.calendar_file_requested)
        self.verbs.invitation_requested.connect(self.invitation_requested)
        self.verbs.letter_requested.connect(self.letter_requested)
        self.notes.said.connect(self.said)
        self.notes.counted.connect(self.captured.show_counts)
        self.notes.saver.changed.connect(self._on_saving_changed)

    def _slots(self) -> dict[str, Callable[[], None]]:
        return {
            **self.verbs.slots(),
            "mark_line": self.notes.cycle_mark,
            "make_plain": self.notes.editor.make_plain,
            "asked_then": self.notes.say_asked,
            "add_question": self._on_add_question,
            "question_bank": self._on_question_bank,
            "happened": self.clock.ask_happened,
            "prep_sheet": self.papers.show_prep_sheet,
            "export_notes": self.papers.export_notes,
            "join": self.header.join,
            "fold": self.toggle_list,
        }
