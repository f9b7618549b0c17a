"""The verbs of Today as actions, for its menu and the search. What they do is connected elsewhere.

A verb acts on the row with the keyboard. Where no row has it, the words name whom it acts on.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from infoview_gui.panes.today import due_verbs
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.records import ConversationRow

_LONGEST: Final = 40
_WORDS: Final = {
    "prepare": "&Prepare the next conversation",
    "start": "S&tart the next conversation",
    due_verbs.WRITE: "&Write the letter that is due",
    due_verbs.DONE: "Mark as &sent or done",
    due_verbs.LATER: "Not &now…",
    due_verbs.ANSWERED: "They &answered…",
    due_verbs.NEXT: "Show the ne&xt person to ask",
    due_verbs.WAIVED: "No t&hanks needed",
    due_verbs.HAPPENED: "&It happened…",
    due_verbs.MISSED: "They &did not come",
    due_verbs.MOVE: "&Move to another time",
    due_verbs.CANCEL: "&Cancel conversation",
    due_verbs.EDIT: "&Edit the task…",
    due_verbs.DELETE: "De&lete the task",
    due_verbs.PERSON: "Sh&ow in People",
}


class TodayActions(QObject):
    """Enabled while there is something they can act on."""

    chosen = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._said = dict(_WORDS)
        for name, words in _WORDS.items():
            action = QAction(words, self)
            action.setData(name)
            action.triggered.connect(self._on_triggered)
            self._actions[name] = action

    def every(self) -> list[QAction]:
        """Return all of them, in their order."""
        return list(self._actions.values())

    def enable(
        self,
        upcoming: ConversationRow | None,
        rows: Sequence[DueRow],
        *,
        letters: bool,
        named: bool,
    ) -> None:
        """Let what can be done about the first of these rows be chosen; ``named`` says which."""
        runs = upcoming is not None and upcoming.status == "running"
        possible = {"prepare"} if upcoming is not None else set()
        possible |= {"start"} if upcoming is not None and not runs else set()
        targets = _targets(rows, letters=letters)
        for name, action in self._actions.items():
            row = targets.get(name)
            action.setEnabled(name in possible or row is not None)
            self._say(name, row if named else None)
        self._actions[due_verbs.WRITE].setVisible(letters)

    def _say(self, name: str, row: DueRow | None) -> None:
        """Let the words of a verb name the row it acts on."""
        words = _WORDS[name]
        if row is not None:
            rest = "…" if words.endswith("…") else ""
            words = f"{words.removesuffix(rest)}: {_called(name, row).replace('&', '&&')}{rest}"
        if self._said[name] != words:  # the menu has given the row a letter that may stay
            self._said[name] = words
            self._actions[name].setText(words)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))


def _targets(rows: Sequence[DueRow], *, letters: bool) -> Mapping[str, DueRow]:
    """Return the first row with each verb."""
    found: dict[str, DueRow] = {}
    for row in rows:
        for verb in due_verbs.verbs_of(row, letters=letters):
            found.setdefault(verb, row)
    return found


def _called(verb: str, row: DueRow) -> str:
    """Return whom a row is about, of a task what is to be done."""
    called = row.names if verb == due_verbs.PERSON else row.due.text or row.names
    return called if len(called) <= _LONGEST else f"{called[: _LONGEST - 1].rstrip()}…"
