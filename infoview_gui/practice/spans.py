"""How long it still is, or how late: in the same words wherever it is said."""

from typing import Final

_MINUTE_MS: Final = 60_000
_EXACT_BELOW_H: Final = 3
_DAYS_FROM_H: Final = 48


def span_words(length_ms: int) -> str:
    """Return "50 min", "1 h 50 min", "20 h" or "3 days", in whole units past; at least 1 min.

    Minutes are said while they matter: of 1 h 50 left, "1 h" would hide almost half.
    """
    minutes = max(1, length_ms // _MINUTE_MS)
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{minutes} min"
    if hours < _EXACT_BELOW_H:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{hours} h" if hours < _DAYS_FROM_H else f"{hours // 24} days"
