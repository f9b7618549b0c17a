"""The dictionaries of this computer, through Enchant (pyenchant) where it is there.

The one module that knows the library. Without it, or without a dictionary, there is no spelling to
check, and ``MISSING`` says what to install.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from infoview_gui.practice.spelling import in_the_hand_of, plain

if TYPE_CHECKING:
    import enchant

MOST_OFFERED = 5
_INSTALL = {
    "win32": "Install Infoview anew, which brings English ones,",
    "darwin": "Install Enchant (brew install enchant)",
}
_USUALLY = "Install libenchant-2-2 and a dictionary, such as hunspell-en-us,"
MISSING = (
    "No dictionary was found to check spelling with. "
    f"{_INSTALL.get(sys.platform, _USUALLY)} and start Infoview again."
)


class Speller(Protocol):
    """One dictionary."""

    @property
    def tag(self) -> str:
        """Its language, such as "en_GB"."""

    def knows(self, word: str) -> bool:
        """Whether a word stands in it, in one of its forms."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return at most MOST_OFFERED words that may be meant, the likeliest first."""


class Library(Protocol):
    """All dictionaries that are installed."""

    def tags(self) -> Sequence[str]:
        """Return their languages, sorted."""

    def speller(self, tag: str) -> Speller | None:
        """Open one; None where it is not there, or cannot be read."""


class _Nothing:
    """No library."""

    def tags(self) -> Sequence[str]:
        return ()

    def speller(self, tag: str) -> Speller | None:  # noqa: ARG002 - as the protocol
        return None


class _Enchant:
    """Enchant's dictionaries. Opening one takes some hundredths of a second."""

    def __init__(self, broker: "enchant.Broker") -> None:
        self._broker = broker

    def tags(self) -> Sequence[str]:
        found = (tag for tag in self._broker.list_languages() if not tag.endswith("-large"))
        return sorted(set(found))

    def speller(self, tag: str) -> Speller | None:
        import enchant  # noqa: PLC0415 - is there by now

        try:
            return _EnchantSpeller(self._broker.request_dict(tag))
        except enchant.errors.Error:
            return None


class _EnchantSpeller:
    """One dictionary of Enchant; asked from one thread at a time."""

    def __init__(self, found: "enchant.Dict") -> None:
        self._dict = found
        self._offered: dict[str, tuple[str, ...]] = {}

    @property
    def tag(self) -> str:
        return str(self._dict.tag)

    def knows(self, word: str) -> bool:
        return bool(self._dict.check(plain(word)))

    def suggest(self, word: str) -> tuple[str, ...]:
        if word not in self._offered:
            found = in_the_hand_of(word, self._dict.suggest(plain(word)))
            self._offered[word] = found[:MOST_OFFERED]
        return self._offered[word]


def system_library() -> Library:
    """Return this computer's dictionaries; a tenth of a second where Enchant must be looked for."""
    try:
        import enchant  # noqa: PLC0415 - only when a letter is written

        return _Enchant(enchant.Broker())
    # It asserts that files are there and takes functions from whatever library it finds.
    except (ImportError, AssertionError, OSError, AttributeError):
        return _Nothing()
