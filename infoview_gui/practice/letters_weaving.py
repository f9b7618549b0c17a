"""Where a clause goes that is woven into a letter, and how a letter begins to say who wrote it.

Pure text: returns a place and the words to put there; an editor puts them in. Knows no window.
"""

import re
from dataclasses import dataclass
from typing import Final

from infoview_gui.practice.guard.reading import sentences

_GREETING: Final = re.compile(r"[^\n.!?]{1,80},?\n")
_LONGEST_CLOSING: Final = 60


@dataclass(frozen=True, slots=True)
class Insertion:
    """Put ``words`` at ``at``."""

    at: int
    words: str


def weave(text: str, clause: str, caret: int | None = None) -> Insertion:
    """Return where to put a sentence: behind the one the caret is in, else before the closing.

    A caret in the greeting or the closing does not count. Nothing that stands there is changed.
    """
    start, end = body(text)
    if caret is not None and start <= caret <= end and text[start:end].strip():
        return _behind_sentence(text, clause, max(start, caret), end)
    if not text[start:end].strip():
        before = "" if start == 0 else "\n"
        return Insertion(start, f"{before}{clause}\n" if end < len(text) else f"{before}{clause}")
    at = start + len(text[start:end].rstrip())
    return Insertion(at, f"{_gap(text, at)}{clause}")


def body(text: str) -> tuple[int, int]:
    """Return where what the letter says begins and ends: without greeting and closing."""
    greeting = _GREETING.match(text)
    start = greeting.end() if greeting is not None else 0
    at = text.rstrip().rfind("\n\n")
    closing = text[at:].strip() if at >= start - 1 and at >= 0 else ""
    closes = bool(closing) and all(
        len(line) <= _LONGEST_CLOSING and not line.rstrip().endswith((".", "?"))
        for line in closing.split("\n")
    )
    return start, max(start, at) if closes else len(text)


def _behind_sentence(text: str, clause: str, caret: int, end: int) -> Insertion:
    for first, last in sentences(text[:end]):
        if first <= caret <= last:
            return Insertion(last, f"{_gap(text, last)}{clause}{_blank_behind(text, last)}")
    return Insertion(caret, f"{_gap(text, caret)}{clause}{_blank_behind(text, caret)}")


def _gap(text: str, at: int) -> str:
    return "" if at == 0 or text[at - 1].isspace() else " "


def _blank_behind(text: str, at: int) -> str:
    return " " if at < len(text) and not text[at].isspace() else ""
