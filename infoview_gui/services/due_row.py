"""A row of Today with everything that is said about it. A plain value, safe to keep."""

from dataclasses import dataclass

from infoview_gui.practice.routine.rows import Due, Key, Level
from infoview_gui.services.records import ConversationRow, PersonName


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something to do, with whom, and who would be written to (the first few).

    ``about`` are those who were introduced; ``insights`` and ``promises`` are lines of the notes.
    """

    due: Due
    people: tuple[PersonName, ...] = ()
    to: tuple[PersonName, ...] = ()
    conversation: ConversationRow | None = None
    about: tuple[PersonName, ...] = ()
    employer: str = ""
    insights: int = 0
    promises: int = 0

    @property
    def key(self) -> Key:
        """What makes it this row."""
        return self.due.key

    @property
    def has_day(self) -> bool:
        """Whether it is due at all: what is for some day is listed, and not counted."""
        return self.due.level is not Level.SOME_DAY

    @property
    def names(self) -> str:
        """Those it is about."""
        if self.people:
            return ", ".join(person.name for person in self.people)
        return "" if self.conversation is None else self.conversation.title

    @property
    def person(self) -> PersonName | None:
        """The first of them."""
        return next(iter(self.people), None)
