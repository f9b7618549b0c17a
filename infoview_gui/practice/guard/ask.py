"""What a rule of the guard is, and what several of them say."""

from dataclasses import dataclass
from typing import Final

HIRING: Final = "An information interview asks for advice; asked for a job, people refer you on."
GROW: Final = "How does a team like yours usually grow?"
LEARN: Final = "What should I learn to be useful in work like yours?"
PATHS: Final = "I would value your advice on how people get into this work."
WHO: Final = "Who else would you suggest I talk to?"


@dataclass(frozen=True, slots=True)
class Ask:
    """One kind of asking.

    ``reason`` says why it is marked and ``offer`` what to say instead; it is asked when one of the
    ``ways`` is said, one of ``also`` too (if there are any), and none of ``unless``.
    """

    reason: str
    offer: str
    ways: tuple[str, ...]
    unless: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
