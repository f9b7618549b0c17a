"""The Today pane: the next conversation, what is to do, the week."""

from infoview_gui.panes.today.pane import TodayPane

__all__ = ["TodayPane"]
