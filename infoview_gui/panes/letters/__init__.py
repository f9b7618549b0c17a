"""The Letters pane."""

from infoview_gui.panes.letters.pane import LettersPane

__all__ = ["LettersPane"]
