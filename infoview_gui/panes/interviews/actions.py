"""Every verb of the pane as an action for the menu, with its keys, enabled only when it applies.

Must not know what the verbs do.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.call_clock import CallView
from infoview_gui.panes.interviews.link import join_target
from infoview_gui.services.records import ConversationRecord


@dataclass(frozen=True, slots=True)
class Verb:
    """How a verb is called in menus, its keys, and whether they work in this pane only."""

    text: str
    keys: str = ""
    here: bool = False


VERBS = {
    "start": Verb("Start", "F5"),
    "pause": Verb("Pause", "Ctrl+Shift+F5"),
    "they_closed": Verb("They closed", "F8"),
    "they_went_on": Verb("They chose to go on", "F9"),
    "end": Verb("End", "Ctrl+Shift+E"),
    "tick_next": Verb("Tick next question", "F6"),
    "asked_then": Verb("What was asked at this line", "Shift+F6", here=True),
    "": Verb(""),
    "mark_line": Verb("Mark line", "F7", here=True),
    "make_plain": Verb("Make line plain", "Ctrl+.", here=True),
    "add_question": Verb("Add question", "Ctrl+Shift+Q", here=True),
    "question_bank": Verb("Question bank…", "Ctrl+Shift+B", here=True),
    " ": Verb(""),
    "write_thanks": Verb("Write the thank-you", "Ctrl+L", here=True),
    "thanked": Verb("Mark thanks as sent"),
    "waived": Verb("No thanks needed"),
    "happened": Verb("It happened…"),
    "take_time": Verb("Take this time", "Ctrl+Shift+Return", here=True),
    "missed": Verb("They did not come"),
    "move": Verb("Move to another time"),
    "cancel": Verb("Cancel conversation"),
    "replan": Verb("Take up again"),
    "  ": Verb(""),
    "prep_sheet": Verb("Prep sheet…", "Ctrl+P", here=True),
    "export_notes": Verb("Export notes…"),
    "save_file": Verb("Save as calendar file…"),
    "invite": Verb("Save an invitation…"),
    "join": Verb("Join call", "Ctrl+J", here=True),
    "contact": Verb("Show contact"),
    "edit": Verb("Edit details…", "Ctrl+Return", here=True),
    "delete": Verb("Delete conversation"),
    "fold": Verb("Show or hide the conversations", "F4", here=True),
}
"""In the order of the menu; a name of spaces is a separator."""
_IN_THE_NOTES = frozenset({
    "asked_then", "mark_line", "make_plain", "add_question", "question_bank", "happened", "join",
})  # fmt: skip
"""They need what the pane shows; the others do what they do from anywhere."""


class ConversationActions(QObject):
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
                self._set_keys(action, verb)
                pane.addAction(action)
            self._actions[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Return them in the order of the menu."""
        return list(self._actions.values())

    def enable(
        self,
        record: ConversationRecord | None,
        view: CallView | None,
        now: int,
        *,
        here: bool = True,
    ) -> None:
        """Let be chosen what applies to a conversation and to the one that runs.

        ``here`` when it is this pane that shows the conversation.
        """
        applies = self._shown(record, now) | self._running(view)
        if not here:
            applies |= dict.fromkeys(_IN_THE_NOTES, False)
        for name, action in self._actions.items():
            if name.strip():
                action.setEnabled(applies.get(name, True))
        paused = view is not None and view.clock.paused
        self._actions["pause"].setText("Resume" if paused else "Pause")

    def _running(self, view: CallView | None) -> dict[str, bool]:
        live = view is not None
        return {
            "pause": live,
            "end": live,
            # Too early they say from when on they are offered; a dead key would say nothing.
            "they_closed": live,
            "they_went_on": live,
            "tick_next": view is not None and bool(view.next_question),
        }

    def _shown(self, record: ConversationRecord | None, now: int) -> dict[str, bool]:
        if record is None:
            return dict.fromkeys((name for name in VERBS if name != "fold"), False)
        ahead = record.status in {"planned", "proposed"} and not record.events
        begun = record.starts_at is not None and record.starts_at <= now
        settled = record.thanked_at is not None or record.thanks_waived_at is not None
        owed = record.status == "done" and not settled
        return {
            "start": ahead,
            "happened": ahead,
            "take_time": record.status == "proposed" and record.starts_at is not None,
            "missed": ahead and begun,
            "move": ahead,
            "cancel": ahead,
            "join": join_target(record) is not None,
            "contact": bool(record.people),
            "save_file": record.began_at is not None,
            "invite": record.starts_at is not None
            and record.status in {"planned", "proposed", "cancelled"},
            "replan": record.status in {"missed", "cancelled"},
            "write_thanks": owed and bool(record.people),
            "thanked": owed,
            "waived": owed,
        }

    def _set_keys(self, action: QAction, verb: Verb) -> None:
        if verb.keys:
            action.setShortcut(QKeySequence(verb.keys))
        if verb.here:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
