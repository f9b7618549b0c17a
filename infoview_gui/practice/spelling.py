"""Which words of a letter are worth looking up, and which dictionary fits a language.

Left alone are places to fill in, addresses, words with digits, ABBREVIATIONS and CamelCase. Knows
no dictionary, no window and no names.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

LONGEST: Final = 60
"""Letters; what is longer is no word, and dictionaries take long over it."""
MANY: Final = 10
"""From so many words on it can be told that a text is in another language."""
_HYPHENS: Final = "-\u2010\u2011"
_CHUNK: Final = re.compile(r"‹[^‹›\n]*›|\{[^{}\n]*\}|[^\s‹{]+|[‹{]")
_ADDRESS: Final = re.compile(r"[@\\]|://|^\W*www\.|\w\.\w|^\W*#", re.IGNORECASE)
_OF_SOMEBODY: Final = re.compile(r"['’]s?\Z", re.IGNORECASE)


class Word(NamedTuple):
    """A word and where it stands, in code points."""

    start: int
    end: int
    text: str

    def touches(self, at: int | None) -> bool:
        """Whether a place is in it or at one of its ends."""
        return at is not None and self.start <= at <= self.end


def words(text: str) -> Iterator[Word]:
    """Yield the words worth looking up, hyphenated ones in one piece."""
    word = _word()
    for chunk in _CHUNK.finditer(text):
        if chunk[0][0] in "‹{" or _ADDRESS.search(chunk[0]):
            continue
        for found in word.finditer(text, chunk.start(), chunk.end()):
            if _worth(found[0]):
                yield Word(found.start(), found.end(), found[0])


def parts(word: Word) -> list[Word]:
    """Return the words between the hyphens of one."""
    found = re.finditer(rf"[^{_HYPHENS}]+", word.text)
    made = (Word(word.start + one.start(), word.start + one.end(), one[0]) for one in found)
    return [part for part in made if _worth(part.text)]


def plain(word: str) -> str:
    """Return a word as dictionaries write it: composed letters, straight apostrophes."""
    return unicodedata.normalize("NFC", word).replace("’", "'")


def base(word: str) -> str:
    """Return "Amara" for "Amara’s"; a name is known in both forms."""
    return _OF_SOMEBODY.sub("", word)


def in_the_hand_of(word: str, offers: Sequence[str]) -> tuple[str, ...]:
    """Return suggestions with the apostrophes of the word that they replace."""
    return tuple(one.replace("'", "’") if "’" in word else one for one in offers)


def foreign(unknown: int, looked_up: int) -> bool:
    """Whether a text must be in another language: most of its many words are unknown."""
    return looked_up >= MANY and 2 * unknown > looked_up


def dictionary_for(languages: Sequence[str], installed: Sequence[str]) -> str:
    """Return the installed dictionary for the first language that has one, else "".

    Languages are such as "de-AT" or "de"; dictionaries such as "de_DE".
    """
    for language in languages:
        code = language.replace("-", "_")
        root = code.partition("_")[0]
        for wanted in (code, root, f"{root}_{root.upper()}", *_USUAL.get(root, ())):
            if wanted in installed:
                return wanted
        akin = sorted(tag for tag in installed if tag.partition("_")[0] == root)
        if akin:
            return akin[0]
    return ""


_USUAL: Final = {"en": ("en_GB", "en_US"), "sv": ("sv_SE",), "da": ("da_DK",), "cs": ("cs_CZ",)}


def _worth(word: str) -> bool:
    if not 1 < len(word) <= LONGEST or "_" in word or any(one.isnumeric() for one in word):
        return False
    begun = base(word)
    humps = any(a.islower() and b.isupper() for a, b in pairwise(begun))
    return not begun.isupper() and not humps


@cache
def _word() -> "re.Pattern[str]":
    """Letters with the signs that combine with them; without those Hindi words end at vowels."""
    signs = (chr(code) for code in range(0x300, 0xFFFF))
    marks = "".join(sign for sign in signs if unicodedata.category(sign)[0] == "M")
    letters = rf"[\w{re.escape(marks)}\u200c\u200d]+"
    return re.compile(rf"{letters}(?:[{_HYPHENS}'’]{letters})*")
