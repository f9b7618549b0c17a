"""How much a sentence sounds like those that ask for a job: for what the rules have no words.

Naive Bayes over the words of labelled sentences (resources/guard) and over pairs of them, next to
each other or with a word between. Its sum can be taken apart: a mark names the words that made it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Final

from infoview_gui import resources
from infoview_gui.practice.guard.reading import meant

_UNSEEN: Final = 0.1
"""As how often a word counts that one kind never uses; chosen on the sentences themselves."""
_LEAST: Final = 2
"""Words and pairs that stand in fewer sentences say nothing about others."""
_SURE: Final = log(300)
"""Of a letter's sentences few ask, and a wrong mark costs trust: it takes three hundred to one."""
_NAMED: Final = 2
_WEIGHTY: Final = 1.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """What each word or pair adds: above 0 it speaks for asking, below 0 against it."""

    weights: dict[str, float]
    start: float

    def asks(self, words: Sequence[str]) -> bool:
        """Whether words, as ``reading.meant`` gives them, sound like asking."""
        weights = self.weights
        return self.start + sum(weights.get(one, 0.0) for one in _features(words)) > _SURE

    def telling(self, words: Sequence[str]) -> list[str]:
        """Return the two pairs of neighbours that speak most for asking, in their order."""
        pairs = list(dict.fromkeys(_neighbours(words)))
        weighty = [pair for pair in pairs if self._weight(pair) > _WEIGHTY]
        strongest = sorted(weighty, key=self._weight, reverse=True)[:_NAMED]
        return sorted(strongest, key=pairs.index)

    def _weight(self, pair: str) -> float:
        return self.weights.get(pair.lower(), 0.0)


@cache
def known_likeness() -> Likeness:
    """Learn from the sentences that travel with the program; some 0.3 s, then remembered."""
    return learnt(labelled(resources.folder() / "guard" / "sentences.tsv"))


def learnt(sentences: Iterable[tuple[bool, str]]) -> Likeness:
    """Learn from sentences and whether each of them asks; both kinds must be there."""
    seen: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    number = Counter[bool]()
    for asks, sentence in sentences:
        seen[asks].update(_features(meant(sentence)))
        number[asks] += 1
    asking, fine = seen[True], seen[False]
    known = [one for one, count in (asking + fine).items() if count >= _LEAST]
    shift = log(_mass(fine, known) / _mass(asking, known))
    weights = {one: log((asking[one] + _UNSEEN) / (fine[one] + _UNSEEN)) + shift for one in known}
    return Likeness(weights, log(number[True] / number[False]))


def labelled(path: Path) -> Iterator[tuple[bool, str]]:
    """Yield whether it asks, and the sentence, for each line of a file of labelled sentences."""
    for line in path.read_text(encoding="utf-8").splitlines():
        label, _, sentence = line.partition("\t")
        if label in ("asks", "fine"):
            yield label == "asks", sentence


def _mass(seen: Counter[str], known: Sequence[str]) -> float:
    return sum(seen[one] for one in known) + _UNSEEN * len(known)


def _neighbours(words: Sequence[str]) -> list[str]:
    return [f"{first} {second}" for first, second in pairwise(words)]


def _features(words: Sequence[str]) -> set[str]:
    low = [word.lower() for word in words]
    apart = [f"{first} … {third}" for first, third in zip(low, low[2:], strict=False)]
    return {*low, *_neighbours(low), *apart}
