"""Notes as they are stored: text, and a JSON list with the moment of each line."""

import json

from infoview_gui.services.records import Notes


def read_moments(text: str, stored: str) -> Notes:
    """Return the notes; lines without a moment of their own have None."""
    moments = json.loads(stored)
    lines = text.count("\n") + 1 if text else 0
    known: list[int | None] = [at if isinstance(at, int) else None for at in moments[:lines]]
    return Notes(text, tuple(known + [None] * (lines - len(known))))
