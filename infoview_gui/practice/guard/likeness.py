"""How much a sentence sounds like those that ask for a job: for what the rules have no words.

Naive Bayes over the words of labelled sentences (resources/guard) and their neighbours. Its sum can
be taken apart: a mark names the words that made it.
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
from infoview_gui.practice.guard.phrases import END, START
from infoview_gui.practice.guard.reading import meant

_UNSEEN: Final = 0.3
"""As how often a word counts that one kind never uses; chosen on the sentences themselves."""
_SURE: Final = log(100)
"""Of a letter's sentences few ask, and a wrong mark costs trust: it takes a hundred to one."""
_LONGEST_QUOTED: Final = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """What each word or pair adds: above 0 it speaks for asking, below 0 against it."""

    weights: dict[str, float]

    def sounds_like_asking(self, words: Sequence[str]) -> bool:
        """Whether words, as ``reading.meant`` gives them, sound like asking beyond doubt."""
        return self._sum(words) > _SURE

    def speaks_against(self, words: Sequence[str]) -> bool:
        """Whether words sound more like those that do not ask."""
        return self._sum(words) < 0

    def telling(self, words: Sequence[str]) -> str:
        """Return the run of up to five words that speaks most for asking; empty without any."""
        best, weight = "", 0.0
        words = [word for word in words if word not in (START, END)]
        for start in range(len(words)):
            for end in range(start + 2, min(start + _LONGEST_QUOTED, len(words)) + 1):
                run = words[start:end]
                summed = sum(self.weights.get(one, 0.0) for one in _features(run))
                if summed > weight:
                    best, weight = " ".join(run), summed
        return best

    def _sum(self, words: Sequence[str]) -> float:
        return sum(self.weights.get(one, 0.0) for one in _features(words))


@cache
def known_likeness() -> Likeness:
    """Learn from the sentences that travel with the program; some 0.3 s, then remembered."""
    return learnt(labelled(resources.folder() / "guard" / "sentences.tsv"))


def learnt(sentences: Iterable[tuple[bool, str]]) -> Likeness:
    """Learn from sentences and whether each of them asks, both kinds taken to be as frequent."""
    asking, fine = Counter[str](), Counter[str]()
    for asks, sentence in sentences:
        (asking if asks else fine).update(_features(meant(sentence)))
    known = asking.keys() | fine.keys()
    shift = log(_mass(fine, len(known)) / _mass(asking, len(known)))
    return Likeness(
        {one: log((asking[one] + _UNSEEN) / (fine[one] + _UNSEEN)) + shift for one in known}
    )


def labelled(path: Path) -> Iterator[tuple[bool, str]]:
    """Yield whether it asks, and the sentence, for each line of a file of labelled sentences."""
    for line in path.read_text(encoding="utf-8").splitlines():
        label, _, sentence = line.partition("\t")
        if label in ("asks", "fine"):
            yield label == "asks", sentence


def _mass(seen: Counter[str], known: int) -> float:
    return seen.total() + _UNSEEN * known


def _features(words: Sequence[str]) -> set[str]:
    low = [word.lower() for word in words]
    return {*low, *(f"{first} {second}" for first, second in pairwise(low))}
