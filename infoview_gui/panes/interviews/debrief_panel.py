"""After the conversation: each captured line becomes what it is, and what the talk was worth.

Writes through the services; knows no other part of the pane.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.learned_words import day_first
from infoview_gui.panes.interviews.debrief_answers import Answers
from infoview_gui.panes.interviews.debrief_list import DebriefList
from infoview_gui.panes.interviews.debrief_rating import Rating
from infoview_gui.panes.interviews.debrief_row import DebriefRow
from infoview_gui.panes.interviews.debrief_words import NONE_YET, LineWords, headline, line_words
from infoview_gui.panes.interviews.line_looks import LineTimes
from infoview_gui.panes.interviews.list_verbs import open_menu, verb_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import PEOPLE, Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.countdown import State
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.debrief import Captured
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.tab_order import order_tabs

PAUSE_MS = 300
"""After a save of the notes: the rows follow when the typing pauses."""


class DebriefPanel(QFrame):
    """Shows one conversation that has ended."""

    said = Signal(str)
    place_requested = Signal(object)
    line_wanted = Signal(int)
    """A line of the notes, counted from 0, is to be shown."""
    keyboard_returned = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        preferences: Preferences,
        flush: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """``flush`` brings the notes to the disk, waiting for it."""
        super().__init__(parent)
        self._services = services
        self._times = times
        self._preferences = preferences
        self._flush = flush
        self._record: ConversationRecord | None = None
        self._is_shown = False
        self._line_times = LineTimes()
        self._drafts: dict[tuple[int, object], dict[str, str]] = {}
        self.setProperty("kind", "side")
        self.setAccessibleName("After the conversation")
        self.words = wrapped_label("", "small")
        self.none = wrapped_label(NONE_YET, "small")
        self.list = DebriefList(theme, times, self)
        self.rating = Rating(theme, self)
        self.answers = Answers(self._save_answer, services.store.seal, self)
        self.area = QScrollArea(self)
        self.count = label("", "muted")
        self.all_button = push_button(theme, "Keep all of it", parent=self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.actions_of_list = self._make_actions()
        self._arrange()
        self._connect()

    # -- showing

    def show_conversation(self, record: ConversationRecord, clock: State) -> None:
        """Show another conversation, or follow changes of the same."""
        fresh = self._record is None or self._record.id != record.id
        if fresh:
            self._turn_from()
            self.area.verticalScrollBar().setValue(0)
        self._record = record
        self._line_times.follow(record.events)
        self.words.setText(headline(record, clock, self._times))
        self._show_stored(fresh=fresh)

    def refresh(self) -> None:
        """Read anew what is stored of the conversation."""
        if self._record is not None:
            self._show_stored(fresh=False)

    def enable(self, *, shown: bool) -> None:
        """Let the verbs be chosen while this is what stands beside the notes."""
        self._is_shown = shown
        self._enable()

    def refresh_soon(self) -> None:
        """Read anew when the typing pauses."""
        self._pause.start()

    def leave(self) -> None:
        """Bring the answers to the disk, and changes of what is kept."""
        if self._record is None:
            return
        self.answers.leave()
        for row in self.list.in_order():
            if row.line.target_id is not None:
                self._on_left(row)

    def forget(self) -> None:
        """The conversation is gone: what is typed here has nowhere to go."""
        self._pause.stop()
        self._record = None
        self.answers.drop()

    def _turn_from(self) -> None:
        self.leave()
        if self._record is not None:
            for key, row in self.list.rows.items():
                changed = {} if row.fields is None else row.fields.typed()
                if changed and row.line.target_id is None:
                    self._drafts[self._record.id, key] = changed
        self.list.show_lines((), self._words_of)

    def _show_stored(self, *, fresh: bool) -> None:
        record = self._record
        if record is None:
            return
        self._pause.stop()
        lines = self._captured(record.id)
        if self.list.show_lines(lines, self._words_of):
            self._take_up(record.id)
            order_tabs(self)
        found = self._services.debrief.reflection(record.id)
        self.rating.show_grade(found.usefulness)
        self.answers.show_answers(found, fresh=fresh)
        kept = sum(line.target_id is not None for line in lines)
        self.none.setVisible(not lines)
        self.count.setText(f"{kept} of {len(lines)} kept" if lines else "")
        self._enable()

    def _take_up(self, conversation_id: int) -> None:
        """Open the fields again in which something was typed and not kept."""
        for key, row in self.list.rows.items():
            typed = self._drafts.pop((conversation_id, key), None)
            if typed is not None and row.line.target_id is None:
                row.begin_editing(self._said_on(row.line), typed)

    def _captured(self, conversation_id: int) -> list[Captured]:
        return self._services.debrief.captured(
            conversation_id,
            self._times.today(),
            self._preferences.marks,
            day_first=day_first(self._times),
        )

    def _words_of(self, line: Captured) -> LineWords:
        people = () if self._record is None else self._record.people
        introducer = people[0].name if people else ""
        when = self._line_times.text(line.moment)
        return line_words(line, introducer, when, self._times)

    def _said_on(self, line: Captured) -> date:
        at = line.moment
        return self._times.today() if at is None else self._times.local(at).date()

    # -- what the user does

    def keep_next(self) -> None:
        """Keep the current line; where it is kept already, the next one that is not."""
        row = self.list.next_open()
        if row is None:
            return
        had_focus = self.list.isAncestorOf(self.focusWidget() or self)
        if had_focus:
            row.button.setFocus(Qt.FocusReason.TabFocusReason)
        self._keep(row)

    def edit_current(self) -> None:
        """Open the fields of the current line; a person who is kept already is shown in People."""
        row = self._row()
        if row is None:
            return
        if row.line.kind is MarkKind.PERSON and row.line.target_id is not None:
            self.place_requested.emit(Place(PEOPLE, row.line.target_id))
            return
        self.list.edit(row, self._said_on(row.line))

    def keep_all(self) -> None:
        """Keep every line, with what is typed in its fields, as one step."""
        record = self._record
        if record is None:
            return
        self._flush()
        self.refresh()
        lines = []
        for row in self.list.in_order():
            if row.fields is not None and not row.fields.can_be_kept():
                self.area.ensureWidgetVisible(row)
                return
            lines.append(_edited(row))
        number = self._services.debrief.keep_all(record.id, lines)
        for row in self.list.in_order():
            if row.line.target_id is None:
                row.end_editing()
        self.refresh()
        self.said.emit(f"Kept {number} of {len(lines)}." if number else "All of it is kept.")

    def show_line(self) -> None:
        """Show the current line in the notes."""
        row, record = self._row(), self._record
        if row is None or record is None:
            return
        text = self._services.notes.load(record.id).text
        lines = [line.rstrip() for line in text.split("\n")]
        if row.line.line in lines:
            self.line_wanted.emit(lines.index(row.line.line))

    def _row(self) -> DebriefRow | None:
        return self.list.current or next(iter(self.list.in_order()), None)

    def _on_keep_requested(self, row: DebriefRow) -> None:
        if row.line.target_id is None or row.fields is not None:
            self._keep(row)
        elif row.line.kind is MarkKind.PERSON:
            self.place_requested.emit(Place(PEOPLE, row.line.target_id))
        else:
            self._services.learned.delete(row.line.kind, row.line.target_id)
            self.refresh()
            self.said.emit("Taken back. Ctrl+Z keeps it again.")

    def _keep(self, row: DebriefRow) -> None:
        """Keep a line as it is, or as it was edited; changes of one that is kept are stored."""
        record, fields = self._record, row.fields
        if record is None or (fields is not None and not fields.can_be_kept()):
            return
        line = _edited(row)
        try:
            if line.target_id is None:
                self._services.debrief.keep(record.id, line)
            elif fields is not None and fields.changed():
                self._services.learned.change(line.kind, line.target_id, **fields.changed())
        except InvalidDraft as problem:
            if fields is not None:
                fields.tell(str(problem))
            return
        row.end_editing()
        self.refresh()

    def _on_left(self, row: DebriefRow) -> None:
        """Store changes of a line that is kept; one that is not keeps its fields open."""
        fields = row.fields
        if fields is None:
            return
        if not fields.typed():
            row.end_editing()
        elif row.line.target_id is not None and fields.can_be_kept():
            self._keep(row)

    def _on_rated(self, grade: int | None) -> None:
        if self._record is not None:
            self._services.debrief.rate(self._record.id, grade)

    def _save_answer(self, name: str, text: str) -> None:
        if self._record is not None:
            self._services.debrief.reflect(self._record.id, name, text)

    def _on_menu_requested(self, at: QPoint) -> None:
        open_menu(self.actions_of_list, at, self)

    def _bring_in_sight(self, widget: QWidget) -> None:
        self.area.ensureWidgetVisible(widget, 0, 4)

    # -- building

    def _make_actions(self) -> list[QAction]:
        return [
            verb_of(self.list, "Keep captured line", self.keep_next, "K"),
            verb_of(self.list, "Edit captured line", self.edit_current, "F2"),
            verb_of(self.list, "Show captured line in the notes", self.show_line, "F3"),
        ]

    def _enable(self) -> None:
        keep, edit, show = self.actions_of_list
        left = self.list.next_open() is not None
        keep.setEnabled(self._is_shown and left)
        edit.setEnabled(self._is_shown and bool(self.list.rows))
        show.setEnabled(self._is_shown and bool(self.list.rows))
        self.all_button.setEnabled(left)

    def _arrange(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        for part in (self.list, self.rating, self.answers):
            column.addWidget(part)
        column.addStretch()
        self.area.setWidget(content)
        content.setAutoFillBackground(False)
        self.area.setWidgetResizable(True)
        self.area.setProperty("kind", "clear")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 9, 18, 9)
        row.addWidget(self.all_button)
        row.addStretch()
        row.addWidget(self.count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(foot)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("kind", "strip")
        column = QVBoxLayout(head)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(3)
        column.addWidget(label("After the conversation", "h1"))
        column.addWidget(self.words)
        column.addWidget(self.none)
        return head

    def _connect(self) -> None:
        self.list.keep_requested.connect(self._on_keep_requested)
        self.list.left.connect(self._on_left)
        self.list.edit_requested.connect(self.edit_current)
        self.list.menu_requested.connect(self._on_menu_requested)
        self.list.current_changed.connect(self._enable)
        self.list.row_wanted.connect(self._bring_in_sight)
        self.list.emptied.connect(self.keyboard_returned)
        self.answers.caret_moved.connect(self._bring_in_sight)
        self.rating.rated.connect(self._on_rated)
        self.all_button.clicked.connect(self.keep_all)


def _edited(row: DebriefRow) -> Captured:
    """Return the line with what is typed in its fields, if they are open."""
    return row.line if row.fields is None else replace(row.line, fields=row.fields.values())
