"""The notes of one conversation: editor, closing card, hint bar, and the saving of what is typed.

No change of the clock may touch the text, the caret or the focus (PRODUCT.md, "The conversation").
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from infoview_gui.panes import call_words
from infoview_gui.panes.call_clock import CallView
from infoview_gui.panes.interviews.asked_then import asked_then
from infoview_gui.panes.interviews.day_reading import day_reading
from infoview_gui.panes.interviews.hint_bar import HintBar
from infoview_gui.panes.interviews.line_looks import LineTimes, mark_span
from infoview_gui.panes.interviews.note_indexer import NoteIndexer
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.text_saver import TextSaver
from infoview_gui.practice import marks
from infoview_gui.practice.countdown import Phase
from infoview_gui.practice.marks import SIGNS, MarkKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord, Notes
from infoview_gui.theme import Theme
from infoview_gui.widgets.closing_card import ClosingCard
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.widgets.line_marks import MarkSpan
from infoview_gui.widgets.line_moments import moment_of

if TYPE_CHECKING:
    from concurrent.futures import Future

_TALK_AHEAD = ("planned", "proposed", "running")
COUNT_DELAY_MS = 250
_AGAIN = "Pressed again within three seconds it becomes {}. What they choose is kept."
_CHOICE = "Whether to go on is their choice. What they choose is kept with the notes."


class NotesView(QWidget):
    """Shows and saves the notes of the conversation it was last handed."""

    counted = Signal(object)
    """After the marks were counted: dict of MarkKind to number."""
    they_closed_requested = Signal()
    they_went_on_requested = Signal()
    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        preferences: Preferences,
        times: LocalTime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._marks = preferences.marks
        self._times = LineTimes()
        self._days = times
        self._record: ConversationRecord | None = None
        self._read: tuple[str, int | None] = ("", None)
        self._id: int | None = None
        self._not_before = 0
        self._phase: Phase | None = None
        self.editor = LineEditor(
            theme,
            now=self._now,
            margin_text=self._times.text,
            mark=self._mark_span,
            muted=self._times.is_prep,
            parent=self,
        )
        self.editor.setAccessibleName("Notes")
        self.card = ClosingCard(theme, self)
        self.card.hide()
        self.bar = HintBar(theme, self)
        self.bar.show_marks(self._marks)
        self.saver = TextSaver(self._save, self._typed, self)
        self._indexer = NoteIndexer(services.notes, self.editor, self.saver.hand_over)
        self._count_timer = QTimer(self)
        self._count_timer.setSingleShot(True)
        self._count_timer.setInterval(COUNT_DELAY_MS)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor, 1)
        frame = QVBoxLayout()
        frame.setContentsMargins(20, 0, 20, 0)  # more as soon as the card is there
        frame.addWidget(self.card)
        self._frame = frame
        column.addLayout(frame)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.editor.changed.connect(self._on_changed)
        self.editor.moment_clicked.connect(self._on_moment_clicked)
        self.editor.moment_hovered.connect(self._show_asked)
        self.editor.cursorPositionChanged.connect(self._show_reading)
        self._count_timer.timeout.connect(self._count)
        self.saver.changed.connect(self._on_saving)
        self.bar.retry_requested.connect(self.saver.try_again)
        self.card.closed_chosen.connect(self._on_closed_chosen)
        self.card.went_on_chosen.connect(self._on_went_on_chosen)
        self._preferences.changed.connect(self._on_preferences)

    def show_conversation(self, record: ConversationRecord | None) -> None:
        """Turn to another conversation (saving the last one), or follow changes of the same."""
        found = None if record is None else record.id
        self._record = record
        events = () if record is None else record.events
        self._not_before = max((event.at for event in events), default=0)
        if found != self._id:
            self._id = found
            self._times.follow(events)
            notes = self._notes_of(found)
            self.editor.load(notes.text, notes.moments)
            self.editor.setReadOnly(record is None)
            self._show_reading()
            self._count()
        if record is not None:
            self.bar.show_keys(shown=record.status in _TALK_AHEAD)
        if record is not None and self._times.follow(record.events):
            self.editor.refresh_margin()

    def _notes_of(self, conversation_id: int | None) -> Notes:
        """Return what was typed and is not on disk yet, else what is stored."""
        waiting = self.saver.open(conversation_id)
        if waiting is not None:
            return waiting
        if conversation_id is None:
            return Notes("", ())
        return self._services.notes.load(conversation_id)

    def _typed(self) -> Notes:
        text, moments = self.editor.snapshot()
        return Notes(text, tuple(moments))

    def _save(self, conversation_id: int, notes: Notes) -> "Future[None]":
        return self._services.notes.save(conversation_id, notes.text, notes.moments)

    def reload(self) -> None:
        """Show what is stored, if it is not what is shown and nothing is waiting to be saved."""
        if self._id is None or not self.saver.is_untouched:
            return
        notes = self._services.notes.load(self._id)
        if notes.text != self.editor.snapshot()[0]:
            self.editor.load(notes.text, notes.moments)
            self._count()

    def show_call(self, view: CallView | None) -> None:
        """Show or hide the closing card, for the conversation that is shown here."""
        mine = view is not None and view.conversation_id == self._id
        phase = view.clock.phase if view is not None and mine else None
        if phase is not self._phase:
            self._phase = phase
            self.editor.end_step()
        if view is None or not mine or not self._wants_card(view):
            self._set_card_visible(False)
            return
        going_on = view.may_repeat
        if going_on:
            given = call_words.gift(view.clock.span_ms // 60_000)
            if view.clock.open_ended:
                given = call_words.gift(None)
            self.card.show_words(
                f"Going on by their choice: {given}",
                "",
                _AGAIN.format(call_words.gift(view.offers_minutes)),
            )
        else:
            self.card.show_words(*call_words.minutes_up(view.clock), _CHOICE)
        self.card.show_gift(call_words.gift(view.offers_minutes) if view.clock.may_extend else "")
        self._set_card_visible(True)

    def begin_notes(self) -> None:
        """Put the caret on an empty line at the end and take the keyboard: the talk begins."""
        self.editor.begin_line()
        self.editor.setFocus()

    def show_line(self, line: int) -> None:
        """Show a line, counted from 0, with the caret at its end, and take the keyboard."""
        self.editor.setFocus()
        self.editor.show_line(line)

    def leave(self) -> None:
        """Bring what is typed to the disk, waiting for it, and into the search index."""
        self.saver.flush()
        self._indexer.index()

    def cycle_mark(self) -> None:
        """Change the mark of the line with the caret."""
        self.editor.cycle_mark([SIGNS[kind] for kind in MarkKind if kind in self._marks])

    def say_asked(self) -> None:
        """Say which question was being asked when the line with the caret was begun."""
        moment = moment_of(self.editor.textCursor().block())
        if moment is None:
            self.said.emit("This line is empty: it belongs to no question.")
            return
        below = self.editor.cursorRect().bottomLeft()
        self._on_moment_clicked(moment, self.editor.viewport().mapToGlobal(below))

    def _now(self) -> int:
        """When a line begins: never before what happened, or it would say “prep” after the talk."""
        return max(self._services.clock(), self._not_before)

    def _mark_span(self, line: str) -> MarkSpan | None:
        return mark_span(line, self._marks)

    def _wants_card(self, view: CallView) -> bool:
        # After F9 the card stays for the three seconds in which its button gives more.
        return view.clock.phase is Phase.OVER or (view.may_repeat and self.card.isVisibleTo(self))

    def _set_card_visible(self, visible: bool) -> None:
        if visible == self.card.isVisibleTo(self):
            return
        if not visible and self.card.isAncestorOf(self.focusWidget() or self):
            self.editor.setFocus()
        seen = self.editor.viewport().rect().intersects(self.editor.cursorRect())
        self.card.setVisible(visible)
        self._frame.setContentsMargins(20, 8 if visible else 0, 20, 12 if visible else 0)
        layout = self.layout()
        if visible and seen and layout is not None:
            # The editor is lower now: the line being typed must stay in sight.
            layout.activate()
            self.editor.ensureCursorVisible()

    def _count(self) -> None:
        lines: list[str] = []
        block = self.editor.document().begin()
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        self.counted.emit(marks.counts(lines, self._marks))

    def _on_moment_clicked(self, moment: int, at: QPoint) -> None:
        self.said.emit(self._show_asked(moment, at))

    def _show_asked(self, moment: int, at: QPoint) -> str:
        """Show which question was being asked at a moment; return the words."""
        if self._record is None:
            return ""
        words = asked_then(self._record, moment, self._times.text(moment))
        QToolTip.showText(at, plain_tool_tip(words), self.editor)
        return words

    def _show_reading(self) -> None:
        """Say which day is read from the line with the caret."""
        block = self.editor.textCursor().block()
        line, begun_at = block.text(), moment_of(block)
        if (line, begun_at) != self._read:
            self._read = (line, begun_at)
            self.bar.show_reading(*day_reading(line, begun_at, self._days, self._marks))

    def _on_changed(self) -> None:
        self._show_reading()
        self.saver.touch()
        self._indexer.touch()
        # When the typing pauses: counting a long note costs milliseconds.
        self._count_timer.start()

    def _on_preferences(self, names: frozenset[str]) -> None:
        if "marks_off" in names:
            self._marks = self._preferences.marks
            self.bar.show_marks(self._marks)
            self.editor.refresh_marks()
            self._read = ("", None)
            self._show_reading()
            self._count()

    def _on_saving(self) -> None:
        self.bar.show_saving(self.saver.state, self.saver.reason)

    def _on_closed_chosen(self) -> None:
        self.editor.setFocus()
        self.they_closed_requested.emit()

    def _on_went_on_chosen(self) -> None:
        self.editor.setFocus()
        self.they_went_on_requested.emit()
