"""Ranges of a letter that look different: what is to be looked at, what is woven in, what is open.

Only what is said of them; how they stand in a document is for ``letter_marks``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Look(Enum):
    """How a range looks."""

    WRONG = "wrong"
    """A red wave: something to look at."""
    HINT = "hint"
    """An amber wave: something to look at."""
    FIELD = "field"
    """An amber ground: a place to fill in, which is chosen as a whole."""
    SPELLING = "spelling"
    """A violet line of dots: something to look at."""
    WOVEN = "woven"
    """A ground in the accent colour: only to be seen."""
    PLAIN = "plain"
    """Looks like all the rest; something can be done with it from its menu."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A range of the text, in code points.

    ``title`` and ``words`` are what its card says; ``offers`` are texts to put in its place, or
    ``find_offers`` finds them when they are first wanted. ``verbs`` are what else can be done.
    """

    start: int
    end: int
    look: Look
    title: str = ""
    words: str = ""
    offers: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    find_offers: Callable[[], tuple[str, ...]] | None = field(default=None, compare=False)

    @property
    def to_look_at(self) -> bool:
        """Whether it asks for something."""
        return self.look not in (Look.WOVEN, Look.PLAIN)

    def wordings(self) -> tuple[str, ...]:
        """Return the texts to put in its place; may take some hundredths of a second."""
        return self.offers if self.find_offers is None else self.find_offers()


Reader = Callable[[str], Sequence[Spot]]
"""Says what there is in a text; never raises."""
TONES = {
    Look.WRONG: "red",
    Look.HINT: "amber",
    Look.FIELD: "amber",
    Look.SPELLING: "violet",
    Look.WOVEN: "accent",
}
