"""The Interviews pane: the conversations with goal, questions, notes and countdown."""

from infoview_gui.panes.interviews.pane import InterviewsPane

__all__ = ["InterviewsPane"]
