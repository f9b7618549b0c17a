"""The list of conversations at the left, each known by its id.

Knows no services; is handed its sections.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.side_list import SideList

_WIDTH = 250


class ConversationList(SideList[int]):
    """As wide in every window; it can be folded away."""

    fold_requested = Signal()
    new_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Conversations", _WIDTH, parent)
        self.setFixedWidth(_WIDTH)
        self.add_button("New conversation (Ctrl+N)", "plus", self.new_requested)
        self.add_button("Hide the list (F4)", "panel-left", self.fold_requested)
