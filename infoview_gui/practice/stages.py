"""The stage of a person, which follows from what happened. Knows no database and no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The stages in their order (PRODUCT.md, "People")."""

    KNOWN = "known"
    ASKED = "asked"
    ANSWERED = "answered"
    SCHEDULED = "scheduled"
    TALKED = "talked"
    THANKED = "thanked"
    IN_TOUCH = "in touch"
    NOT_NOW = "not now"
    DO_NOT_CONTACT = "do not contact"

    @property
    def order(self) -> int:
        """Return the place in the order, from 0; SQL sorts by it."""
        return list(Stage).index(self)

    @property
    def label(self) -> str:
        """Return the word on the chip: "Do not contact"."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class StageFact:
    """Something that put a person into a stage.

    ``at`` is when it happened, in ms since 1970 UTC: for SCHEDULED when it was agreed, not when the
    talk begins. What was taken back (a cancelled conversation) is no longer a fact.
    """

    stage: Stage
    at: int
    by_hand: bool = False


def stage(facts: Iterable[StageFact]) -> Stage:
    """Return the stage: the newest fact wins, at the same moment the later stage; none is KNOWN.

    A stage set by hand holds until something newer happens (PRODUCT.md). *Do not contact* is
    stronger: it is a wish to be respected, not a step of the routine. A talk agreed before and held
    after it, a thank-you or a message written by mistake do not lift it; only a stage that the user
    sets by hand later does.
    """
    ordered = sorted(facts, key=lambda fact: (fact.at, fact.stage.order))
    current = Stage.KNOWN
    for fact in ordered:
        if current is not Stage.DO_NOT_CONTACT or fact.by_hand:
            current = fact.stage
    return current
