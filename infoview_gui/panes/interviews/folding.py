"""When the list of conversations is folded away: the user's wish, the width, and a call.

Knows no widgets.
"""

NARROW = 1000
"""Below this width (logical pixels) the list is folded unless the user opens it."""
ROOMY = 1280
"""Below this width the list is folded while one talks, so that the notes have the room."""


class Folding:
    """Decides; shows nothing."""

    def __init__(self, *, in_call: bool) -> None:
        self.by_user = False
        """The user folded it away: remembered to the next start."""
        self._calling = in_call
        self._in_call = in_call
        """A call runs, or ended while the pane was shown."""
        self._opened = False

    def is_folded(self, width: int) -> bool:
        """Return whether the list is to be hidden at that width."""
        return self.by_user or (self._is_tight(width) and not self._opened)

    def toggle(self, width: int) -> None:
        """The user folds the list, or brings it back."""
        if self.is_folded(width):
            self.by_user, self._opened = False, True
        elif self._is_tight(width):
            self._opened = False
        else:
            self.by_user = True

    def follow_call(self, *, began: bool) -> None:
        """A call began or ended. At the end nothing moves: one is still writing."""
        self._calling = began
        if began:
            self._in_call, self._opened = True, False

    def leave(self) -> None:
        """The pane is left: at the next visit the list is as the call wants it then."""
        if self._in_call and not self._calling:
            self._in_call = self._opened = False

    def follow_choice(self, width: int) -> None:
        """The user chose a conversation: where it is narrow, the list has done its work."""
        if width < NARROW:
            self._opened = False

    def _is_tight(self, width: int) -> bool:
        return width < (ROOMY if self._in_call else NARROW)
