"""The commands of the menu bar as rows of the palette: those that can be run now.

Reads the menus each time the palette is opened, because what they say and offer changes. Runs
nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from infoview_gui.services.finding_words import holds, rank, words
from infoview_gui.window.menus import submenu
from infoview_gui.window.mnemonics import plain_words
from infoview_gui.window.palette_rows import PaletteRow, RowKind
from infoview_gui.window.shortcuts import keys_of

ORDER = 9
"""After everything that was found, where both are equally good."""
_SAYS_LITTLE = 3


class Command(NamedTuple):
    """An action, what it is called, and the menu in which it is."""

    action: QAction
    words: str
    menu: str


class PaletteCommands:
    """Finds commands; ``but`` are those that make no sense in the palette, as opening it."""

    def __init__(self, menus: Callable[[], Sequence[QMenu]], but: Sequence[QAction] = ()) -> None:
        self._menus = menus
        self._but = but
        self._listed: list[Command] = []

    def prepare(self) -> None:
        """Read the menus; what they offer does not change while one types here."""
        self._listed = list(self._all())

    def find(self, typed: str) -> tuple[int, list[PaletteRow]]:
        """Return how good the best is (0 to 2) and all rows that hold the words, the best first."""
        wanted = words(typed)
        found = [
            (rank(command.words, typed), command)
            for command in self._listed
            if wanted and holds(f"{command.menu} {command.words}", wanted)
        ]
        found.sort(key=lambda pair: pair[0])
        best = found[0][0] if found else 2
        if len(typed) < _SAYS_LITTLE:
            best = max(best, 1)  # people first: a letter or two begin many commands
        return best, [_row(command) for _rank, command in found]

    def every(self) -> list[PaletteRow]:
        """Return all that can be run."""
        return [_row(command) for command in self._listed]

    def often(self, used: Mapping[str, int], most: int) -> list[PaletteRow]:
        """Return those used most; what was never used comes in the order of the menus."""
        rows = sorted(self.every(), key=lambda row: -used.get(row.title, 0))
        return rows[:most]

    def _all(self) -> Iterator[Command]:
        for menu in self._menus():
            if menu.menuAction().isVisible():
                yield from self._of(menu, plain_words(menu.title()), "")

    def _of(self, menu: QMenu, title: str, before: str) -> Iterator[Command]:
        for action in menu.actions():
            inner = submenu(action)
            if action.isSeparator() or not (action.isVisible() and action.isEnabled()):
                continue
            said = plain_words(action.text()).rstrip("…").rstrip(".").strip()
            if inner is not None:
                yield from self._of(inner, title, f"{said}: ")
            elif said and action not in self._but:
                yield Command(action, f"{before}{said}", title)


def _row(command: Command) -> PaletteRow:
    return PaletteRow(
        RowKind.COMMAND,
        command.words,
        icon="chevron-right",
        keys=keys_of(command.action).partition(", ")[0],
        where=command.menu,
        action=command.action,
    )
