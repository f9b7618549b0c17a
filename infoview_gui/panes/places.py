"""Where in the window something is, so that one pane can ask for another without knowing it."""

from dataclasses import dataclass

TODAY = "today"
PEOPLE = "people"
CALENDAR = "calendar"
INTERVIEWS = "interviews"
LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Place:
    """A pane and, where there is one, the person, conversation or letter to show in it.

    ``line`` is a line of the conversation's notes, counted from 0; ``employer`` one to be shown in
    People in place of a person, ``engagement`` one in the Calendar in place of a conversation;
    ``lately`` a figure of the last 30 days (``people_filter.LATELY``) whose people People shows.
    """

    pane: str
    id: int | None = None
    line: int | None = None
    employer: int | None = None
    engagement: int | None = None
    lately: str = ""
