"""The tiny drawings inside standard controls (check mark, arrows), tinted for both themes.

Knows no widgets.
"""

from collections.abc import Mapping

from PySide6.QtGui import QColor

from infoview_gui.theme.embedded import Embedded, embed
from infoview_gui.theme.icons import tinted_svg

_FOLDER = "infoview-marks"

# Name in the style sheet: icon, token, stroke width of 24.
_MARKS = {
    "check": ("check", "on-accent", 3.5),
    "check-disabled": ("check", "surface", 3.5),
    "minus": ("minus", "on-accent", 3.5),
    "menu-check": ("check", "text", 2.5),
    "down": ("chevron-down", "muted", 2.5),
    "down-disabled": ("chevron-down", "disabled", 2.5),
    "up": ("chevron-up", "muted", 2.5),
    "up-disabled": ("chevron-up", "disabled", 2.5),
    "left": ("chevron-left", "muted", 2.5),
    "right": ("chevron-right", "muted", 2.5),
    "close": ("x", "muted", 2.5),
    "dot": ("circle", "on-accent", 12.0),
}


def mark_folder(dark: bool) -> str:
    """Return the start of the names of a theme's marks, for ``url(…check.svg)``."""
    return f":/{_FOLDER}/{_shade(dark)}-"


def style_marks(colours: Mapping[bool, Mapping[str, QColor]]) -> Embedded:
    """Lay out all marks in the colours of both themes (key: whether dark)."""
    contents = {
        f"{_shade(dark)}-{mark}.svg": tinted_svg(icon, tokens[token], stroke_width)
        for dark, tokens in colours.items()
        for mark, (icon, token, stroke_width) in _MARKS.items()
    }
    return embed(_FOLDER, contents)


def _shade(dark: bool) -> str:
    return "dark" if dark else "light"
