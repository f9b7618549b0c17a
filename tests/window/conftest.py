"""The window is built from the same parts as a pane."""

from tests.panes.conftest import clock, database, feed, services, store, theme, times

__all__ = ["clock", "database", "feed", "services", "store", "theme", "times"]
