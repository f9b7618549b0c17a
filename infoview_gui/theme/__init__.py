"""Colours, fonts, icons and the style sheet, from the design tokens."""

from infoview_gui.theme.style import repolish
from infoview_gui.theme.theme import Scheme, Theme

__all__ = ["Scheme", "Theme", "repolish"]
