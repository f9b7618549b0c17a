"""The panes of the main window, each with its views and item models."""
