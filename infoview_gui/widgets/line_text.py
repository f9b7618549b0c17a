"""Turns text from files and clipboards into lines of a note. Pure Python, knows nothing of Qt."""

import re
import unicodedata

LONGEST_PASTED_LINE = 2000
"""Code points in a pasted line. One paragraph of 100 KB costs Qt 19 ms a key (measured)."""

_SEPARATORS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# U+FDD0 and U+FDD1 are no characters: Qt uses them for the borders of frames.
_UNWANTED = re.compile("[\0\ud800-\udfff\ufdd0\ufdd1]")
_JOINERS = "\u200d\ufe0e\ufe0f"


def clean(text: str) -> str:
    r"""Return ``text`` with ``\n`` as the only line separator, without NUL and lone surrogates."""
    return _UNWANTED.sub("", _SEPARATORS.sub("\n", text))


def is_clean(text: str) -> bool:
    """Return whether ``clean`` would change nothing; much faster than a regular expression."""
    if any(sign in text for sign in "\0\r\v\f\x85\u2028\u2029\ufdd0\ufdd1"):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def broken(line: str, longest: int = LONGEST_PASTED_LINE) -> list[str]:
    """Return ``line`` in parts of at most ``longest`` code points (1 or more).

    A break takes the place of one space; a run without spaces is cut between two characters.
    """
    parts: list[str] = []
    begin = 0
    while len(line) - begin > longest:
        space = line.rfind(" ", begin + 1, begin + longest + 1)
        end = space if space > begin else _between_characters(line, begin, begin + longest)
        parts.append(line[begin:end])
        begin = end + 1 if space > begin else end
    return [*parts, line[begin:]]


def _between_characters(line: str, begin: int, wanted: int) -> int:
    """Return the last place up to ``wanted`` that does not tear accents or joined emoji apart."""
    for place in range(wanted, max(begin, wanted - 32), -1):
        follower = line[place]
        tied = unicodedata.combining(follower) or follower in _JOINERS
        if not tied and line[place - 1] != "\u200d":
            return place
    return wanted


def utf16_offset(text: str, position: int) -> int:
    """Return how many UTF-16 units (Qt's positions) come before code point ``position``."""
    if text.isascii():
        return position
    return position + sum(character > "\uffff" for character in text[:position])
