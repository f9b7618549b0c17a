"""The People pane: a table of everyone, and the person beside it."""

from infoview_gui.panes.people.pane import PeoplePane

__all__ = ["PeoplePane"]
