"""One row of *To do*: who, what, how pressing, and what can be done. Knows rows, not services."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import marked
from infoview_gui.panes.today import due_verbs
from infoview_gui.panes.today.due_words import breakable, due_chip, due_detail
from infoview_gui.panes.today.name_button import NameButton
from infoview_gui.panes.today.single_clicks import SingleClicks
from infoview_gui.practice.routine.rows import DueKind, Key
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.due_title import due_title
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from infoview_gui.widgets.buttons import push_button, tool_button
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.labels import plain_tool_tip, wrapped_label
from infoview_gui.widgets.mirror import mirrored_margins

_LEAST_WORDS = 240
"""Width in pixels below which the words would be cut, and the buttons go under them."""
_CHIP = 120
_KEYS: Final = {
    Qt.Key.Key_D: due_verbs.DONE,
    Qt.Key.Key_N: due_verbs.LATER,
    Qt.Key.Key_A: due_verbs.ANSWERED,
    Qt.Key.Key_E: due_verbs.EDIT,
    Qt.Key.Key_Delete: due_verbs.DELETE,
}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class DueRowWidget(QFrame):
    """Reused while its row stays, so that nothing flickers and the focus stays where it is."""

    chosen = Signal(str, object)
    """A verb and the key of the row."""
    person_requested = Signal(object)
    step_requested = Signal(int)
    """The keyboard is wanted so many rows below."""

    def __init__(
        self,
        theme: Theme,
        times: LocalTime,
        row: DueRow,
        parent: QWidget | None = None,
        *,
        letters: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._row = row
        self._letters = letters
        self.setProperty("kind", "strip")
        self._avatar = Avatar(theme)
        self._title = NameButton(theme)
        self._detail = wrapped_label("", "muted")
        self._chip = Chip(theme, "")
        self.buttons: dict[str, QAbstractButton] = {}
        self._make_buttons()
        self._arrange()
        self._title.clicked.connect(self._on_title)
        for control in self.controls():
            control.installEventFilter(self)
        self.show_row(row)

    @property
    def key(self) -> Key:
        """What makes this row this row."""
        return self._row.key

    @property
    def row(self) -> DueRow:
        """What is shown."""
        return self._row

    def fits(self, row: DueRow, *, letters: bool) -> bool:
        """Say whether the buttons are those of a row."""
        mine = due_verbs.buttons(self._row, letters=self._letters)
        return mine == due_verbs.buttons(row, letters=letters)

    def show_row(self, row: DueRow) -> None:
        """Say how it stands now."""
        self._row = row
        person = row.person or (row.conversation.person if row.conversation else None)
        if person is None and not row.names:
            self._avatar.show_icon("square-check")
        else:
            self._avatar.show_name(*marked(person, row.names))
        title = due_title(row)
        is_task = row.due.kind is DueKind.TASK
        leads_to = "Show in People" if person is not None else ""
        self._title.show_words(title, "Edit the task" if is_task else leads_to)
        self._title.setEnabled(is_task or person is not None)
        whole = due_detail(row, self._times)
        short = breakable(whole)
        self._detail.setText(short)
        self._detail.setVisible(bool(short))
        self._detail.setToolTip("" if short == whole else plain_tool_tip(whole))
        look = due_chip(row, self._times)
        self._chip.show_chip(look.text, look.tone, look.icon)
        self.setAccessibleName(f"{title} {look.text}")
        for button in self.buttons.values():
            button.setAccessibleDescription(title)
        self._place_buttons()

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return [self._title, *self.buttons.values()]

    def first_control(self) -> QWidget:
        """Return the button of what is usually done."""
        return next(iter(self.buttons.values()))

    def focused_place(self) -> int:
        """Return which of the controls has the keyboard, -1 for none."""
        return next((n for n, one in enumerate(self.controls()) if one.hasFocus()), -1)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the name is the one action; letters are the other verbs."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in _NO_MODIFIERS
        verb = _KEYS.get(key, "")
        if plain and event.isAutoRepeat() and (verb or key in _ENTER):
            return  # the key that closed a dialog, held a little longer, means nothing here
        if plain and key in _ENTER:
            self._on_button(self.first_control())
        elif plain and verb in due_verbs.verbs_of(self._row, letters=self._letters):
            self.chosen.emit(verb, self.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row."""
        event.accept()
        self.chosen.emit(due_verbs.LATER, self.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Up and Down from the buttons, which would take them for Tab."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS and event.modifiers() in _NO_MODIFIERS:
                self.step_requested.emit(_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    def _make_buttons(self) -> None:
        verbs = due_verbs.buttons(self._row, letters=self._letters)
        kinds = {DueKind.THANK, DueKind.FINISH}
        for place, verb in enumerate(verbs):
            kind = "primary" if place == 0 and self._row.due.kind in kinds else "plain"
            button = push_button(self._theme, verb.words, icon=verb.icon, kind=kind, small=True)
            self._take(verb.name, button)
        settles = self._row.due.kind is DueKind.FINISH
        if not settles and due_verbs.DONE not in self.buttons:
            done = due_verbs.done(self._row.due.kind)
            self._take(done.name, self._small(done.words, done.icon, "D"))
        self._take(due_verbs.LATER, self._small("Not now", "calendar-clock", "N"))

    def _small(self, words: str, icon: str, key: str) -> QToolButton:
        button = tool_button(self._theme, words, icon=icon)
        button.setToolTip(f"{words} ({key})")
        return button

    def _take(self, name: str, button: QAbstractButton) -> None:
        button.setProperty("verb", name)
        button.installEventFilter(self._once())
        button.clicked.connect(self._on_clicked)
        self.buttons[name] = button

    def _once(self) -> SingleClicks:
        return self.findChild(SingleClicks) or SingleClicks(self)

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
        self._side.setSpacing(4)
        self._upper.addLayout(self._side)
        for button in self.buttons.values():
            self._side.addWidget(button)

    def _place_buttons(self) -> None:
        room = self.width() - 32 - 34 - 12 - max(_CHIP, self._chip.sizeHint().width()) - 24
        taken = sum(button.sizeHint().width() + 4 for button in self.buttons.values())
        target = self._lower if room - taken < _LEAST_WORDS else self._side
        for button in self.buttons.values():
            if target.indexOf(button) < 0:
                other = self._side if target is self._lower else self._lower
                other.removeWidget(button)
                target.addWidget(button)
        above = 6 if target is self._lower else 0
        self._lower.setContentsMargins(mirrored_margins(self, 46, above, 0, 0))

    def _on_clicked(self) -> None:
        self._on_button(self.sender())

    def _on_button(self, button: object) -> None:
        if isinstance(button, QPushButton | QToolButton):
            self.chosen.emit(str(button.property("verb")), self.key)

    def _on_title(self) -> None:
        person = self._row.person
        if self._row.due.kind is DueKind.TASK:
            self.chosen.emit(due_verbs.EDIT, self.key)
        elif person is not None:
            self.person_requested.emit(person.id)
