"""How each kind of captured line looks and is counted, wherever it is shown. No widgets."""

from infoview_gui.practice.marks import MarkKind

MARK_LOOKS = {
    MarkKind.INSIGHT: ("amb", "lightbulb"),
    MarkKind.TERM: ("blu", "book-a"),
    MarkKind.PERSON: ("vio", "user-plus"),
    MarkKind.OPENING: ("grn", "flag"),
    MarkKind.TODO: ("acc", "square-check"),
}
"""Tone and icon."""
MARK_WORDS = {
    MarkKind.INSIGHT: ("insight", "insights"),
    MarkKind.TERM: ("term", "terms"),
    MarkKind.PERSON: ("person", "people"),
    MarkKind.OPENING: ("opening", "openings"),
    MarkKind.TODO: ("to do", "to dos"),
}
"""One of them, and several."""
