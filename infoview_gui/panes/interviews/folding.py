"""When the list of conversations is folded away: the user's wish, the width, and a call."""

NARROW = 1000
"""Below this width (logical pixels) the list is folded unless the user opens it."""
ROOMY = 1280
"""Below this width the list is folded while one talks, so that the notes have the room."""


class Folding:
    """Decides; shows nothing."""

    def __init__(self) -> None:
        self.by_user = False
        """The user folded it away: remembered to the next start."""
        self._by_call = False
        self._opened_narrow = False

    def is_folded(self, width: int) -> bool:
        """Return whether the list is to be hidden at that width."""
        return self.by_user or self._by_call or (width < NARROW and not self._opened_narrow)

    def toggle(self, width: int) -> None:
        """The user folds the list, or brings it back."""
        if self.is_folded(width):
            self.by_user = self._by_call = False
            self._opened_narrow = True
        elif width < NARROW:
            self._opened_narrow = False
        else:
            self.by_user = True

    def follow_call(self, width: int, *, began: bool) -> None:
        """A call began or ended."""
        self._by_call = began and width < ROOMY
        self._opened_narrow = self._opened_narrow and not began

    def follow_choice(self) -> None:
        """The user chose a conversation: where it is narrow, the list has done its work."""
        self._opened_narrow = False
