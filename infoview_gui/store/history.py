"""What can be undone and redone: a stack of labelled changesets. Applies nothing itself."""

from dataclasses import dataclass, field

from infoview_gui.store.transactions import joined


@dataclass(slots=True)
class Step:
    """One entry of the Edit menu; ``merge`` is the same for keystrokes into one field.

    A long change has a changeset for each of its transactions, in their order.
    """

    label: str
    changesets: list[bytes] = field(default_factory=list)
    merge: str = ""


class History:
    """Undo and redo, until the program ends. Used on the writing thread only."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_label(self) -> str:
        """What Undo would take back; empty when there is nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What Redo would do again; empty when there is nothing."""
        return self._undone[-1].label if self._undone else ""

    def record(self, step: Step) -> None:
        """Remember a new change; what was undone before it can no longer be redone."""
        last = self._done[-1] if self._done else None
        if step.merge and last and last.merge == step.merge and not self._undone:
            last.changesets = joined(last.changesets + step.changesets)
            last.label = step.label
            if not last.changesets:  # typed and taken away again: nothing to undo
                self._done.pop()
        else:
            self._done.append(step)
        self._undone.clear()

    def seal(self) -> None:
        """Let the next change start a step of its own even if it goes on in the same field."""
        if self._done:
            self._done[-1].merge = ""

    def take_undo(self) -> Step | None:
        """Remove and return the step to undo."""
        return self._done.pop() if self._done else None

    def take_redo(self) -> Step | None:
        """Remove and return the step to redo."""
        return self._undone.pop() if self._undone else None

    def undone(self, step: Step) -> None:
        """A step was taken back."""
        step.merge = ""
        self._undone.append(step)

    def redone(self, step: Step) -> None:
        """A step was done again."""
        self._done.append(step)

    def clear(self) -> None:
        """Forget everything, as after a restore."""
        self._done.clear()
        self._undone.clear()
