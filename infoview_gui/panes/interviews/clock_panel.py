"""The countdown beside the notes: ring, state in words, what to do, and what came after.

Tells what the user wants; must not write.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infoview_gui.panes import call_words
from infoview_gui.panes.call_clock import is_live
from infoview_gui.panes.interviews.happened_form import HappenedForm
from infoview_gui.panes.interviews.outcome import Outcome, outcome_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.countdown import Phase, State
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, set_button_icon, tool_button
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import set_tone, wrapped_label
from infoview_gui.widgets.ring import Ring


class ClockPanel(QFrame):
    """Shows one conversation's clock; it is handed every second of it."""

    start_requested = Signal()
    pause_requested = Signal()
    end_requested = Signal()
    mini_requested = Signal()
    happened = Signal(object, object)
    """Start (ms since 1970 UTC) and minutes."""
    outcome_chosen = Signal(object)
    """What the user says of a talk that was not started, or of its thanks: an Outcome."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._record: ConversationRecord | None = None
        self.setProperty("kind", "strip")
        self.setAccessibleName("Countdown")
        self.ring = Ring(theme, parent=self)
        self.chip = Chip(theme, "", parent=self)
        self.sentence = wrapped_label("", "small")
        self.start_button = self._button("Start", "play", kind="primary", hint="F5")
        self.pause_button = self._button("Pause", "pause")
        self.end_button = self._button("End", "square")
        self.mini_button = tool_button(
            theme, "Mini countdown (F12)", icon="picture-in-picture-2", parent=self
        )
        self.mini_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the notes theirs
        self.after = wrapped_label("")
        self.outcome_buttons = {outcome: self._outcome_button(outcome) for outcome in Outcome}
        self.form = HappenedForm(theme, times, self)
        self._arrange()
        self._connect()

    def show_clock(self, record: ConversationRecord, clock: State) -> None:
        """Show a conversation at one moment of its clock."""
        if self._record is None or self._record.id != record.id:
            self.form.hide()
        self._record = record
        look = call_words.look(clock)
        spoken = call_words.spoken(clock)
        self.ring.show_state(look.fraction, look.tone, look.text, look.caption, spoken)
        outcome = outcome_of(record, self._times)
        name, tone, icon = outcome.chip or (look.name, look.tone, look.icon)
        if (name, tone) != (self.chip.text(), self.chip.tone):
            self.chip.show_chip(name, tone, icon)
        sentence = outcome.sentence or look.sentence
        if clock.phase is Phase.ENDED:
            sentence = f"{call_words.summary(record.events, clock)}."
        self._say(self.sentence, sentence)
        self._show_buttons(clock, outcome.may_start)
        self._show_after(outcome.after, outcome.tone, outcome.offers)

    def ask_happened(self) -> None:
        """Open the form for a talk that took place without the countdown."""
        if self._record is not None:
            self.form.ask(self._record)
            self._show_after(self.after.text(), "", ())

    def _show_buttons(self, clock: State, may_start: bool) -> None:
        live = is_live(clock)
        self.start_button.setVisible(may_start)
        self.pause_button.setVisible(live)
        self.end_button.setVisible(live)
        self.mini_button.setVisible(live)
        text = "Resume" if clock.paused else "Pause"
        if self.pause_button.text() != text:
            self.pause_button.setText(text)
            self.pause_button.setAccessibleName(text)
            set_button_icon(self._theme, self.pause_button, "play" if clock.paused else "pause")

    def _show_after(self, text: str, tone: str, offers: tuple[Outcome, ...]) -> None:
        shown = () if not self.form.isHidden() else offers
        self._say(self.after, text)
        set_tone(self.after, tone)
        self.after.setVisible(bool(text))
        for outcome, button in self.outcome_buttons.items():
            button.setVisible(outcome in shown)
        self._below.setVisible(bool(text) or bool(shown) or not self.form.isHidden())

    @staticmethod
    def _say(target: QLabel, text: str) -> None:
        # A label tells screen readers each time it is set, even to the same text.
        if target.text() != text:
            target.setText(text)

    def _button(self, text: str, icon: str, *, kind: str = "plain", hint: str = "") -> QPushButton:
        button = push_button(
            self._theme, text, icon=icon, kind=kind, small=True, shortcut_hint=hint, parent=self
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _outcome_button(self, outcome: Outcome) -> QPushButton:
        kind = "primary" if outcome in {Outcome.HAPPENED, Outcome.WRITE} else "plain"
        button = push_button(self._theme, outcome.value, kind=kind, small=True, parent=self)
        button.setProperty("outcome", outcome.name)
        button.clicked.connect(self._on_outcome_clicked)
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 13)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch()
        words.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.sentence)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.start_button, self.pause_button, self.end_button, self.mini_button):
            buttons.addWidget(button)
        buttons.addStretch()
        words.addLayout(buttons)
        words.addStretch()
        row.addLayout(words, 1)
        column.addLayout(row)
        column.addWidget(self._make_below())

    def _make_below(self) -> QWidget:
        self._below = QWidget(self)
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.after)
        flow = FlowLayout(gap=6)
        for button in self.outcome_buttons.values():
            flow.addWidget(button)
        column.addLayout(flow)
        column.addWidget(self.form)
        return self._below

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start_requested)
        self.pause_button.clicked.connect(self.pause_requested)
        self.end_button.clicked.connect(self.end_requested)
        self.mini_button.clicked.connect(self.mini_requested)
        self.form.kept.connect(self._on_kept)
        self.form.dropped.connect(self._on_dropped)

    def _on_outcome_clicked(self) -> None:
        button = self.sender()
        outcome = Outcome[str(button.property("outcome"))]
        if outcome is Outcome.HAPPENED:
            self.ask_happened()
        else:
            self.outcome_chosen.emit(outcome)

    def _on_kept(self, started_at: int, minutes: int) -> None:
        self.form.hide()
        self.happened.emit(started_at, minutes)

    def _on_dropped(self) -> None:
        self.form.hide()
        if self._record is not None:
            outcome = outcome_of(self._record, self._times)
            self._show_after(outcome.after, outcome.tone, outcome.offers)
            self.outcome_buttons[Outcome.HAPPENED].setFocus()
