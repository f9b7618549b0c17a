"""What stands in a list at the side of a pane: headings, and rows below them. Data, without Qt."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

KeyT_co = TypeVar("KeyT_co", bound=Hashable, covariant=True)


class SideRow(Protocol[KeyT_co]):
    """One row: a mark, a title, and a line of words below it."""

    @property
    def key(self) -> KeyT_co:
        """By what the row is known when the others change."""

    @property
    def title(self) -> str:
        """What stands above."""

    @property
    def words(self) -> str:
        """What stands below."""

    @property
    def tone(self) -> str:
        """The colour token of the words; empty for the usual one."""

    @property
    def mark(self) -> tuple[str, str]:
        """First and last name of which the mark shows the initials."""

    @property
    def told(self) -> tuple[str, ...]:
        """What a tool tip and a screen reader say; empty parts are left out."""


RowT_co = TypeVar("RowT_co", bound=SideRow[Hashable], covariant=True)


@dataclass(frozen=True, slots=True)
class Section(Generic[RowT_co]):
    """A heading and what stands below it."""

    title: str
    entries: tuple[RowT_co, ...]
