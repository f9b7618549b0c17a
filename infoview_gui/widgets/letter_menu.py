"""The menu of a place in a text: the words that may stand there, and what else can be done.

Knows not what they mean.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from infoview_gui.widgets.letter_spots import Look, Spot

_WIDEST = 60
"""Characters."""


def add_spot(
    menu: QMenu,
    spot: Spot,
    replace: Callable[[int], None],
    ask: Callable[[int], None],
) -> None:
    """Put the wordings of a spot and its verbs above all that is in the menu."""
    first = menu.actions()[0]
    offers, verbs = spot.wordings(), spot.verbs
    named = [words if spot.look is Look.SPELLING else _named(words) for words in offers]
    made = [_row(menu, words, partial(replace, n)) for n, words in enumerate(named)]
    if spot.look is Look.SPELLING and not offers:
        made.append(_nothing(menu))
    made.append(_line(menu))
    made += [_row(menu, words, partial(ask, n)) for n, words in enumerate(verbs)]
    made.append(_line(menu))
    for action in made:
        menu.insertAction(first, action)


def add_own(menu: QMenu, own: QMenu) -> None:
    """Let the menu end with another one."""
    menu.addSeparator()
    menu.addMenu(own)


def _named(words: str) -> str:
    """A whole sentence is as wide as a screen; its card shows all of it."""
    short = words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1].rstrip()}…"
    return f"Replace: “{short}”"


def _row(menu: QMenu, words: str, work: Callable[[], None]) -> QAction:
    made = QAction(words.replace("&", "&&"), menu)

    def on_triggered(_checked: bool = False) -> None:
        work()

    made.triggered.connect(on_triggered)
    return made


def _nothing(menu: QMenu) -> QAction:
    made = QAction("No other spelling is known", menu)
    made.setEnabled(False)
    return made


def _line(menu: QMenu) -> QAction:
    made = QAction(menu)
    made.setSeparator(True)
    return made
