"""The verbs of Today as actions, for its menu and the search. What they do is connected elsewhere.

A verb acts on the row with the keyboard, else on the most pressing one that has it.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from infoview_gui.panes.today import due_verbs
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.records import ConversationRow

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
}


class TodayActions(QObject):
    """Enabled while there is something they can act on."""

    chosen = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for name, words in _WORDS.items():
            action = QAction(words, self)
            action.setData(name)
            action.triggered.connect(self._on_triggered)
            self._actions[name] = action

    def every(self) -> list[QAction]:
        """Return all of them, in their order."""
        return list(self._actions.values())

    def enable(
        self, upcoming: ConversationRow | None, due: Sequence[DueRow], *, letters: bool
    ) -> None:
        """Let what can be done be chosen."""
        runs = upcoming is not None and upcoming.status == "running"
        possible = {verb for row in due for verb in due_verbs.verbs_of(row, letters=letters)}
        possible |= {"prepare"} if upcoming is not None else set()
        possible |= {"start"} if upcoming is not None and not runs else set()
        for name, action in self._actions.items():
            action.setEnabled(name in possible)
        self._actions[due_verbs.WRITE].setVisible(letters)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))
