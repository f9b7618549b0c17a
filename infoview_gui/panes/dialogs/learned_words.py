"""What was learned in words: the fields of each kind, what names it, what stands below that.

Pure functions over the fields of services.debrief and services.learned. No widgets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, listed
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.questions import Category
from infoview_gui.widgets import day_words

FIELD_WORDS: Mapping[MarkKind, Mapping[str, str]] = {
    MarkKind.PERSON: {"name": "Name", "role": "Role", "company": "Employer"},
    MarkKind.OPENING: {"company": "Employer", "role": "Position", "details": "Details"},
    MarkKind.TERM: {"term": "Term", "meaning": "Meaning"},
    MarkKind.TODO: {"text": "To do", "due": "Due"},
    MarkKind.INSIGHT: {"text": "Insight", "category": "About"},
}
"""What each field is called, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class Told:
    """What names it, what stands below, and in which tone (a colour token)."""

    subject: str
    detail: str
    tone: str = "muted"


def told(kind: MarkKind, fields: Mapping[str, str], times: LocalTime, words: str = "") -> Told:
    """Return the words of one; ``words`` are those of a day as the notes have them."""
    if kind is MarkKind.PERSON:
        return Told(fields["name"], listed(fields["role"], fields["company"]))
    if kind is MarkKind.OPENING:
        return Told(listed(fields["company"], fields["role"]), fields["details"])
    if kind is MarkKind.TERM:
        return Told(fields["term"], fields["meaning"])
    if kind is MarkKind.INSIGHT:
        return Told(fields["text"], category_words(fields["category"]))
    return _task(fields, times, words)


def _task(fields: Mapping[str, str], times: LocalTime, words: str) -> Told:
    if fields["due"]:
        return Told(fields["text"], f"due {due_words(fields['due'], times)}")
    if words:
        return Told(fields["text"], f"No day can be read from “{words}”", "amber")
    return Told(fields["text"], "")


def due_words(stored: str, times: LocalTime) -> str:
    """Return "Friday 27 November" for a stored day, with the year when it is not this one."""
    try:
        day = date.fromisoformat(stored)
    except ValueError:
        return stored
    year = "" if day.year == times.today().year else " yyyy"
    return times.day_words(day, f"dddd d MMMM{year}")


def category_words(category: str) -> str:
    """Return "Advice"; empty for none."""
    return Category(category).label if category in set(Category) else category.capitalize()


def day_first(times: LocalTime) -> bool:
    """Whether 3/12 is the third of December where the user lives: as dates are shown there."""
    return day_words.day_first(times.locale)


def introduced(detail: str, introducer: str) -> str:
    """Add who pointed to a person."""
    return dotted(detail, f"introduced by {introducer}" if introducer else "")
