"""A letter for Alt in every row of a menu. Knows texts, not what they do.

Panes name their actions in plain words; which letters are free is known only where they meet.
"""

import re
from collections.abc import Sequence

_MARK = re.compile(r"(?<!&)(?:&&)*&(?P<letter>[^&\s])")


def plain_words(text: str) -> str:
    """Return what is to be read: no mnemonic, no keys after a tab."""
    words = text.partition("\t")[0]
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def mnemonic(text: str) -> str:
    """Return the letter that is marked in ``text``, in lower case; empty where there is none."""
    found = _MARK.search(text.partition("\t")[0])
    return found["letter"].casefold() if found else ""


def with_mnemonics(texts: Sequence[str]) -> list[str]:
    """Return the texts, each with a letter of its own as far as there are enough.

    A mark that is there stays, unless a text before has the same or another would have no letter.
    """
    choices = [_by_taste(text) for text in texts]
    owners: dict[str, int] = {}
    for place in sorted(range(len(texts)), key=lambda place: not mnemonic(texts[place])):
        _take(place, choices, owners, set())
    letters = {place: letter for letter, place in owners.items()}
    return [_marked(text, letters.get(place, "")) for place, text in enumerate(texts)]


def _take(place: int, choices: list[list[str]], owners: dict[str, int], tried: set[str]) -> bool:
    """Give a text one of its letters; who has it may have to take another (Kuhn's matching)."""
    free = [letter for letter in choices[place] if letter not in owners]
    for letter in [*free[:1], *choices[place]] if free else choices[place]:
        if letter in tried:
            continue
        tried.add(letter)
        if letter not in owners or _take(owners[letter], choices, owners, tried):
            owners[letter] = place
            return True
    return False


def _by_taste(text: str) -> list[str]:
    """Return the letters that may be marked: the marked one, then first letters, then others."""
    words = plain_words(text)
    begins = [word[:1] for word in words.split()]
    letters = [mnemonic(text), *begins, *words]
    return list(dict.fromkeys(one.casefold() for one in letters if _can_be_typed(one)))


def _can_be_typed(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _marked(text: str, letter: str) -> str:
    """Return the text with this letter marked, where a word begins with it if one does."""
    if mnemonic(text) == letter:
        return text
    words, tab, keys = text.partition("\t")
    words = plain_words(words).replace("&", "&&")
    if letter:
        places = [at for at, sign in enumerate(words) if sign.casefold() == letter]
        at = next((at for at in places if f" {words}"[at] == " "), places[0])
        words = f"{words[:at]}&{words[at:]}"
    return words + tab + keys
