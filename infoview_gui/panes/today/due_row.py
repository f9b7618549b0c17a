"""One row of *To do*: who, what, how pressing, and what can be done. Knows rows, not services."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import marked
from infoview_gui.panes.today.name_button import NameButton
from infoview_gui.panes.today.single_clicks import SingleClicks
from infoview_gui.panes.today.wording import due_chip, due_detail, due_title
from infoview_gui.practice.follow_ups import DueKind
from infoview_gui.services.agenda import DueRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.labels import ElidedLabel
from infoview_gui.widgets.mirror import mirrored_margins

SENT = "sent"
WAIVED = "waived"
HAPPENED = "happened"
MISSED = "missed"
MOVE = "move"
CANCEL = "cancel"

# Verb: words, icon, kind. The first one is what is usually done.
_ACTIONS: Mapping[DueKind, tuple[tuple[str, str, str, str], ...]] = {
    DueKind.THANK: (
        (SENT, "Mark as sent", "mail-check", "primary"),
        (WAIVED, "No thanks needed", "", "plain"),
    ),
    DueKind.FINISH: (
        (HAPPENED, "It happened", "check", "primary"),
        (MISSED, "They did not come", "", "plain"),
        (MOVE, "Move", "", "plain"),
        (CANCEL, "Cancel", "", "plain"),
    ),
}
VERBS = tuple(verb for verbs in _ACTIONS.values() for verb, *_words in verbs)
_LEAST_WORDS = 240
"""Width in pixels below which the words would be cut, and the buttons go under them."""

_CHIP = 175
"""Room for the widest usual chip, so that rows of one kind agree where their buttons go."""

Key = tuple[DueKind, int]


def verbs_of(kind: DueKind) -> list[str]:
    """Return what can be done about a thing of this kind."""
    return [verb for verb, *_words in _ACTIONS.get(kind, ())]


class DueRowWidget(QFrame):
    """Reused while its row stays, so that nothing flickers and the focus stays where it is."""

    chosen = Signal(str, object)
    """A verb and the conversation."""
    person_requested = Signal(object)

    def __init__(
        self, theme: Theme, times: LocalTime, row: DueRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._times = times
        self._row = row
        self.setProperty("kind", "strip")
        self._avatar = Avatar(theme)
        self._title = NameButton(theme)
        self._detail = ElidedLabel("", "muted")
        self._chip = Chip(theme, "")
        self.buttons: dict[str, QPushButton] = {}
        self._make_buttons(theme)
        self._arrange()
        self._title.clicked.connect(self._on_title)
        self.show_row(row)

    @property
    def key(self) -> Key:
        """What makes this row this row."""
        return self._row.due.kind, self._row.conversation.id

    @property
    def row(self) -> DueRow:
        """What is shown."""
        return self._row

    def show_row(self, row: DueRow) -> None:
        """Say how it stands now."""
        self._row = row
        person = row.conversation.person
        self._avatar.show_name(*marked(person, row.conversation.title))
        self._title.show_words(due_title(row), "Show in People")
        self._title.setEnabled(person is not None)
        self._detail.setText(due_detail(row, self._times))
        look = due_chip(row, self._times.clock())
        self._chip.show_chip(look.text, look.tone, look.icon)
        self.setAccessibleName(f"{due_title(row)} {look.text}")
        for button in self.buttons.values():
            button.setAccessibleDescription(due_title(row))
        self._place_buttons()

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return [self._title, *self.buttons.values()]

    def first_control(self) -> QWidget:
        """Return the button of what is usually done."""
        return next(iter(self.buttons.values()))

    def set_last(self, last: bool) -> None:
        """Draw no line under the last row: the card has its own edge."""
        kind = "clear" if last else "strip"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside or under the words."""
        super().resizeEvent(event)
        self._place_buttons()

    def _make_buttons(self, theme: Theme) -> None:
        once = SingleClicks(self)
        for verb, words, icon, kind in _ACTIONS[self._row.due.kind]:
            button = push_button(theme, words, icon=icon, kind=kind, small=True)
            button.setProperty("verb", verb)
            button.installEventFilter(once)
            button.clicked.connect(self._on_button)
            self.buttons[verb] = button

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        title = QHBoxLayout()
        title.setContentsMargins(0, 0, 0, 0)
        title.addSpacing(-4)
        title.addWidget(self._title)
        title.addStretch()
        words.addLayout(title)
        words.addWidget(self._detail)
        self._upper = QHBoxLayout()
        self._upper.setSpacing(12)
        self._upper.addWidget(self._avatar)
        self._upper.addLayout(words, 1)
        self._upper.addWidget(self._chip)
        self._lower = QHBoxLayout()
        self._lower.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._lower.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(0)
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        self._side = QHBoxLayout()
        self._side.setSpacing(8)
        self._upper.addLayout(self._side)
        for button in self.buttons.values():
            self._side.addWidget(button)

    def _place_buttons(self) -> None:
        room = self.width() - 32 - 34 - 12 - _CHIP - 24
        taken = sum(button.sizeHint().width() + 8 for button in self.buttons.values())
        target = self._lower if room - taken < _LEAST_WORDS else self._side
        for button in self.buttons.values():
            if target.indexOf(button) < 0:
                other = self._side if target is self._lower else self._lower
                other.removeWidget(button)
                target.addWidget(button)
        above = 6 if target is self._lower else 0
        self._lower.setContentsMargins(mirrored_margins(self, 46, above, 0, 0))

    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(str(button.property("verb")), self._row.conversation.id)

    def _on_title(self) -> None:
        if self._row.conversation.person is not None:
            self.person_requested.emit(self._row.conversation.person.id)
