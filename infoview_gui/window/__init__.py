"""The main window: puts the panes into it and connects them. Nothing else."""

from infoview_gui.window.main_window import MainWindow

__all__ = ["MainWindow"]
