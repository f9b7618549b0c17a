"""The QPalette that belongs to the design tokens, for what the style sheet does not draw."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole

_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "muted",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "red",
    _Role.Light: "surface",
    _Role.Midlight: "sunken",
    _Role.Mid: "border",
    _Role.Dark: "control",
    _Role.Shadow: "control",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on-accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "violet",
}

_DISABLED_ROLES = {
    _Role.WindowText: "disabled",
    _Role.Text: "disabled",
    _Role.ButtonText: "disabled",
    _Role.PlaceholderText: "disabled",
    _Role.Link: "disabled",
    _Role.LinkVisited: "disabled",
    _Role.Base: "window",
    _Role.Button: "window",
    _Role.Highlight: "border",
    _Role.HighlightedText: "text",
    _Role.Accent: "border",
}


def palette(colour: Callable[[str], QColor]) -> QPalette:
    """Return a palette with every role set; inactive windows look like active ones."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(QPalette.ColorGroup.All, role, colour(token))
    for role, token in _DISABLED_ROLES.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, colour(token))
    return made
