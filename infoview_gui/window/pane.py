"""What the window asks of a pane."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

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


@runtime_checkable
class ComesInSteps(Protocol):
    """A pane of which the first picture shows only what matters most."""

    def complete(self) -> None:
        """Build the rest, once."""


@runtime_checkable
class ExportsPeople(Protocol):
    """The pane whose selection or filter says who is exported."""

    def exported_ids(self) -> Sequence[int]:
        """Return the people that are selected, or else all that are shown."""


@runtime_checkable
class ExportsConversations(Protocol):
    """A pane that says which conversations are exported."""

    def shown_conversations(self) -> Sequence[int]:
        """Return the conversations that are shown."""

    def chosen_conversation(self) -> int | None:
        """Return the one that is chosen, if one is."""


@runtime_checkable
class ChoosesConversation(Protocol):
    """A pane in which a conversation may be chosen; ``conversation_chosen`` tells it."""

    def chosen_conversation(self) -> int | None:
        """Return the one that is chosen, if one is."""


@runtime_checkable
class ActsOnScreen(Protocol):
    """A pane whose verbs act on what is chosen: never on what nobody sees."""

    def act_on_screen(self, *, here: bool, conversation: int | None) -> None:
        """Say whether the pane is shown, and which conversation is chosen in the one that is."""


@runtime_checkable
class HasEngagements(Protocol):
    """A pane in which appointments and networking events are."""

    def show_engagement(self, engagement_id: int) -> None:
        """Show one, chosen."""

    def new_engagement(self, kind: str) -> None:
        """Ask for one in the time that is chosen."""

    def shown_engagements(self) -> Sequence[int]:
        """Return those that are shown."""


@runtime_checkable
class ShowsEmployers(Protocol):
    """A pane that can show an employer."""

    def show_employer(self, employer_id: int) -> None:
        """Show an employer and its people."""


@runtime_checkable
class ShowsLately(Protocol):
    """A pane that can show the people behind a figure of the last 30 days."""

    def show_lately(self, name: str) -> None:
        """Show them and nobody else."""


@runtime_checkable
class ShowsDue(Protocol):
    """A pane that lists what is due."""

    def show_due(self) -> None:
        """Give the keyboard to the first of it."""


@runtime_checkable
class ShowsLines(Protocol):
    """A pane that can show one line of what it shows."""

    def show_line(self, line: int) -> None:
        """Bring a line, counted from 0, into sight, with the caret in it."""


@runtime_checkable
class ShowsPerson(Protocol):
    """A pane in which a person is chosen."""

    @property
    def person_id(self) -> int | None:
        """The person, if there is one."""


@runtime_checkable
class CountsDue(Protocol):
    """A pane in which something may be due."""

    def due_count(self) -> int:
        """Return how many things are due."""


@runtime_checkable
class PlansConversations(Protocol):
    """A pane that proposes minutes for a new conversation."""

    def set_default_minutes(self, minutes: int) -> None:
        """Propose so many from now on."""
