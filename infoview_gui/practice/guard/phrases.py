"""A small language for ways of saying things, and the search for them in a sentence's words.

A way is written as the words it is said in::

    "GIVE me ~ JOB|INTERVIEW"

``word`` is itself, ``a|b`` is either of two words, ``[a]`` may be missing, ``CAPITALS`` stand for
an entry of the vocabulary, ``~`` is the rest of a noun's phrase (up to four words, none that begins
another phrase), ``...`` is up to eight words of any kind, ``NAME`` is a capitalised word that the
vocabulary does not know, ``START`` and ``END`` are the ends of the sentence. The search keeps the
set of places reached so far, so its time grows with the length of the sentence and with nothing
else. Knows nothing of what the ways mean.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

START: Final = "<"
END: Final = ">"
COMMA: Final = ","
Words = Sequence[str]
Places = frozenset[int]
Reach = Callable[[Words, Places], Places]
"""From the places a way may begin at to the places behind it."""

_NOUN_PHRASE: Final = 4
_ANY: Final = 8
_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class Way:
    """A way of saying something; of each set in ``needs`` it cannot do without one word."""

    reach: Reach
    needs: tuple[frozenset[str], ...] = ()

    def rarest(self) -> frozenset[str] | None:
        """Return the smallest set of words it needs, or None when it needs none."""
        return min(self.needs, key=len, default=None)


class Ways:
    """Several ways to look for at once: only those are tried whose words are there."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._by_word: dict[str, list[tuple[int, Way]]] = {}
        for number, way in enumerate(ways):
            if not way.needs:
                raise ValueError("a way needs a word of its own")
            for word in way.rarest() or ():
                self._by_word.setdefault(word, []).append((number, way))

    def found(self, words: Words) -> bool:
        """Whether one of the ways is said anywhere in the words."""
        return next(self._ends(words), None) is not None

    def said(self, words: Words) -> set[int]:
        """Return which of the ways are said in the words, by their number from 0."""
        return {number for number, _ in self._ends(words)}

    def behind(self, words: Words) -> int | None:
        """Return the first place behind one of the ways, or None when none of them is said."""
        return min((min(places) for _, places in self._ends(words)), default=None)

    def _ends(self, words: Words) -> Iterator[tuple[int, Places]]:
        present = set(words)
        anywhere = frozenset(range(len(words)))
        for word in self._by_word.keys() & present:
            for number, way in self._by_word[word]:
                if not any(need.isdisjoint(present) for need in way.needs):
                    places = way.reach(words, anywhere)
                    if places:
                        yield number, places


class Language:
    """Reads ways with a vocabulary whose entries are ways themselves (``"JOB": "job, post"``)."""

    def __init__(self, entries: Mapping[str, str], breaks: str) -> None:
        self._entries = entries
        self._breaks = frozenset((START, END, COMMA, *breaks.split()))
        self._entry = cache(self._read_entry)

    def ways(self, said: Iterable[str]) -> Ways:
        """Return ways to look for; each has a word of its own. KeyError names a missing entry."""
        return Ways(self._way(text) for text in said)

    def known(self) -> frozenset[str]:
        """Return every word the vocabulary itself mentions."""
        listed = " ".join(self._entries.values()).replace(",", " ").replace("|", " ")
        words = (word.strip("[]") for word in listed.split())
        return frozenset(word for word in words if not word.isupper()) | self._breaks

    def _way(self, text: str) -> Way:
        return _sequence([self._part(part) for part in text.split()])

    def _part(self, part: str) -> Way:
        if part.startswith("["):
            return _optional(self._part(part[1:-1]))
        if part == "~":
            return _gap(_NOUN_PHRASE, self._breaks)
        if part == "...":
            return _gap(_ANY, frozenset())
        return _either([self._entry(name) for name in part.split("|")])

    def _read_entry(self, name: str) -> Way:
        if name == "NAME":
            return Way(_name)
        if name in ("START", "END"):
            return Way(_word(frozenset({START if name == "START" else END})).reach)
        if not name.isupper() or name == "I":
            return _word(frozenset({name}))
        return self._alternatives([said.strip() for said in self._entries[name].split(",")])

    def _alternatives(self, said: list[str]) -> Way:
        single = frozenset(way for way in said if way.isalpha() and not way.isupper())
        longer = [self._way(way) for way in said if way not in single]
        return _either([_word(single), *longer])


def _word(meant: frozenset[str]) -> Way:
    def reach(words: Words, places: Places) -> Places:
        end = len(words)
        return frozenset(at + 1 for at in places if at < end and words[at] in meant)

    return Way(reach, (meant,))


def _name(words: Words, places: Places) -> Places:
    reached = set()
    for at in places:
        for behind in range(at + 1, min(at + _NAME, len(words)) + 1):
            word = words[behind - 1]
            if word == "I" or not word[:1].isupper():
                break
            reached.add(behind)
    return frozenset(reached)


def _gap(longest: int, stops: frozenset[str]) -> Way:
    def reach(words: Words, places: Places) -> Places:
        end = len(words)
        reached = newest = places
        for _ in range(longest):
            onward = (at for at in newest if at < end and words[at] not in stops)
            newest = frozenset(at + 1 for at in onward) - reached
            reached |= newest
        return reached

    return Way(reach)


def _optional(way: Way) -> Way:
    return Way(lambda words, places: places | way.reach(words, places))


def _either(ways: list[Way]) -> Way:
    if len(ways) == 1:
        return ways[0]
    reaches = [way.reach for way in ways]
    rarest = [way.rarest() for way in ways]

    def reach(words: Words, places: Places) -> Places:
        return frozenset().union(*(each(words, places) for each in reaches))

    if None in rarest:
        return Way(reach)
    return Way(reach, (frozenset().union(*filter(None, rarest)),))


def _sequence(ways: list[Way]) -> Way:
    reaches = [way.reach for way in ways]

    def reach(words: Words, places: Places) -> Places:
        for each in reaches:
            if not places:
                break
            places = each(words, places)
        return places

    return Way(reach, tuple(need for way in ways for need in way.needs))
