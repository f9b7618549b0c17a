"""Spelling in letters: which words are in no dictionary, and what the user says to them.

Names of people and companies that are stored are right. The letter chooses between the dictionary
of the user's language and the English one, unless one is set. Knows no window.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from infoview_gui.practice.spelling import Word, base, dictionary_for, foreign, parts, plain, words
from infoview_gui.services.dictionaries import Library, Speller, system_library
from infoview_gui.services.own_words import OwnWords
from infoview_gui.settings import NO_SPELLING
from infoview_gui.store.store import Store

_ENGLISH = ("en-GB", "en")
_NAMED = "SELECT 1 FROM person_words WHERE person_words MATCH ? LIMIT 1"
_COMPANIES = "SELECT name FROM employer WHERE instr(name, ?) LIMIT 20"
_MOST_KEPT, _MOST_LINES = 20_000, 2_000
"""Words and lines whose answer is kept, for each dictionary."""


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """What is installed, and what was opened of it."""

    installed: tuple[str, ...] = ()
    opened: tuple[Speller, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A text looked up: words that may be wrong, and those that the user said are right."""

    tag: str = ""
    """The dictionary; empty for none."""
    misspelt: tuple[Word, ...] = ()
    added: tuple[Word, ...] = ()
    ignored: tuple[Word, ...] = ()
    foreign: bool = False
    """The text is in a language that no dictionary is for: nothing is marked."""


@dataclass(slots=True)
class _Dictionary:
    """Looks up each word once, and of a letter only the lines that are new."""

    speller: Speller
    _known: dict[str, bool] = field(default_factory=dict)
    _lines: dict[str, tuple[int, tuple[Word, ...]]] = field(default_factory=dict)

    def unknown(self, text: str) -> tuple[int, list[Word]]:
        """Return how many words there are, and those that it does not know."""
        count, start, found = 0, 0, []
        for line in text.split("\n"):
            of_line, unknown = self._line(line)
            count += of_line
            found += [Word(start + one.start, start + one.end, one.text) for one in unknown]
            start += len(line) + 1
        return count, found

    def _line(self, line: str) -> tuple[int, tuple[Word, ...]]:
        if line not in self._lines:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            all_of_them = list(words(line))
            unknown = tuple(part for word in all_of_them for part in self._unknown_in(word))
            self._lines[line] = len(all_of_them), unknown
        return self._lines[line]

    def _unknown_in(self, word: Word) -> Iterator[Word]:
        if not self._knows(word.text):
            yield from (part for part in parts(word) if not self._knows(part.text))

    def _knows(self, word: str) -> bool:
        if word not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[word] = self.speller.knows(word)
        return self._known[word]


class Spelling:
    """The dictionaries in use, the user's own words, and what is ignored in which letter.

    What is ignored is kept until the program ends; own words are in a file.
    """

    def __init__(
        self, store: Store, own: OwnWords, library: Callable[[], Library] = system_library
    ) -> None:
        self._store = store
        self._own = own
        self._library = library
        self._dictionaries: tuple[_Dictionary, ...] = ()
        self._installed: tuple[str, ...] | None = None
        self._ignored: dict[int, set[str]] = {}
        self._names: dict[str, bool] = {}

    # -- dictionaries

    def open(self, chosen: str, languages: Sequence[str]) -> Dictionaries:
        """Open what is set, else what fits the user's languages; takes time, so on any thread."""
        library = self._library()
        installed = tuple(library.tags())
        opened = (library.speller(tag) for tag in _wanted(chosen, languages, installed))
        return Dictionaries(installed, tuple(one for one in opened if one is not None))

    def use(self, dictionaries: Dictionaries) -> None:
        """Check by these from now on."""
        self._dictionaries = tuple(_Dictionary(one) for one in dictionaries.opened)
        self._installed = dictionaries.installed

    def installed(self) -> tuple[str, ...]:
        """Return the languages of all dictionaries; takes time when it is first asked."""
        if self._installed is None:
            self._installed = tuple(self._library().tags())
        return self._installed

    # -- checking

    def check(
        self, text: str, letter_id: int, *, typing_at: int | None = None, own: Iterable[str] = ()
    ) -> Checked:
        """Look up a letter, but for the word at ``typing_at``; ``own`` are the user's names."""
        if not self._dictionaries:
            return Checked()
        readings = [(*one.unknown(text), one.speller.tag) for one in self._dictionaries]
        count, found, tag = min(readings, key=lambda reading: len(reading[1]))
        said = {word.casefold() for words_of in own for word in words_of.split()}
        unknown = [one for one in found if not self._is_name(one.text, said)]
        if foreign(len(unknown), count):
            return Checked(tag, foreign=True)
        return self._sorted(tag, [one for one in unknown if not one.touches(typing_at)], letter_id)

    def suggest(self, word: str, tag: str) -> tuple[str, ...]:
        """Return what may be meant, the likeliest first; takes some hundredths of a second."""
        spellers = (one.speller for one in self._dictionaries if one.speller.tag == tag)
        return next((one.suggest(word) for one in spellers), ())

    def forget_names(self) -> None:
        """People or companies may be others now."""
        self._names.clear()

    # -- what the user says

    def add(self, word: str) -> None:
        """Keep a word as right in all letters. Raises CannotWrite."""
        self._own.add(base(plain(word)))

    def remove(self, word: str) -> None:
        """Take it out again. Raises CannotWrite."""
        self._own.remove(base(plain(word)))

    def forget(self, names: Iterable[str]) -> None:
        """Take the words of these names out: nothing is to tell of them. Raises CannotWrite."""
        if self._own.all():
            found = (
                part for name in names for word in words(name) for part in (word, *parts(word))
            )
            self._own.remove(*(base(plain(one.text)) for one in found))

    def ignore(self, word: str, letter_id: int) -> None:
        """Let a word be right in one letter."""
        self._ignored.setdefault(letter_id, set()).add(plain(word))

    def mind(self, word: str, letter_id: int) -> None:
        """Mark it again."""
        self._ignored.get(letter_id, set()).discard(plain(word))

    # -- how

    def _sorted(self, tag: str, unknown: Sequence[Word], letter_id: int) -> Checked:
        ignored = self._ignored.get(letter_id, set())
        right = [one for one in unknown if self._own.hold(base(plain(one.text)))]
        left = [one for one in unknown if one not in right]
        let_be = [one for one in left if plain(one.text) in ignored]
        wrong = [one for one in left if one not in let_be]
        return Checked(tag, tuple(wrong), tuple(right), tuple(let_be))

    def _is_name(self, word: str, said: set[str]) -> bool:
        begun = base(word)
        return begun.casefold() in said or self._is_stored(begun)

    def _is_stored(self, word: str) -> bool:
        """Whether it is a word of a person's name or of a company's."""
        if word not in self._names:
            connection = self._store.connection()
            named = connection.execute(_NAMED, (f'{{name company}} : "{word}"',))
            companies = connection.execute(_COMPANIES, (word,))
            self._names[word] = next(iter(named), None) is not None or any(
                word in row[0].split() for row in companies
            )
        return self._names[word]


def _wanted(chosen: str, languages: Sequence[str], installed: Sequence[str]) -> list[str]:
    if chosen == NO_SPELLING:
        return []
    if chosen:
        return [chosen] if chosen in installed else []
    both = (dictionary_for(languages, installed), dictionary_for(_ENGLISH, installed))
    return [tag for tag in dict.fromkeys(both) if tag]
