"""The questions beside the notes: ticked, added, edited, ordered; how many were asked.

Knows no other part of the pane.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.call_clock import is_live, next_question
from infoview_gui.panes.dialogs.bank_offer import OfferLine
from infoview_gui.panes.dialogs.bank_words import asked_before
from infoview_gui.panes.guard_learning import LEAVE, MIND, GuardLearning
from infoview_gui.panes.interviews.list_verbs import open_menu, verb_of
from infoview_gui.panes.interviews.prep_field import EntryField
from infoview_gui.panes.interviews.question_bank import QuestionBank
from infoview_gui.panes.interviews.question_list import QuestionList
from infoview_gui.panes.interviews.question_row import QuestionRow
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice import questions
from infoview_gui.practice.countdown import Phase, State
from infoview_gui.services.bundle import Services
from infoview_gui.services.prep import ranked
from infoview_gui.services.records import ConversationRecord, QuestionRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, set_tone, wrapped_label

_SIDE = 18


class QuestionsPanel(QFrame):
    """Shows and changes the questions of one conversation."""

    keyboard_returned = Signal()
    """The field was closed that was opened from elsewhere: the keyboard goes back there."""

    said = Signal(str)

    def __init__(
        self, theme: Theme, services: Services, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._bank: QuestionBank | None = None
        self._in_bank = frozenset(one.text for one in services.conversations.bank)
        self._services = services
        self._record: ConversationRecord | None = None
        self._clock: State | None = None
        self._guard = GuardLearning(self)
        self._left: set[str] = set()
        """Questions that are to stay as they are, until the program ends."""
        self.setProperty("kind", "side")
        self.setAccessibleName("Questions")
        self.count = label("", "muted")
        self.hint = wrapped_label("", "small")
        set_tone(self.hint, "amber")
        self.hint.hide()
        self.list = QuestionList(theme, self)
        self.area = QScrollArea(self)
        self.add_button = self._ghost("Add a question", "plus")
        self.bank_button = self._ghost("From the bank", "book-open")
        self.field = EntryField("New question", "Your question, then Enter", self)
        self._opened_here = False
        self.offer = OfferLine(theme, self.field, self)
        self.actions_of_list = self._make_actions()
        self._arrange()
        self._connect()

    # -- showing

    def show_conversation(self, record: ConversationRecord, clock: State) -> None:
        """Show the questions of a conversation at one state of its clock."""
        if self._record is None or self._record.id != record.id:
            self.leave()
            self.field.shut()
            self._close_bank()
            self.area.verticalScrollBar().setValue(0)
        self._record, self._clock = record, clock
        following = next_question(record) if is_live(clock) else None
        closing = clock.phase in {Phase.CLOSING, Phase.OVER}
        answered = self._services.question_bank.answered(record.id)
        self.list.show_questions(
            record.questions,
            None if following is None else following.id,
            closing=closing,
            before={text: asked_before(by, record) for text, by in answered.items()},
            asking={one.id for one in record.questions if self._asks(one)},
        )
        if self._bank is not None:
            self._bank.show_taken([question.text for question in record.questions])
        asked = sum(question.asked_at is not None for question in record.questions)
        self.count.setText(f"{asked} of {len(record.questions)} asked")
        self._show_hint(record)
        self._enable()

    def _on_learnt(self) -> None:
        if self._record is not None and self._clock is not None:
            self.show_conversation(self._record, self._clock)

    def _asks(self, question: QuestionRecord) -> bool:
        """Whether to mark a question of one's own; those of the bank do not ask for a job."""
        return question.text not in self._left and self._is_asking(question)

    def _is_asking(self, question: QuestionRecord) -> bool:
        if question.text in self._in_bank or not self._guard.is_done():
            return False
        from infoview_gui.practice import guard  # noqa: PLC0415 - large, and rarely needed

        return guard.asks(question.text)

    def _show_hint(self, record: ConversationRecord) -> None:
        total = len(record.questions)
        crowded = questions.too_many(total, record.minutes)
        most = questions.most(record.minutes)
        self.hint.setText(
            f"{total} questions are many for {record.minutes} minutes: {most} at most."
        )
        self.hint.setVisible(crowded)

    # -- what the user does

    def add(self) -> None:
        """Open the field for a question of one's own."""
        if not self.field.hasFocus():
            self._opened_here = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.field.show()
        self.field.setFocus()
        self.area.ensureWidgetVisible(self.field)

    def leave(self) -> None:
        """Keep what is being typed: a question edited in place, and one not yet entered."""
        self.list.leave()
        if self.field.entered():
            self._on_field_returned()

    def forget(self) -> None:
        """The conversation is gone: what is typed here has nowhere to go."""
        self._record = None
        self.field.shut()
        self._close_bank()

    def add_below(self, panel: QWidget) -> None:
        """Let another panel scroll with the questions, below them."""
        self._below.addWidget(panel)

    def bring_in_sight(self, widget: QWidget) -> None:
        """Scroll to something in this panel or below it."""
        self.area.ensureWidgetVisible(widget, 0, 0)

    def open_bank(self) -> None:
        """Choose questions from the bank, which stays open beside the list until it is closed."""
        if self._record is None:
            return
        if self._bank is None:
            bank = self._services.question_bank
            self._bank = QuestionBank(self._theme, bank, self._record, self._times, self.window())
            self._bank.chosen.connect(self._on_bank_chosen)
            self._bank.said.connect(self.said)
            self._bank.finished.connect(self._on_bank_finished)
        self._bank.show()
        self._bank.raise_()
        self._bank.activateWindow()

    def _close_bank(self) -> None:
        if self._bank is not None:
            self._bank.close()

    def _on_bank_finished(self) -> None:
        self._bank = None

    def _on_bank_chosen(self, chosen: tuple[questions.BankQuestion, ...]) -> None:
        if self._record is not None:
            self._services.conversations.add_from_bank(self._record.id, chosen)

    def _on_bank_dropped(self, texts: list[str], place: int) -> None:
        if self._record is None:
            return
        bank = {entry.question.text: entry for entry in self._services.question_bank.entries()}
        chosen = [bank[text].question for text in texts if text in bank]
        before = self.list.ids()[place:]
        if chosen:
            self._services.conversations.add_from_bank(self._record.id, chosen, before)

    def _on_field_returned(self) -> None:
        text = self.field.entered()
        if text and self._record is not None:
            self._services.conversations.add_question(self._record.id, text)
            self.field.clear()
        else:
            self._on_field_dropped()

    def _on_field_dropped(self) -> None:
        """Close the field; the keyboard goes back to where it was opened from."""
        had_focus = self.field.hasFocus()
        self.field.clear()
        if had_focus and self._opened_here:
            self.add_button.setFocus()
        elif had_focus:
            self.keyboard_returned.emit()
        self.field.shut()

    def _on_tick_requested(self, question_id: int, asked: bool) -> None:
        self._services.conversations.tick(question_id, asked=asked)

    def _on_edit_committed(self, question_id: int, text: str) -> None:
        self._services.conversations.change_question(question_id, text=text)

    def _on_must(self) -> None:
        current = self._current()
        if current is not None:
            self._services.conversations.change_question(current.id, must=not current.must)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _on_remove(self) -> None:
        current = self._current()
        if current is not None:
            self._services.conversations.remove_question(current.id)

    def _on_leave(self) -> None:
        """Mark a question no longer, as long as it stays word for word; or mark it again."""
        current = self._current()
        if current is None:
            return
        self._left ^= {current.text}
        left = current.text in self._left
        how = "left as it is. Its menu marks it again." if left else "marked again."
        self.said.emit(f"The question is {how}")
        self._on_learnt()

    def _move(self, by: int) -> None:
        current = self._current()
        if current is not None:
            had_focus = self.list.isAncestorOf(self.focusWidget() or self)
            place = self.list.ids().index(current.id) + by
            self._on_moved(current.id, place + 1 if by > 0 else max(0, place))
            if had_focus:
                self.list.focus_current()

    def _on_moved(self, question_id: int, place: int) -> None:
        """Put a question in front of the one at a place; what is pinned stays above the rest."""
        if self._record is None:
            return
        shown = self.list.ids()
        ids = [found for found in shown if found != question_id]
        ids.insert(place - (shown.index(question_id) < place), question_id)
        questions = {question.id: question for question in self._record.questions}
        if [one.id for one in ranked([questions[found] for found in ids])] != shown:
            self._services.conversations.arrange_questions(question_id, ids)

    def _current(self) -> QuestionRecord | None:
        found = () if self._record is None else self._record.questions
        return next((question for question in found if question.id == self.list.current_id), None)

    # -- building

    def _make_actions(self) -> list[QAction]:
        return [
            verb_of(self.list, "Edit question", self.list.edit_current, "F2"),
            verb_of(self.list, "Must be asked", self._on_must, "M"),
            verb_of(self.list, "Move question up", self._on_up, "Alt+Up"),
            verb_of(self.list, "Move question down", self._on_down, "Alt+Down"),
            verb_of(self.list, "Remove question", self._on_remove, "Del"),
            verb_of(self.list, LEAVE, self._on_leave),
        ]

    def _enable(self) -> None:
        current = self._current()
        _, must, _, _, remove, leave = self.actions_of_list
        for action in self.actions_of_list:
            action.setEnabled(current is not None)
        left = current is not None and current.text in self._left
        leave.setText(MIND if left else LEAVE)
        leave.setEnabled(current is not None and self._is_asking(current))
        must.setCheckable(True)
        must.setChecked(current is not None and current.must)
        if current is not None and current.always:
            # “Who else should I talk to?” is always on the list (PRODUCT.md).
            must.setEnabled(False)
            remove.setEnabled(False)

    def _ghost(self, text: str, icon: str) -> QPushButton:
        button = push_button(self._theme, text, icon=icon, kind="ghost", small=True, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.addWidget(label("Questions", "h2"), 1)
        head.addWidget(self.count)
        column.addLayout(head)
        hint = QHBoxLayout()
        hint.setContentsMargins(_SIDE, 0, _SIDE, 0)
        hint.addWidget(self.hint)
        column.addLayout(hint)
        column.addWidget(self.area, 1)
        content = self._content()
        self.area.setWidget(content)
        content.setAutoFillBackground(False)
        self.area.setWidgetResizable(True)
        self.area.setProperty("kind", "clear")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self.list)
        column.addLayout(self.field.in_a_row())
        offer = QHBoxLayout()
        offer.setContentsMargins(_SIDE, 0, _SIDE, 0)
        offer.addWidget(self.offer)
        column.addLayout(offer)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(9, 2, 9, 0)
        buttons.setSpacing(2)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.bank_button)
        buttons.addStretch()
        column.addLayout(buttons)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addStretch()
        return content

    def _connect(self) -> None:
        self._guard.done.connect(self._on_learnt)
        self.add_button.clicked.connect(self.add)
        self.bank_button.clicked.connect(self.open_bank)
        self.field.dropped.connect(self._on_field_dropped)
        self.field.returnPressed.connect(self._on_field_returned)
        self.list.tick_requested.connect(self._on_tick_requested)
        self.list.edit_committed.connect(self._on_edit_committed)
        self.list.moved.connect(self._on_moved)
        self.list.bank_dropped.connect(self._on_bank_dropped)
        self.list.current_changed.connect(self._enable)
        self.list.menu_requested.connect(self._on_menu_requested)
        self.list.row_wanted.connect(self._on_row_wanted)

    def _on_row_wanted(self, row: QuestionRow) -> None:
        self.area.ensureWidgetVisible(row, 0, 0)

    def _on_menu_requested(self, at: QPoint) -> None:
        self._enable()
        open_menu(self.actions_of_list, at, self)
