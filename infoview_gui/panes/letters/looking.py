"""What is to be looked at in a letter, as ranges of the editor and as a list. No widgets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from infoview_gui.practice import letters_hints, letters_thanks
from infoview_gui.practice.letters import FIELDS
from infoview_gui.practice.letters_count import Length, length
from infoview_gui.practice.letters_hints import Hint, HintKind, Letter
from infoview_gui.practice.letters_thanks import Chip
from infoview_gui.practice.spelling import Word
from infoview_gui.widgets.letter_spots import Look, Spot

_LOOKS = {
    HintKind.JOB: Look.WRONG,
    HintKind.MISSING: Look.FIELD,
    HintKind.UNKNOWN: Look.FIELD,
}


@dataclass(frozen=True, slots=True)
class Looked:
    """A letter as it was last read: hints, the length, the chips in it, words misspelt."""

    hints: tuple[Hint, ...] = ()
    length: Length | None = None
    woven: frozenset[Chip] = field(default_factory=frozenset)
    misspelt: tuple[Word, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether a value is left to be filled in."""
        return any(hint.kind is HintKind.MISSING for hint in self.hints)


def look(letter: Letter, misspelt: tuple[Word, ...] = (), *, guarded: bool = True) -> Looked:
    """Read a letter, its spelling looked up before; ``guarded`` as in ``letters_hints.hints``."""
    woven = (chip for chip in letter.chips if letters_thanks.woven(chip, letter.text))
    measured = length(letter.kind, letter.text, letter.signature, letter.budgets)
    found = tuple(letters_hints.hints(letter, guarded=guarded))
    return Looked(found, measured, frozenset(woven), misspelt)


def spots(letter: Letter, looked: Looked, known: Mapping[str, str]) -> Sequence[Spot]:
    """Return the ranges to mark; a missing value that is ``known`` by now is offered."""
    return [*_of_hints(letter, looked, known), *_of_chips(letter)]


def _of_hints(letter: Letter, looked: Looked, known: Mapping[str, str]) -> Iterator[Spot]:
    for hint in looked.hints:
        if hint.start is None or hint.end is None:
            continue
        offers: tuple[str, ...] = (hint.offer,) if hint.offer else ()
        if hint.kind is HintKind.MISSING:
            offers = _offers(letter.text[hint.start : hint.end], known)
        look_of = _LOOKS.get(hint.kind, Look.HINT)
        yield Spot(hint.start, hint.end, look_of, hint.title, f"{hint.why} {hint.do}", offers)


def _offers(gap: str, known: Mapping[str, str]) -> tuple[str, ...]:
    asked = gap.strip("‹›")
    names = [one.name for one in FIELDS.values() if asked in (one.gap, one.formerly)]
    return tuple(dict.fromkeys(known[name] for name in names if known.get(name)))


def _of_chips(letter: Letter) -> Iterator[Spot]:
    for chip in letter.chips:
        span = letters_thanks.woven(chip, letter.text)
        if span is not None:
            yield Spot(*span, Look.WOVEN)
