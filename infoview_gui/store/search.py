"""Turns what a person typed into an FTS5 expression that can never be a syntax error."""

import re

_WORD = re.compile(r"\w+", re.UNICODE)


def match_expression(text: str) -> str:
    """Return an expression that finds rows holding all words, the last as a beginning.

    Empty when the text has no words that FTS5 would find (symbols, short CJK): use LIKE then.
    """
    words = _WORD.findall(text.replace("\0", ""))
    if not words or any(_unsegmented(word) for word in words):
        return ""
    return " ".join(f'"{word}"*' for word in words)


def _unsegmented(word: str) -> bool:
    """Scripts without spaces are one long token to FTS5, so a word in its middle is lost."""
    return any("\u2e80" <= letter <= "\u9fff" or "\u3040" <= letter <= "\u30ff" for letter in word)
