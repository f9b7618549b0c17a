"""Every verb of the pane as an action for the menu, with its keys, enabled only when it applies.

Must not know what the verbs do.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.letters.times_desk import may_propose
from infoview_gui.services.letter_records import LetterRecord


@dataclass(frozen=True, slots=True)
class Verb:
    """How a verb is called in menus, and its keys, which work in this pane only."""

    text: str
    keys: str = ""


VERBS = {
    "thank": Verb("Write the thank-you"),
    "open_mail": Verb("Open in mail program", "Ctrl+Return"),
    "mark_sent": Verb("Mark as sent", "Ctrl+Shift+Return"),
    "times": Verb("Propose times…", "Ctrl+Shift+T"),
    "copy": Verb("Copy letter", "Ctrl+Shift+C"),
    "pdf": Verb("Save as PDF…"),
    "eml": Verb("Save as e-mail file…"),
    "print": Verb("Print letter…", "Ctrl+P"),
    "": Verb(""),
    "use_again": Verb("Use again"),
    "answered": Verb("Log an answer…", "Ctrl+Shift+A"),
    "person": Verb("Show person"),
    " ": Verb(""),
    "templates": Verb("Edit templates…"),
    "find": Verb("Find letters", "Ctrl+F"),
    "group": Verb("Group by person"),
    "delete": Verb("Delete draft"),
}
"""In the order of the menu; a name of spaces is a separator."""


class LetterActions(QObject):
    """The actions by the names of ``VERBS``."""

    def __init__(self, pane: QWidget, slots: dict[str, Callable[[], None]]) -> None:
        super().__init__(pane)
        self._actions: dict[str, QAction] = {}
        for name, verb in VERBS.items():
            action = QAction(verb.text, self)
            if not name.strip():
                action.setSeparator(True)
            else:
                action.triggered.connect(slots[name])
                pane.addAction(action)
            if verb.keys:
                action.setShortcut(QKeySequence(verb.keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._actions[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Return them in the order of the menu."""
        return list(self._actions.values())

    def enable(self, record: LetterRecord | None, *, owing: bool) -> None:
        """Let be chosen what applies to the letter shown, or to one that is owed."""
        shown = record is not None
        draft = record is not None and not record.is_sent
        by_mail = record is not None and record.kind.has_subject
        applies = {
            "thank": owing,
            "open_mail": draft and by_mail,
            "mark_sent": draft,
            "times": may_propose(record),
            "delete": draft,
            "copy": shown,
            "answered": shown or owing,
            "person": shown or owing,
            "pdf": by_mail,
            "eml": by_mail,
            "print": by_mail,
            "use_again": record is not None and record.is_sent,
        }
        for name, able in applies.items():
            self._actions[name].setEnabled(able)
