"""A dictionary for tests: the words it holds, and what it offers for some that it does not."""

from collections.abc import Mapping, Sequence

from infoview_gui.services.dictionaries import Speller

_ENGLISH = (
    "about and asked best dear for from glad good how i in is it keep know letter long may my new "
    "of on out please receive regards so sunny talk thank that the they this to was we week well "
    "what will with words work year you your"
)
_GERMAN = "brief danke das der die für ihnen ist mit schreibe und von wir"
ENGLISH, GERMAN = frozenset(_ENGLISH.split()), frozenset(_GERMAN.split())


class FewWords:
    """Knows these words, in small letters or capitalised, and counts what it is asked."""

    def __init__(
        self, tag: str, words: frozenset[str], offers: Mapping[str, Sequence[str]]
    ) -> None:
        self.tag = tag
        self._words = words
        self._offers = offers
        self.asked: list[str] = []

    def knows(self, word: str) -> bool:
        """Whether it was given this word."""
        self.asked.append(word)
        return word.lower() in self._words

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what it was given to offer."""
        return tuple(self._offers.get(word, ()))


class Shelf:
    """Dictionaries by their languages."""

    def __init__(self, *spellers: FewWords) -> None:
        self._spellers: dict[str, Speller] = {one.tag: one for one in spellers}

    def tags(self) -> Sequence[str]:
        """Return the languages."""
        return sorted(self._spellers)

    def speller(self, tag: str) -> Speller | None:
        """Return the one for a language."""
        return self._spellers.get(tag)


def english(tag: str = "en_GB") -> FewWords:
    """Return a small English dictionary."""
    offers = {"recieve": ("receive", "relieve"), "thier": ("their",), "glda": ("glad",)}
    return FewWords(tag, ENGLISH, offers)


def german() -> FewWords:
    """Return a small German dictionary."""
    return FewWords("de_DE", GERMAN, {"danek": ("danke",)})
