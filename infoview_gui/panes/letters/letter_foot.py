"""Below a letter: how long it is, what is to be looked at, and the ways out. Shows and asks."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.letters.looking import Looked
from infoview_gui.panes.letters.rows_menu import Row, RowsMenu
from infoview_gui.panes.phrases import counted
from infoview_gui.practice.letters_hints import Hint
from infoview_gui.practice.spelling import Word
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.buttons import push_button, set_kind
from infoview_gui.widgets.labels import ElidedLabel, plain_tool_tip, set_tone, wrapped_label

_ROOMY = 790
_MOST_WORDS = 12
"""Listed one by one; F7 finds the others too."""
_LONGEST_SAID = 40


class LetterFoot(QFrame):
    """One line at the bottom."""

    def __init__(self, theme: Theme, things: RowsMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self._theme = theme
        self._things_menu = things
        self._listed: tuple[Hint | Word, ...] = ()
        self._by_mail = True
        self.count = ElidedLabel("", "muted", self)
        self.things = push_button(theme, "", kind="link", small=True, parent=self)
        self.copy = push_button(theme, "Copy", icon="copy", parent=self)
        self.pdf = push_button(theme, "PDF", icon="file-text", parent=self)
        self.pdf.setMinimumWidth(1)  # it goes where room is short, so it must not ask for it
        self.sent = push_button(theme, "Mark as sent", icon="mail-check", parent=self)
        self.mail = push_button(
            theme, "Open in mail program", icon="send", kind="primary", parent=self
        )
        self.again = push_button(theme, "Use again", icon="rotate-ccw", parent=self)
        self.thing = wrapped_label("", "", self)
        set_tone(self.thing, "amber")
        self.thing.hide()
        self._arrange()
        self.things.clicked.connect(self._on_things)

    def use_verbs(self, slots: Mapping[str, Callable[[], None]]) -> None:
        """Let the buttons do what the actions of these names do."""
        for name, button in (
            ("copy", self.copy),
            ("pdf", self.pdf),
            ("mark_sent", self.sent),
            ("open_mail", self.mail),
            ("use_again", self.again),
        ):
            button.clicked.connect(slots[name])

    def show_letter(self, record: LetterRecord) -> None:
        """Show the ways out that a letter has."""
        by_mail, sent = record.kind.has_subject, record.is_sent
        self._by_mail = by_mail
        self._share()
        self.mail.setVisible(by_mail and not sent)
        self.sent.setVisible(not sent)
        self.again.setVisible(sent)
        set_kind(self._theme, self.copy, "plain" if by_mail else "primary", "copy")
        target = f"Opens mailto:{record.address}" if record.address else "No e-mail address yet"
        self.mail.setToolTip(plain_tool_tip(f"{target} (Ctrl+Return)"))

    def show_looked(self, looked: Looked, *, sent: bool) -> None:
        """Show how long it is and what is to be looked at."""
        measured = looked.length
        self.count.setText("" if measured is None else measured.said)
        self.count.setMinimumWidth(self.count.sizeHint().width())
        set_tone(self.count, "amber" if measured is not None and measured.over else "")
        listed: tuple[Hint | Word, ...] = () if sent else (*looked.hints, *looked.misspelt)
        words = counted(len(listed), "thing to look at", "things to look at")
        self.things.setText(words)
        self.things.setAccessibleName(f"Things to look at ({len(listed)})")
        self.things.setVisible(bool(listed))
        if listed != self._listed:
            self._listed = listed
            self._fill(listed)

    def show_thing(self, words: str) -> None:
        """Say what is to be looked at and has no place in the text; "" for nothing."""
        self.thing.setText(words)
        self.thing.setVisible(bool(words))
        if words:
            announce(self, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count readable: where room is short, the PDF is in the menu only."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self.pdf.setVisible(self._by_mail and self.width() >= _ROOMY)

    def _on_things(self) -> None:
        self._things_menu.popup(self.things.mapToGlobal(QPoint(0, 0)))

    def _fill(self, listed: tuple[Hint | Word, ...]) -> None:
        words = [one for one in listed if isinstance(one, Word)][:_MOST_WORDS]
        rows = [Row(_listed(one), one) for one in listed if isinstance(one, Hint)]
        rows += [Row(f"“{one.text}” may be misspelt", one) for one in words]
        self._things_menu.show_rows(rows)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 11, 20, 11)
        column.setSpacing(8)
        column.addWidget(self.thing)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(10)
        row.addWidget(self.count)
        row.addWidget(self.things)
        row.addStretch(1)
        for button in (self.copy, self.pdf, self.again, self.sent, self.mail):
            row.addWidget(button)


def _listed(hint: Hint) -> str:
    """Return the row of a hint; of a whole sentence it says which one."""
    said = " ".join(hint.said.split())
    short = said if len(said) <= _LONGEST_SAID else f"{said[: _LONGEST_SAID - 1].rstrip()}…"
    title = f"{hint.title}: “{short}”" if said else f"{hint.title}."
    return f"{title} {hint.do}"
