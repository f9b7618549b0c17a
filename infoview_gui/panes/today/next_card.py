"""The card of the next conversation, or of the one that runs. Knows rows, not services."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import marked
from infoview_gui.panes.today.checklist_flow import ChecklistFlow
from infoview_gui.panes.today.name_button import NameButton
from infoview_gui.panes.today.single_clicks import SingleClicks
from infoview_gui.panes.today.wording import next_caption, next_detail
from infoview_gui.services.checklists import Point
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, set_tone, wrapped_label

_AVATAR = 52


class NextCard(QFrame):
    """Who comes next and when, with Prepare and Start; while it runs, with Open."""

    prepare_requested = Signal(object)
    start_requested = Signal(object)
    person_requested = Signal(object)
    ticked = Signal(object, int, bool)
    """The conversation, the place of a point of its checklist, and whether it is done."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._row: ConversationRow | None = None
        self.setProperty("kind", "card")
        self._avatar = Avatar(theme, _AVATAR)
        self._caption = label("", "h3")
        self._name = NameButton(theme, 16)
        self._detail = wrapped_label("", "muted")
        self._prepare = push_button(theme, "Prepare", icon="notebook-pen")
        self._start = push_button(theme, "Start", icon="play", kind="primary")
        self._open = push_button(theme, "Open", icon="notebook-pen", kind="primary")
        self._points = ChecklistFlow(self)
        self._line = QFrame(self)
        self._line.setProperty("kind", "line")
        self._arrange()
        self._connect()

    @property
    def conversation(self) -> ConversationRow | None:
        """What is shown."""
        return self._row

    def show_row(self, row: ConversationRow, points: Sequence[Point] = ()) -> None:
        """Show a conversation; the focus stays on the card when its buttons change."""
        self._points.show_points(points)
        self._points.setVisible(bool(points))
        self._line.setVisible(bool(points))
        had_focus = self._focused_button()
        self._row = row
        runs = row.status == "running"
        person = row.person
        self._avatar.show_name(*marked(person, row.title))
        self._name.show_words(row.title, "Show in People")
        self._name.setEnabled(person is not None)
        self._caption.setText(next_caption(row, self._times))
        set_tone(self._caption, "accent" if runs else "")
        self._detail.setText(next_detail(row, self._times))
        self._prepare.setVisible(not runs)
        self._start.setVisible(not runs)
        self._open.setVisible(runs)
        for button in (self._prepare, self._start, self._open):
            button.setAccessibleDescription(f"the conversation with {row.title}")
        self.setAccessibleName(f"{self._caption.text()}: {row.title}")
        if had_focus and not had_focus.isVisibleTo(self):
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        buttons = [self._name, self._prepare, self._start, self._open]
        return [*buttons, *self._points.controls()]

    def first_control(self) -> QWidget:
        """Return where the keyboard begins."""
        runs = self._row is not None and self._row.status == "running"
        return self._open if runs else self._prepare

    def _focused_button(self) -> QWidget | None:
        buttons = (self._prepare, self._start, self._open)
        return next((button for button in buttons if button.hasFocus()), None)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._caption)
        # The ring of the name reaches 4 px beyond its letters; this keeps the letters in line.
        name = QHBoxLayout()
        name.setContentsMargins(0, 0, 0, 0)
        name.addSpacing(-4)
        name.addWidget(self._name)
        name.addStretch()
        words.addLayout(name)
        words.addWidget(self._detail)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        for button in (self._prepare, self._start, self._open):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        column.addLayout(row)
        column.addWidget(self._line)
        column.addWidget(self._points)

    def _connect(self) -> None:
        self._name.clicked.connect(self._on_name)
        self._prepare.clicked.connect(self._on_prepare)
        self._open.clicked.connect(self._on_prepare)
        self._start.clicked.connect(self._on_start)
        self._points.ticked.connect(self._on_ticked)
        once = SingleClicks(self)
        for button in (self._prepare, self._start, self._open):
            button.installEventFilter(once)

    def _on_name(self) -> None:
        if self._row is not None and self._row.person is not None:
            self.person_requested.emit(self._row.person.id)

    def _on_prepare(self) -> None:
        if self._row is not None:
            self.prepare_requested.emit(self._row.id)

    def _on_start(self) -> None:
        if self._row is not None:
            self.start_requested.emit(self._row.id)

    def _on_ticked(self, place: int, done: bool) -> None:  # a slot
        if self._row is not None:
            self.ticked.emit(self._row.id, place, done)
