"""Puts the priority of an employer and what was asked about there into words. Knows no widgets."""

from collections.abc import Collection
from typing import Protocol

from infoview_gui.panes.phrases import listed, people_words
from infoview_gui.practice.questions import Category
from infoview_gui.services.employers import EmployerRow

MOTIVATION = ("Not rated", "Low", "Middle", "High")
POSTING = ("Not looked", "None", "Similar", "Fitting")
"""How the LAMP list grades postings: 1 none, 2 something near, 3 something that fits."""


class Counted(Protocol):
    """Something that shows so many people."""

    @property
    def shown(self) -> int:
        """How many match."""


def people_in(group: Counted) -> str:
    """Return "3 people"."""
    return people_words(group.shown)


def priority_words(row: EmployerRow) -> str:
    """Return "Motivation 2 of 3, advocate, posting 1 of 3"; short where nothing is known."""
    motivation = f"Motivation {row.motivation} of 3" if row.motivation else "Motivation not rated"
    posting = f"posting {row.posting} of 3" if row.posting else ""
    return listed(motivation, "somebody who speaks for you" if row.advocacy else "", posting)


def asked_words(covered: Collection[str]) -> str:
    """Return "Asked about Industry, Trends; not yet about Company …"."""
    done = ", ".join(one.label for one in Category if one.value in covered)
    open_ones = ", ".join(one.label for one in Category if one.value not in covered)
    if not done:
        return "Nothing asked about yet"
    return f"Asked about {done}; not yet about {open_ones}" if open_ones else f"Asked about {done}"
