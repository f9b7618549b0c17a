"""Which tokens a tone stands for: a colour for words and a soft one behind them. No Qt."""

from collections.abc import Mapping

_PAIRS: Mapping[str, tuple[str, str]] = {
    "": ("muted", "sunken"),
    "acc": ("accent", "accent-soft"),
    "amb": ("amber", "amber-soft"),
    "red": ("red", "red-soft"),
    "blu": ("blue", "blue-soft"),
    "vio": ("violet", "violet-soft"),
    "grn": ("green", "green-soft"),
}
_LONG_NAMES = {
    "muted": "",
    "accent": "acc",
    "amber": "amb",
    "blue": "blu",
    "violet": "vio",
    "green": "grn",
}

TONES = tuple(_PAIRS)


def tone_tokens(tone: str) -> tuple[str, str]:
    """Return (token of words and lines, token behind them); short and long names, else KeyError."""
    return _PAIRS[_LONG_NAMES.get(tone, tone)]
