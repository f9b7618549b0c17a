"""The words that the user added to the dictionary: one text file, a word a line.

Knows no dictionary and no window.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from infoview_gui.interchange.safe_write import replace_file

FILE_NAME = "words.txt"
_LARGEST = 2_000_000
"""Bytes; nobody adds as many words."""


class OwnWords:
    """The words of one file, read once and written whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._words: frozenset[str] | None = None

    def all(self) -> frozenset[str]:
        """Return them; none where the file cannot be read."""
        if self._words is None:
            try:
                self._words = self._read()
            except OSError:
                self._words = frozenset()
        return self._words

    def hold(self, word: str) -> bool:
        """Whether a word was added, in these letters or in small ones, for the start of a line."""
        found = self.all()
        return word in found or word.lower() in found or word.capitalize() in found

    def add(self, word: str) -> None:
        """Keep a word. Raises CannotWrite; what was kept before is unchanged then."""
        self._write(self._fresh() | {word})

    def remove(self, *words: str) -> None:
        """Drop words, however they are written. Raises CannotWrite."""
        gone = {word.casefold() for word in words}
        before = self._fresh()
        kept = [one for one in before if one.casefold() not in gone]
        if len(kept) < len(before):
            self._write(kept)

    def _fresh(self) -> frozenset[str]:
        """The file may have been edited by hand, or by a window on the same data."""
        try:
            return self._read()
        except OSError:
            return self.all()

    def _read(self) -> frozenset[str]:
        try:
            with self._path.open("rb") as file:
                content = file.read(_LARGEST)
        except FileNotFoundError:
            return frozenset()
        lines = content.decode("utf-8", "surrogateescape").splitlines()
        return frozenset(line.strip() for line in lines if line.strip())

    def _write(self, words: Iterable[str]) -> None:
        kept = sorted(set(words), key=lambda word: (word.casefold(), word))
        content = "".join(f"{word}\n" for word in kept).encode("utf-8", "surrogateescape")

        def write(file: BinaryIO) -> None:
            file.write(content)

        replace_file(self._path, write)
        self._words = frozenset(kept)
