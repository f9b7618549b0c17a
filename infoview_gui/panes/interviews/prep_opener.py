"""The sentence one begins with: below the goal until the talk begins, saving itself.

Knows no other part of the pane.
"""

from infoview_gui.panes.interviews.goal_line import GoalLine
from infoview_gui.services.records import ConversationRecord
from infoview_gui.widgets.labels import plain_tool_tip


class OpenerLine(GoalLine):
    """Empty it offers a sentence that thanks, names the minutes and asks for no job."""

    words = "Opening sentence"
    placeholder = ""

    def show_conversation(self, record: ConversationRecord) -> None:
        """Show the sentence of a conversation that is still to begin."""
        usual = self._services.prep.usual_opener(record)
        self.field.setPlaceholderText(usual)
        self.field.setAccessibleDescription(f"Offered: {usual}")
        super().show_conversation(record)
        if not self.field.text():
            self.field.setToolTip(plain_tool_tip(usual))
        ahead = record.status in {"planned", "proposed"} and not record.events
        if not ahead and not self.isHidden():
            self.leave()  # once: it would end the undo step of what is typed elsewhere
        self.setVisible(ahead)

    def _read(self, record: ConversationRecord) -> str:
        return self._services.prep.own_opener(record)

    def _write(self, conversation_id: int, text: str) -> None:
        self._services.conversations.change(conversation_id, opener=text)
