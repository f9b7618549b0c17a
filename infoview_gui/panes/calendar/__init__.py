"""The calendar: a week of conversations, and who waits for a time."""

from infoview_gui.panes.calendar.pane import CalendarPane

__all__ = ["CalendarPane"]
