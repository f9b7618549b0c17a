"""Words typed into the search and where they stand in a text, whatever their case and marks.

Pure functions; know nothing of the database or of what is searched.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

LONGEST_QUERY = 200
"""Code points of what was typed that count; nobody looks for more."""
_WORD = re.compile(r"[^\W_]+")
_UNWANTED = re.compile("[\0\ud800-\udfff]")
_BEFORE_HIT = 24
_LONGEST_SHOWN = 300


def tidy(text: str) -> str:
    """Return what was typed without what neither SQLite nor Qt can hold, on one line."""
    return " ".join(_UNWANTED.sub("", text[:LONGEST_QUERY]).split())


def fold(text: str) -> str:
    """Return a text without case and marks, as the full-text index sees it."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """Return the folded words of a text, each once."""
    return list(dict.fromkeys(_WORD.findall(fold(text))))


def holds(text: str, wanted: Sequence[str]) -> bool:
    """Return whether every wanted word begins a word of the text."""
    folded = fold(text)
    return all(_begins_a_word(word, folded) for word in wanted)


def like_pattern(word: str) -> str:
    """Return the pattern for LIKE (escape: backslash) that finds it after a space."""
    literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"% {literal}%"


def rank(text: str, query: str) -> int:
    """Return 0 if a text begins with what was typed, 1 if all its words begin words, else 2."""
    typed = fold(query)
    if fold(text).startswith(typed):
        return 0
    return 1 if holds(text, words(query)) else 2


def spans(text: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Return where words that begin with the wanted ones stand: code points, in order."""
    if not wanted:
        return []
    folded, places = _folded_with_places(text)
    pattern = "|".join(re.escape(word) for word in sorted(wanted, key=len, reverse=True))
    hits = re.finditer(f"{_START}(?:{pattern})", folded)
    return [(places[hit.start()], places[hit.end() - 1] + 1) for hit in hits if hit.end()]


def excerpt(text: str, wanted: Sequence[str]) -> str:
    """Return a line short enough to be shown, from shortly before the first of the words on."""
    head = text[: 40 * _LONGEST_SHOWN]
    first = next(iter(spans(head, wanted)), (0, 0))[0]
    if first <= 2 * _BEFORE_HIT:
        return head[:_LONGEST_SHOWN]
    begin = head.rfind(" ", 0, first - _BEFORE_HIT) + 1 or first - _BEFORE_HIT
    return f"…{head[begin : begin + _LONGEST_SHOWN]}"


def lines_holding(text: str, wanted: Sequence[str], most: int) -> list[tuple[int, str]]:
    """Return the first lines (number from 0, text) with all the words; else one with a word.

    Without words there are none.
    """
    folded = fold(text)
    whole: list[int] = []
    part: int | None = None
    # The longest word is the rarest.
    for word in sorted(wanted, key=len, reverse=True):
        for number, line in _lines_with(word, folded):
            part = number if part is None else part
            if all(_begins_a_word(other, line) for other in wanted):
                whole.append(number)
                if len(whole) == most:
                    break
        if part is not None:
            break
    numbers = whole or ([] if part is None else [part])
    lines = text.split("\n") if numbers else []
    return [(number, lines[number]) for number in numbers]


def _lines_with(word: str, folded: str) -> Iterator[tuple[int, str]]:
    """Yield the lines in which a word begins with this one."""
    number, counted_to = 0, 0
    at = folded.find(word)
    while at >= 0:
        end = folded.find("\n", at)
        end = len(folded) if end < 0 else end
        number += folded.count("\n", counted_to, at)
        counted_to = at
        line = folded[folded.rfind("\n", 0, at) + 1 : end]
        if _begins_a_word(word, line):
            yield number, line
        at = folded.find(word, end)


_START = r"(?<![^\W_])"
"""Where a word begins: nothing before it that words are made of."""


def _begins_a_word(word: str, folded: str) -> bool:
    at = folded.find(word)
    while at > 0 and folded[at - 1].isalnum() and not _unsegmented(word):
        at = folded.find(word, at + 1)
    return at >= 0


def _unsegmented(word: str) -> bool:
    """Whether it is of a script without spaces, whose words begin anywhere."""
    return "\u2e80" <= word[:1] <= "\u9fff" or "\uac00" <= word[:1] <= "\ud7af"


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its characters the one it comes from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    letters = [fold(letter) for letter in text]
    places = [place for place, letter in enumerate(letters) for _ in letter]
    return "".join(letters), places
