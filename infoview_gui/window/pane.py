"""What the window asks of a pane."""

from typing import Protocol

from PySide6.QtGui import QAction


class Pane(Protocol):
    """A part of the window that the rail chooses."""

    def show_item(self, item_id: int | None) -> None:
        """Show a person or conversation."""

    def menu_actions(self) -> list[QAction]:
        """Return every verb of the pane."""

    def save_state(self) -> dict[str, object]:
        """Return habits to keep, as JSON values."""

    def restore_state(self, state: dict[str, object]) -> None:
        """Take habits up again; garbage is ignored."""

    def leave(self) -> None:
        """Put what is typed on disk."""
