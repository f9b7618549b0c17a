"""Sentences that the user leaves as they are: a hint about them is not given again in this letter.

Kept for each letter until the program ends, as words are that are ignored. Knows no editor.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from infoview_gui.panes.guard_learning import LEAVE, MIND
from infoview_gui.panes.letters.looking import Looked
from infoview_gui.practice.letters_hints import Hint, HintKind
from infoview_gui.widgets.letter_spots import Look, Spot

MAY_STAY = frozenset({HintKind.JOB, HintKind.CONNECTION})
"""A gap is never left: it is asked for."""


class LeftAlone(QObject):
    """One for each pane of letters; a sentence is known by its words, white space aside."""

    changed = Signal()
    """Other sentences may be marked now."""
    said = Signal(str)
    asked = Signal(str)
    """This verb is wanted of the sentence at the caret."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._letter = 0
        self._left: dict[int, set[tuple[HintKind, str]]] = {}
        self._found: dict[tuple[int, int], HintKind] = {}
        self.action = QAction(LEAVE, self)
        self.action.triggered.connect(self._on_triggered)
        self.show_verb(())

    def begin(self, letter_id: int) -> None:
        """Work for this letter from now on."""
        self._letter = letter_id

    def without(self, looked: Looked) -> tuple[Looked, list[Spot]]:
        """Return what is still to be looked at, and the places that are left alone."""
        self._found = {}
        stay: list[Hint] = []
        let_be: list[Spot] = []
        for hint in looked.hints:
            if hint.kind in MAY_STAY and hint.start is not None and hint.end is not None:
                self._found[hint.start, hint.end] = hint.kind
                if self._is_left(hint.kind, hint.said):
                    let_be.append(Spot(hint.start, hint.end, Look.PLAIN, verbs=(MIND,)))
                    continue
            stay.append(hint)
        return replace(looked, hints=tuple(stay)), let_be

    def with_verb(self, spots: list[Spot]) -> Iterator[Spot]:
        """Let each sentence that is marked offer to be left."""
        for one in spots:
            marked = (one.start, one.end) in self._found and one.look in (Look.WRONG, Look.HINT)
            yield replace(one, verbs=(LEAVE,)) if marked else one

    def owns(self, verb: str) -> bool:
        """Say whether it is a verb of this."""
        return verb in (LEAVE, MIND)

    def carry_out(self, verb: str, spot: Spot, words: str) -> None:
        """Leave a sentence alone, or mark it again."""
        kind = self._found.get((spot.start, spot.end))
        if kind is None:
            return
        left, key = self._left.setdefault(self._letter, set()), (kind, _plain(words))
        if verb == LEAVE:
            left.add(key)
            self.said.emit("The sentence is left as it is. Its menu marks it again.")
        else:
            left.discard(key)
            self.said.emit("The sentence is marked again.")
        self.changed.emit()

    def show_verb(self, at_caret: tuple[Spot, ...]) -> None:
        """Let the menu say what can be done with the sentence at the caret."""
        verbs = [verb for spot in at_caret for verb in spot.verbs if self.owns(verb)]
        self.action.setText(verbs[0] if verbs else LEAVE)
        self.action.setEnabled(bool(verbs))

    def _is_left(self, kind: HintKind, words: str) -> bool:
        return (kind, _plain(words)) in self._left.get(self._letter, ())

    def _on_triggered(self) -> None:
        self.asked.emit(self.action.text())


def _plain(words: str) -> str:
    return " ".join(words.split())
